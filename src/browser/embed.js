// Defines <partner-atlas>. Its own content can be read from the start. The program is fetched when the
// first element nears the window, once for all elements of the page, and takes over in one frame when it
// has drawn. Whatever goes wrong, then or later, the own content is what is seen. The reasons are in
// docs/adr/0017-the-static-page-gives-way.md.

// A second attempt imports this very file with a query, which its parts inherit, so that all are new:
// browsers remember a module that failed, and the glue remembers a program that broke.
const HERE = new URL(import.meta.url);
const at = (path) => new URL(path, HERE).href;
const GLUE = at("asset:partneratlas.js");
const WASM = at("asset:partneratlas_bg.wasm");
const STAGE = at("asset:stage.js");
const AGAIN = "again";

const NEAR = "300px";
const PATIENCE = 10_000;
// How long to wait for a paint that may never come.
const UNSEEN = 1000;
// A live region has to be known before it says something.
const PAUSE = 100;

const WORDS = {
  sv: {
    failed: "Sökning, filter, tidslinje och karta kunde inte startas.",
    below: "Alla uppgifter finns ändå här nedanför.",
    again: "Försök igen",
    trying: "Försöker igen …",
  },
  en: {
    failed: "Search, filters, timeline and map could not be started.",
    below: "All the information is still here below.",
    again: "Try again",
    trying: "Trying again …",
  },
};

const NOTE_STYLE = `
  :host { display: block }
  [part=note]:not(:empty) { margin: 0 0 1.5em; border-inline-start: 3px solid; padding-inline-start: 1em }
  p { margin: 0 0 0.5em }
  button { min-height: 44px; padding: 0 1em; font: inherit }`;

// What is below the element does not move when the app comes; a rule of the host's page wins over this one.
const RESERVE = ":host { display: block; min-height: 100vh }";

// What decides how the app is drawn; `theme` is read by the style sheet alone.
const ATTRIBUTES =
  "src max-bytes today lang view views facets heading-level label url-state url-prefix form status kommun land ort tema program fran till";

// What keeps the visitor in place; without its script, the browser does what it can.
let tools = { hold: () => () => {} };
const bring = async () => (tools = await import(STAGE + HERE.search));

// The page itself is painted first: on a slow connection, the program would compete with what is needed for that. A
// tab that nobody looks at is not painted.
const painted = () =>
  new Promise((go) => {
    setTimeout(go, UNSEEN);
    const seen = globalThis.PerformanceObserver && new PerformanceObserver(() => go(seen.disconnect()));
    seen?.observe({ type: "paint", buffered: true });
  });

// Fetches the program and starts it.
export async function load() {
  await painted();
  const again = HERE.search;
  const stage = bring();
  stage.catch(() => {});
  // Missing in browsers that were told to be careful. Whether a policy allows Wasm, only trying tells.
  if (!globalThis.WebAssembly) throw new Error("there is no WebAssembly");
  const [{ start }, glue, wasm] = await Promise.all([stage, import(GLUE + again), fetch(WASM + again)]);
  return start(glue, wasm, [GLUE, WASM, again]);
}

// The program that is being fetched or runs, for all elements of the page.
let program;
let mayTryAgain = true;
const elements = new Set();

class PartnerAtlas extends HTMLElement {
  static observedAttributes = ATTRIBUTES.split(" ");

  #nearing;
  // The program that it waits for; the same when it is there, and where it shows what it draws.
  #program;
  #loaded;
  #stage;
  // Tells a start from an earlier one, which may still be waiting.
  #run;
  // Attributes that have changed since the app was drawn.
  #changed = "";

  connectedCallback() {
    elements.add(this);
    // Pages of this site are as long as they will be.
    if (!this.shadowRoot && !this.hasAttribute("page")) this.#show(RESERVE);
    if (this.#isAddressed()) return this.#start();
    this.#nearing = new IntersectionObserver(
      (seen) => {
        if (seen.some((entry) => entry.isIntersecting)) this.#start();
      },
      { rootMargin: NEAR },
    );
    this.#nearing.observe(this);
  }

  disconnectedCallback() {
    this.#nearing?.disconnect();
    // Moving a node takes it out and puts it back at once; the app stays through that.
    queueMicrotask(() => {
      if (this.isConnected) return this.#stage?.look();
      elements.delete(this);
      this.#stage?.leave();
      this.#program = this.#loaded = this.#stage = this.#run = undefined;
      this.#show(RESERVE);
    });
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.#stage) return;
    this.#changed += ` ${name}`;
    // What is being drawn is out of date. Of several changes at once, the last one draws.
    const run = (this.#run = {});
    queueMicrotask(() => this.#run === run && this.#enter());
  }

  // Whether the address of the page is about what this element shows.
  #isAddressed() {
    const { search, hash } = location;
    const own = { query: search, hash }[this.getAttribute("url-state")];
    return own?.includes(this.getAttribute("url-prefix") ?? "pa.");
  }

  async #start() {
    this.#nearing?.disconnect();
    program ??= load();
    if (this.#program === program) return;
    const mine = (this.#program = program);
    this.#stage = undefined;
    const run = (this.#run = {});
    const isMine = () => this.#run === run;
    const isWaiting = () => this.#program === mine && !this.#stage?.isFilled && !this.#stage?.isReading;
    const impatience = setTimeout(() => isWaiting() && this.#fail(new Error("no answer yet")), PATIENCE);
    try {
      const loaded = await mine;
      if (!isMine()) return;
      this.#loaded = loaded;
      this.#stage = loaded.stage(this);
      await this.#enter();
    } catch (error) {
      if (isMine()) this.#fail(error);
    } finally {
      clearTimeout(impatience);
    }
  }

  // Draws the app, once more where attributes have changed.
  async #enter() {
    const run = (this.#run = {});
    const isMine = () => this.#run === run;
    try {
      await this.#stage.enter(isMine, this.#changed);
      if (isMine()) this.#changed = "";
    } catch (error) {
      if (!PartnerAtlas.notice(error) && isMine()) this.#fail(error);
    }
  }

  // A shadow root hides the own content, but for a slot.
  #show(style, ...nodes) {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.replaceChildren(...nodes, document.createElement("slot"));
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      root.adoptedStyleSheets = [sheet];
    } catch {
      // Without constructed sheets it looks as the browser likes.
    }
  }

  // Gives the own content back.
  #fail(error) {
    const settle = this.#stage?.leave() ?? tools.hold(this, this);
    this.#excuse(settle);
    console.error("partner-atlas:", error);
    const detail = { code: "program", message: String(error) };
    this.dispatchEvent(new CustomEvent("pa-error", { bubbles: true, composed: true, detail }));
  }

  // Says what is missing, not why: nothing of it is the visitor's doing.
  #excuse(settle) {
    const lang = this.closest("[lang]")?.lang.toLowerCase().startsWith("en") ? "en" : "sv";
    const words = WORDS[lang];
    const note = document.createElement("div");
    note.part = "note";
    note.lang = lang;
    note.setAttribute("role", "status");
    this.#show(NOTE_STYLE, note);
    settle(this);
    setTimeout(() => {
      if (!note.isConnected) return;
      const keep = tools.hold(this, this);
      const text = document.createElement("p");
      text.tabIndex = -1;
      // In a page of somebody else's, nobody knows what is below.
      text.textContent = this.hasAttribute("page") ? `${words.failed} ${words.below}` : words.failed;
      note.append(text);
      if (mayTryAgain) note.append(this.#button(words));
      keep(this);
      settle(this.shadowRoot, true);
    }, PAUSE);
  }

  #button(words) {
    const button = document.createElement("button");
    button.textContent = words.again;
    button.onclick = () => {
      button.textContent = words.trying;
      button.setAttribute("aria-disabled", "true");
      PartnerAtlas.#tryAgain();
    };
    return button;
  }

  // Once, for all. A newer loader may know other files than this one does; what is still on its way may
  // come first.
  static #tryAgain() {
    if (!mayTryAgain) return;
    mayTryAgain = false;
    const anew = new URL(HERE);
    anew.searchParams.set(AGAIN, "");
    program = Promise.any([program, import(anew).then((loader) => loader.load())]);
    for (const element of elements) if (element.#program && !element.#stage?.isFilled) element.#start();
  }

  // Takes note of an error; says whether it has stopped the program, and with it all that it draws.
  static notice(error) {
    const stopped = [...elements].filter((element) => element.#loaded?.hasBroken(error));
    if (stopped.length === 0) return false;
    program = Promise.reject(error);
    program.catch(() => {});
    for (const element of stopped) element.#loaded.stop();
    for (const element of stopped) {
      element.#fail(error);
      element.#loaded = element.#stage = element.#run = undefined;
    }
    return true;
  }
}

if (!customElements.get("partner-atlas")) {
  customElements.define("partner-atlas", PartnerAtlas);
  addEventListener("error", (event) => PartnerAtlas.notice(event.error));
  addEventListener("unhandledrejection", (event) => PartnerAtlas.notice(event.reason));
}
