// The standalone page around its one <partner-atlas>: its title, language and paper follow the app's, and
// are the document's own again where the app gives up.

const page = document.documentElement;
const atlas = document.querySelector("partner-atlas");
const { pathname } = location;
const own = { lang: page.lang, title: document.title, isOpen: page.hasAttribute("data-open"), view: page.dataset.view };

// The app changes the path of the address, from which relative links count.
for (const link of document.links) link.href = link.href;
const home = atlas?.getAttribute("home");
if (home) atlas.setAttribute("home", new URL(home, document.baseURI).pathname);

function show({ lang, title, isOpen, view }) {
  page.lang = lang;
  document.title = title;
  page.toggleAttribute("data-open", isOpen);
  if (view) page.dataset.view = view;
  else delete page.dataset.view;
}

function follow({ detail: { lang, title, view } }) {
  const isHere = !title && lang === own.lang && location.pathname === pathname;
  const name = title ?? document.querySelector(`h1 :lang(${lang})`)?.textContent;
  show({ lang, title: isHere ? own.title : `${name} – Partneratlas`, isOpen: Boolean(title), view });
}

for (const event of ["pa-ready", "pa-filter-change", "pa-open"]) atlas?.addEventListener(event, follow);
atlas?.addEventListener("pa-error", () => show(own));
