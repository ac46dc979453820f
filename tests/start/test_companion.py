"""Who accompanies a person can be called from the start page and from the menu."""

import pytest


@pytest.fixture
def number(stage):
    with stage() as people:
        people.eva.phone = "0221 4710-133"
        people.lea.phone = "0221 4710-199"
    return "tel:02214710133"


def main_of(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]


def test_the_companion_stands_above_the_tour_and_above_what_is_new(sign_in, number):
    main = main_of(sign_in("ben").get("/").text)

    places = [main.index(words) for words in ("Ihre Begleitung", number, "Vier Sätze", "Neu im Netzwerk")]
    assert places == sorted(places)


def test_the_companion_can_be_called_from_the_menu(sign_in, number):
    main = main_of(sign_in("ben").get("/menu").text)

    assert "Anrufen: Eva" in main
    assert f'href="{number}"' in main


def test_nobody_else_is_offered_the_number(sign_in, visitor, number):
    for browser in (sign_in("cem"), sign_in("gil"), visitor):
        assert "tel:02214710133" not in browser.get("/menu").text


def test_a_companion_without_a_number_is_not_in_the_menu(sign_in):
    assert "Anrufen" not in sign_in("ben").get("/menu").text
