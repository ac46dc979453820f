"""Everything that a browser keeps of an address, read out in full: what is not in here is nowhere on the device."""

import json

from playwright.sync_api import BrowserContext, Page

# Keys are named, never exported; octets are shown as letters, so that words in them would be found.
READ = """async () => {
  const plain = value => {
    if (value instanceof CryptoKey) return { key: value.algorithm.name, canLeave: value.extractable }
    if (value instanceof ArrayBuffer) return new TextDecoder().decode(value)
    if (ArrayBuffer.isView(value)) return new TextDecoder().decode(value)
    if (Array.isArray(value)) return value.map(plain)
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]))
    return value
  }
  const done = request => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const databases = {}
  for (const { name } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name))
    databases[name] = {}
    for (const store of db.objectStoreNames) {
      const tx = db.transaction(store)
      const [keys, values] = await Promise.all([done(tx.objectStore(store).getAllKeys()), done(tx.objectStore(store).getAll())])
      databases[name][store] = keys.map((key, place) => [key, plain(values[place])])
    }
    db.close()
  }
  const answers = {}
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) answers[`${name} ${request.url}`] = await (await cache.match(request)).text()
  }
  return { databases, answers, local: { ...localStorage }, session: { ...sessionStorage }, state: history.state }
}"""


class Stores:
    """All stores as one page of this device sees them, with the cookies of its browser."""

    def __init__(self, page: Page):
        read = page.evaluate(READ)
        self.databases: dict[str, dict[str, list]] = read["databases"]
        self.cookies = page.context.cookies()
        self.text = json.dumps([read, self.cookies], ensure_ascii=False)

    @property
    def rows(self) -> list[dict]:
        return [row for _, row in self.databases.get("outbox", {}).get("ops", [])]

    @property
    def meta(self) -> dict:
        return dict(self.databases.get("outbox", {}).get("meta", []))

    @property
    def kept(self) -> list[str]:
        return [name for name in self.databases if name.startswith("kept-")]

    def found(self, *words: str) -> list[str]:
        """Those of the words that stand somewhere in a store."""
        return [word for word in words if word in self.text]


def stores_of(context: BrowserContext, address: str) -> Stores:
    """Read from a page without scripts of ours, so that looking changes nothing."""
    page = context.new_page()
    try:
        page.goto(f"{address}/livez")
        return Stores(page)
    finally:
        page.close()
