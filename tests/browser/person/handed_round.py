"""What people do with a phone before they hand it on."""

from playwright.sync_api import Page, expect

from tests.browser.person.stores import Stores, stores_of
from tests.browser.phones import Phone
from tests.network import Line

PASSWORD = "nachbarschaft"
REPLY = "form[data-outbox=post]"
IS_READY = "() => navigator.serviceWorker?.controller && document.querySelector('main')?.dataset.account"


class HandedRound:
    """One browser; whoever holds it signs in with the form."""

    def __init__(self, phone: Phone, line: Line):
        self.phone = phone
        self.line = line
        self.page: Page = phone.page
        self.context = phone.context

    def sign_in(self, handle: str, device: str = "mine") -> None:
        self.phone.sign_in(f"{handle}@demo.example", PASSWORD, device)
        self.page.wait_for_function(IS_READY)
        self.page.wait_for_function(HAS_KEY)

    def open(self, address: str) -> Page:
        self.page.goto(address)
        return self.page

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


# Whether the key of this page's person is on the device.
HAS_KEY = """() => new Promise(resolve => {
  const opening = indexedDB.open("outbox")
  opening.onsuccess = () => {
    const db = opening.result
    const asked = db.transaction("meta").objectStore("meta").getKey(`key-${document.querySelector("main").dataset.account}`)
    asked.onsuccess = () => { db.close(); resolve(!!asked.result) }
  }
})"""
