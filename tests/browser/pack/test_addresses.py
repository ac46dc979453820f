"""At an address that is not secure nothing can be kept, and Neighbour says so."""

import pytest
from playwright.sync_api import expect

from tests.chromium import LAUNCH

WORDS = "Unter dieser Adresse kann Neighbour nichts auf dem Gerät behalten. Bitte https verwenden."


@pytest.fixture
def far_browser(playwright):
    """A browser for which the server is on another machine."""
    rules = "--host-resolver-rules=MAP neighbour.test 127.0.0.1"
    browser = playwright.chromium.launch(**{**LAUNCH, "args": [*LAUNCH["args"], rules]})
    yield browser
    browser.close()


def test_where_the_address_is_not_secure_it_says_so_and_everything_else_works(far_browser, server):
    page = far_browser.new_page(base_url=f"http://neighbour.test:{server.port}", locale="de-DE")
    page.goto("/sign-in")
    expect(page.locator("[data-insecure]").first).to_have_text(WORDS)
    form = page.locator("form", has=page.locator("input[type=password]"))
    form.locator("[name=email]").fill("heinz@demo.example")
    form.locator("[name=password]").fill("nachbarschaft")
    form.locator("[name=device][value=mine]").check()
    form.locator("button").first.click()
    expect(page).not_to_have_url(f"http://neighbour.test:{server.port}/sign-in")

    page.goto("/pack")
    expect(page.locator("[data-insecure]")).to_have_text(WORDS)
    expect(page.locator("#pack")).to_be_hidden()


def test_at_a_secure_address_it_says_nothing(visitor):
    expect(visitor.locator("[data-insecure]")).to_be_hidden()
