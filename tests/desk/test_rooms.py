"""Rooms of the forum, opened and changed at the desk and seen by members."""

import re
from uuid import uuid4

import pytest
from sqlalchemy import select

from neighbour.audit import LogLine
from neighbour.db import db
from neighbour.errors import NotAllowed
from neighbour.forum.models import Room
from tests.cast import initiative

NEW = {"name": "Wer fährt wen?", "purpose": "Fahrten und Plätze", "position": "3", "kind": "everyone", "initiative": ""}


def rooms() -> list[Room]:
    return db.session.scalars(select(Room).where(Room.name.contains("fährt"))).unique().all()


def test_a_room_that_the_team_opens_is_there_for_members(sign_in, stage):
    answer = sign_in("eva").post("/desk/rooms", data={**NEW, "operation_id": uuid4()})

    assert (answer.status_code, answer.headers["Location"]) == (303, "/desk/rooms")
    assert "Wer fährt wen?" in sign_in("ben").get("/forum").text
    assert sign_in("ben").get("/forum/rooms/wer-faehrt-wen").status_code == 200
    with stage():
        assert "forum.room" in db.session.scalars(select(LogLine.act)).all()


def test_two_rooms_of_one_name_have_two_addresses(sign_in, stage):
    browser = sign_in("eva")

    for _ in range(2):
        browser.post("/desk/rooms", data=NEW)

    with stage():
        assert {room.slug for room in rooms()} == {"wer-faehrt-wen", "wer-faehrt-wen-2"}


def test_the_room_of_an_initiative_is_read_by_it_alone(sign_in, stage):
    with stage():
        mill = initiative("mill").id
    browser = sign_in("eva")
    form = {**NEW, "kind": "initiative", "initiative": mill}

    assert browser.post("/desk/rooms", data=form).status_code == 303
    assert sign_in("ben").get("/forum/rooms/wer-faehrt-wen").status_code == 200
    assert sign_in("cem").get("/forum/rooms/wer-faehrt-wen").status_code == 404
    assert browser.post("/desk/rooms", data=form).status_code == 422, "an initiative has one room"


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "x" * 81},
        {"name": "a\x00b"},
        {"purpose": "x" * 301},
        {"position": "first"},
        {"position": "-1"},
        {"position": "99999999999999999999"},
        {"kind": "secret"},
        {"kind": "initiative"},
        {"initiative": str(uuid4())},
        {"initiative": "mill"},
    ],
)
def test_a_room_that_cannot_be_is_said_and_not_opened(sign_in, stage, wrong):
    answer = sign_in("eva").post("/desk/rooms", data={**NEW, **wrong})

    assert answer.status_code == 422
    with stage():
        assert rooms() == []


def test_a_room_is_renamed_and_keeps_its_address_and_its_readers(sign_in, stage):
    browser = sign_in("eva")
    browser.post("/desk/rooms", data={**NEW, "kind": "team"})
    with stage():
        address = f"/desk/rooms/{rooms()[0].id}"
    assert 'value="Wer fährt wen?"' in browser.get(address).text

    form = {"name": "Fahrten", "purpose": "", "position": "0", "kind": "everyone", "version": ""}
    assert browser.post(address, data=form).status_code == 303
    assert "Fahrten" in browser.get("/forum/rooms/wer-faehrt-wen").text
    assert sign_in("ben").get("/forum/rooms/wer-faehrt-wen").status_code == 404
    assert browser.post(address, data={**form, "name": ""}).status_code == 422
    assert browser.post(f"/desk/rooms/{uuid4()}", data=form).status_code == 404


def test_the_second_of_two_who_rename_sees_both_texts(sign_in, stage):
    browser = sign_in("eva")
    browser.post("/desk/rooms", data=NEW)
    with stage():
        address = f"/desk/rooms/{rooms()[0].id}"
    form = {"name": "Fahrten", "purpose": "", "position": "0", "version": ""}
    browser.post(address, data=form)

    answer = sign_in("lea").post(address, data={**form, "name": "Wege"})

    assert answer.status_code == 409
    theirs = answer.text.split("Steht jetzt da")[1].split("</section>")[0]
    assert "Name: Fahrten" in theirs and "Worum es hier geht" not in theirs, "only what differs"
    assert 'value="Wege"' in answer.text
    version = re.search(r'name="version" value="([^"]+)"', answer.text)[1]
    assert sign_in("lea").post(address, data={**form, "name": "Wege", "version": version}).status_code == 303
    assert "Wege" in sign_in("ben").get("/forum/rooms/wer-faehrt-wen").text


def test_the_log_says_what_was_changed_about_a_room(sign_in, stage):
    browser = sign_in("eva")
    browser.post("/desk/rooms", data=NEW)
    with stage():
        address = f"/desk/rooms/{rooms()[0].id}"

    browser.post(address, data={"name": "Fahrten", "purpose": NEW["purpose"], "position": "3", "version": ""})

    with stage():
        said = db.session.scalars(select(LogLine.sentence).where(LogLine.act == "forum.room_change")).all()
        assert said == ["Fahrten. Name: Wer fährt wen? → Fahrten"]


def test_nobody_but_the_team_opens_or_edits(stage):
    with stage() as people:
        room = Room.open(by=people.eva, name="Hall", kind="everyone")
        for somebody in (people.ada, people.dora, people.otto, people.gil):
            with pytest.raises(NotAllowed):
                Room.open(by=somebody, name="Mine")
            with pytest.raises(NotAllowed):
                room.edit(by=somebody, version=None, name="Mine")
