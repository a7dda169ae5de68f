// The offer of the standalone page to be kept on the visitor's device. Nothing is kept before the visitor has
// asked for it, and a second press takes all of it away. docs/adr/0019-offline-only-when-asked.md.

const WORKER = new URL("./sw.js", import.meta.url);
const HERE = new URL("./", import.meta.url);
// As in sw.js.
const OURS = `partneratlas ${HERE.pathname} `;
const BYTES = Number("__BYTES__");

const WORDS = {
  sv: {
    offer: (size) => `Vill du kunna läsa katalogen utan nät? Då sparas alla sidor, sökningen, tidslinjen och kartan på den här enheten, ${size}. Inget annat sparas, och du kan ta bort det när du vill.`,
    has: (size) => `Katalogen är sparad på den här enheten, ${size}. Den går att läsa utan nät och förnyas när du besöker sidan.`,
    save: "Spara för läsning utan nät",
    remove: "Ta bort från den här enheten",
    saving: "Sparar …",
    saved: "Klart. Nu går katalogen att läsa utan nät.",
    removed: "Borttagen. Inget finns kvar på den här enheten.",
    failed: "Allt kunde inte hämtas, så inget är sparat. Försök igen om en stund. Om det inte går kan enheten vara full.",
  },
  en: {
    offer: (size) => `Would you like to read the catalogue without a network? All pages, the search, the timeline and the map are then stored on this device, ${size}. Nothing else is stored, and you can remove it whenever you like.`,
    has: (size) => `The catalogue is stored on this device, ${size}. It can be read without a network, and is renewed when you visit the page.`,
    save: "Save for reading offline",
    remove: "Remove from this device",
    saving: "Saving …",
    saved: "Done. The catalogue can now be read without a network.",
    removed: "Removed. Nothing is left on this device.",
    failed: "Not everything could be fetched, so nothing is stored. Try again in a while. If that fails, the device may be full.",
  },
};

// This page's own registration, not that of a folder above.
async function registered() {
  const found = await navigator.serviceWorker.getRegistration(HERE);
  return found?.scope === HERE.href ? found : undefined;
}

const copies = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));

async function isKept() {
  return Boolean((await registered())?.active) && (await copies()).length > 0;
}

async function remove() {
  await (await registered())?.unregister();
  await Promise.all((await copies()).map((name) => caches.delete(name)));
}

// Settles once a worker has its copy, or has given up.
function settled(worker) {
  return new Promise((resolve, reject) => {
    const look = () => {
      // One that waits for the pages of an older build to be closed has its copy too.
      if (["installed", "activated"].includes(worker.state)) resolve();
      if (worker.state === "redundant") reject(new Error("not everything could be kept"));
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

async function save() {
  // What is left of a copy that the browser has thrown away.
  await remove();
  const { installing, waiting, active } = await navigator.serviceWorker.register(WORKER);
  const worker = installing ?? waiting ?? active;
  await settled(worker);
  if ((await copies()).length) return;
  // A worker of this page that was taken away a moment ago is back as it was, without a copy.
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => (port1.onmessage = resolve));
  worker.postMessage("keep", [port2]);
  if (!(await answer).data) throw new Error("not everything could be kept");
}

async function offer(place) {
  const page = document.documentElement;
  const [text, button, status] = ["p", "button", "p"].map((name) => document.createElement(name));
  button.type = "button";
  status.setAttribute("role", "status");
  let has = await isKept();
  let said;

  function show() {
    const words = WORDS[page.lang] ?? WORDS.sv;
    // By hand: the first number that a browser words takes it as long as drawing a page does.
    const mega = (BYTES / 1e6).toFixed(1);
    const size = `${page.lang === "sv" ? mega.replace(".", ",") : mega}\u00a0MB`;
    text.textContent = (has ? words.has : words.offer)(size);
    button.textContent = has ? words.remove : words.save;
    status.textContent = said ? words[said] : "";
    // Not `disabled`, which would take the focus away.
    button.setAttribute("aria-disabled", said === "saving");
  }

  async function press() {
    if (said === "saving") return;
    if (has) {
      await remove();
      said = "removed";
    } else {
      said = "saving";
      show();
      said = await save().then(() => "saved").catch(() => remove().then(() => "failed"));
    }
    has = await isKept();
    show();
  }

  button.addEventListener("click", press);
  new MutationObserver(show).observe(page, { attributeFilter: ["lang"] });
  show();
  place.replaceChildren(text, button, status);
  place.hidden = false;
}

// In a frame, the page belongs to the site around it.
const place = document.querySelector("[data-offline]");
if (place && isSecureContext && self === top && "serviceWorker" in navigator) offer(place).catch(() => {});
