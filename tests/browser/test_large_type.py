"""Very large type on a small phone: the next step and every word of the bar can be seen without scrolling."""

import pytest

CUT = """() => [...document.querySelectorAll(".bar__list .bar__link")].filter(link => {
  const words = document.createRange()
  words.selectNodeContents(link.querySelector("span"))
  const wide = words.getBoundingClientRect(), room = link.getBoundingClientRect()
  return wide.width > room.width + 1 || parseFloat(getComputedStyle(link).fontSize) < 15
}).map(link => link.textContent)"""


@pytest.mark.parametrize("handle", ["heinz", "renate", "jonas"])
def test_what_is_next_stands_above_the_bar_with_its_button(signed_in_as, hand_of, handle):
    hand_of("pavel").open_topic("Wer trägt mit?", f"@{handle}, hast du Zeit?")
    page = signed_in_as(handle, small=True)
    page.evaluate("() => { document.documentElement.dataset.text = 'larger' }")

    button, bar = page.locator(".next .button").bounding_box(), page.locator(".bar").bounding_box()
    assert button["y"] + button["height"] < bar["y"]
    assert page.evaluate(CUT) == []


def test_the_number_of_the_companion_is_one_line(signed_in_as):
    page = signed_in_as("heinz", small=True)
    page.evaluate("() => { document.documentElement.dataset.text = 'larger' }")

    assert page.locator(".person__phone").first.evaluate("it => it.scrollWidth <= it.clientWidth + 1")
