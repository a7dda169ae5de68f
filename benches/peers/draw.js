// The product's views in the peers' drawing benchmark: glue and Wasm are loaded, the peers' projects
// become a catalogue of ours, and it is opened and mounted.

// The day on which the peers' projects have the statuses that they have.
const TODAY = "2025-06-15";

// Made by `cargo xtask bench render`. Not a plain string: the bundler would look for the file.
const GLUE = new URL("/dist/product/partneratlas.js", location);

// The peers leave what a function keeps. The product leaves what records say, so each says its half.
const HALVES = ["even", "odd"];
const isEven = (project) => project.id % 2 === 0;

const text = (sv) => ({ sv });

// What the schema asks for, and what a timeline shows.
const record = (project) => ({
  id: `p-${project.id}`,
  form: "project",
  title: text(project.title),
  summary: text(""),
  period: { edtf: `${project.start}/${project.end}` },
  themes: [HALVES[isEven(project) ? 0 : 1]],
  sources: [],
});

const documentOf = (records, more) => ({
  schemaVersion: 1,
  themes: HALVES.map((id) => ({ id, name: text(id) })),
  records,
  ...more,
});

// With partners and their towns as well, for the whole element.
function withPlaces(projects, cities) {
  const names = [...new Set(cities.map((city) => city.country))];
  // Two letters, the first an early one, so that no country is Sweden.
  const code = (name) => ["A", "B"][names.indexOf(name) % 2] + String.fromCharCode(65 + (names.indexOf(name) >> 1));
  const places = cities.map(({ name, country, lat, lon }, index) => {
    return { id: `ort-${index}`, name: text(name), country: code(country), precision: "city", point: [lon, lat] };
  });
  const ids = new Map(places.map(({ id, name }) => [name.sv, id]));
  const partners = (project) => project.partners.map(({ name, city }) => ({ name: text(name), place: ids.get(city) }));
  return documentOf(
    projects.map((project) => ({ ...record(project), partners: partners(project) })),
    { countries: names.map((name) => ({ code: code(name), name: text(name) })), places },
  );
}

// As `embed.js` does it.
async function load() {
  const product = await import(GLUE.href);
  await product.default();
  return product;
}

// A task of its own, behind all that is queued.
const task = () => new Promise((done) => setTimeout(done));

// When a part of the element is drawn anew: it follows the answer behind the paint, and changes in one
// task. Addresses of links change before, with the question.
const redrawn = (part) =>
  new Promise((done) => {
    const observer = new MutationObserver((changes) => {
      if (changes.every(({ attributeName }) => attributeName === "href")) return;
      observer.disconnect();
      task().then(done);
    });
    observer.observe(part, { subtree: true, childList: true, characterData: true, attributes: true });
  });

// A view as a `part` of the benchmark; its marks have an attribute.
function part({ view, drawing, mark, document: write, mount }) {
  let root, leaveEven, all;
  return {
    async first(el, { projects, cities }) {
      all = projects;
      const loaded = load();
      // While the Wasm is fetched and compiled.
      const bytes = new TextEncoder().encode(JSON.stringify(write(projects, cities)));
      const product = await loaded;
      const source = await product.openCatalogue(bytes, TODAY);
      const host = Object.assign(document.createElement("partner-atlas"), { lang: "sv" });
      host.setAttribute("view", view);
      host.setAttribute("today", TODAY);
      root = host.attachShadow({ mode: "open" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(product.styleText());
      root.adoptedStyleSheets = [sheet];
      el.style.overflow = "auto";
      el.append(host);
      leaveEven = mount(product, host, root, source);
      await task();
    },
    async filter(keep) {
      if (!all.every((project) => keep(project) === isEven(project))) throw new Error("another half");
      const done = redrawn(root.querySelector(drawing));
      leaveEven();
      await done;
    },
    drawn: () => root.querySelectorAll(`[${mark}]`).length,
  };
}

// The strip of years above the chart shows what is asked at once, before the answer is drawn.
const TIMELINE = { view: "tidslinje", drawing: ".chart", mark: "data-bar" };
const MAP = { view: "karta", drawing: "[part=map]", mark: "data-place" };

// The whole element with search, filters and list. What is mounted is kept, as it would go with its handle.
const WHOLE = {
  document: withPlaces,
  mount(product, host, root, source) {
    globalThis.mounted = product.mountSource(host, root, source);
    return () => root.querySelector('[data-facet="tema"][data-value="even"] input').click();
  },
};

// The view alone, as the peers' are.
const ALONE = {
  mount(product, host, root, source) {
    const mounted = product.mountAlone(host, root, source);
    return () => mounted.choose("even");
  },
};

const withoutPlaces = (projects) => documentOf(projects.map(record));

export const timeline = () => part({ ...TIMELINE, ...ALONE, document: withoutPlaces });
export const page = () => part({ ...TIMELINE, ...WHOLE });
export const map = () => part({ ...MAP, ...ALONE, document: withPlaces });
export const mapPage = () => part({ ...MAP, ...WHOLE });
