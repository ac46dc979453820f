"""Whatever becomes of the answer, a reply is there once."""

from playwright.sync_api import expect

from tests.browser.core.halls import POSTS


def test_a_reply_over_a_good_line_arrives_at_once(hall):
    shown = hall.reply("Ich bringe zwei.")

    expect(shown).to_have_count(1)
    assert hall.arrives("Ich bringe zwei.")
    expect(shown).not_to_have_attribute("data-pending", "")
    expect(hall.page.locator("[data-receipt]")).to_contain_text("Quittungswort")
    assert hall.line.asked(POSTS) == 1


def test_an_answer_that_is_lost_after_the_commit_makes_no_second_post(hall):
    """Failure 1."""
    hall.line.becomes("cut", POSTS)
    hall.reply("Ich bringe drei.")
    assert hall.arrives("Ich bringe drei.")

    hall.network_is_back()

    assert hall.becomes("arrived")
    assert hall.line.reached(POSTS) >= 2
    assert hall.on_the_server() == ["Ich bringe drei."]
