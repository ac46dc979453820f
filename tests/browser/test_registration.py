"""Coming to a workshop: Heinz with his name, Renate with one touch, two browsers for the last place."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from neighbour.db import now
from neighbour.web.filters import BERLIN
from tests.browser.phones import SCROLLS, SMALL, TOO_WIDE
from tests.browser.printing import A4, printed_pages


@pytest.fixture
def announce(hand_of):
    """An event of the team's in twelve days; its address."""

    def announced(title: str, **words) -> str:
        day = f"{(now() + timedelta(days=12)).astimezone(BERLIN):%Y-%m-%d}"
        form = {"kind": "meeting", "title": title, "day": day, "starts": "14:00", "ends": "16:00", "venue": "Dorfhaus"}
        form |= {"bus": "Linie 47, an 13:51", "audience": "all", "initiative_id": "", **words}
        return urlsplit(hand_of("jonas").write("/events", **form)).path

    return announced


@pytest.fixture
def guest_link(page_of):
    """The link as it stands for the hosts."""

    def found(address: str) -> str:
        page = page_of("jonas")
        page.goto(f"{address}/registrations")
        return page.locator('main a[href^="/events/guest/"]').get_attribute("href")

    return found


def come(page: Page, name: str) -> None:
    page.get_by_label("Ihr Name").fill(name)
    page.get_by_role("button", name=re.compile("Ich komme|Auf die Warteliste")).click()
    expect(page.locator(".slip")).to_contain_text(name)


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("small", [True, False])
def test_heinz_says_yes_with_his_name_only(page_of, announce, guest_link, javascript, small):
    link = guest_link(announce("Schlüsselabend"))
    page = page_of("visitor", javascript=javascript, small=small and javascript)
    page.set_viewport_size(SMALL if small else {"width": 390, "height": 844})
    page.goto(link)

    for words in ("Schlüsselabend", "Dorfhaus", "Linie 47, an 13:51"):
        expect(page.locator("main")).to_contain_text(words)
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 20
    expect(page.locator("main input:visible")).to_have_count(1)
    assert page.evaluate(TOO_WIDE, SCROLLS) == []
    come(page, "Heinz B.")

    slip = page.locator(".slip")
    for words in ("Platz ist sicher", "Ihr Quittungswort", "In den Kalender", "Absagen: hier"):
        expect(slip).to_contain_text(words)
    assert page.evaluate(TOO_WIDE, SCROLLS) == []
    slip.get_by_role("button" if javascript else "link", name="Ich kann doch nicht").click()
    if javascript:
        page.locator("#ask").get_by_role("button", name="Ja, bitte").click()
    else:
        page.get_by_role("button", name="Absagen").click()
        expect(page.locator("main")).to_contain_text("Sie sind abgemeldet")
        page.goto(link)
    expect(page.get_by_label("Ihr Name")).to_be_visible()
    expect(page.locator(".slip")).to_have_count(0)


def test_a_link_that_was_passed_on_shows_nothing_of_him_and_his_word_cancels(phones, announce, guest_link):
    link = guest_link(announce("Kartenabend"))
    heinz, willi = phones().open(link), phones().open(link)
    come(heinz, "Heinz B.")
    word = heinz.locator(".slip__code").inner_text()

    willi.reload()

    expect(willi.locator("main")).not_to_contain_text("Heinz")
    willi.get_by_role("link", name="Abmelden mit dem Quittungswort").click()
    willi.get_by_label("Ihr Name").fill("Heinz B.")
    willi.get_by_label("Quittungswort").fill(word)
    willi.get_by_role("button", name="Doch nicht kommen").click()
    expect(willi.locator("main")).to_contain_text("Danke fürs Bescheidsagen")


def test_two_browsers_race_for_the_last_place(phones, announce, guest_link):
    link = guest_link(announce("Letzter Stuhl", places="1"))
    first, second = phones().open(link), phones().open(link)
    for page, name in ((first, "Erna B."), (second, "Willi T.")):
        page.get_by_label("Ihr Name").fill(name)

    for page in (first, second):
        page.get_by_role("button", name="Ich komme").click(no_wait_after=True)

    for page in (first, second):
        expect(page.locator(".slip .slip__code")).to_be_visible()
    said = sorted(page.locator(".slip .state").inner_text() for page in (first, second))
    assert said == ["Platz ist sicher", "Warteliste, Platz 1"]


@pytest.mark.parametrize("javascript", [True, False])
def test_renate_comes_and_says_what_she_needs(page_of, announce, javascript):
    page = page_of("renate", javascript=javascript)
    page.goto(announce("Liederabend"))

    page.get_by_text("Essen, Fahrt, Kinder, Hören").click()
    page.get_by_label("Essen", exact=False).first.fill("ohne Milch")
    page.get_by_role("button", name="Ich komme").click()

    expect(page.locator("#registration .slip")).to_contain_text("Essen: ohne Milch")
    expect(page.locator("#registration .slip")).to_contain_text("Platz ist sicher")


def test_jonas_registers_a_caller_and_prints_the_list(page_of, announce):
    page = page_of("jonas")
    address = announce("Telefonabend")
    page.goto(f"{address}/registrations")

    form = page.locator("#caller")
    form.get_by_label("Name").fill("Lisbeth N.")
    form.get_by_label("Telefon", exact=False).first.fill("0221 4710")
    form.get_by_role("button", name="Eintragen").click()
    expect(page.locator("tbody")).to_contain_text("Lisbeth N.")
    page.get_by_label("Ein Mensch in jeder Zeile").fill("Otto B., Bahndamm, vegetarisch\nMia T.")
    page.get_by_role("button", name="Alle eintragen").click()
    expect(page.locator("tbody tr")).to_have_count(3)
    page.get_by_role("link", name="Anwesenheitsliste drucken").click()

    expect(page.get_by_role("columnheader", name="Unterschrift")).to_be_visible()
    assert "vegetarisch" not in page.content()
    assert printed_pages(page) == [A4]
