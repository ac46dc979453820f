"""After a sign-out without a network nobody gets back in, and the server is told before anything else is asked of it."""

import pytest
from playwright.sync_api import expect

SECRET = "Heinz B"


@pytest.fixture
def left(phone, topic):
    """Heinz has signed out in a cellar."""
    phone.sign_in("heinz")
    phone.keeps("/menu")
    phone.keeps(topic)
    phone.loses_network()
    phone.leaves()
    phone.page.wait_for_url("**/sign-in")  # goes there by itself, with what the device has to say
    phone.is_left()
    return phone


def test_every_address_shows_that_somebody_has_left(left, topic):
    for address in (topic, "/", "/menu", "/outbox", "/pack", "/sign-in", "/me"):
        left.open(address)
        left.is_left()
        assert "Schrebergarten" not in left.page.content()


def test_back_and_another_tab_show_nothing(left, topic):
    for _ in range(3):
        left.page.go_back()
        left.is_left()

    other = left.context.new_page()
    other.goto(f"{left.line.address}{topic}")

    expect(other.get_by_role("heading", level=1)).to_have_text("Sie sind abgemeldet")


def test_the_server_is_told_before_anything_else(left):
    left.page.goto("about:blank")
    left.line.forget()
    left.finds_network()

    left.open("/forum")

    left.is_nobodys()
    assert left.line.visits[0].matches("POST /sign-out")
    assert "signing-out" not in left.stores().meta
    left.open("/me")
    left.is_nobodys()


def test_the_page_goes_on_by_itself_when_the_network_is_back(left):
    left.finds_network()

    left.is_nobodys()
    assert "signing-out" not in left.stores().meta


@pytest.mark.parametrize("weather", ["hang", "cut", "portal-200", "portal-302", "error"])
def test_only_the_servers_own_word_lets_the_next_person_in(left, weather):
    left.line.becomes(weather, "POST /sign-out")
    left.context.set_offline(False)

    left.open("/")
    left.is_left()
    assert left.stores().meta["signing-out"] is True

    left.line.becomes("ok")
    left.open("/")
    left.is_nobodys()
    assert "signing-out" not in left.stores().meta
    left.phone.complaints.clear()  # of the portal, which is another site


def test_a_page_that_the_browser_itself_had_kept_leads_to_no_sign_in_of_before(left):
    """The cookie is still there: only the order of things keeps its person out."""
    left.line.becomes("hang", "POST /sign-out")
    left.context.set_offline(False)
    assert [cookie["name"] for cookie in left.context.cookies()] == ["neighbour"]

    left.open("/me")

    left.is_left()
    assert SECRET not in left.page.content()


def test_without_a_worker_the_pages_themselves_keep_everybody_out(phones, line):
    page = phones(address=line.address, workers="block")
    page.sign_in("heinz@demo.example", "nachbarschaft", "mine")
    page = page.open("/menu")
    expect(page.locator("main")).not_to_have_attribute("data-account", "")
    page.wait_for_load_state("networkidle")
    line.becomes("refuse")
    page.context.set_offline(True)
    page.locator("main").get_by_role("button", name="Abmelden", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sie sind abgemeldet")

    line.becomes("hang", "POST /sign-out")
    page.context.set_offline(False)
    page.goto("/me")
    expect(page.locator("main")).to_have_text("")
    line.becomes("ok")
    page.evaluate("setInterval(() => dispatchEvent(new Event('online')), 200)")

    expect(page.get_by_role("heading", level=1)).to_have_text("Anmelden")
