"""Heinz, 79, on his wife's phone: 320 px wide, letters as large as they get."""

import re

import pytest
from playwright.sync_api import expect

from tests.architecture.pages import require_none
from tests.browser.phones import SCROLLS, SMALL, TOO_WIDE

PAGES = (
    "/",
    "/menu",
    "/me",
    "/me/reading",
    "/forum",
    "/forum/topics/new",
    "/tools",
    "/tools/telefonkette",
    "/initiatives",
)
# Words that are wider or higher than the box they stand in, where that box hides what is too much.
CUT = """() => [...document.querySelectorAll("main *, .bar *")].filter(element => {
  const look = getComputedStyle(element)
  const hides = [look.overflowX, look.overflowY].some(way => way === "hidden" || way === "clip")
  const small = element.clientWidth < element.scrollWidth - 1 || element.clientHeight < element.scrollHeight - 1
  return hides && small && element.textContent.trim() && !element.closest(".unseen, .skip, select")
}).map(element => element.outerHTML.slice(0, 90))"""
# Whether what lies in the middle of an element is that element: nothing covers it, the bar below neither.
IS_ON_TOP = """element => {
  const box = element.getBoundingClientRect()
  const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
  return element === hit || element.contains(hit)
}"""


@pytest.fixture
def heinz(page_of):
    page = page_of("heinz", device="shared")
    page.set_viewport_size(SMALL)
    page.goto("/")
    return page


def test_his_letters_are_large_because_his_account_says_so(heinz):
    assert heinz.evaluate("document.documentElement.dataset.text") == "larger"
    assert heinz.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 22


def test_the_next_step_is_the_first_thing_he_sees(heinz):
    kicker, button = heinz.locator(".next__kicker"), heinz.locator(".next .button")
    next_step = heinz.locator(".next h2").inner_text()

    expect(kicker).to_be_in_viewport(ratio=1)
    assert kicker.evaluate(IS_ON_TOP)
    expect(heinz.locator(".next h2")).to_be_in_viewport()
    button.scroll_into_view_if_needed()
    assert button.evaluate(IS_ON_TOP)
    button.click()
    expect(heinz.get_by_role("heading", level=1)).to_have_text(next_step)


def test_nothing_is_cut(heinz, hand_of):
    topic = hand_of("pavel").open_topic("Fahrdienstvermittlungsgemeinschaft: Wer fährt am Donnerstagnachmittag?")
    found = []
    for address in (*PAGES, topic):
        heinz.goto(address)
        found += [f"{address} is cut: {element}" for element in heinz.evaluate(CUT)]
        found += [f"{address} sticks out: {element}" for element in heinz.evaluate(TOO_WIDE, SCROLLS)]

    require_none(found)


def test_every_icon_of_the_bar_has_its_word(heinz):
    for link in heinz.locator(".bar__list .bar__link").all():
        assert link.inner_text().strip()
        box = link.bounding_box()
        assert box["width"] >= 44 and box["height"] >= 44


def test_he_answers_with_the_letters_he_has(heinz, hand_of):
    heinz.goto(hand_of("pavel").open_topic("Wer ruft Frau Lange an?"))

    heinz.get_by_label("Ihre Antwort").fill("Ich rufe sie an. Heinz")
    send = heinz.get_by_role("button", name="Absenden")
    send.scroll_into_view_if_needed()
    assert send.evaluate(IS_ON_TOP)
    send.click()

    expect(heinz.locator(".post", has_text="Ich rufe sie an. Heinz")).to_be_in_viewport()


def test_whoever_takes_the_phone_next_sees_nothing_of_his_words(visitor, hand_of):
    heinz, topic = visitor, hand_of("pavel").open_topic("Wer kommt zu mir auf einen Kaffee?")
    heinz.get_by_role("button", name=re.compile("^Heinz B")).click()
    expect(heinz.get_by_role("heading", level=1)).to_contain_text("Heinz")
    heinz.goto(topic)
    heinz.get_by_label("Ihre Antwort").fill("Mir geht es nicht gut.")
    heinz.goto("/sign-out")
    heinz.locator("main").get_by_role("button", name="Abmelden").click()
    expect(heinz).to_have_url(re.compile("/sign-in"))

    heinz.goto(topic)

    expect(heinz.get_by_role("heading", level=1)).to_have_text("Anmelden")
    heinz.go_back()
    heinz.go_back()
    assert "Mir geht es nicht gut" not in heinz.content()
    expect(heinz.locator("main")).to_have_attribute("data-account", "")
