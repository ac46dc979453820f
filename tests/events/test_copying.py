"""Announcing an event like another one: everything is there but the day, and the run sheet comes along."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from neighbour.db import db
from neighbour.events.models import Event, RunSheetLine
from tests.events.typed import NEW

AT_TWO = datetime(2030, 7, 6, 12, 0, tzinfo=UTC)  # 14:00 by the clock at the place


@pytest.fixture
def soup(announce, stage) -> str:
    """The address of an event with a run sheet."""
    words = {"title": "Winter soup", "body": "Bring a spoon.", "places": 20, "step_free": True, "food": "soup"}
    address = announce("ada", starts_at=AT_TWO, ends_at=AT_TWO + timedelta(hours=3), **words)
    with stage():
        steps = [RunSheetLine(position=0, time="14:15", minutes=20, goal="Cook", who="Ben")]
        db.session.query(Event).one().run_sheet = steps
    return address


def typed_in(page: str, name: str) -> str:
    return re.search(rf'name="{name}"[^>]*value="([^"]*)"', page)[1]


def test_the_form_of_a_copy_knows_everything_but_the_day(soup, sign_in):
    ada = sign_in("ada")
    ada.post(soup + "/cancellation", data={"reason": "The cook is ill."})
    link = re.search(r'href="(/events/new\?like=[^"]+)"', ada.get(soup).text)[1]

    page = ada.get(link).text

    known = {"title": "Winter soup", "starts": "14:00", "ends": "17:00", "venue": "The hall", "places": "20", "food": "soup"}  # fmt: skip
    assert {name: typed_in(page, name) for name in known} == known
    assert "Bring a spoon." in page and 'selected value="yes"' in page
    assert not re.search(r'name="day"[^>]*value="[^"]', page)


def test_the_run_sheet_comes_along_with_the_beginning(soup, sign_in, stage):
    ada = sign_in("ada")
    page = ada.get("/events/new?like=" + soup.rpartition("/")[2]).text
    with stage():
        mill = str(db.session.query(Event).one().initiative_id)
    words = {**NEW, "like_id": typed_in(page, "like_id"), "initiative_id": mill, "starts": "16:00", "ends": "18:00"}

    copy = ada.post("/events", data={**words, "day": "2031-01-11"}).headers["Location"]

    shown = ada.get(copy).text
    assert "16:15" in shown and "Cook" in shown and "Ben" in shown
    assert "14:15" in ada.get(soup).text


def test_nobody_copies_what_they_do_not_see(announce, sign_in, stage):
    hidden = announce("ada", audience="initiative").rpartition("/")[2]
    cem = sign_in("cem")

    assert cem.get(f"/events/new?like={hidden}").status_code == 404
    assert cem.post("/events", data={**NEW, "like_id": hidden, "initiative_id": ""}).status_code in (404, 422)
    with stage():
        assert db.session.query(Event).count() == 1
