// Starts the program of the page bygg/. Where it cannot start, the page says what can be done without it.
import start from "asset:bygg.js";

await start({ module_or_path: new URL("asset:bygg_bg.wasm", import.meta.url) });
