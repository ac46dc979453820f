"""Firefox, too, holds nothing to read after a sign-out without a network, and lets nobody in."""

import json

import pytest

from tests.browser.person.stores import READ

SECRET = "Im Keller steht noch Quittenmus."
REPLY = "form[data-outbox=post][data-into='#posts']"
IS_CONTROLLED = "return navigator.serviceWorker.ready.then(() => !!navigator.serviceWorker.controller)"
PRESS = """
const found = [...document.querySelectorAll("main button, dialog[open] button")].find(button =>
  button.textContent.trim().startsWith(%s) && button.checkVisibility())
if (found) setTimeout(() => found.click())
return !!found
"""


def press(browser, words: str) -> None:
    assert browser.sees(lambda: browser.script(PRESS % json.dumps(words)))


def stores(browser) -> str:
    return browser.script(f"return JSON.stringify(await ({READ})())")


@pytest.mark.xfail(reason="about every second time a button is not found in Firefox; not understood yet", strict=False)
def test_signed_out_without_a_network_nothing_can_be_read(firefox, line, hand_of):
    browser = firefox
    topic = hand_of("pavel").open_topic("Wer isst Quittenmus?")
    browser.open(f"{line.address}/sign-in")
    press(browser, "Heinz B")
    assert browser.sees(lambda: "Heinz" in browser.words("h1"))
    assert browser.sees(lambda: browser.script(IS_CONTROLLED))
    browser.open(f"{line.address}/menu")
    browser.open(line.address + topic)
    assert browser.sees(lambda: "canLeave" in stores(browser))
    line.becomes("refuse")
    browser.write(f"{REPLY} textarea", SECRET)
    browser.press(f"{REPLY} button[type=submit], {REPLY} button:not([type])")
    assert browser.sees(lambda: SECRET in browser.words("#posts [data-pending]"))

    browser.open(f"{line.address}/menu")
    press(browser, "Abmelden")
    press(browser, "Verschlossen liegen lassen")

    assert browser.sees(lambda: browser.script("return location.pathname") == "/sign-in")  # it goes there by itself
    assert browser.sees(lambda: "Sie sind abgemeldet" in browser.words("h1"))
    held = json.loads(stores(browser))
    assert [word for word in ("Quittenmus", "Heinz", "canLeave") if word in json.dumps(held)] == []
    assert [name for name in held["databases"] if name.startswith("kept-")] == []
    assert len(held["databases"]["outbox"]["ops"]) == 1
    browser.open(line.address + topic)
    assert browser.sees(lambda: "Sie sind abgemeldet" in browser.words("h1"))

    line.becomes("ok")
    browser.open(line.address + topic)
    assert browser.sees(lambda: "Anmelden" in browser.words("h1"))
    assert line.reached("POST /sign-out") == 1
