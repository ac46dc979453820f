"""Renate hears what concerns her: as a number beside the menu, in the inbox, and no longer than it is new."""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def renate(page_of, request):
    return page_of("renate", javascript=request.param)


def unread(page) -> int:
    """The number that the tab says."""
    found = re.match(r"\((\d+)\) ", page.title())
    return int(found[1]) if found else 0


def test_from_the_number_to_the_reply_and_it_is_read(renate, hand_of, request):
    title = f"Wer hat die Leiter? ({request.node.callspec.id})"
    topic = hand_of("renate").open_topic(title)
    renate.goto("/menu")
    before = unread(renate)
    hand_of("ole").reply(topic, "Sie steht bei mir.")

    renate.goto("/menu")
    assert unread(renate) == before + 1
    renate.get_by_role("link", name=f"{before + 1} neu").click()
    renate.get_by_role("link", name=re.compile(rf"^Ole.* antwortet: {re.escape(title)}$")).click()

    expect(renate.get_by_text("Sie steht bei mir.")).to_be_visible()
    assert unread(renate) == before
    renate.goto("/me/notifications")
    expect(renate.locator("section", has_text="Schon gelesen").get_by_text(title)).to_be_visible()


def test_all_are_read_with_one_key(renate, hand_of, request):
    topic = hand_of("renate").open_topic(f"Wer hat die Säge? ({request.node.callspec.id})")
    hand_of("ole").reply(topic, "Ich.")
    renate.goto("/me/notifications")
    expect(renate.get_by_text(f"Wer hat die Säge? ({request.node.callspec.id})").first).to_be_visible()

    renate.get_by_role("button", name="Alle gelesen").focus()
    renate.keyboard.press("Enter")

    expect(renate.get_by_text("Nichts Neues.")).to_be_visible()
    expect(renate.locator(".unread")).to_have_count(0)
    assert unread(renate) == 0
