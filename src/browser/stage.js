// What happens while the app takes the place of an element's own content, and when it gives it back. The
// reasons are in docs/adr/0017-the-static-page-gives-way.md.

// While it is drawn in parts, the app lies behind what is there, as wide as it will be.
const VEIL = `
  :host { position: relative }
  .veiled { position: absolute; inset: 0 0 auto; height: 0; overflow: clip; visibility: hidden }`;

// The attributes on which the catalogue depends, and not only how it is shown.
const CATALOGUE = /\b(src|max-bytes|today|form|status|kommun|land|ort|tema|program|fran|till)\b/;

// A second attempt has a query, which this script's own parts inherit.
const HERE = new URL(import.meta.url);

// What a host tells of its colours.
const DARK = matchMedia("(prefers-color-scheme: dark)");

// Lets the browser answer the visitor between two parts, in a background tab as well, where timers are slow.
const pause = () =>
  new Promise((go) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = go;
    port2.postMessage(0);
  });

export function sheetOf(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

const topOf = (node) => node.getBoundingClientRect().top;
const endOf = (node) => node.getBoundingClientRect().bottom;
const isSeen = (node) => node.getClientRects().length > 0;
const find = (side, selector) => [...side.querySelectorAll(selector)].find(isSeen);
const entryOf = (node) => node.closest("[data-project]")?.dataset.project ?? "";
const named = (id) => `[data-project="${CSS.escape(id)}"]`;

// Notes where the visitor is on one side of an element, its own content or what its shadow root holds: at the
// entry that is at the top of the window, or at the element's end, once its beginning has been scrolled past;
// and what has the focus. What it returns brings them to the same place on the other side.
export function hold(host, side) {
  const hasBegun = topOf(host) < 0;
  const entry = hasBegun && [...side.querySelectorAll("[data-project]")].find((node) => endOf(node) > 0);
  const [top, end] = [entry && topOf(entry), endOf(host)];
  const outer = host.getRootNode().activeElement;
  const focused = outer === host ? (host.shadowRoot?.activeElement ?? host) : outer;
  const isElsewhere = () => ![outer, host, document.body, null].includes(host.getRootNode().activeElement);
  return (other, isLate) => {
    const twin = entry && find(other, named(entryOf(entry)));
    const isPast = hasBegun && Math.min(end, endOf(host)) < innerHeight;
    const way = twin ? topOf(twin) - top : isPast ? endOf(host) - Math.min(end, innerHeight) : 0;
    if (!isLate) scrollBy({ top: way, behavior: "instant" });
    if (!host.contains(outer) || isSeen(focused) || isElsewhere()) return;
    const places = [`${named(entryOf(focused))} a`, ".detail h2", ".results h2", "[part=note] > :last-child"];
    const place = places.map((selector) => find(other, selector)).find(Boolean);
    place?.focus({ preventScroll: true });
  };
}

// The red, green and blue of a colour, in whatever way it is written, and how opaque it is; all from 0 to 1.
// `box` is a node that shows no colour of its own.
function partsOf(colour, box) {
  box.style.color = `color-mix(in srgb, ${colour}, ${colour})`;
  const [red, green, blue, opacity = 1] = getComputedStyle(box).color.match(/[\d.]+(?:e-\d+)?(?![a-z])/g).map(Number);
  box.style.color = "";
  return [red, green, blue, opacity];
}

// Whether what lies behind an element is dark: its first ground that is not clear, or what the page says where
// there is none.
function isOnDark(host, box) {
  for (let node = host; node; node = node.assignedSlot ?? node.parentElement ?? node.getRootNode().host) {
    const [red, green, blue, opacity] = partsOf(getComputedStyle(node).backgroundColor, box);
    if (opacity > 0.5) return red * 0.3 + green * 0.6 + blue * 0.1 < 0.43;
  }
  const { colorScheme } = getComputedStyle(host.parentElement ?? document.documentElement);
  const page = document.querySelector("meta[name=color-scheme]")?.content ?? "";
  const scheme = colorScheme === "normal" ? page : colorScheme;
  return scheme.includes("dark") && (DARK.matches || !scheme.includes("light"));
}

// Follows the host's light and dark, where the element is not told which it is.
function followGround(host, box, paint) {
  let was;
  const look = () => {
    const is = isOnDark(host, box());
    if (is !== was) paint(is ? "dark" : "light");
    was = is;
  };
  const watch = new MutationObserver(look);
  for (const node of [document.documentElement, document.body]) watch.observe(node, { attributes: true });
  DARK.addEventListener("change", look);
  // A ground that fades has its colour at the end.
  document.addEventListener("transitionend", look, { passive: true });
  const stop = () => {
    watch.disconnect();
    DARK.removeEventListener("change", look);
    document.removeEventListener("transitionend", look);
  };
  return { look, stop };
}

// What one element shows in place of its own content.
class Stage {
  #program;
  #host;
  #app;
  // What it is drawn in, and from.
  #box;
  #opened;
  #ground;
  // Catalogues from elsewhere are waited for as long as their own script says.
  isReading = false;

  constructor(program, host) {
    this.#program = program;
    this.#host = host;
  }

  get isFilled() {
    return Boolean(this.#app);
  }

  // Draws the app behind what is there, and shows it when it is whole; stops half-way where nobody wants it
  // any more. `changed` are the attributes by which it differs from what is drawn already.
  async enter(isWanted, changed) {
    const { glue } = this.#program;
    const isSame = this.#opened && !CATALOGUE.test(changed);
    const opened = isSame ? this.#opened : await this.#open(isWanted);
    if (!opened) return;
    const box = document.createElement("div");
    let app;
    try {
      if (!isWanted()) return;
      app = glue.mount(this.#host, () => this.#veil(box), opened, this.#app?.choice(changed));
      do await pause();
      while (isWanted() && app.grow());
      if (isWanted()) this.#reveal(app, box, opened);
    } finally {
      // What was there before is freed by those who take it away.
      if (!isSame && this.#opened !== opened) opened.free();
      if (this.#app !== app) {
        app?.free();
        box.remove();
      }
    }
  }

  // The catalogue with its index; nothing where nobody wants it any more.
  async #open(isWanted) {
    const { glue } = this.#program;
    const told = this.#host.getAttribute("src")?.trim() && (await this.#arrive(isWanted));
    await pause();
    if (!isWanted()) return undefined;
    const arrived = told ? new glue.Arrived(told.json, told.ranks, told.leftOut, told.unread) : undefined;
    return glue.open(this.#host, arrived, pause);
  }

  // What came from elsewhere. Without the script that brings it, the built-in catalogue is what there is.
  async #arrive(isWanted) {
    const host = this.#host;
    try {
      const { arrive } = await import("asset:arrive.js" + HERE.search);
      this.isReading = true;
      return await arrive(host, isWanted);
    } catch (error) {
      console.error("partner-atlas:", error);
      return { json: "", ranks: new Uint32Array(), leftOut: 0, unread: host.getAttribute("src").split(/\s+/) };
    }
  }

  // Makes room for the app, behind what is there: the own content, a note maybe, or an earlier app.
  #veil(box) {
    const { underVeil, veil } = this.#program;
    const root = this.#host.shadowRoot ?? this.#host.attachShadow({ mode: "open" });
    if (!root.firstChild) root.append(document.createElement("slot"));
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...(this.#app ? [] : [underVeil, veil])];
    box.className = "veiled";
    root.append(box);
    return box;
  }

  // From here on, the app is what is seen.
  #reveal(app, box, opened) {
    const root = this.#host.shadowRoot;
    const settle = hold(this.#host, this.#box ?? this.#host);
    box.className = "";
    root.replaceChildren(box);
    const [before, last] = [this.#app, this.#opened];
    [this.#app, this.#box, this.#opened] = [app, box, opened];
    before?.free();
    if (last !== opened) last?.free();
    const { sheet, veil } = this.#program;
    if (!this.#ground) root.adoptedStyleSheets = [sheet, veil];
    // The pages of this site have the same two grounds as the element.
    if (!this.#host.hasAttribute("page")) {
      this.#ground ??= followGround(this.#host, () => this.#box, (scheme) => {
        const told = sheetOf(`:host(:not([theme=light], [theme=dark])) { color-scheme: ${scheme} }`);
        root.adoptedStyleSheets = [sheet, veil, told];
      });
      this.look();
    }
    settle(box);
  }

  // Sees to light and dark once more: the element may lie elsewhere.
  look() {
    this.#ground?.look();
  }

  // Takes the app away; what it returns keeps the visitor in place.
  leave() {
    const settle = this.#box && hold(this.#host, this.#box);
    this.#ground?.stop();
    try {
      this.#app?.free();
      this.#opened?.free();
    } catch {
      // A program that has broken may not manage even that.
    }
    this.#app = this.#box = this.#opened = this.#ground = undefined;
    return settle;
  }
}

// Starts the program: what it needs for each element, and whether an error has stopped it. `files` are the
// addresses of its two files, and the query of this attempt.
export async function start(glue, wasm, files) {
  await glue.default({ module_or_path: wasm });
  await pause();
  const style = glue.styleText();
  const program = {
    glue,
    sheet: sheetOf(style),
    // Under the veil, what the sheet says of the element is true of the app alone, and not of the own content.
    underVeil: sheetOf(style.replace(/:host(?!\()/g, ".app")),
    veil: sheetOf(VEIL),
  };
  return {
    stage: (host) => new Stage(program, host),
    stop: glue.stop,
    hasBroken: (error) => hasBroken(error, ...files),
  };
}

// Whether an error that nobody caught has stopped this program: it began in its files, and whatever
// passes through Wasm leaves it half-way. One in a listener of the host's, which the program may have
// called, began elsewhere; one of the document's is a promise that it broke. In a stack a second program
// can have the name of the first, which may still make errors: the glue that called it has its own.
function hasBroken(error, glue, wasm, again) {
  if (!(error instanceof Error) || error instanceof DOMException) return false;
  const stack = String(error.stack);
  const first = stack.search(/https?:/);
  // Compiled whole, and not as it came, Wasm has no address, and the glue below it may be cut off.
  if (first < 0) return error instanceof WebAssembly.RuntimeError && stack.includes("wasm://");
  if (!stack.startsWith(glue, first) && !stack.startsWith(wasm, first)) return false;
  return !stack.includes(glue) || stack.includes(`${glue}${again}:`);
}
