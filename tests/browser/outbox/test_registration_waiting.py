"""Coming to an event from a place without a network: probably, until it has arrived."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from neighbour.db import now
from neighbour.web.filters import BERLIN
from tests.browser.phones import LOST


@pytest.fixture
def announce(hand_of):
    def announced(title: str, **words) -> str:
        day = f"{(now() + timedelta(days=12)).astimezone(BERLIN):%Y-%m-%d}"
        form = {"kind": "meeting", "title": title, "day": day, "starts": "14:00", "ends": "16:00", "venue": "Dorfhaus"}
        return urlsplit(hand_of("jonas").write("/events", **form, audience="all", initiative_id="", **words)).path

    return announced


def guest_link(page_of, address: str) -> str:
    page = page_of("jonas")
    page.goto(f"{address}/registrations")
    return page.locator('main a[href^="/events/guest/"]').get_attribute("href")


def test_probably_registered_and_confirmed_on_arrival(phone, renate, announce):
    renate.goto(announce("Kochabend"))
    phone.context.set_offline(True)
    renate.get_by_text("Essen, Fahrt, Kinder, Hören").click()
    renate.get_by_label("Essen", exact=False).first.fill("ohne Milch")
    renate.get_by_role("button", name="Ich komme").click()

    waiting = renate.locator("#slips [data-pending]")
    expect(waiting).to_contain_text("Voraussichtlich angemeldet.")
    expect(waiting).to_contain_text("Auf diesem Gerät gespeichert.")
    phone.context.set_offline(False)

    expect(renate.locator("#slips")).to_contain_text("Platz ist sicher")
    expect(renate.locator("#slips")).to_contain_text("Essen: ohne Milch")
    expect(renate.locator("[data-pending]")).to_have_count(0)
    expect(renate.get_by_role("button", name="Ich komme", exact=True)).to_have_count(0)


def test_who_waits_is_not_asked_again_until_it_is_discarded(phone, renate, announce):
    event = announce("Nähabend")
    renate.goto(event)
    coming = renate.get_by_role("button", name="Ich komme", exact=True)
    renate.get_by_role("link", name="Jemanden ohne Konto anmelden").click()
    renate.get_by_label("Name", exact=False).first.wait_for()
    phone.context.set_offline(True)
    renate.get_by_label("Name", exact=False).first.fill("Heinz B.")
    renate.get_by_role("button", name="Jetzt anmelden").click()
    expect(renate.locator("[data-pending]")).to_contain_text("Heinz B.")
    renate.goto(event)
    expect(renate.locator("#slips [data-pending]")).to_contain_text("Heinz B.")

    coming.click()
    expect(renate.locator("#slips [data-pending]")).to_have_count(2)
    expect(coming).to_be_hidden()
    renate.reload()
    expect(renate.locator("#slips [data-pending]")).to_have_count(2)
    expect(coming).to_be_hidden()

    renate.locator("#slips [data-pending]").last.get_by_role("button", name="Verwerfen").click()
    renate.locator("dialog").get_by_role("button", name="Verwerfen").click()
    expect(coming).to_be_visible()


def test_the_last_place_was_taken_meanwhile(phone, renate, announce, hand_of):
    event = announce("Volles Haus", places="1")
    renate.goto(event)
    phone.context.set_offline(True)
    renate.get_by_role("button", name="Ich komme").click()
    expect(renate.locator("#slips [data-pending]")).to_contain_text("Voraussichtlich angemeldet.")
    hand_of("ole").write(f"{event}/registrations")

    phone.context.set_offline(False)

    expect(renate.locator("#slips")).to_contain_text("Warteliste, Platz 1")
    expect(renate.locator("main")).to_contain_text("Sie stehen auf der Warteliste, Platz 1.")
    renate.goto("/outbox")
    expect(renate.locator("#outbox-arrived [data-slot=notes]")).to_have_text("Sie stehen auf der Warteliste, Platz 1.")


def test_a_cancellation_waits_in_the_place_of_the_slip(phone, renate, announce, hand_of):
    event = announce("Spieleabend")
    hand_of("renate").write(f"{event}/registrations")
    renate.goto(event)
    phone.context.set_offline(True)
    renate.get_by_role("button", name="Ich komme doch nicht").click()
    renate.locator("#ask").get_by_role("button", name="Ja, bitte").click()

    expect(renate.locator("#slips article:visible")).to_have_count(1)
    expect(renate.locator("#slips [data-pending]")).to_contain_text("Voraussichtlich abgemeldet.")
    phone.context.set_offline(False)

    expect(renate.get_by_role("button", name="Ich komme", exact=True)).to_be_visible()
    expect(renate.locator("#slips article")).to_have_count(0)


def test_a_guest_comes_and_cancels_without_a_network(phones, page_of, announce):
    phone = phones()
    phone.expected = (*phone.expected, *LOST)
    guest = phone.open(guest_link(page_of, announce("Gartenfest")))
    guest.wait_for_load_state("networkidle")
    phone.context.set_offline(True)
    guest.get_by_label("Ihr Name").fill("Heinz B.")
    guest.get_by_role("button", name="Ich komme").click()
    expect(guest.locator("#slips [data-pending]")).to_contain_text("Heinz B.")
    expect(guest.locator("#slips [data-pending]")).to_contain_text("Voraussichtlich angemeldet.")

    phone.context.set_offline(False)

    slip = guest.locator("#slips .slip")
    expect(slip).to_contain_text("Platz ist sicher")
    expect(slip.locator(".slip__code")).to_have_text(re.compile(r"^\S+-\d+$"))
    phone.context.set_offline(True)
    slip.get_by_role("button", name="Ich kann doch nicht").click()
    guest.locator("#ask").get_by_role("button", name="Ja, bitte").click()
    expect(guest.locator("#slips [data-pending]")).to_contain_text("Voraussichtlich abgemeldet.")
    phone.context.set_offline(False)
    expect(guest.locator("#slips .slip")).to_have_count(0)
    expect(guest.get_by_label("Ihr Name")).to_be_visible()


def test_a_guest_finds_on_outbox_what_waits(phones, page_of, announce):
    phone = phones()
    phone.expected = (*phone.expected, *LOST)
    guest = phone.open(guest_link(page_of, announce("Lesefest")))
    guest.wait_for_load_state("networkidle")
    phone.context.set_offline(True)
    guest.get_by_label("Ihr Name").fill("Willi T.")
    guest.get_by_role("button", name="Ich komme").click()
    expect(guest.locator("#slips [data-pending]")).to_have_count(1)
    phone.context.set_offline(False)
    guest.goto("/outbox")

    expect(guest.locator("#outbox article", has_text="Willi T.")).to_have_count(1)
    guest.wait_for_timeout(500)
    if guest.get_by_role("button", name="Jetzt versuchen").is_visible():
        guest.get_by_role("button", name="Jetzt versuchen").click()
    expect(guest.locator("#outbox-arrived article", has_text="Willi T.")).to_have_count(1)
