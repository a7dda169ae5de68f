// The page for a frame, iframe.html: takes presets from its address, and tells the page around it how tall it
// is. What the two say to each other, and why, is in docs/adr/0022-a-frame-that-grows.md.

// The attributes that an address may set. Not `src`: whoever wrote the link could then put any words into the
// mouth of this site.
const KEYS = [
  ...["form", "status", "kommun", "land", "ort", "tema", "program", "fran", "till"],
  ...["view", "views", "facets", "theme", "heading-level", "label"],
];
const THEMES = ["auto", "light", "dark"];
const COLOUR = /^#?([\da-f]{3}|[\da-f]{6})$/i;

const SOURCE = "partner-atlas";
const VERSION = 1;
const LEAST = 100;
const MOST = 20_000;
// Milliseconds in which the page around it answers a height, if it does.
const SOON = 3000;
// Pixels of the browser's window that its own bars take.
const BARS = 100;

const page = document.documentElement;
const atlas = document.querySelector("partner-atlas");
const asked = new URLSearchParams(location.search);

// In another language, the whole page is; nothing has to start in this one.
const twin = atlas.querySelector("a.language");
if (asked.get("lang") === twin.lang) {
  location.replace(twin.href + location.search + location.hash);
  atlas.remove();
}

for (const key of KEYS) {
  if (asked.has(key)) atlas.setAttribute(key, asked.getAll(key).join(" ").trim());
}
// An embedded record is open from the start.
if (asked.has("projekt")) atlas.setAttribute("page", String(new URLSearchParams({ projekt: asked.get("projekt") })));
const theme = asked.get("theme");
if (THEMES.includes(theme)) page.dataset.theme = theme;
const [, accent] = asked.get("accent")?.match(COLOUR) ?? [];
if (accent) for (const name of ["--pa-accent", "--page-accent"]) page.style.setProperty(name, `#${accent}`);

// The line at the end follows the app's language.
const { lang } = page;
const follow = ({ detail }) => (page.lang = detail.lang);
for (const event of ["pa-ready", "pa-filter-change", "pa-open"]) atlas.addEventListener(event, follow);
atlas.addEventListener("pa-error", () => (page.lang = lang));

if (parent !== window) {
  leadOut();
  report();
}

// The way to the site, and to other sites, which often refuse to be shown in a frame, is by a tab of its own. A
// frame in a sandbox has no origin, and may not open one.
function leadOut() {
  if (origin === "null") return;
  for (const link of document.querySelectorAll("[data-out]")) {
    link.target = "_blank";
    link.nextElementSibling.hidden = false;
  }
  const isOutward = (node) =>
    node instanceof HTMLAnchorElement && node.protocol.startsWith("http") && node.host !== location.host;
  addEventListener(
    "click",
    (event) => {
      const link = event.composedPath().find(isOutward);
      if (link) link.target = "_blank";
    },
    true,
  );
}

// What has the focus, if it is seen, else what is at the top.
function whatIsRead() {
  const root = atlas.shadowRoot?.querySelector(".app") ? atlas.shadowRoot : document;
  const { activeElement } = root;
  const top = activeElement?.getBoundingClientRect().top;
  if (top >= 0 && top < innerHeight) return activeElement;
  return root.elementFromPoint(innerWidth / 2, 10);
}

// Tells the page around it each new height, from the moment on when the app has drawn or given up: the list
// before that is often several times as long, and what stands below the frame should not jump.
function report() {
  // To whom: whoever holds the frame says so. One without an origin can only be told by its window.
  let host;
  let isSettled = false;
  let height;
  let told;
  let read;
  let forgetting;
  const say = (words, to) => parent.postMessage({ source: SOURCE, v: VERSION, ...words }, to);
  const tell = () => {
    if (!host || !isSettled || !height || height === told) return;
    told = height;
    read = scrollY > 0 ? whatIsRead() : undefined;
    // A later resize is another's doing, such as a turned phone's.
    clearTimeout(forgetting);
    forgetting = setTimeout(() => (read = undefined), SOON);
    say({ type: "height", height }, host);
  };
  // What was scrolled to while the frame was too low would be far below when it no longer scrolls.
  addEventListener("resize", () => {
    read?.scrollIntoView({ block: "center", behavior: "instant" });
    read = undefined;
  });
  const settle = () => {
    isSettled = true;
    tell();
  };
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || data?.source !== SOURCE || data.v !== VERSION || data.type !== "hello") return;
    host = origin.startsWith("http") ? origin : "*";
    // From here on, 100svh is whatever the frame has grown to.
    if (outerHeight > BARS) page.style.setProperty("--pa-window", `${outerHeight - BARS}px`);
    told = undefined;
    tell();
  });
  new ResizeObserver(() => {
    const tall = Math.ceil(document.body.getBoundingClientRect().height);
    // A frame that is not shown has no height to speak of.
    height = tall && Math.min(Math.max(tall, LEAST), MOST);
    tell();
  }).observe(document.body);
  for (const event of ["pa-ready", "pa-error"]) atlas.addEventListener(event, settle);
  // Without the loader nothing more will come.
  addEventListener("DOMContentLoaded", () => customElements.get("partner-atlas") ?? settle());
  say({ type: "ready" }, "*");
}
