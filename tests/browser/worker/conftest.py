"""Phones on which the worker is at home, and what lies on them."""

import pytest

from tests.browser.phones import Phone

CONTROLLED = "navigator.serviceWorker.ready.then(() => !!navigator.serviceWorker.controller)"
# Every row of every store of every database, and every answer in every cache.
EVERYTHING = """async () => {
  const done = request => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const found = {}
  for (const { name } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name))
    for (const store of db.objectStoreNames)
      (found[`${name.replace(/-.*/, "")} ${store}`] ??= []).push(...await done(db.transaction(store).objectStore(store).getAll()))
    db.close()
  }
  return found
}"""
KEPT = f"""async address => {{
  const everything = await ({EVERYTHING})()
  return everything["kept shell"]?.some(({{ html }}) => html) && everything["kept pages"].some(({{ url }}) => url === address)
}}"""
URLS = f"async () => ((await ({EVERYTHING})())['kept pages'] ?? []).map(({{url}}) => url)"


class Reader:
    """Somebody who reads on their phone, over a line that may fail."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self.page = phone.page

    def visit(self, address: str) -> None:
        """Reads a page and stays until it is kept, with the shell around it."""
        self.page.goto(address)
        self.wait(KEPT, address)

    def wait(self, expression: str, *words: str) -> None:
        self.phone.wait(expression, *words)

    def kept(self) -> list[str]:
        return self.page.evaluate(URLS)

    def everything(self) -> dict[str, list]:
        return self.page.evaluate(EVERYTHING)

    def worker(self):
        """Where code can be run inside the worker."""
        return self.phone.context.service_workers[-1]


@pytest.fixture
def reader_of(phones, line):
    """`reader_of("heinz")` is his phone, on which the worker is at home."""

    def settled(handle: str, **more) -> Reader:
        phone = phones(handle, address=line.address, **more)
        phone.open("/privacy")
        reader = Reader(phone)
        reader.wait(CONTROLLED)
        return reader

    return settled


@pytest.fixture
def heinz(reader_of) -> Reader:
    return reader_of("heinz")
