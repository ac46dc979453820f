"""Somebody without an account: sees the doors, and nothing of what is behind them."""

import re

import pytest
from playwright.sync_api import expect

from tests.architecture.pages import require_none

SECRET = "Haustürschlüssel bei Frau Lange"
INSIDE = (
    "/", "/forum", "/forum/search?q=Lange", "/tools", "/tools/telefonkette", "/tools/telefonkette/print", "/initiatives",
    "/initiatives/hollerdorf", "/initiatives/invitations/slips", "/me", "/me/devices", "/desk", "/desk/people",
)  # fmt: skip
# Names and words that stand on these pages for members.
BEHIND = (SECRET, "Telefonkette", "Hollerdorf hält zusammen", "Frau Lange", "0221 4710")


@pytest.fixture
def stranger(page_of):
    return page_of("visitor")


def test_every_inner_page_is_the_sign_in_and_says_nothing_of_what_is_behind(stranger, hand_of):
    topic = hand_of("renate").open_topic(SECRET, "Der Schlüssel liegt bei Frau Lange.")
    found = []
    for address in (*INSIDE, topic):
        stranger.goto(address)
        words = stranger.content()
        if stranger.locator("h1").inner_text() != "Anmelden":
            found.append(f"{address} is open")
        found += [f"{address} says {secret}" for secret in BEHIND if secret in words]

    require_none(found)


def test_a_script_gets_nothing_either(stranger, hand_of):
    topic = hand_of("renate").open_topic(SECRET)
    for address in (topic, topic.replace("topics", "posts"), "/tools/found?q=Telefon", "/forum/search?q=Lange"):
        answer = stranger.request.get(address, headers={"HX-Request": "true"}, max_redirects=0)
        assert answer.status in (303, 401, 403), address
        assert not [secret for secret in BEHIND if secret in answer.text()]


def test_what_is_public_opens_from_the_foot_of_the_page(stranger):
    stranger.goto("/sign-in")
    words = [link.inner_text() for link in stranger.locator(".foot__links a").all()]

    assert {"Hilfe", "Impressum", "Datenschutz", "Barrierefreiheit"} <= set(words)
    for word in words:
        stranger.goto("/sign-in")
        stranger.locator(".foot__links").get_by_role("link", name=word, exact=True).click()
        expect(stranger.get_by_role("heading", level=1)).not_to_have_text("Anmelden")


def test_the_menu_names_the_doors_only(stranger):
    stranger.goto("/menu")

    doors = stranger.locator("main .row__title").all_inner_texts()
    assert "Anmelden" in doors and "Einladung einlösen" in doors
    assert not {"Forum", "Werkzeuge", "Initiativen", "Schreibtisch", "Ich", "Abmelden"} & set(doors)


def test_a_wrong_code_opens_nothing_and_says_what_to_do(stranger):
    stranger.goto("/join")
    stranger.get_by_label("Code").fill("ACDE-4679")
    stranger.get_by_role("button", name="Weiter").click()

    expect(stranger.get_by_role("heading", level=1)).to_have_text("Diese Einladung gilt nicht")


def test_after_signing_in_the_page_that_was_asked_for_opens(visitor, hand_of):
    topic = hand_of("renate").open_topic("Wer kommt mit zum Rathaus?")
    visitor.goto(topic)

    visitor.get_by_role("button", name=re.compile("^Pavel N")).click()

    expect(visitor.get_by_role("heading", level=1)).to_have_text("Wer kommt mit zum Rathaus?")
