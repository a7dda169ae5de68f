// The copy that a visitor of the standalone page has asked for, to read without a network: one build, whole,
// or nothing. `cargo xtask build` fills in which. Why it does what it does: docs/adr/0019-offline-only-when-asked.md.

const BUILD = "__BUILD__";
// Paths from here; pages by their folders, as they are asked for.
const FILES = ["__FILES__"];

const HERE = new URL("./", location.href);
// Several catalogues of one host have a worker each, and share its caches.
const OURS = `partneratlas ${HERE.pathname} `;
const KEPT = { cacheName: OURS + BUILD, ignoreSearch: true, ignoreVary: true };
// How long the network is waited for, and how long not at all after it has been too slow, so that one page
// does not wait for each of its scripts.
const PATIENCE = 3000;
const IMPATIENCE = 10_000;
const LATE = Symbol("late");
let slowUntil = 0;

async function keep() {
  const cache = await caches.open(KEPT.cacheName);
  try {
    await cache.addAll(FILES.map((path) => new Request(new URL(path, HERE), { cache: "no-cache" })));
    // A new build may have come while this one was fetched: no copy is better than one of two halves.
    const worker = await fetch(location.href, { cache: "no-store" });
    if (!(await worker.text()).includes(BUILD)) throw new Error("another build was published meanwhile");
  } catch (error) {
    await caches.delete(KEPT.cacheName);
    throw error;
  }
}

// Only when no page is open any more that the worker of an older build serves.
async function dropOthers() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(OURS) && name !== KEPT.cacheName);
  await Promise.all(others.map((name) => caches.delete(name)));
}

// For a page, browsers take no answer that remembers having been redirected.
async function kept(url) {
  const answer = await caches.match(url.href.replace(/index\.html(?=[?#]|$)/, ""), KEPT);
  return answer?.redirected ? new Response(answer.body, { headers: answer.headers }) : answer;
}

// What may have changed comes from the network, if that answers in time and is in order.
async function newest(request, url) {
  const network = fetch(request);
  const wait = Date.now() < slowUntil ? 0 : PATIENCE;
  const tooLate = new Promise((resolve) => setTimeout(resolve, wait, LATE));
  const answer = await Promise.race([network.catch(() => undefined), tooLate]);
  if (answer?.status < 500) return answer;
  if (answer === LATE && wait) slowUntil = Date.now() + IMPATIENCE;
  return (await kept(url)) ?? network;
}

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(dropOthers()));

// A page that this worker serves has taken the copy away, and wants it after all: browsers then bring back the
// worker as it was, without installing it again.
addEventListener("message", (event) => {
  const answer = (isKept) => event.ports[0].postMessage(isKept);
  event.waitUntil(keep().then(() => answer(true), () => answer(false)));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const isOurs = url.origin === HERE.origin && url.pathname.startsWith(HERE.pathname);
  if (request.method !== "GET" || !isOurs) return;
  const isFixed = url.pathname.startsWith(`${HERE.pathname}assets/`);
  event.respondWith(isFixed ? kept(url).then((answer) => answer ?? fetch(request)) : newest(request, url));
});
