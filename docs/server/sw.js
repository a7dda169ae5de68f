// Takes the copy for reading without a network away from every device that has one: to be put in the place of
// the published sw.js. See docs/server.md.

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => {
  const ours = `partneratlas ${new URL("./", location.href).pathname} `;
  const clean = async () => {
    for (const name of await caches.keys()) if (name.startsWith(ours)) await caches.delete(name);
    await registration.unregister();
  };
  event.waitUntil(clean());
});
