// Keeps an account of what happens to the history, so that somebody can look at it afterwards.
window.account = { shown: [], pushed: 0, replaced: 0, popped: 0, strange: [] };

for (const [name, entry] of [["pushState", "pushed"], ["replaceState", "replaced"]]) {
  const original = history[name].bind(history);
  history[name] = (...given) => {
    account[entry] += 1;
    return original(...given);
  };
}

function show() {
  const [, page = "start"] = /^#\/(\w+)$/.exec(location.hash) ?? [];
  document.getElementById("page").textContent = page;
  account.shown.push(page);
}

addEventListener("popstate", () => (account.popped += 1));
addEventListener("hashchange", show);
addEventListener("DOMContentLoaded", show);
// Whoever clicks a link of this page is taken there, and nowhere else.
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href^='#/']");
  if (link && event.defaultPrevented) account.strange.push(link.hash);
});
