"""Photos that are too large together are refused before a minute is spent on sending them."""

import re

from playwright.sync_api import expect


def photos(count: int) -> list[dict]:
    return [{"name": f"IMG_{n}.jpg", "mimeType": "image/jpeg", "buffer": bytes(6 * 1024 * 1024)} for n in range(count)]


def test_photos_too_large_together_are_said_before_sending(phones):
    page = phones("renate").page
    page.goto("/needs/new")
    page.locator("[name=title]").fill("Schlüssel")
    field = page.get_by_label(re.compile("^Fotos"))

    field.set_input_files(photos(3))
    assert "zusammen zu groß" in field.evaluate("field => field.validationMessage")
    page.get_by_role("button", name="Absenden").click()

    expect(page).to_have_url(re.compile("/needs/new$"))
    field.set_input_files(photos(2))
    assert field.evaluate("field => field.validity.valid")
