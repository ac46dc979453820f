"""Photos that are too large together are refused before a minute is spent on sending them."""

import re

from playwright.sync_api import expect


def photos(count: int) -> list[dict]:
    return [{"name": f"IMG_{n}.jpg", "mimeType": "image/jpeg", "buffer": bytes(6 * 1024 * 1024)} for n in range(count)]


def test_photos_too_large_together_are_said_before_sending(phones):
    page = phones("renate").page
    page.goto("/needs/new")
    page.locator("[name=title]").fill("Schlüssel")
    page.locator("[name=difficulty]").fill("Wir finden ihn nie.")
    field = page.get_by_label(re.compile("^Fotos"))

    field.set_input_files(photos(3))
    assert "zusammen zu groß" in field.evaluate("field => field.validationMessage")
    page.get_by_role("button", name="Absenden").click()

    expect(page).to_have_url(re.compile("/needs/new$"))
    field.set_input_files(photos(2))
    assert field.evaluate("field => field.validity.valid")


def test_without_javascript_back_brings_the_text_again(phones):
    phone = phones("renate", javascript=False)
    page = phone.page
    page.goto("/needs/new")
    page.locator("[name=title]").fill("Schlüssel")
    page.locator("[name=difficulty]").fill("Wir finden ihn nie, wenn Wanda nicht da ist.")
    page.get_by_label(re.compile("^Fotos")).set_input_files(photos(3))

    page.get_by_role("button", name="Absenden").click()
    expect(page.get_by_text("Gehen Sie im Browser zurück")).to_be_visible()
    phone.complaints.clear()
    page.go_back()

    expect(page.locator("[name=difficulty]")).to_have_value("Wir finden ihn nie, wenn Wanda nicht da ist.")
