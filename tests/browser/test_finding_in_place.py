"""Finding, older posts and watching happen where one is, while typing and without a new page."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.staying import require_stayed, stay


@pytest.fixture
def renate(page_of):
    return page_of("renate")


def test_tools_are_found_while_she_types_and_back_keeps_the_words(renate):
    renate.goto("/tools")
    stay(renate)

    renate.get_by_role("searchbox").press_sequentially("Umfrage")

    expect(renate.locator("#found")).to_contain_text("nuudel")
    expect(renate.get_by_role("heading", name="Ich möchte …")).to_have_count(0)
    expect(renate.get_by_role("searchbox")).to_be_focused()
    expect(renate).to_have_url(re.compile("q=Umfrage"))
    require_stayed(renate)
    renate.get_by_role("link", name="nuudel").click()
    expect(renate.get_by_role("heading", level=1)).to_have_text("nuudel")
    renate.go_back()
    expect(renate.get_by_role("searchbox")).to_have_value("Umfrage")
    expect(renate.get_by_role("link", name="nuudel")).to_be_visible()


def test_a_tick_narrows_the_catalogue_at_once(renate):
    renate.goto("/tools?all=1")
    every = renate.locator("#found .row").count()
    stay(renate)

    renate.locator("fieldset").get_by_role("checkbox").first.check()

    expect(renate.locator("#found .row")).not_to_have_count(every)
    expect(renate.locator("fieldset").get_by_role("checkbox").first).to_be_checked()
    require_stayed(renate)


def test_the_forum_is_searched_while_she_types(renate, hand_of):
    hand_of("ole").open_topic("Wer hat einen Bollerwagen?")
    renate.goto("/forum")
    stay(renate)

    renate.get_by_role("searchbox").press_sequentially("bollerwagen")

    expect(renate.locator("#found mark")).to_have_text("Bollerwagen")
    expect(renate.get_by_role("link", name="Wer hat einen Bollerwagen?")).to_be_visible()
    require_stayed(renate)


def test_earlier_posts_come_above_in_their_order(renate, hand_of):
    ole = hand_of("ole")
    topic = ole.open_topic("Wer zählt mit?", "Zahl 1")
    for number in range(2, 27):
        ole.reply(topic, f"Zahl {number}")
    renate.goto(f"{topic}?before=27")
    assert renate.locator(".post").count() == 20
    stay(renate)

    renate.get_by_role("link", name="Frühere Beiträge").click()

    expect(renate.locator(".post")).to_have_count(26)
    assert renate.locator(".post .prose").all_inner_texts() == [f"Zahl {number}" for number in range(1, 27)]
    require_stayed(renate)


def test_older_topics_come_below_the_newer_ones(renate):
    renate.goto("/forum/topics")
    newer = renate.locator("main .row__title").all_inner_texts()
    stay(renate)

    renate.get_by_role("link", name="Ältere Themen").click()

    expect(renate.locator("main .row").nth(len(newer))).to_be_visible()
    titles = renate.locator("main .row__title").all_inner_texts()
    assert titles[: len(newer)] == newer
    require_stayed(renate)


def test_watching_says_at_once_that_it_is_watched(renate, hand_of):
    renate.goto(hand_of("ole").open_topic("Wer bringt Kerzen?"))
    stay(renate)

    renate.get_by_role("button", name="Beobachten", exact=True).click()

    expect(renate.get_by_role("button", name="Nicht mehr beobachten")).to_be_visible()
    require_stayed(renate)
