"""Erna takes Heinz's phone: she sees nothing of his, nothing of his is sent as hers, and he finds it again."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.person.handed_round import HandedRound
from tests.serving.starts import wait_until

FIRST = "Am Mittwoch gibt es Brombeergelee."
SECOND = "Und Zimtschnecken, so lange sie reichen."
SECRETS = ("Brombeer", "Zimtschnecken")


@pytest.fixture
def his(phone, topic):
    """Two replies of his wait."""
    phone.sign_in("heinz")
    phone.keeps("/menu")
    phone.keeps(topic)
    phone.loses_network()
    phone.writes(FIRST, SECOND)
    return phone


@pytest.fixture
def sealed(his):
    """Heinz has signed out without a network; it is back, and the phone is nobody's."""
    his.leaves("Verschlossen liegen lassen")
    his.is_left()
    his.finds_network()
    his.is_nobodys()
    return his


def shows_nothing_of_his(page):
    expect(page.locator("main")).to_be_visible()
    assert [word for word in SECRETS if word in page.content()] == []


def test_the_next_person_finds_nothing_in_any_store_or_page(sealed):
    sealed.sign_in("erna")
    for address in ("/", "/outbox", "/menu", "/me", "/pack"):
        sealed.open(address)
        shows_nothing_of_his(sealed.page)

    stores = sealed.stores()
    assert stores.found(*SECRETS) == []
    assert len(stores.rows) == 2
    assert [name for name in stores.meta if name.startswith("key-")] == [f"key-{stores.meta['session']['account']}"]


def test_the_next_person_is_told_that_something_is_locked_here(sealed):
    sealed.sign_in("erna")

    sealed.open("/outbox")

    expect(sealed.page.locator("main")).to_contain_text(
        "Hier liegen 2 Dinge einer anderen Person. Sie sind verschlossen."
    )


def test_back_shows_the_next_person_nothing(sealed):
    sealed.sign_in("erna")

    for _ in range(4):
        sealed.page.go_back()
        sealed.page.wait_for_load_state()
        shows_nothing_of_his(sealed.page)
    assert sealed.stores().found(FIRST) == []


def test_he_comes_back_and_his_things_go_by_themselves_once(sealed, heard):
    sealed.sign_in("erna")
    sealed.leaves()
    sealed.is_nobodys()
    assert (heard(FIRST), heard(SECOND)) == (0, 0)

    sealed.sign_in("heinz")

    assert wait_until(lambda: heard(SECOND), 20)
    expect(sealed.page.locator("[data-outbox-count]")).to_have_text("")
    assert (heard(FIRST), heard(SECOND)) == (1, 1)
    assert {row["state"] for row in sealed.stores().rows} <= {"arrived"}


def test_another_open_page_of_his_is_emptied_when_he_signs_out(his, topic):
    his.finds_network()
    other = his.context.new_page()
    other.goto(f"{his.line.address}{topic}")
    expect(other.get_by_role("heading", level=1)).to_contain_text("Schrebergarten")
    other.locator("form[data-outbox=post] textarea").fill("Noch nicht abgeschickt")
    expect(other.locator("[data-outbox-count]")).to_have_text("")

    his.leaves()
    his.is_nobodys()

    expect(other.get_by_role("heading", level=1)).to_have_text("Anmelden")
    assert "Schrebergarten" not in other.content()


def test_what_one_person_wrote_is_never_sent_as_another(his, heard):
    """Ole signs in in the same browser while the page of Heinz is still open."""
    signed_in_behind = {"email": "ole@demo.example", "password": "nachbarschaft", "device": "mine"}
    address = his.line.address.replace(str(his.line.port), str(his.line.beyond))
    answer = his.context.request.post(f"{address}/sign-in", form=signed_in_behind, headers={"Origin": address})
    assert answer.ok

    his.finds_network()

    expect(his.page.locator(".person, main").first).to_be_visible()
    expect(his.page.locator("main")).not_to_contain_text("Brombeer")
    assert (heard(FIRST), heard(SECOND)) == (0, 0)
    stores = his.stores()
    assert {row["state"] for row in stores.rows} == {"saved"}
    assert stores.found(*SECRETS) == []


def test_a_sign_in_that_ended_meanwhile_keeps_everything_and_asks(his, topic, heard):
    his.context.clear_cookies(name="neighbour")
    his.finds_network()
    asked = his.page.locator("[data-signed-out]")
    expect(asked).to_contain_text("Bitte melden Sie sich an. Danach geht es von selbst weiter.")
    assert heard(FIRST) == 0
    assert his.stores().kept == []

    asked.get_by_role("link", name="Anmelden").click()
    form = his.page.locator("form", has=his.page.locator("input[type=password]"))
    form.locator("[name=email]").fill("heinz@demo.example")
    form.locator("[name=password]").fill("nachbarschaft")
    form.locator("button").first.click()

    expect(his.page).to_have_url(re.compile(topic))
    assert wait_until(lambda: heard(SECOND), 20)
    assert (heard(FIRST), heard(SECOND)) == (1, 1)


def test_a_device_that_was_ended_from_another_one_is_emptied_at_its_next_contact(phone, topic):
    phone.sign_in("heinz")
    phone.keeps(topic)
    phone.context.clear_cookies(name="neighbour")

    phone.open("/me/devices")

    phone.is_nobodys()
    stores = phone.stores()
    assert stores.kept == []
    assert stores.found("Schrebergarten", "canLeave") == []


def test_a_page_out_of_the_browsers_own_cache_brings_nobody_back(phones, line):
    """It says that Heinz is here; the server says that it is Erna."""
    phone = HandedRound(phones(address=line.address, workers="block"), line)
    phone.phone.sign_in("heinz@demo.example", "nachbarschaft", "mine")
    old = phone.context.request.get(f"{line.address}/me").text()
    assert "Heinz B." in old
    phone.open("/menu")
    phone.leaves()
    phone.is_nobodys()
    phone.phone.sign_in("erna@demo.example", "nachbarschaft", "mine")
    assert wait_until(lambda: "key-" in str(phone.stores().meta), 20)
    erna = phone.stores().meta
    phone.page.route("**/me", lambda route: route.fulfill(body=old, content_type="text/html"), times=1)

    phone.open("/me")

    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Erna B.")
    assert phone.stores().meta["session"] == erna["session"]
    assert phone.stores().meta.keys() == erna.keys()
