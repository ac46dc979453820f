"""What one person has written is never sent as another, and waits for its own person."""

from playwright.sync_api import expect

from tests.browser.conftest import PASSWORD
from tests.browser.core.halls import POSTS
from tests.browser.phones import Phone


def sign_in(phone: Phone, handle: str) -> None:
    phone.sign_in(f"{handle}@demo.example", PASSWORD, "mine")


def test_after_a_session_has_ended_it_waits_for_the_sign_in_and_arrives_once(hall, phone):
    """Failure 14."""
    phone.context.clear_cookies()

    shown = hall.reply("Ich bringe zwei.")

    expect(shown).to_contain_text("Bitte melden Sie sich an.")
    assert hall.state() == "saved"
    sign_in(phone, "renate")
    assert hall.arrives("Ich bringe zwei.")
    assert hall.becomes("arrived")


def test_what_waits_of_one_person_is_not_sent_by_the_next(hall, phone):
    """Failures 16 and 19."""
    hall.line.becomes("refuse", POSTS)
    hall.reply("Ich bringe drei.")
    assert hall.has_tried(1)
    phone.context.clear_cookies()
    hall.line.becomes("ok")
    sign_in(phone, "heinz")
    hall.line.forget()

    hall.enter()
    hall.page.evaluate("dispatchEvent(new Event('online'))")
    expect(hall.page.locator("form[data-outbox=post]").first).to_be_visible()
    expect(hall.page.get_by_text("Ich bringe drei.")).to_have_count(0)
    hall.reply("Ich bringe Kuchen.")

    assert hall.arrives("Ich bringe Kuchen.")
    assert [row["state"] for row in hall.rows()] == ["saved", "arrived"]

    phone.context.clear_cookies()
    sign_in(phone, "renate")
    assert hall.arrives("Ich bringe Kuchen.", "Ich bringe drei.")
    assert hall.authors()[-1].startswith("Renate")


def test_a_page_left_open_by_one_person_sends_nothing_as_the_next(hall, phone, sign_ins, hand_of):
    """Failure 20: the cookie belongs to all tabs."""
    hand_of("heinz")
    phone.context.add_cookies(sign_ins["heinz", "mine"]["cookies"])

    hall.reply("Ich bringe vier.")

    assert hall.has_tried(1)
    assert (hall.state(), hall.on_the_server()) == ("saved", [])
