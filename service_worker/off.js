// The kill switch: takes the worker and what is kept for reading off a device. What waits to be sent stays.
const worker = /** @type {any} */ (self)
const PATIENCE = 5000

worker.addEventListener("install", () => worker.skipWaiting())
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(leave()))

async function leave() {
  const databases = await indexedDB.databases?.() ?? []
  const kept = databases.map(({ name = "" }) => name).filter(name => name.startsWith("kept-"))
  await Promise.all([...kept.map(gone), ...(await caches.keys()).map(name => caches.delete(name))])
  await worker.registration.unregister()
}

/** Waits for whoever has it open; who does not let go may keep it, the rest must go on. @param {string} name */
const gone = name => new Promise(resolve => {
  const request = indexedDB.deleteDatabase(name)
  request.onsuccess = request.onerror = resolve
  setTimeout(resolve, PATIENCE)
})
