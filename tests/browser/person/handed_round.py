"""What people do with a phone before they hand it on."""

from playwright.sync_api import Page, expect

from tests.browser.person.stores import Stores, stores_of
from tests.browser.phones import Phone
from tests.network import Line
from tests.serving.starts import wait_until

PASSWORD = "nachbarschaft"
REPLY = "form[data-outbox=post]"
IS_CONTROLLED = "navigator.serviceWorker.ready.then(() => !!navigator.serviceWorker.controller)"


class HandedRound:
    """One browser; whoever holds it signs in with the form."""

    def __init__(self, phone: Phone, line: Line):
        self.phone = phone
        self.line = line
        self.page: Page = phone.page
        self.context = phone.context

    def sign_in(self, handle: str, device: str = "mine") -> None:
        self.phone.sign_in(f"{handle}@demo.example", PASSWORD, device)
        if not self.page.evaluate(IS_CONTROLLED):
            self.page.reload()  # it was on its way when the worker took over
        assert wait_until(lambda: self.page.evaluate(HAS_KEY), 20)

    def open(self, address: str) -> Page:
        self.page.goto(address)
        return self.page

    def keeps(self, address: str) -> None:
        """Opens a page, and waits until the device has kept it."""
        self.page.goto(address)
        assert wait_until(lambda: self.page.evaluate(IS_KEPT, address), 20)

    def loses_network(self) -> None:
        self.line.becomes("refuse")
        self.context.set_offline(True)

    def finds_network(self) -> None:
        self.line.becomes("ok")
        self.context.set_offline(False)

    def writes(self, *texts: str) -> None:
        """Replies, on the page of a topic that is open."""
        before = self.page.locator(".post[data-pending]").count()
        for number, text in enumerate(texts, 1):
            form = self.page.locator(REPLY)
            form.locator("textarea").fill(text)
            form.get_by_role("button", name="Absenden").click()
            expect(self.page.locator(".post[data-pending]")).to_have_count(before + number)

    def leaves(self, answer: str | None = None) -> None:
        """Presses „Abmelden“ in the menu, or where the menu would be."""
        self.page.goto("/menu")
        self.page.locator("main").get_by_role("button", name="Abmelden", exact=True).click()
        if answer:
            self.page.get_by_role("dialog").get_by_role("button", name=answer).click()

    def is_left(self) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Sie sind abgemeldet")

    def is_nobodys(self) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Anmelden")
        expect(self.page.locator("main")).to_have_attribute("data-account", "")

    def stores(self) -> Stores:
        return stores_of(self.context, self.line.address)


# Whether the key of this page's person is on the device; a database that is not there yet is not made by asking.
HAS_KEY = """async () => {
  if (!(await indexedDB.databases()).some(({ name }) => name === "outbox")) return false
  const { account } = document.querySelector("main").dataset
  const opening = indexedDB.open("outbox")
  const db = await new Promise(resolve => opening.onsuccess = () => resolve(opening.result))
  const asked = db.transaction("meta").objectStore("meta").getKey(`key-${account}`)
  const key = await new Promise(resolve => asked.onsuccess = () => resolve(asked.result))
  db.close()
  return !!key
}"""
# Whether the page with this path is kept.
IS_KEPT = """async path => {
  const kept = `kept-${document.querySelector("main").dataset.account}`
  if (!(await indexedDB.databases()).some(({ name }) => name === kept)) return false
  const opening = indexedDB.open(kept)
  const db = await new Promise(resolve => opening.onsuccess = () => resolve(opening.result))
  const asked = db.transaction("pages").objectStore("pages").getKey(path)
  const key = await new Promise(resolve => asked.onsuccess = () => resolve(asked.result))
  db.close()
  return !!key
}"""
