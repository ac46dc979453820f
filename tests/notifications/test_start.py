"""What waits on the start page."""

import re

from neighbour.db import uuid7


def waiting(browser) -> list[str]:
    page = browser.get("/").text.partition("Was auf Sie wartet")[2].partition("</section>")[0]
    return re.findall(r'row__title" href="[^"]+">([^<]+)<', page)


def test_the_newest_five_are_there_and_the_way_to_the_rest(sign_in, tell):
    for number in range(7):
        tell("ada", id=uuid7(), name=f"K{number}")
    ada = sign_in("ada")

    assert waiting(ada) == [*(f"K{number} flew 1 times" for number in (6, 5, 4, 3, 2)), "Alle Benachrichtigungen"]
    assert "Alle 7 neuen" in ada.get("/").text


def test_five_need_no_way_to_the_rest(sign_in, tell):
    for number in range(5):
        tell("ada", id=uuid7(), name=f"K{number}")

    assert len(waiting(sign_in("ada"))) == 5


def test_where_nothing_else_is_next_the_newest_is(sign_in, tell):
    tell("gil", name="Cem")

    page = sign_in("gil").get("/").text

    assert "Cem flew" in page.partition('class="next"')[2].partition("</section>")[0]
    assert page.count("Cem flew") == 1


def test_what_was_read_waits_no_longer(sign_in, tell):
    tell("ada")
    ada = sign_in("ada")
    assert "Cem flew" in ada.get("/").text

    ada.post("/me/notifications/reading")

    assert "Cem flew" not in ada.get("/").text
    assert "Cem flew" in ada.get("/me/notifications").text
