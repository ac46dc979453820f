"""What a phone takes along, as it lies there and as its page says it."""

from playwright.sync_api import Page, expect

from tests.browser.phones import Phone
from tests.network import Line

# Every row of the kept stores; opening a database that is not there would make it.
KEPT = """async store => {
  const done = request => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const found = (await indexedDB.databases()).find(({name}) => name.startsWith("kept-"))
  if (!found) return []
  const db = await done(indexedDB.open(found.name))
  const rows = db.objectStoreNames.contains(store) ? await done(db.transaction(store).objectStore(store).getAll()) : []
  db.close()
  return rows.map(({main, head, bytes, ...rest}) => rest)
}"""
TELL = "async words => (await navigator.serviceWorker.ready).active.postMessage(words)"
LISTEN = """() => {
  window.told = []
  new BroadcastChannel("pack").addEventListener("message", ({ data }) => window.told.push(data))
}"""


class Bag:
    """A phone with its pack: `row("tools")` on /pack, `kept("pages")` in the database."""

    def __init__(self, phone: Phone, line: Line) -> None:
        self.phone = phone
        self.page: Page = phone.page
        self.line = line

    def open(self, address: str) -> Page:
        return self.phone.open(address)

    def row(self, name: str):
        return self.page.locator(f"[data-pack='{name}']")

    def require(self, *names: str, state: str = "complete") -> None:
        """On /pack: these parts are in that state, and nothing is being fetched."""
        for name in names:
            expect(self.row(name)).to_have_attribute("data-state", state)
            expect(self.row(name)).to_have_attribute("aria-busy", "false")

    def kept(self, store: str) -> list[dict]:
        return self.page.evaluate(KEPT, store)

    def urls(self, part: str = "") -> set[str]:
        return {page["url"] for page in self.kept("pages") if not part or part in page["parts"]}

    def part(self, name: str) -> dict | None:
        return next((part for part in self.kept("parts") if part["name"] == name), None)

    def next_event(self) -> str:
        """On /pack: the name of the part that comes along because it is the next."""
        here = self.page.locator("[data-here] [data-pack^='event-']").first
        expect(here).to_be_visible()
        return here.get_attribute("data-pack")

    def require_rest(self) -> None:
        """On /pack: the worker has nothing more to do."""
        expect(self.page.locator("[data-checked]")).not_to_be_empty()
        self.page.wait_for_timeout(300)

    def take(self, name: str) -> None:
        self.row(name).get_by_role("button", name="Auf diesem Gerät speichern").click()

    def look_again(self) -> list[dict]:
        """„Jetzt nachsehen“; what the worker told until it had nothing more to do."""
        self.page.evaluate(LISTEN)
        self.page.get_by_role("button", name="Jetzt nachsehen").click()
        self.page.wait_for_function("() => window.told.some(({idle}) => idle)")
        return self.page.evaluate("() => window.told")

    def lose_network(self) -> None:
        self.line.becomes("refuse")
