"""What was typed and not sent stays with the person who typed it."""

import re

from playwright.sync_api import expect

from tests.browser.phones import LOST


def test_without_a_network_a_need_waits_and_arrives(phones):
    phone = phones("renate")
    page, phone.expected = phone.page, (*phone.expected, *LOST, "htmx: htmx:error")
    page.goto("/needs/new", wait_until="networkidle")
    page.locator("[name=analogue_process]").fill("Ein Heft am Telefon.")
    page.locator("[name=difficulty]").fill("Im Urlaub bricht es zusammen.")
    page.locator("[name=title]").fill("Das Heft")
    page.context.set_offline(True)

    page.locator("form[data-outbox=need] button:not([type=button])").last.click()

    expect(page.locator("[data-pending]")).to_contain_text("Das Heft")
    expect(page.locator("[data-pending]")).to_contain_text("Auf diesem Gerät gespeichert.")
    page.context.set_offline(False)

    expect(page).to_have_url(re.compile("/needs/[0-9a-f-]{36}"))
    expect(page.get_by_text("Quittungswort").first).to_be_visible()


def test_leaving_with_unsent_words_is_asked_and_without_is_not(phones):
    page = phones("renate").page
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto("/needs/new")
    page.goto("/needs")
    assert asked == []

    page.goto("/needs/new")
    page.locator("[name=difficulty]").click()
    page.keyboard.type("Im Urlaub bricht es zusammen.")
    page.goto("/needs")

    assert asked == ["beforeunload"]


def test_half_a_text_is_there_again_after_a_reload(phones, hand_of):
    page = phones("renate").page
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(hand_of("ole").open_topic("Wer bringt Kuchen?"), wait_until="networkidle")
    page.get_by_label("Ihre Antwort").click()
    page.keyboard.type("Ich bringe einen halben")
    page.wait_for_timeout(600)

    page.reload()

    expect(page.get_by_label("Ihre Antwort")).to_have_value("Ich bringe einen halben")
    page.get_by_role("button", name="Absenden").click()
    expect(page.locator(".notice--arrived")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Ihre Antwort")).to_have_value("")


def test_on_a_shared_phone_half_a_text_is_not_kept(phones, hand_of):
    page = phones("heinz", device="shared").page
    page.on("dialog", lambda dialog: dialog.accept())
    topic = hand_of("ole").open_topic("Wer bringt Torte?")
    page.goto(topic, wait_until="networkidle")
    page.get_by_label("Ihre Antwort").click()
    page.keyboard.type("Ich nicht")
    page.wait_for_timeout(600)

    page.goto("/forum")
    page.goto(topic, wait_until="networkidle")

    expect(page.get_by_label("Ihre Antwort")).to_have_value("")
