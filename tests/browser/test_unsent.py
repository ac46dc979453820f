"""What was typed and not sent stays with the person who typed it."""

import re

from playwright.sync_api import expect


def test_without_a_network_the_form_of_a_need_stays_with_its_words(phones):
    page = phones("renate").page
    page.goto("/needs/new")
    page.locator("[name=analogue_process]").fill("Ein Heft am Telefon.")
    page.locator("[name=difficulty]").fill("Im Urlaub bricht es zusammen.")
    page.locator("[name=title]").fill("Das Heft")
    page.context.set_offline(True)

    page.locator("form[data-outbox=need] button:not([type=button])").last.click()

    expect(page.get_by_role("alert")).to_contain_text("Kein Netz. Ihr Text steht noch hier.")
    expect(page.locator("[name=analogue_process]")).to_have_value("Ein Heft am Telefon.")

    page.context.set_offline(False)
    page.locator("form[data-outbox=need] button:not([type=button])").last.click()

    expect(page).to_have_url(re.compile("/needs/[0-9a-f-]{36}"))


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
