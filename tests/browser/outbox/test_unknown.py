"""Nobody knows whether it arrived: the server is asked before anything is changed or discarded."""

import pytest
from playwright.sync_api import expect

from tests.browser.outbox.conftest import at_home

REPLIES = "POST /forum/*"


@pytest.fixture
def held(phones, line, hand_of):
    """`held("cut", "Ja.")` is the card of a reply that met this weather, on /outbox, and the line."""

    def written(mode: str, words: str):
        phone = at_home(phones("renate", address=line.address))
        page = phone.page
        page.goto(hand_of("ole").open_topic("Wer bringt Zangen?"))
        line.becomes(mode, REPLIES)
        page.get_by_label("Ihre Antwort").fill(words)
        page.get_by_role("button", name="Absenden").click()
        expect(page.locator("[data-pending=saved] [data-pending-acts]")).to_be_visible()
        line.becomes("refuse", REPLIES)
        page.goto("/outbox")
        return page, page.locator("#outbox-waiting article", has_text=words)

    return written


def test_what_had_arrived_is_not_discarded_but_said(held, line):
    page, card = held("cut", "Ich bringe eine Zange.")
    expect(card).to_contain_text("Wir wissen nicht, ob es ankam. Wir fragen nach, bevor Sie ändern.")

    card.get_by_role("button", name="Verwerfen").click()

    expect(page.locator("#outbox-said")).to_contain_text("Angekommen um")
    expect(page.locator("#outbox-arrived article", has_text="Ich bringe eine Zange.")).to_have_count(1)
    expect(page.locator("#outbox-waiting article")).to_have_count(0)
    line.becomes("ok")
    page.locator("#outbox-arrived a").first.click()
    expect(page.locator(".post", has_text="Ich bringe eine Zange.")).to_have_count(1)


def test_what_had_not_arrived_is_changed(held, line):
    page, card = held("refuse", "Ich bringe zwei Zangen.")

    card.get_by_role("button", name="Ändern").click()
    card.get_by_label("Ihre Antwort").fill("Ich bringe drei Zangen.")
    line.becomes("ok")
    card.get_by_role("button", name="Absenden").click()

    page.locator("#outbox-arrived a", has_text="drei").click()
    expect(page.locator(".post", has_text="Zangen.")).to_have_count(1)
    expect(page.locator(".post", has_text="drei")).to_have_count(1)


def test_without_an_answer_nothing_changes(held, line):
    page, card = held("cut", "Ich bringe vier Zangen.")
    line.becomes("refuse")

    for button in ("Ändern", "Verwerfen"):
        card.get_by_role("button", name=button).click()
        expect(page.locator("#outbox-said")).to_contain_text("Hier ist kein Netz, wir können nicht nachfragen.")
        expect(card.get_by_role("button", name=button)).to_be_enabled()
    expect(card.locator("form")).to_have_count(0)
    expect(page.locator("#ask")).to_be_hidden()
