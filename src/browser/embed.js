// Defines <partner-atlas>. The program is fetched when the first element nears the viewport, once
// for all elements of the page. Until it has drawn, and if it cannot, the element's own content
// stays: a shadow root without a slot would hide it, so the root comes last.

const GLUE = new URL("__GLUE__", import.meta.url);
const WASM = new URL("__WASM__", import.meta.url);
const NEAR = "300px";

let program;

function load() {
  program ??= (async () => {
    const glue = await import(GLUE.href);
    await glue.default({ module_or_path: WASM });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(glue.styleText());
    return { mount: glue.mount, sheet };
  })();
  // A failed download may succeed for the next element.
  program.catch(() => (program = undefined));
  return program;
}

class PartnerAtlas extends HTMLElement {
  #app;
  #waiting;

  connectedCallback() {
    this.#waiting = new IntersectionObserver(
      (seen) => {
        if (seen.some((entry) => entry.isIntersecting)) this.#start();
      },
      { rootMargin: NEAR },
    );
    this.#waiting.observe(this);
  }

  disconnectedCallback() {
    this.#waiting?.disconnect();
    // Moving a node takes it out and puts it back at once; the app stays through that.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#app?.free();
      this.#app = undefined;
    });
  }

  async #start() {
    this.#waiting.disconnect();
    if (this.#app) return;
    try {
      const { mount, sheet } = await load();
      if (!this.isConnected || this.#app) return;
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      root.replaceChildren();
      this.#app = mount(this, root);
    } catch (error) {
      // The element's own content shows again through a slot.
      this.shadowRoot?.replaceChildren(document.createElement("slot"));
      console.error("partner-atlas:", error);
      const detail = { message: String(error) };
      this.dispatchEvent(new CustomEvent("pa-error", { bubbles: true, composed: true, detail }));
    }
  }
}

if (!customElements.get("partner-atlas")) customElements.define("partner-atlas", PartnerAtlas);
