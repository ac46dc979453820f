"""Signing in and out as people do it: with a button, on a phone that several share, without scripts."""

import re

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("javascript", [True, False])
def test_a_button_signs_in(phones, javascript):
    page = phones(javascript=javascript).open("/sign-in")

    page.get_by_role("button", name=re.compile("^Renate K")).click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Renate")


def test_a_page_asked_for_is_there_after_signing_in(phones):
    page = phones().open("/me/devices")

    page.get_by_role("button", name=re.compile("^Renate K")).click()

    expect(page).to_have_url(re.compile("/me/devices$"))


def test_back_shows_nothing_after_signing_out_on_a_shared_device(phones):
    page = phones().open("/sign-in")
    page.get_by_role("button", name=re.compile("^Heinz B")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Heinz")
    page.goto("/me")
    page.goto("/sign-out")
    page.locator("main").get_by_role("button", name="Abmelden").click()
    expect(page).to_have_url(re.compile("/sign-in"))

    for _ in range(3):
        page.go_back()
        expect(page.locator("main")).to_have_attribute("data-account", "")
        expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("nmelden|abmelden"))


def test_the_menu_is_there_without_scripts(signed_in_as):
    page = signed_in_as("renate", javascript=False)

    page.get_by_role("link", name="Menü").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Menü")
    expect(page.locator("main").get_by_role("button", name="Abmelden")).to_be_visible()
