// Opens a catalogue, mounts the app on it, and lets the runner play its interactions.

import { blocks, frame, measure } from "./measure.js";
import { action, tidy } from "./act.js";
import init, { memoryBytes, mountSource, openCatalogue, styleText } from "./partneratlas.js";

const TODAY = "2026-11-21";
const host = document.querySelector("partner-atlas");
let root;

async function open(size, view) {
  await init();
  host.setAttribute("view", view);
  host.setAttribute("today", TODAY);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styleText());
  const file = await (await fetch(`/catalogue-${size}.json`)).arrayBuffer();
  await frame();

  const opening = blocks();
  const begun = performance.now();
  const source = await openCatalogue(new Uint8Array(file), TODAY);
  const opened = performance.now();
  const openBlock = await opening.stop();

  const mounting = blocks();
  root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  const before = performance.now();
  // Kept by the page for as long as it lives.
  globalThis.mounted = mountSource(host, root, source);
  const { end } = await frame();
  const mountBlock = await mounting.stop();
  return {
    ...source.timings,
    bytes: file.byteLength,
    open: opened - begun,
    openBlock,
    mount: end - before,
    mountBlock,
    memory: memoryBytes(),
    nodes: nodes(),
    spin: await spin(),
  };
}

// How fast this machine is right now: a fixed loop, the best of three.
async function spin() {
  const once = () => {
    const begun = performance.now();
    let number = 1;
    for (let turn = 0; turn < 20_000_000; turn++) number = (Math.imul(number, 1103515245) + 12345) | 0;
    // Used, so that the loop is not left out.
    globalThis.spun = number;
    return performance.now() - begun;
  };
  return Math.min(once(), once(), once());
}

const nodes = () => root.querySelectorAll("*").length;
const count = () => Number(root.querySelector("[role=status]").dataset.count);

// Plays steps until they end or the time is up; the runner asks for the rest.
async function run(steps, budget) {
  const until = performance.now() + budget;
  const results = [];
  for (const step of steps) {
    const result = await measure(root, await action(host, root, step));
    results.push({ ...result, nodes: nodes(), count: count() });
    await tidy(root);
    if (performance.now() > until) break;
  }
  return results;
}

globalThis.bench = { open, run, spin };
