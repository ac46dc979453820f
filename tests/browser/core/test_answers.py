"""Whatever becomes of the answer, a reply is there once."""

import pytest
from playwright.sync_api import expect

from tests.browser.core.halls import POSTS


def test_a_reply_over_a_good_line_arrives_at_once(hall):
    shown = hall.reply("Ich bringe zwei.")

    expect(shown).to_have_count(1)
    assert hall.arrives("Ich bringe zwei.")
    expect(hall.page.locator("[data-receipt]")).to_contain_text("Quittungswort")
    expect(hall.page.locator("[data-pending]")).to_have_count(0)
    assert hall.line.asked(POSTS) == 1


@pytest.mark.parametrize("weather", ["cut", "half", "stall"])
def test_an_answer_that_is_lost_after_the_commit_makes_no_second_post(hall, weather):
    """Failures 1 and 31: the server has done the work, and the device cannot know."""
    hall.line.becomes(weather, POSTS)
    hall.reply("Ich bringe drei.")
    assert hall.arrives("Ich bringe drei.")
    assert hall.state() in ("sending", "saved")

    hall.line.becomes("ok")
    hall.network_is_back()

    assert hall.becomes("arrived")
    assert hall.line.reached(POSTS) >= 2
    assert hall.on_the_server() == ["Ich bringe drei."]


@pytest.mark.parametrize("weather", ["refuse", "hang", "portal-200", "portal-302"])
def test_what_never_reached_the_server_waits_and_goes_when_the_line_is_good(hall, weather):
    """Failures 15, 25, 26, 28: a portal's page and a redirect are no success, also not with status 200."""
    hall.line.becomes(weather, POSTS)
    shown = hall.reply("Ich bringe vier.")
    expect(shown).to_contain_text("Ich bringe vier.")
    if weather != "hang":
        assert hall.has_tried(1)
    assert hall.on_the_server() == []

    hall.network_is_back()

    assert hall.arrives("Ich bringe vier.")
    assert hall.becomes("arrived")


def test_a_portal_is_named(hall):
    """Failure 25."""
    hall.line.becomes("portal-200", POSTS)

    shown = hall.reply("Ich bringe fünf.")

    expect(shown).to_contain_text("Dieses WLAN will erst eine Anmeldung.")


def test_three_failures_of_the_server_lose_nothing(hall):
    """Failure 9."""
    hall.line.becomes("error", POSTS, times=3, status="500 Oh")
    hall.reply("Ich bringe sechs.")
    for times in (1, 2, 3):
        assert hall.has_tried(times)
        hall.page.evaluate("dispatchEvent(new Event('online'))")

    assert hall.arrives("Ich bringe sechs.")
    assert hall.line.asked(POSTS) == 4
