"""The pages about the site itself: open to everybody, true to the settings, honest where a fact is missing."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import delete

from neighbour.db import db, now
from neighbour.events import Event
from neighbour.programme import OPERATOR, Programme

PAGES = ("/imprint", "/privacy", "/accessibility", "/plain-language", "/help")
FACTS = {name: f"Fact of {name}" for name in OPERATOR}
SHOWN = {
    "/imprint": ("operator_name", "operator_address", "operator_email", "operator_phone", "responsible"),
    "/privacy": ("operator_name", "operator_phone", "privacy_officer", "supervisory_authority"),
    "/accessibility": ("operator_phone", "operator_email", "ombuds_office"),
    "/plain-language": ("operator_phone", "operator_email"),
    "/help": ("operator_phone", "operator_email"),
}


@pytest.fixture
def guest_page(stage):
    """The address of an invitation that somebody opens without an account."""
    with stage() as people:
        starts = now() + timedelta(days=10)
        event = Event.announce(
            by=people.eva, title="Soup", venue="The hall", starts_at=starts, ends_at=starts + timedelta(hours=2)
        )
        return f"/events/guest/{event.guest_token}"


@pytest.fixture
def programme(stage, app):
    """`programme(name=…)` is the programme that every page then shows."""

    def run(**words) -> None:
        with stage():
            db.session.execute(delete(Programme))
            db.session.add(Programme(**words))
        app.extensions.pop("programme", None)

    yield run
    app.extensions.pop("programme", None)


@pytest.mark.parametrize("address", PAGES)
def test_everybody_reads_them_without_an_account_and_without_a_cookie(visitor, address):
    answer = visitor.get(address)

    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("handle", ["ben", "otto", "gil"])
def test_whoever_is_signed_in_reads_them_too(sign_in, handle):
    browser = sign_in(handle)

    assert {browser.get(address).status_code for address in PAGES} == {200}


@pytest.mark.parametrize("address", ["/sign-in", "/menu", "/no-such-page", *PAGES])
def test_every_page_links_to_all_of_them_at_its_foot(visitor, address):
    foot = visitor.get(address).text.partition("<footer")[2]

    assert set(re.findall(r'href="([^"]+)"', foot)) >= set(PAGES)


def test_help_is_in_the_menu_of_visitors_and_of_members(visitor, sign_in):
    for browser in (visitor, sign_in("ben")):
        main = browser.get("/menu").text.partition("<main")[2].partition("</main>")[0]
        assert 'href="/help"' in main


@pytest.mark.parametrize("address", PAGES)
def test_they_show_who_runs_the_installation(programme, visitor, address):
    programme(**FACTS)

    text = visitor.get(address).text

    assert [name for name in SHOWN[address] if FACTS[name] not in text] == []
    assert "Noch nicht eingetragen" not in text


@pytest.mark.parametrize(
    ("address", "sentences"),
    [
        ("/imprint", ["Name und Anschrift des Betreibers.", "wer für den Inhalt verantwortlich ist."]),
        ("/privacy", ["die datenschutzbeauftragte Person.", "die Datenschutzaufsicht des Landes."]),
        ("/accessibility", ["Telefon und E-Mail des Projektteams.", "die Ombudsstelle des Landes."]),
    ],
)
def test_they_say_which_facts_are_missing(programme, visitor, address, sentences):
    programme(name="Anfang")

    text = visitor.get(address).text

    assert [sentence for sentence in sentences if f"Noch nicht eingetragen: {sentence}" not in text] == []


def test_the_telephone_number_can_be_tapped(programme, visitor):
    programme(operator_phone="0221 4710-900", phone_hour="Dienstag 17–19 Uhr")

    text = visitor.get("/help").text

    assert 'href="tel:02214710900"' in text
    assert "Telefonstunde: Dienstag 17–19 Uhr" in text


@pytest.mark.parametrize("address", PAGES)
def test_every_link_in_them_leads_to_a_page(sign_in, address):
    browser = sign_in("ada")
    main = browser.get(address).text.partition("<main")[2].partition("</main>")[0]
    links = {link for link in re.findall(r'href="(/[^"]*)"', main) if not link.startswith("/static")}

    assert {link: browser.get(link, follow_redirects=True).status_code for link in links} == dict.fromkeys(links, 200)


def test_help_answers_every_question_with_a_link(visitor):
    main = visitor.get("/help").text.partition("<main")[2].partition("</main>")[0]
    answers = re.findall(r'<section class="stack" id="[a-z-]+">(.*?)</section>', main, re.DOTALL)

    assert len(answers) >= 11
    assert all("<h2>" in answer and "<a " in answer for answer in answers)


def test_the_cookies_that_are_set_are_the_ones_that_privacy_names(visitor, sign_in, guest_page):
    named = re.findall(r"<strong>([a-z]+):</strong>", visitor.get("/privacy").text)
    browser = sign_in("ada")
    browser.get("/language/en?back=/help")
    visitor.post("/reading", data={"step": "up"})
    visitor.get(guest_page)

    cookies = [*browser._cookies.values(), *visitor._cookies.values()]
    assert sorted({cookie.key for cookie in cookies}) == sorted(named)
