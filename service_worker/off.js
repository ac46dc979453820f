// The kill switch: takes the worker and what is kept for reading off a device. What waits to be sent stays.
const worker = /** @type {any} */ (self)

worker.addEventListener("install", () => worker.skipWaiting())
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(leave()))

async function leave() {
  for (const name of await caches.keys()) await caches.delete(name)
  for (const { name = "" } of await indexedDB.databases?.() ?? [])
    if (name.startsWith("kept-")) indexedDB.deleteDatabase(name)
  await worker.registration.unregister()
}
