"""Writing about an initiative: by its coordination, and by the team."""

import re

import pytest
from sqlalchemy import select

from neighbour.db import db, uuid7
from neighbour.initiatives import Initiative
from tests import cast

PORTRAIT = {
    "about": "Mehl und Musik",
    "portrait": "Wir mahlen.",
    "quarter": "Dorf",
    "active": "12",
    "light": "busy",
    "light_note": "Ernte",
}


def programme(**words) -> dict:
    kept = {"name": "Hofladen Süd", "place": "Süd", "municipality": "", "status": "selected", "companion_id": ""}
    return {**kept, "region": "revier", "mark": "cross", "map_x": "30", "map_y": "62", **words}


def version(page: str) -> str:
    return re.search(r'name="version"[^>]*value="([^"]*)"', page)[1]


@pytest.mark.parametrize("handle", ["ada", "eva"])
def test_coordination_and_team_write_the_portrait(sign_in, handle):
    browser = sign_in(handle)

    answer = browser.post("/initiatives/mill/edit", data=PORTRAIT)

    assert (answer.status_code, answer.headers["Location"]) == (303, "/initiatives/mill")
    page = browser.get("/initiatives/mill").text
    assert all(words in page for words in ("Mehl und Musik", "Wir mahlen.", "Ernte", "Es ist viel los"))


@pytest.mark.parametrize("handle", ["ben", "cem", "dora", "gil"])
def test_nobody_else_does(sign_in, stage, handle):
    browser = sign_in(handle)

    assert browser.get("/initiatives/mill/edit").status_code == 403
    assert browser.post("/initiatives/mill/edit", data=PORTRAIT).status_code == 403
    with stage():
        assert cast.initiative("mill").portrait == ""


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("about", "x" * 201), ("about", "a\x00"), ("portrait", "x" * 6001), ("portrait", "a\u202e"),
        ("quarter", "x" * 121),
        ("active", "-1"), ("active", "viele"), ("active", "9" * 30), ("active", "1.5"), ("active", ""),
        ("light", "red"), ("light_note", "x" * 201),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_named(sign_in, stage, field, words):
    answer = sign_in("ada").post("/initiatives/mill/edit", data={**PORTRAIT, field: words})

    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert "Mehl und Musik" in answer.text or field == "about"
    with stage():
        assert cast.initiative("mill").quarter == ""


def test_two_who_write_at_once_see_both_texts_and_neither_is_lost(sign_in):
    ada, eva = sign_in("ada"), sign_in("eva")
    read = version(ada.get("/initiatives/mill/edit").text)
    eva.post("/initiatives/mill/edit", data={**PORTRAIT, "portrait": "Evas Fassung", "version": read})

    answer = ada.post("/initiatives/mill/edit", data={**PORTRAIT, "portrait": "Adas Fassung", "version": read})

    assert answer.status_code == 409
    assert "Evas Fassung" in answer.text and "Adas Fassung" in answer.text
    assert "Evas Fassung" in ada.get("/initiatives/mill").text
    again = {**PORTRAIT, "portrait": "Adas Fassung", "version": version(answer.text)}
    assert ada.post("/initiatives/mill/edit", data=again).status_code == 303
    assert "Adas Fassung" in eva.get("/initiatives/mill").text


def test_a_coordinator_cannot_smuggle_in_what_the_team_keeps(sign_in, stage):
    sign_in("ada").post(
        "/initiatives/mill/edit", data={**PORTRAIT, "status": "withdrawn", "companion_id": "", "name": "X", "slug": "y"}
    )

    with stage() as people:
        mill = cast.initiative("mill")
        assert (mill.status, mill.name, mill.companion_id, mill.about) == (
            "selected",
            "The Mill",
            people.eva.id,
            "Mehl und Musik",
        )


def test_the_team_takes_in_an_initiative_once(sign_in, stage):
    eva, form = sign_in("eva"), programme(operation_id=str(uuid7()))

    answers = [eva.post("/initiatives", data=form) for _ in range(2)]

    assert [answer.headers["Location"] for answer in answers] == ["/initiatives/hofladen-sued"] * 2
    with stage():
        found = db.session.scalars(select(Initiative).where(Initiative.name == "Hofladen Süd")).all()
        assert [(each.map_x, each.map_y, each.mark) for each in found] == [(30, 62, "cross")]


@pytest.mark.parametrize(
    ("name", "slug"), [("New", "new-2"), ("Invitations!", "invitations-2"), ("Mill", "mill-2"), ("☃", "initiative")]
)
def test_an_address_is_never_taken_twice(sign_in, name, slug):
    answer = sign_in("eva").post("/initiatives", data=programme(name=name))

    assert answer.headers["Location"] == f"/initiatives/{slug}"


@pytest.mark.parametrize("handle", ["ada", "gil", "dora"])
def test_only_the_team_keeps_the_programme(sign_in, stage, handle):
    browser = sign_in(handle)

    for address in ("/initiatives/new", "/initiatives/mill/programme"):
        assert browser.get(address).status_code == 403
    assert browser.post("/initiatives", data=programme()).status_code == 403
    assert browser.post("/initiatives/mill/programme", data=programme()).status_code == 403
    with stage():
        assert cast.initiative("mill").name == "The Mill"


def test_the_team_gives_companion_place_and_status(sign_in, stage):
    lea = sign_in("lea")
    with stage() as people:
        lea_id = str(people.lea.id)
    page = lea.get("/initiatives/mill/programme").text
    assert 'class="map map--grid"' in page

    form = programme(name="The Mill", companion_id=lea_id, status="withdrawn", version=version(page))
    assert lea.post("/initiatives/mill/programme", data=form).status_code == 303

    with stage() as people:
        mill = cast.initiative("mill")
        assert (mill.companion_id, mill.status, mill.map_x) == (people.lea.id, "withdrawn", 30)


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("name", ""), ("name", "x" * 81), ("place", ""), ("place", "a\x00"), ("municipality", "x" * 81),
        ("status", "lost"),
        ("companion_id", "ben"), ("companion_id", "not an id"), ("region", "moon"), ("mark", ""),
        ("map_x", "101"), ("map_x", ""), ("map_y", "81"), ("map_y", "-3"), ("map_y", "٣"),
    ],
)  # fmt: skip
def test_what_the_team_types_is_checked_too(sign_in, stage, field, words):
    with stage() as people:
        words = str(people.ben.id) if words == "ben" else words

    answer = sign_in("eva").post("/initiatives", data=programme(**{field: words}))

    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
