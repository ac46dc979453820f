"""Firefox and WebKitGTK have no Background Sync: a kept page opens, what is written waits, and it arrives once."""

import pytest

from tests.browser.conftest import PASSWORD
from tests.browser.core.halls import POSTS, Hall

SIGN_IN = "form:has([type=password])"
REPLY = "form[data-outbox=post][data-into='#posts']"
READY = "return navigator.serviceWorker.ready.then(() => !!navigator.serviceWorker.controller)"
# The topic, and the key with which what is written there is sealed.
KEPT = """
const asked = request => new Promise(resolve => request.onsuccess = () => resolve(request.result))
const outbox = await asked(indexedDB.open("outbox"))
const known = await asked(outbox.transaction("meta").objectStore("meta").getAllKeys())
outbox.close()
if (!known.some(name => name.startsWith("key-"))) return false
for (const { name } of await indexedDB.databases()) {
  if (!name.startsWith("kept-")) continue
  const db = await asked(indexedDB.open(name))
  const keys = await asked(db.transaction("pages").objectStore("pages").getAllKeys())
  db.close()
  if (keys.includes(location.pathname)) return true
}
return false
"""


@pytest.fixture(params=["firefox", "webkit"])
def browser_of_another_make(request):
    return request.getfixturevalue(request.param)


def enter(browser, line, topic: str) -> None:
    """Signs in on a device of one's own and reads the topic until the device has kept it."""
    browser.open(f"{line.address}/sign-in")
    browser.write(f"{SIGN_IN} [name=email]", "renate@demo.example")
    browser.write(f"{SIGN_IN} [name=password]", PASSWORD)
    browser.press(f"{SIGN_IN} [name=device][value=mine]")
    browser.press(f"{SIGN_IN} button")
    assert browser.sees(lambda: "Renate" in browser.words("h1"))
    assert browser.sees(lambda: browser.script(READY))
    browser.open(line.address + topic)
    assert browser.sees(lambda: browser.script(KEPT))


def test_read_without_a_network_write_there_and_arrive_once(browser_of_another_make, line, hand_of):
    """Failures 1 and 28, without Background Sync."""
    browser, ole = browser_of_another_make, hand_of("ole")
    topic = ole.open_topic("Wer hat den Beamer?")
    hall = Hall(None, line, ole, topic)
    enter(browser, line, topic)
    line.becomes("refuse")

    browser.open(line.address + topic)
    assert "Wer hat den Beamer?" in browser.words("h1")
    browser.write(f"{REPLY} textarea", "Steht bei mir.")
    browser.press(f"{REPLY} button[type=submit], {REPLY} button:not([type])")
    assert browser.sees(lambda: "Steht bei mir." in browser.words("#posts [data-pending]"))
    browser.reload()
    assert browser.sees(lambda: "Steht bei mir." in browser.words("#posts"))
    assert hall.on_the_server() == []

    line.becomes("cut", POSTS, times=1)
    browser.script("dispatchEvent(new Event('online'))")
    assert hall.arrives("Steht bei mir.")
    browser.script("dispatchEvent(new Event('online'))")

    assert browser.sees(lambda: "Quittungswort" in browser.words())
    assert hall.on_the_server() == ["Steht bei mir."]


def test_a_page_that_only_seems_to_have_a_network_is_read_from_the_device(browser_of_another_make, line, hand_of):
    """Failures 28 and 29."""
    browser, ole = browser_of_another_make, hand_of("ole")
    topic = ole.open_topic("Wer hat die Leinwand?")
    enter(browser, line, topic)

    for weather in ("hang", "stall"):
        line.becomes(weather)
        browser.open(line.address + topic)
        assert "Wer hat die Leinwand?" in browser.words("h1")
