"""What somebody may not read any more leaves their phone at the next contact."""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def board_role(hand_of):
    """`board_role("end")` takes it from Ulla, `board_role("")` gives it back."""
    lena = hand_of("lena")
    [person] = set(re.findall(r"/desk/people/([0-9a-f-]{36})", lena.request.get("/desk/people?q=Ulla").text()))

    def change(end: str) -> None:
        lena.write(f"/desk/people/{person}/roles{end}", role="board")

    yield change
    change("")


def test_a_right_taken_away_empties_what_it_covered(bag_of, board_role):
    ulla = bag_of("ulla")
    ulla.open("/pack")
    ulla.require("basic", "tools")
    ulla.take("room-beirat")
    ulla.require("room-beirat")
    covered = ulla.urls("room-beirat")
    assert any(url.startswith("/forum/topics/") or url == "/forum/rooms/beirat" for url in covered)

    board_role("/end")
    ulla.look_again()

    expect(ulla.row("room-beirat")).to_have_count(0)
    assert ulla.part("room-beirat") is None
    assert "/forum/rooms/beirat" not in ulla.urls()


def test_a_part_taken_off_leaves_and_stays_away_until_it_is_wanted_again(renate):
    renate.row("tools").get_by_role("button", name="Vom Gerät nehmen").click()
    expect(renate.page.locator("[data-said]")).to_have_text("Werkzeugkatalog ist vom Gerät genommen.")
    expect(renate.row("tools")).to_have_attribute("data-state", "none")
    assert not [url for url in renate.urls() if url.startswith("/tools/")]

    renate.look_again()
    expect(renate.row("tools")).to_have_attribute("data-state", "none")

    renate.take("tools")
    renate.require("tools")
    assert [url for url in renate.urls() if url.startswith("/tools/")]
