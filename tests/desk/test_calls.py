"""Calls: noted in seconds, kept for the team, found again with the person and the initiative."""

from uuid import uuid4

import pytest
from sqlalchemy import select

from neighbour.audit import LogLine
from neighbour.db import db
from neighbour.desk import CallNote
from neighbour.errors import NotAllowed
from neighbour.initiatives import Initiative


def the_note() -> CallNote:
    return db.session.scalars(select(CallNote)).unique().one()


def test_a_call_is_noted_with_the_person_and_their_initiative(sign_in, stage):
    browser = sign_in("eva")
    form = {"who": "ben", "said": "The hall is booked.\nTell Ada.", "back": "/desk?show=mine", "operation_id": uuid4()}

    answer = browser.post("/desk/calls", data=form)

    assert (answer.status_code, answer.headers["Location"]) == (303, "/desk?show=mine")
    with stage() as people:
        note = the_note()
        assert (note.person, note.initiative.slug, note.noted_by, note.who) == (people.ben, "mill", people.eva, "")
        assert db.session.scalars(select(LogLine.sentence)).all() == ["Ben · The Mill"]
        ben = people.ben.id
    assert "The hall is booked." in browser.get(f"/desk/people/{ben}").text
    assert "The hall is booked." in browser.get("/desk/calls?initiative=mill").text
    assert "The hall is booked." not in browser.get("/desk/calls?initiative=harbour").text


def test_the_same_form_sent_twice_is_one_call(sign_in, stage):
    browser = sign_in("eva")
    form = {"who": "ben", "said": "Once.", "operation_id": uuid4()}

    assert [browser.post("/desk/calls", data=form).status_code for _ in range(2)] == [303, 303]
    with stage():
        assert the_note().said == "Once."


def test_somebody_without_an_account_is_kept_by_name(sign_in, stage):
    sign_in("eva").post("/desk/calls", data={"who": "Frau Klein vom Rathaus", "said": "She calls back."})

    with stage():
        assert (the_note().who, the_note().person, the_note().initiative) == ("Frau Klein vom Rathaus", None, None)
    assert "Frau Klein vom Rathaus" in sign_in("lea").get("/desk/calls").text


def test_two_of_one_name_are_asked_about(sign_in, stage):
    with stage() as people:
        people.gil.name = "Ben"

    answer = sign_in("eva").post("/desk/calls", data={"who": "Ben", "said": "Keep these words."})

    assert answer.status_code == 422
    assert "@ben" in answer.text and "@gil" in answer.text and "Keep these words." in answer.text


@pytest.mark.parametrize(
    "wrong",
    [
        {"said": ""},
        {"said": "x" * 5001},
        {"said": "a\x00b"},
        {"who": "", "initiative": ""},
        {"who": "x" * 81},
        {"who": "a\x00b"},
        {"initiative": "not an id"},
        {"initiative": str(uuid4())},
    ],
)
def test_what_cannot_be_kept_is_said_and_nothing_is_written(sign_in, stage, wrong):
    answer = sign_in("eva").post("/desk/calls", data={"who": "ben", "said": "Hello", **wrong})

    assert answer.status_code == 422
    assert "Bitte schauen Sie noch einmal" in answer.text
    with stage():
        assert db.session.scalars(select(CallNote)).unique().all() == []


def test_only_the_team_writes_and_reads_calls(stage):
    with stage() as people:
        CallNote.write("Between us.", by=people.eva, person=people.ben)
        for handle in ("ada", "ben", "dora", "otto", "gil"):
            somebody = getattr(people, handle)
            with pytest.raises(NotAllowed):
                CallNote.write("x", by=somebody, who="y")
            assert db.session.scalars(CallNote.visible_to(somebody)).unique().all() == []
        assert len(db.session.scalars(CallNote.visible_to(people.lea)).unique().all()) == 1


def test_the_last_call_stands_with_the_initiative(sign_in, stage):
    with stage() as people:
        CallNote.write("All is well.", by=people.eva, person=people.ada)
        mill = db.session.scalars(select(Initiative).where(Initiative.slug == "mill")).one().id
        assert set(CallNote.last_calls()) == {mill}

    text = sign_in("eva").get("/desk/initiatives").text
    assert "eben</time>" in text.split(f'id="initiative-{mill}"')[1].split("</tr>")[0]
