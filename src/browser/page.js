// The standalone page around its one <partner-atlas>: its title, language and paper follow the app's.

const atlas = document.querySelector("partner-atlas");

function follow({ detail }) {
  document.documentElement.lang = detail.lang;
  document.documentElement.dataset.view = detail.view;
  const own = document.querySelector(`h1 :lang(${detail.lang})`)?.textContent;
  document.documentElement.toggleAttribute("data-open", Boolean(detail.title));
  document.title = `${detail.title ?? own} – Partneratlas`;
}

for (const event of ["pa-ready", "pa-filter-change", "pa-open"]) {
  atlas?.addEventListener(event, follow);
}
