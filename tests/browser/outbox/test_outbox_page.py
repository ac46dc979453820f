"""/outbox: what waits on this device, and every button for it, without a network."""

import re

import pytest
from playwright.sync_api import expect

WAITS = "Auf diesem Gerät gespeichert. Wird gesendet, sobald Netz da ist."
RECEIPT = re.compile(r"Angekommen um \S+ Quittungswort: \S+-\d+")


@pytest.fixture
def waiting(phone, renate, hand_of):
    """A reply that waits, seen on /outbox without a network; `waiting("Ja.")` is its card."""

    def written(words: str, title: str = "Wer bringt Stühle?"):
        renate.goto(hand_of("ole").open_topic(title))
        phone.context.set_offline(True)
        renate.get_by_label("Ihre Antwort").fill(words)
        renate.get_by_role("button", name="Absenden").click()
        expect(renate.locator("[data-pending]")).to_have_count(1)
        renate.goto("/outbox")
        return renate.locator("#outbox-waiting article", has_text=words)

    return written


def test_nothing_waits(renate):
    renate.goto("/outbox")

    expect(renate.locator("main")).to_contain_text("Alles angekommen. Auf diesem Gerät wartet nichts.")
    expect(renate.locator("#outbox article")).to_have_count(0)


def test_without_scripts_the_page_says_that_nothing_waits_here(phones):
    page = phones("renate", javascript=False).page
    page.goto("/outbox")

    expect(page.locator("noscript .notice")).to_be_visible()
    expect(page.locator("noscript .notice p")).to_contain_text("Darum wartet auf diesem Gerät nichts")
    expect(page.locator("#outbox")).to_be_hidden()


def test_what_waits_is_listed_without_a_network_and_arrives_before_the_eyes(phone, renate, waiting):
    card = waiting("Ich bringe zehn.")

    expect(card).to_contain_text(WAITS)
    expect(renate.locator("#outbox-network")).to_contain_text("Hier ist kein Netz.")
    expect(renate.locator("#outbox-network")).to_contain_text("wartet noch 1 Ding. Öffnen Sie Neighbour einmal")
    expect(renate.locator("#outbox-network")).to_contain_text("Von allein geht es hier nicht.")
    phone.context.set_offline(False)

    expect(renate.locator("#outbox-waiting article")).to_have_count(0)
    slip = renate.locator("#outbox-arrived article", has_text="Ich bringe zehn.")
    expect(slip.locator(".slip__code")).to_have_text(re.compile(r"^\S+-\d+$"))
    expect(renate.locator("#outbox-empty")).to_be_visible()
    slip.get_by_role("link").click()
    expect(renate.locator(".post", has_text="Ich bringe zehn.")).to_have_count(1)


def test_change_sends_the_new_words_once(phone, renate, waiting, hand_of):
    card = waiting("Ich bringe elf.", "Wer bringt Bänke?")
    card.get_by_role("button", name="Ändern").click()
    field = card.get_by_label("Ihre Antwort")
    expect(field).to_be_focused()
    field.fill("Ich bringe zwölf.")
    card.get_by_role("button", name="Absenden").click()

    changed = renate.locator("#outbox-waiting article")
    expect(changed).to_have_count(1)
    expect(changed).to_contain_text("Ich bringe zwölf.")
    phone.context.set_offline(False)
    renate.locator("#outbox-arrived a", has_text="zwölf").click()
    expect(renate.locator(".post [data-field=body]")).to_have_text(["Wer weiß es?", "Ich bringe zwölf."])


def test_leaving_the_form_lets_the_old_words_go(phone, renate, waiting):
    card = waiting("Ich bringe dreizehn.")
    card.get_by_role("button", name="Ändern").click()
    card.get_by_role("button", name="Abbrechen").click()

    phone.context.set_offline(False)

    expect(renate.locator("#outbox-arrived article", has_text="dreizehn")).to_have_count(1)


def test_discard_asks_and_keeps_by_default(renate, waiting):
    card = waiting("Ich bringe vierzehn.")
    card.get_by_role("button", name="Verwerfen").click()
    dialog = renate.locator("#ask")
    expect(dialog).to_contain_text("Wirklich verwerfen? Ihr Text ist dann weg.")
    dialog.get_by_role("button", name="Behalten").click()
    expect(card).to_have_count(1)

    card.get_by_role("button", name="Verwerfen").click()
    dialog.get_by_role("button", name="Verwerfen").click()

    expect(card).to_have_count(0)
    expect(renate.locator("#outbox-said")).to_contain_text("Verworfen.")
    expect(renate.locator("#outbox-empty")).to_be_visible()
    expect(renate.locator("[data-outbox-count]")).to_have_text("")


def test_copy_says_that_it_did(phone, renate, waiting):
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    card = waiting("Ich bringe fünfzehn.")
    card.get_by_role("button", name="Kopieren").click()

    expect(renate.locator("#outbox-said")).to_contain_text("Kopiert.")
    assert renate.evaluate("navigator.clipboard.readText()") == "Ich bringe fünfzehn."


def test_all_of_it_as_one_file_and_on_paper(renate, waiting):
    waiting("Ich bringe <sechzehn>.")
    with renate.expect_download() as download:
        renate.get_by_role("button", name="Als Datei sichern").click()

    text = download.value.path().read_text()
    assert download.value.suggested_filename.endswith(".html")
    assert "Ich bringe &lt;sechzehn&gt;." in text and "<script" not in text
    renate.evaluate("window.print = () => document.body.dataset.printed = 'yes'")
    renate.get_by_role("button", name="Drucken").click()
    expect(renate.locator("body")).to_have_attribute("data-printed", "yes")
    expect(renate.locator("#outbox details")).to_have_attribute("open", "")


def test_in_the_calendar_for_tomorrow(renate, waiting):
    waiting("Ich bringe siebzehn.")
    with renate.expect_download() as download:
        renate.get_by_role("button", name="In den Kalender eintragen").click()

    assert "BEGIN:VALARM" in download.value.path().read_text()


def test_a_reply_waits_for_its_topic_and_follows_its_change(phone, renate):
    renate.goto("/forum/topics/new")
    phone.context.set_offline(True)
    renate.get_by_label("Titel").fill("Wer hat Besen?")
    renate.get_by_label("Ihr Beitrag").fill("Nach dem Fest.")
    renate.get_by_role("button", name="Absenden").last.click()
    pending = renate.locator("section[data-pending]")
    pending.get_by_label("Ihre Antwort").fill("Ich habe zwei.")
    pending.get_by_role("button", name="Absenden").click()
    expect(pending.locator(".post").last).to_contain_text("Ich habe zwei.")
    renate.goto("/outbox")
    expect(renate.locator("#outbox-waiting article")).to_have_count(2)
    expect(renate.locator("#outbox-waiting")).to_contain_text(
        "Wartet auf: Ihr Thema ‚Wer hat Besen?‘. Danach geht es los."
    )

    topic = renate.locator("[data-kind=topic]")
    topic.get_by_role("button", name="Ändern").click()
    topic.get_by_label("Titel").fill("Wer hat Besen und Eimer?")
    topic.get_by_role("button", name="Absenden").click()
    expect(renate.locator("#outbox-waiting")).to_contain_text("Wartet auf: Ihr Thema ‚Wer hat Besen und Eimer?‘.")
    phone.context.set_offline(False)

    expect(renate.locator("#outbox-arrived article", has_text="Ich habe zwei.")).to_have_count(1)
    renate.locator("#outbox-arrived a", has_text="Besen und Eimer").click()
    expect(renate.get_by_role("heading", level=1)).to_have_text("Wer hat Besen und Eimer?")
    expect(renate.locator(".post [data-field=body]")).to_have_text(["Nach dem Fest.", "Ich habe zwei."])


def test_a_discarded_topic_leaves_its_reply_to_a_decision(phone, renate):
    renate.goto("/forum/topics/new")
    phone.context.set_offline(True)
    renate.get_by_label("Titel").fill("Wer hat Lampions?")
    renate.get_by_label("Ihr Beitrag").fill("Bunte.")
    renate.get_by_role("button", name="Absenden").last.click()
    pending = renate.locator("section[data-pending]")
    pending.get_by_label("Ihre Antwort").fill("Ich habe sieben.")
    pending.get_by_role("button", name="Absenden").click()
    expect(pending.locator(".post").last).to_contain_text("Ich habe sieben.")
    renate.goto("/outbox", wait_until="networkidle")  # what is being sent is not discarded
    renate.locator("[data-kind=topic]").get_by_role("button", name="Verwerfen").click()
    renate.locator("#ask").get_by_role("button", name="Verwerfen").click()

    left = renate.locator("#outbox-needs article")
    expect(left).to_contain_text("Ich habe sieben.")
    expect(left).to_contain_text("Ihr Thema ‚Wer hat Lampions?‘ haben Sie verworfen. Dieser Text ist noch da.")
