"""Back brings a page as it was left: nobody sees it before it is known whose device this is now."""

import pytest
from playwright.sync_api import Page

from tests.browser.phones import PHONE, Phone
from tests.chromium import LAUNCH
from tests.serving.starts import wait_until

HEAR = """() => {
  window.stayed = true
  addEventListener("pageshow", ({ persisted }) => console.log(`back ${persisted} ${document.documentElement.style.visibility}`))
}"""
# As if somebody else had signed in while the page was put away.
IS_ANOTHERS = """() => new Promise(resolve => indexedDB.open("outbox").onsuccess = ({ target: { result: db } }) => {
  const tx = db.transaction("meta", "readwrite")
  tx.objectStore("meta").put({ account: "somebody-else", device: "mine", language: "de" }, "session")
  tx.oncomplete = () => { db.close(); resolve() }
})"""


@pytest.fixture(scope="module")
def remembering(playwright):
    """Chromium with its back/forward cache, which the tests' own browser does without."""
    browser = playwright.chromium.launch(**LAUNCH, ignore_default_args=["--disable-back-forward-cache"])
    yield browser
    browser.close()


@pytest.fixture
def page(remembering, server):
    context = remembering.new_context(viewport=PHONE, base_url=server.address, locale="de-DE", service_workers="block")
    phone = Phone(context)
    phone.sign_in("heinz@demo.example", "nachbarschaft", "mine")
    yield phone.page
    context.close()


def words(page: Page) -> str:
    """Of a page that may be on its way."""
    try:
        return page.evaluate("document.querySelector('main')?.innerText ?? ''")
    except Exception:  # noqa: BLE001 (another page has come meanwhile)
        return ""


def went_away_from_me(page: Page) -> list[str]:
    said = []
    page.goto("/me")
    page.wait_for_load_state("networkidle")
    page.on("console", lambda message: said.append(message.text) if message.text.startswith("back ") else None)
    page.evaluate(HEAR)
    page.goto("/imprint")
    return said


def test_the_same_person_finds_the_page_as_it_was(page):
    said = went_away_from_me(page)

    page.evaluate("history.back()")

    assert wait_until(lambda: "Heinz B." in words(page), 20)
    assert page.evaluate("window.stayed") is True
    assert wait_until(lambda: page.evaluate("document.documentElement.style.visibility") == "", 5)
    assert said == ["back true hidden"]


def test_another_person_never_sees_it(page):
    said = went_away_from_me(page)
    page.wait_for_load_state("networkidle")
    page.evaluate(IS_ANOTHERS)
    page.context.clear_cookies(name="neighbour")

    page.evaluate("history.back()")

    assert wait_until(lambda: "Passwort vergessen?" in words(page), 20)
    assert said == ["back true hidden"]
