"""What is written without a network waits in its place, and arrives once and in order when the network is back."""

import re

from playwright.sync_api import expect

from tests.browser.staying import require_stayed, stay

WAITS = re.compile("Auf diesem Gerät gespeichert. Wird gesendet, sobald Netz da ist.")
RECEIPT = re.compile(r"Angekommen um \S+ Quittungswort: \S+-\d+")


def reply(page, words: str) -> None:
    page.get_by_label("Ihre Antwort").fill(words)
    page.get_by_role("button", name="Absenden").click()


def test_replies_wait_in_their_place_and_arrive_once_in_order(phone, renate, hand_of):
    renate.goto(hand_of("ole").open_topic("Wer bringt Nägel?"), wait_until="networkidle")
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


def test_a_topic_and_a_reply_to_it_wait_together(phone, renate):
    renate.goto("/forum/topics/new", wait_until="networkidle")
    phone.context.set_offline(True)
    renate.get_by_label("Titel").fill("Wer hat den Schlüssel?")
    renate.get_by_label("Ihr Beitrag").fill("Für den Saal.")
    renate.get_by_role("button", name="Absenden").last.click()

    pending = renate.locator("section[data-pending]")
    expect(pending).to_contain_text("Wer hat den Schlüssel?")
    expect(pending).to_be_focused()
    pending.get_by_label("Ihre Antwort").fill("Gefunden!")
    pending.get_by_role("button", name="Absenden").click()
    expect(pending.locator(".post").last).to_contain_text("Gefunden!")
    expect(pending.locator(".post").last).to_contain_text(
        "Wartet auf: Ihr Thema ‚Wer hat den Schlüssel?‘. Danach geht es los."
    )

    phone.context.set_offline(False)

    expect(renate).to_have_url(re.compile("/forum/topics/[0-9a-f-]{36}"))
    expect(renate.get_by_text(RECEIPT).first).to_be_visible()
    expect(renate.locator("[data-pending]")).to_have_count(0)
    renate.reload()
    expect(renate.locator(".post [data-field=body]")).to_have_text(["Für den Saal.", "Gefunden!"])


def test_what_waits_is_still_there_after_a_reload(phones, line, hand_of):
    renate = phones("renate", address=line.address).page
    renate.goto(hand_of("ole").open_topic("Wer bringt Bretter?"), wait_until="networkidle")
    line.becomes("refuse", "POST /forum/*")
    reply(renate, "Ich bringe zwei.")
    expect(renate.locator(".post[data-pending]")).to_contain_text("Ich bringe zwei.")

    renate.reload()

    expect(renate.locator(".post[data-pending]")).to_contain_text("Ich bringe zwei.")
    expect(renate.locator("[data-outbox-count]")).to_have_text("1")
    line.becomes("ok")
    renate.evaluate("dispatchEvent(new Event('online'))")
    expect(renate.locator(".notice--arrived")).to_contain_text(RECEIPT)
    expect(renate.locator(".post", has_text="Ich bringe zwei.")).to_have_count(1)


def test_a_hasty_second_tap_is_one_post(phone, renate, hand_of):
    renate.goto(hand_of("ole").open_topic("Wer bringt Schrauben?"), wait_until="networkidle")
    phone.context.set_offline(True)
    renate.get_by_label("Ihre Antwort").fill("Ich bringe acht.")

    renate.get_by_role("button", name="Absenden").dblclick()

    expect(renate.locator(".post[data-pending]")).to_have_count(1)
    phone.context.set_offline(False)
    expect(renate.locator(".notice--arrived")).to_have_count(1)


def test_a_change_waits_in_the_place_of_the_post(phone, renate, hand_of):
    renate.goto(hand_of("renate").open_topic("Wann beginnt der Tanz?", "Um zwei."), wait_until="networkidle")
    phone.context.set_offline(True)
    renate.get_by_role("link", name="Ändern").click()
    expect(renate.get_by_label("Ihr Beitrag")).to_be_focused()
    renate.get_by_label("Ihr Beitrag").fill("Um drei.")

    renate.get_by_role("button", name="Speichern").click()

    shown = renate.locator("article.post:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("Um drei.")
    expect(shown).to_contain_text(WAITS)
    phone.context.set_offline(False)
    expect(shown).to_contain_text("geändert")
    expect(shown).to_contain_text("Um drei.")
    expect(shown).not_to_have_attribute("data-pending", re.compile(""))


def test_a_change_of_a_waiting_change_is_what_arrives(phone, renate, hand_of):
    topic = hand_of("renate").open_topic("Wann endet der Tanz?", "Um acht.")
    renate.goto(topic, wait_until="networkidle")
    phone.context.set_offline(True)
    renate.get_by_role("link", name="Ändern").click()
    renate.get_by_label("Ihr Beitrag").fill("Um neun.")
    renate.get_by_role("button", name="Speichern").click()

    renate.locator("[data-pending]").get_by_role("button", name="Ändern").click()
    renate.locator("[data-pending]").get_by_label("Ihr Beitrag").fill("Um zehn.")
    renate.locator("[data-pending]").get_by_role("button", name="Absenden").click()

    expect(renate.locator("article.post:visible")).to_have_count(1)
    expect(renate.locator("article.post:visible")).to_contain_text("Um zehn.")
    phone.context.set_offline(False)
    expect(renate.locator("[data-pending]")).to_have_count(0)
    expect(renate.locator("article.post:visible")).to_contain_text("Um zehn.")


def test_a_reply_to_a_topic_closed_meanwhile_comes_back_with_the_reason(phone, renate, hand_of):
    topic = hand_of("renate").open_topic("Wer bringt Farbe?")
    renate.goto(topic, wait_until="networkidle")
    phone.context.set_offline(True)
    reply(renate, "Ich bringe Blau.")
    hand_of("jonas").close(topic, "Ole bringt sie.")

    phone.context.set_offline(False)

    pending = renate.locator("[data-pending=needs-you]")
    expect(pending).to_contain_text("Braucht Ihre Entscheidung. Ihr Text ist noch da.")
    expect(pending).to_contain_text(re.compile(r"Das Thema wurde um \S+ geschlossen: Ole bringt sie\."))
    expect(pending).to_contain_text("Ich bringe Blau.")
    expect(pending.locator(".button--filled")).to_have_text("An das Projektteam")
    for words in ("Ändern", "An das Projektteam", "Kopieren", "Verwerfen"):
        expect(pending.get_by_role("button", name=words)).to_be_visible()
    expect(renate.locator("[data-outbox-count]")).to_have_text("1")


def test_what_is_discarded_leaves_its_place(phone, renate, hand_of):
    renate.goto(hand_of("renate").open_topic("Wann ist Probe?", "Um sechs."), wait_until="networkidle")
    phone.context.set_offline(True)
    renate.get_by_role("link", name="Ändern").click()
    renate.get_by_label("Ihr Beitrag").fill("Nie.")
    renate.get_by_role("button", name="Speichern").click()

    renate.locator("[data-pending]").get_by_role("button", name="Verwerfen").click()
    renate.locator("dialog").get_by_role("button", name="Verwerfen").click()

    expect(renate.locator("article.post:visible")).to_contain_text("Um sechs.")
    expect(renate.locator("[data-outbox-count]")).to_have_text("")


def test_two_tabs_show_the_same_and_send_it_once(phone, renate, hand_of):
    topic = hand_of("ole").open_topic("Wer bringt Leitern?")
    renate.goto(topic, wait_until="networkidle")
    other = phone.context.new_page()
    other.goto(topic, wait_until="networkidle")
    phone.context.set_offline(True)

    reply(renate, "Ich bringe eine.")

    expect(other.locator(".post[data-pending]")).to_contain_text("Ich bringe eine.")
    expect(other.locator("[data-outbox-count]")).to_have_text("1")
    phone.context.set_offline(False)
    for page in (renate, other):
        expect(page.locator("[data-pending]")).to_have_count(0)
        expect(page.locator(".post", has_text="Ich bringe eine.")).to_have_count(1)
        expect(page.locator(".notice--arrived")).to_have_count(1)
