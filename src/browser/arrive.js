// Brings the catalogues that an element's `src` names, by a program of its own, which is fetched once for a page.
// It never fails: what cannot be read is named, and then the built-in catalogue is what there is.

// A second attempt has a query, which its parts inherit.
const HERE = new URL(import.meta.url);
const GLUE = new URL("asset:reader.js" + HERE.search, HERE).href;
const WASM = new URL("asset:reader_bg.wasm" + HERE.search, HERE).href;

// How long the program may take to come, ms. Then fetching has a limit of its own, 8 s; reading and joining what
// came takes a while longer. A program that has broken says nothing at all.
const STARTING = 10_000;
const READING = 30_000;

const MAX_BYTES = 2 * 1024 * 1024;

let reader;

async function start() {
  const [glue, wasm] = await Promise.all([import(GLUE), fetch(WASM)]);
  await glue.default({ module_or_path: wasm });
  return glue;
}

// What came for `host`, which has a `src`: the joined catalogue, where its texts stand, how many records are left
// out, and which addresses could not be used.
export async function arrive(host, isWanted) {
  const addresses = host.getAttribute("src").split(/\s+/).filter(Boolean);
  const { faults, ...arrived } = await bring(addresses, Number(host.getAttribute("max-bytes")));
  if (faults.length > 0 && isWanted()) tell(host, faults, arrived);
  return arrived;
}

const within = (time, promise) =>
  Promise.race([promise, new Promise((_, giveUp) => setTimeout(giveUp, time, new Error("no answer yet")))]);

async function bring(addresses, maxBytes) {
  try {
    reader ??= start();
    const { read } = await within(STARTING, reader);
    const reading = await within(READING, read(addresses, maxBytes > 0 ? maxBytes : MAX_BYTES));
    const { json, ranks, faults, leftOut, unread } = reading;
    reading.free();
    return { json, ranks, faults, leftOut, unread };
  } catch (error) {
    // The next element may have more luck.
    reader = undefined;
    const faults = addresses.map((address) => `${address}: programmet som läser kataloger svarade inte (${error})`);
    return { json: "", ranks: new Uint32Array(), faults, leftOut: 0, unread: addresses };
  }
}

// For those who keep the catalogues and the page; a visitor reads a sentence above the list.
function tell(host, faults, { leftOut, unread }) {
  for (const fault of faults) console.warn(`partner-atlas: ${fault}`);
  const message = `${unread.length} catalogues could not be read, ${leftOut} records are left out`;
  const detail = { code: "src", message, faults };
  host.dispatchEvent(new CustomEvent("pa-error", { bubbles: true, composed: true, detail }));
}
