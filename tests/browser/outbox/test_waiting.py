"""What is written without a network waits in its place, and arrives once and in order when the network is back."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.staying import require_stayed, stay

WAITS = re.compile("Auf diesem Gerät gespeichert. Wird gesendet, sobald Netz da ist.")
RECEIPT = re.compile(r"Angekommen um \S+ Quittungswort: \S+-\d+")


@pytest.fixture
def phone(phones):
    return phones("renate", may_lose_network=True)


@pytest.fixture
def renate(phone):
    return phone.page


def reply(page, words: str) -> None:
    page.get_by_label("Ihre Antwort").fill(words)
    page.get_by_role("button", name="Absenden").click()


def test_replies_wait_in_their_place_and_arrive_once_in_order(phone, renate, hand_of):
    renate.goto(hand_of("ole").open_topic("Wer bringt Nägel?"))
    stay(renate)
    phone.context.set_offline(True)

    for words in ("Ich bringe drei.", "Nein, vier.", "Und einen Hammer."):
        reply(renate, words)
        expect(renate.locator(".post").last).to_contain_text(words)
        expect(renate.locator(".post").last).to_contain_text(WAITS)
    expect(renate.locator("[data-pending]")).to_have_count(3)
    expect(renate.locator("[data-outbox-count]")).to_have_text("3")

    phone.context.set_offline(False)

    expect(renate.locator("[data-pending]")).to_have_count(0)
    expect(renate.locator("[data-outbox-count]")).to_have_text("")
    expect(renate.locator(".notice--arrived", has_text=RECEIPT)).to_have_count(3)
    require_stayed(renate)
    renate.reload()
    bodies = renate.locator(".post [data-field=body]")
    expect(bodies).to_have_text(["Wer weiß es?", "Ich bringe drei.", "Nein, vier.", "Und einen Hammer."])
