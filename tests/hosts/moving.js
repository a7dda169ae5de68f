// What the panels do with an element. Each function is a promise that is kept when the element has settled.

const panel = (id) => document.getElementById(id);
const once = (node, name) => new Promise((go) => node.addEventListener(name, go, { once: true }));
const isEmptied = (node) => !node.shadowRoot?.querySelector(".app");

function made() {
  const node = document.createElement("partner-atlas");
  const link = document.createElement("a");
  link.href = "https://example.se/partneratlas/";
  link.textContent = "Internationella projekt";
  node.append(link);
  return node;
}

// Puts a new element in, and waits until it is drawn.
async function insert(node = made()) {
  const ready = once(node, "pa-ready");
  panel("left").append(node);
  await ready;
  return node;
}

// Takes it out, and waits until it has let go.
async function remove(node) {
  node.remove();
  while (!isEmptied(node)) await new Promise((go) => setTimeout(go));
}

// Puts new elements in and takes each out again once it is drawn.
async function replace(times) {
  for (let time = 0; time < times; time += 1) await remove(await insert());
}

// The same with one element, which comes back each time.
async function reinsert(node, times) {
  for (let time = 0; time < times; time += 1) {
    await remove(node);
    await insert(node);
  }
}

// Puts new elements in and takes each out again before it can be drawn, a little later each time.
async function interrupt(times) {
  for (let time = 0; time < times; time += 1) {
    const node = made();
    panel("left").append(node);
    await new Promise((go) => setTimeout(go, time));
    await remove(node);
  }
}

// Moves it from panel to panel.
function shift(node, times) {
  for (let time = 0; time < times; time += 1) panel(time % 2 ? "left" : "right").append(node);
}
