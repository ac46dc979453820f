"""Whoever signs out leaves nothing behind that somebody could read, with or without a network."""

import re

import pytest
from playwright.sync_api import expect

FIRST = "Am Mittwoch gibt es Brombeergelee."
SECOND = "Und Zimtschnecken, so lange sie reichen."
SECRETS = (FIRST, SECOND, "Brombeergelee", "Zimtschnecken", "Schrebergarten", "Heinz B")


def waits_twice(phone, topic, device="mine"):
    """Heinz has read the topic and written two replies without a network."""
    phone.sign_in("heinz", device)
    if device == "mine":
        phone.keeps("/menu")
        phone.keeps(topic)
    phone.open(topic)
    phone.loses_network()
    phone.writes(FIRST, SECOND)


@pytest.mark.parametrize("device", ["mine", "shared"])
@pytest.mark.parametrize("network", [True, False])
def test_no_store_holds_a_word_after_signing_out(phone, topic, device, network):
    waits_twice(phone, topic, device)
    account = phone.stores().meta["session"]["account"]
    assert f"key-{account}" in phone.stores().meta
    if network:
        phone.line.becomes("refuse", "POST /forum/*")
        phone.context.set_offline(False)

    phone.leaves("Verschlossen liegen lassen")

    phone.is_nobodys() if network else phone.is_left()
    stores = phone.stores()
    assert stores.found(*SECRETS, "canLeave") == []
    assert stores.kept == []
    assert stores.meta["session"]["account"] == ""
    assert [row["account"] for row in stores.rows] == [account, account]


def test_what_a_device_of_ones_own_keeps_would_be_found(phone, topic):
    """The reading of the stores reads: before the sign-out it finds what must be gone after it."""
    phone.sign_in("heinz")
    phone.keeps(topic)

    assert phone.stores().found("Schrebergarten", "canLeave") == ["Schrebergarten", "canLeave"]


def test_on_a_device_of_several_nothing_is_kept_but_what_waits_sealed(phone, topic):
    waits_twice(phone, topic, "shared")

    stores = phone.stores()

    assert stores.kept == []
    assert stores.found(*SECRETS) == []
    assert len(stores.rows) == 2


def test_without_a_network_the_question_offers_first_what_can_be_done(phone, topic):
    waits_twice(phone, topic)
    phone.open("/menu")

    phone.page.locator("main").get_by_role("button", name="Abmelden", exact=True).click()

    expect(phone.page.locator("dialog[open] button:focus")).to_have_text("Verschlossen liegen lassen")


def test_on_a_device_of_several_what_waits_can_be_seen_without_a_network(phone, topic):
    waits_twice(phone, topic, "shared")

    phone.open("/tools")
    expect(phone.page.locator("main")).to_contain_text("Dieses Gerät gehört mehreren.")
    expect(phone.page.locator("main").get_by_role("searchbox")).to_have_count(0)
    phone.open("/outbox")

    expect(phone.page.locator("#outbox-waiting article")).to_have_count(2)
    phone.page.locator("#outbox-waiting").get_by_text("Text ansehen").first.click()
    expect(phone.page.locator("#outbox-waiting")).to_contain_text(FIRST)


def test_whoever_says_at_the_next_sign_in_that_the_device_is_shared_finds_nothing_kept(phone, topic):
    phone.sign_in("heinz")
    phone.keeps(topic)
    phone.context.clear_cookies(name="neighbour")

    phone.sign_in("heinz", "shared")

    assert phone.stores().kept == []
    assert phone.stores().found("Schrebergarten") == []


def test_without_anything_waiting_nothing_is_asked(phone):
    phone.sign_in("heinz")

    phone.leaves()

    phone.is_nobodys()
    expect(phone.page.locator("main")).to_contain_text("Sie sind abgemeldet. Hier ist nichts mehr von Ihnen zu sehen.")
    assert [cookie["name"] for cookie in phone.context.cookies()] == ["neighbour"]
    phone.open("/me")
    phone.is_nobodys()


def test_whoever_would_rather_stay_stays(phone, topic):
    waits_twice(phone, topic)

    phone.leaves("Nicht abmelden")

    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Menü")
    assert len(phone.stores().rows) == 2


def test_what_waits_can_be_sent_before_signing_out(phone, topic, heard):
    waits_twice(phone, topic)
    phone.line.becomes("refuse", "POST /forum/*")
    phone.context.set_offline(False)
    phone.leaves("Jetzt senden")
    dialog = phone.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Das ging gerade nicht. Ihre Texte sind sicher.")
    expect(dialog).to_contain_text("Hier warten noch 2 Dinge.")

    phone.line.becomes("ok")
    dialog.get_by_role("button", name="Jetzt senden").click()

    phone.is_nobodys()
    assert (heard(FIRST), heard(SECOND)) == (1, 1)


def test_what_waits_is_discarded_only_after_another_question_that_offers_its_texts(phone, topic):
    waits_twice(phone, topic)
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone.leaves("Verwerfen")
    dialog = phone.page.get_by_role("dialog")
    dialog.get_by_role("button", name="Texte kopieren").click()
    expect(dialog).to_contain_text("Die Texte sind kopiert.")
    assert phone.page.evaluate("navigator.clipboard.readText()") == f"{FIRST}\n\n{SECOND}"
    dialog.get_by_role("button", name="Zurück").click()
    expect(dialog).to_contain_text("Hier warten noch 2 Dinge.")
    assert len(phone.stores().rows) == 2

    dialog.get_by_role("button", name="Verwerfen").click()
    dialog.get_by_role("button", name="Ja, verwerfen").click()

    phone.is_left()
    assert phone.stores().rows == []


def test_where_scripts_are_off_the_form_signs_out(phones, line):
    page = phones(address=line.address, javascript=False).open("/sign-in")
    page.get_by_role("button", name=re.compile("^Heinz B")).click()
    page.goto("/menu")

    page.locator("main").get_by_role("button", name="Abmelden", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Anmelden")
    expect(page.locator("main")).to_contain_text("Sie sind abgemeldet.")
