"""Announcing an event: who may, what is refused, and what a time of day means in summer and in winter."""

from datetime import timedelta

import pytest

from neighbour.db import db
from neighbour.events.models import Event
from tests.cast import initiative
from tests.events.typed import NEW


def test_a_coordinator_announces_for_the_own_initiative_only(sign_in, stage, event):
    with stage():
        mill, harbour = str(initiative("mill").id), str(initiative("harbour").id)
    ada = sign_in("ada")

    assert ada.post("/events", data={**NEW, "initiative_id": harbour}).status_code == 422
    assert ada.post("/events", data=NEW).status_code == 422
    assert ada.post("/events", data={**NEW, "initiative_id": mill}).status_code == 303

    assert str(event().initiative_id) == mill


def test_who_decides_for_nothing_announces_nothing(sign_in, stage):
    for handle in ("ben", "gil", "dora", "otto"):
        browser = sign_in(handle)
        assert browser.get("/events/new").status_code == 403
        assert browser.post("/events", data=NEW).status_code == 403
    with stage():
        assert db.session.query(Event).count() == 0


def test_announcing_twice_with_one_operation_is_one_event(sign_in, stage):
    eva, words = sign_in("eva"), {**NEW, "operation_id": "01930000-0000-7000-8000-0000000000e1"}

    first, second = eva.post("/events", data=words), eva.post("/events", data=words)

    assert first.headers["Location"] == second.headers["Location"]
    with stage():
        assert db.session.query(Event).count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""}, {"kind": "party"}, {"day": "2030-02-30"}, {"day": "0001-01-01"}, {"starts": "25:00"},
        {"ends": "13:00"}, {"day": "2020-01-01"}, {"places": "0"}, {"places": "many"}, {"contact_id": "x"},
        {"ends_day": "2030-12-24"}, {"registration_until": "soon"}, {"audience": "initiative"}, {"title": "x" * 121},
        {"day": "2030-03-31", "starts": "02:30", "ends": "05:00"}, {"body": "\u202e"},
    ],
)  # fmt: skip
def test_a_refused_form_keeps_what_was_typed(sign_in, stage, wrong):
    answer = sign_in("eva").post("/events", data={**NEW, "body": "Bring a spoon.", **wrong})

    assert answer.status_code == 422
    assert 'class="errors"' in answer.text
    assert "body" in wrong or "Bring a spoon." in answer.text
    with stage():
        assert db.session.query(Event).count() == 0


def test_everything_that_is_wrong_is_said_at_once(sign_in):
    wrong = {"title": "", "places": "many", "audience": "initiative", "ends": "13:00"}

    answer = sign_in("eva").post("/events", data={**NEW, **wrong})

    said = answer.text.partition('class="errors"')[2].partition("</ul>")[0]
    for sentence in ("worum es geht", "ganze Zahl", "sind alle eingeladen", "vor dem Beginn"):
        assert sentence in said, sentence


def test_times_are_those_of_the_clock_at_the_place_in_summer_and_in_winter(sign_in, stage):
    eva = sign_in("eva")
    for day in ("2030-07-06", "6.12.2030"):
        assert eva.post("/events", data={**NEW, "day": day}).status_code == 303

    with stage():
        starts = sorted(event.starts_at for event in db.session.query(Event))
        assert [moment.hour for moment in starts] == [12, 13]


def test_an_event_over_the_night_of_the_changed_clock_keeps_its_hours(sign_in, stage):
    night = {"day": "2030-10-26", "starts": "22:00", "ends": "06:00", "ends_day": "2030-10-27"}

    location = sign_in("eva").post("/events", data={**NEW, **night}).headers["Location"]

    with stage():
        event = db.session.query(Event).one()
        assert event.ends_at - event.starts_at == timedelta(hours=9)
    page = sign_in("ben").get(location).text
    assert "22:00 Uhr bis Sonntag, 27. Oktober, 06:00 Uhr" in page
