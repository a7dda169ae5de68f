// From an event to the painted frame, without the wait for the display.
//
// Work is what the main thread does: the event with its microtasks, and the next frame with its
// callbacks, style, layout and paint. What comes later (timers, further frames that change
// something) is counted apart.

const clock = () => performance.now();

// A task of its own, behind all that is queued: whatever runs now is over when it comes.
const channel = new MessageChannel();
const waiting = [];
channel.port1.onmessage = () => waiting.shift()(clock());
const task = () =>
  new Promise((over) => {
    waiting.push(over);
    channel.port2.postMessage(null);
  });

const native = {
  setTimeout: globalThis.setTimeout.bind(globalThis),
  clearTimeout: globalThis.clearTimeout.bind(globalThis),
  requestAnimationFrame: globalThis.requestAnimationFrame.bind(globalThis),
  requestIdleCallback: globalThis.requestIdleCallback.bind(globalThis),
};

// The next frame: from its first callback until it is painted.
export const frame = () =>
  new Promise((over) => {
    native.requestAnimationFrame(() => {
      const start = clock();
      task().then((end) => over({ start, end }));
    });
  });

// A timer that is longer waits for the visitor to pause; it is no part of the answer.
const SOON = 300;

// Timers and idle callbacks of the app: those that wait, and when those that ran did.
const soon = new Set();
let ran = [];

async function note(work) {
  const start = clock();
  work();
  ran.push({ start, end: await task() });
}

globalThis.setTimeout = (work, delay = 0, ...given) => {
  const id = native.setTimeout(() => {
    soon.delete(id);
    note(() => work(...given));
  }, delay);
  if (delay < SOON) soon.add(id);
  return id;
};

globalThis.clearTimeout = (id) => {
  soon.delete(id);
  native.clearTimeout(id);
};

globalThis.requestIdleCallback = (work, options) => {
  const key = Symbol("idle");
  soon.add(key);
  return native.requestIdleCallback((deadline) => {
    soon.delete(key);
    note(() => work(deadline));
  }, options);
};

// Tasks over 50 ms as the browser sees them: a check on the above.
const long = [];
new PerformanceObserver((seen) => long.push(...seen.getEntries())).observe({ type: "longtask" });

const EVERYTHING = { subtree: true, childList: true, attributes: true, characterData: true };
const IDLE_FRAMES = 2;

export async function measure(root, act) {
  await frame();
  ran = [];
  const painted = frame();
  performance.mark("pa-begin");
  const begun = clock();
  act();
  // Long work can be overtaken by its own frame.
  const settled = task();
  const { start, end } = await painted;
  const done = Math.min(await settled, start);
  // The marks are for the browser's trace (benches/src/bin/page/trace.rs).
  performance.mark("pa-end");

  // Only from here on, as watching costs.
  let changed = false;
  const observer = new MutationObserver(() => (changed = true));
  observer.observe(root, EVERYTHING);
  let after = 0;
  let idle = 0;
  while (idle < IDLE_FRAMES || soon.size > 0) {
    const next = await frame();
    idle = changed ? 0 : idle + 1;
    if (changed) after += next.end - next.start;
    changed = false;
  }
  observer.disconnect();
  after += ran.reduce((sum, { start, end }) => sum + end - start, 0);
  const late = long.splice(0).filter((entry) => entry.startTime >= end);
  return {
    script: done - begun,
    render: end - start,
    after,
    late: late.reduce((sum, { duration }) => sum + duration, 0),
  };
}

// The longest time for which the main thread lets nothing else in, until it is stopped.
export function blocks() {
  let longest = 0;
  let goes = true;
  const beat = (async () => {
    let last = clock();
    while (goes) {
      const now = await task();
      longest = Math.max(longest, now - last);
      last = now;
    }
  })();
  return {
    async stop() {
      goes = false;
      await beat;
      return longest;
    },
  };
}
