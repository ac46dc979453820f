// The kill switch: takes the worker and what is kept for reading off a device. What waits to be sent stays.
const worker = /** @type {any} */ (self)

worker.addEventListener("install", () => worker.skipWaiting())
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(leave()))

async function leave() {
  const databases = await indexedDB.databases?.() ?? []
  const kept = databases.map(({ name = "" }) => name).filter(name => name.startsWith("kept-"))
  await Promise.all([...kept.map(empty), ...(await caches.keys()).map(name => caches.delete(name))])
  await worker.registration.unregister()
}

/** Emptied first: a page that has it open may keep it from going. @param {string} name */
const empty = name => new Promise(resolve => {
  const opened = indexedDB.open(name)
  opened.onerror = resolve
  opened.onsuccess = () => {
    const stores = [...opened.result.objectStoreNames]
    const tx = stores.length ? opened.result.transaction(stores, "readwrite") : undefined
    for (const store of stores) tx?.objectStore(store).clear()
    opened.result.close() // after the transaction
    indexedDB.deleteDatabase(name)
    if (tx) tx.oncomplete = tx.onabort = resolve
    else resolve(undefined)
  }
})
