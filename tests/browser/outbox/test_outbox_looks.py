"""/outbox by day and by night, on small and large screens, with the keyboard alone, and for those who do not see it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.walking import READABLE_AT_NIGHT


@pytest.fixture
def full(phone, renate, hand_of):
    """Something that needs a decision, something that waits for something, something that has arrived."""
    topic = hand_of("renate").open_topic("Wer bringt Lampen?")
    reply(renate, topic, "Ich bringe eine Lampe.")
    expect(renate.locator(".notice--arrived")).to_be_visible()
    phone.context.set_offline(True)
    reply(renate, None, "Und noch eine.")
    hand_of("renate").close(topic, "Genug.")
    phone.context.set_offline(False)
    expect(renate.locator("[data-pending=needs-you]")).to_have_count(1)
    renate.goto("/forum/topics/new")
    phone.context.set_offline(True)
    renate.get_by_label("Titel").fill("Wer bringt Birnen?")
    renate.get_by_label("Ihr Beitrag").fill("Für die Lampen.")
    renate.get_by_role("button", name="Absenden").last.click()
    expect(renate.locator("[data-pending]").first).to_be_visible()
    renate.goto("/outbox")
    expect(renate.locator("#outbox article")).to_have_count(3)
    return renate


def reply(page, topic: str | None, words: str) -> None:
    if topic:
        page.goto(topic)
    page.get_by_label("Ihre Antwort").fill(words)
    page.get_by_role("button", name="Absenden").click()


@pytest.mark.parametrize("dark", [False, True])
def test_no_barriers_and_nothing_too_wide(phone, full, dark):
    full.emulate_media(color_scheme="dark" if dark else "light")
    full.locator("#outbox-needs").get_by_role("button", name="Ändern").click()
    expect(full.locator("#outbox-needs textarea")).to_be_focused()

    found = Axe().run(full, options=READABLE_AT_NIGHT if dark else {}).response["violations"]

    assert [(fault["id"], fault["nodes"][0]["html"][:90]) for fault in found] == []
    assert phone.too_wide() == []
    full.set_viewport_size({"width": 1280, "height": 800})
    assert full.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_with_the_keyboard_alone(full):
    card = full.locator("#outbox-needs article")
    card.get_by_role("button", name="Ändern").focus()
    full.keyboard.press("Enter")
    expect(card.locator("textarea")).to_be_focused()
    full.keyboard.press("Tab")
    full.keyboard.press("Tab")
    expect(card.get_by_role("button", name="Abbrechen")).to_be_focused()
    full.keyboard.press("Enter")
    expect(card.locator("form")).to_have_count(0)
    card.get_by_role("button", name="Verwerfen").focus()
    full.keyboard.press("Enter")
    expect(full.locator("#ask").get_by_role("button", name="Behalten")).to_be_focused()
    full.keyboard.press("Escape")
    expect(card).to_have_count(1)


def test_a_link_leads_to_the_thing(full):
    name = full.locator("#outbox-needs article").get_attribute("id")
    full.goto("/privacy")
    full.goto(f"/outbox#{name}")

    expect(full.locator(f"#{name}")).to_be_focused()
