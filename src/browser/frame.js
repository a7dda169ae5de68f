// For pages that show iframe.html of the folder in which this script lies: makes each such frame as tall as what
// is in it. Nothing that a frame says does more than that. Without this script, a frame scrolls. The protocol is
// described in docs/adr/0022-a-frame-that-grows.md.

const HERE = new URL(import.meta.url);
const PAGES = ["iframe.html", "en/iframe.html"].map((page) => new URL(page, HERE).href);
const SOURCE = "partner-atlas";
const VERSION = 1;
const LEAST = 100;
const MOST = 20_000;

// Whatever it asks of the page.
const isOurs = (frame) => PAGES.includes(frame.src.split(/[?#]/, 1)[0]);
const frames = () => [...document.querySelectorAll("iframe")].filter(isOurs);

// Holds nothing that anybody may not know, so it may be told to whatever is in the frame by now.
const greet = (frame) => frame.contentWindow?.postMessage({ source: SOURCE, v: VERSION, type: "hello" }, "*");

// In a sandbox, a page has no origin, unless it is allowed to keep its own.
function originOf(frame) {
  const isBare = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  return isBare ? "null" : HERE.origin;
}

function fit(frame, height) {
  if (!Number.isInteger(height) || height < LEAST || height > MOST) return;
  const edges = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
  frame.style.setProperty("height", `${height + edges}px`, "important");
}

addEventListener("message", ({ source, origin, data }) => {
  if (data?.source !== SOURCE || data.v !== VERSION) return;
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame || origin !== originOf(frame)) return;
  if (data.type === "ready") greet(frame);
  if (data.type === "height") fit(frame, data.height);
});

// Those that were ready before this script was; others say so when they are, whenever they come.
frames().forEach(greet);
