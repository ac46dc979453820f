"""Renate announces an afternoon, plans it, moves it and calls it off, with and without JavaScript; Ole reads of it."""

import re

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect


@pytest.fixture(params=[True, False], ids=["javascript", "plain"])
def renate(page_of, request):
    return page_of("renate", javascript=request.param)


def announce(page: Page, title: str) -> str:
    """The address of an event that Renate has announced with the form."""
    page.goto("/events")
    page.get_by_role("link", name="Termin ankündigen").click()
    page.get_by_label("Titel").fill(title)
    page.get_by_label("Tag", exact=True).fill("2027-03-06")
    page.get_by_label("Beginn").fill("14:00")
    page.get_by_label("Ende").fill("17:00")
    page.get_by_label("Ort", exact=True).fill("Dorfgemeinschaftshaus")
    page.get_by_role("button", name="Ankündigen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    return page.url


def test_an_afternoon_is_announced_planned_moved_and_called_off(renate):
    address = announce(renate, "Wir nähen Wimpel")
    expect(renate.get_by_role("main")).to_contain_text("Samstag, 6. März 2027, 14:00 bis 17:00 Uhr")

    renate.get_by_role("link", name="Ablauf planen").first.click()
    first = renate.get_by_role("group", name="Schritt 1")
    first.get_by_label("Uhrzeit").fill("14:00")
    first.get_by_label("Wozu").fill("Ankommen und Stoff aussuchen")
    renate.get_by_role("button", name="Speichern", exact=True).click()
    expect(renate.get_by_role("table")).to_contain_text("Ankommen und Stoff aussuchen")

    renate.get_by_role("link", name="Verlegen").click()
    renate.get_by_label("Warum?").fill("Der Saal ist überschwemmt.")
    renate.get_by_label("Ort", exact=True).fill("Schule")
    renate.get_by_role("button", name="Verlegen").click()
    expect(renate.get_by_role("status").filter(has_text="verlegt")).to_contain_text("Der Saal ist überschwemmt.")

    renate.get_by_role("link", name="Absagen").click()
    renate.get_by_label("Warum?").fill("Niemand hat eine Nähmaschine.")
    renate.get_by_role("button", name="Absagen").click()
    expect(renate).to_have_url(re.compile(re.escape(address)))
    expect(renate.get_by_role("status").filter(has_text="fällt aus")).to_contain_text("Nähmaschine")


def test_a_refused_announcement_keeps_what_was_typed(renate):
    renate.goto("/events/new")
    renate.get_by_label("Titel").fill("Am Abend vor dem Morgen")
    for label, words in (("Tag", "2027-03-06"), ("Beginn", "17:00"), ("Ende", "14:00"), ("Ort", "Saal")):
        renate.get_by_label(label, exact=True).fill(words)

    renate.get_by_role("button", name="Ankündigen").click()

    expect(renate.get_by_role("alert").first).to_contain_text("Das Ende liegt vor dem Beginn.")
    expect(renate.get_by_label("Titel")).to_have_value("Am Abend vor dem Morgen")


def test_the_calendar_file_is_loaded_and_can_be_read(page_of):
    page = page_of("renate")
    page.goto("/events")
    page.get_by_role("link", name="Termine, die alle sehen").click()

    with page.expect_download() as loading:
        page.get_by_role("link", name="In den Kalender").click()

    entry = Calendar.from_ical(loading.value.path().read_bytes()).walk("VEVENT")[0]
    assert entry["summary"] == "Termine, die alle sehen" and entry["dtstart"].dt.hour == 14


WORD_IN_LINES = """(element, word) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(word)
    if (at < 0) continue
    const range = document.createRange()
    range.setStart(walker.currentNode, at)
    range.setEnd(walker.currentNode, at + word.length)
    return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size
  }
}"""


def test_the_long_word_of_every_village_is_not_broken_on_a_phone(page_of):
    page = page_of("renate")
    announce(page, "Nähen im Dorfgemeinschaftshaus")

    for place in (page.get_by_role("heading", level=1), page.get_by_role("definition").nth(1)):
        assert place.evaluate(WORD_IN_LINES, "Dorfgemeinschaftshaus") == 1


def test_the_pages_fit_a_narrow_phone_with_large_type(phones):
    phone = phones("renate", small=True)
    phone.open("/events")
    phone.page.get_by_role("link", name="Termine, die alle sehen").click()
    event = phone.page.url
    for part in ("", "/invitation", "/run-sheet", "/moves", "/mailing", "/edit"):
        phone.open(event + part)
        assert phone.too_wide() == [], part
