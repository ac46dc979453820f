"""`init` begins a programme in an empty database, whole or not at all, and never in one that has people."""

import pytest
from sqlalchemy import func, select

from neighbour.accounts import User
from neighbour.audit import LogLine
from neighbour.db import Model, db
from neighbour.forum import Room
from neighbour.programme import OPERATOR, Programme
from neighbour.programme.commands import MAY_BE_EMPTY
from neighbour.tools import Tool

PASSWORD = "a door for the lead"
FRAME = {"name": "Nachbarn am Fluss", "starts-on": "2027-01-01", "ends-on": "2029-12-31"}
LEAD = {"lead-name": "Mara Fluss", "lead-email": "Mara@example.org", "lead-password": PASSWORD}
FACTS = {name.replace("_", "-"): f"Fact of {name}" for name in MAY_BE_EMPTY}


@pytest.fixture
def empty(app):
    """The application with a schema and nobody in it."""
    with app.app_context():
        for table in reversed(Model.metadata.sorted_tables):
            db.session.execute(table.delete())
        db.session.commit()
        db.engine.dispose()
    return app


def init(app, answers: str = "", **other):
    words = {**FRAME, **FACTS, **LEAD, **{name.replace("_", "-"): word for name, word in other.items()}}
    options = [part for name, word in words.items() if word is not None for part in (f"--{name}", word)]
    return app.test_cli_runner().invoke(args=["init", *options], input=answers)


def counted(app) -> dict[str, int]:
    with app.app_context():
        return {
            model.__name__: db.session.scalar(select(func.count(model.id))) for model in (User, Programme, Room, Tool)
        }


def test_a_programme_begins_with_its_frame_rooms_tools_and_lead(empty):
    outcome = init(empty)

    assert outcome.exit_code == 0, outcome.output
    with empty.app_context():
        programme = db.session.scalars(select(Programme)).one()
        assert [getattr(programme, name) for name in OPERATOR] == [f"Fact of {name}" for name in OPERATOR]
        assert (programme.name, str(programme.ends_on), programme.is_demo) == ("Nachbarn am Fluss", "2029-12-31", False)
        rooms = db.session.scalars(select(Room).order_by(Room.position)).all()
        assert {room.kind for room in rooms} == {"everyone", "friends", "team", "board"}
        assert db.session.scalar(select(func.count(Tool.id))) >= 69
        assert [line.act for line in db.session.scalars(select(LogLine))] == ["programme.beginning"]


def test_the_lead_signs_in_and_every_page_says_the_name(empty):
    init(empty)
    browser = empty.test_client()

    answer = browser.post("/sign-in", data={"email": "mara@example.org", "password": PASSWORD, "device": "mine"})

    assert answer.status_code == 303
    assert "Nachbarn am Fluss" in browser.get("/").text
    assert "Fact of operator_name" in browser.get("/imprint").text
    with empty.app_context():
        assert db.session.scalars(select(User)).unique().one().role_names == {"team", "lead"}


def test_what_is_not_given_is_asked_for_and_facts_may_stay_empty(empty):
    unsaid = dict.fromkeys(("name", *MAY_BE_EMPTY, "lead_password"))
    answers = ["Gefragt", *([""] * len(MAY_BE_EMPTY)), PASSWORD, PASSWORD]

    outcome = init(empty, "\n".join(answers) + "\n", **unsaid)

    assert outcome.exit_code == 0, outcome.output
    with empty.app_context():
        programme = db.session.scalars(select(Programme)).one()
        assert (programme.name, {getattr(programme, name) for name in OPERATOR}) == ("Gefragt", {""})


def test_where_people_are_nothing_is_asked_and_nothing_added(app):
    before = counted(app)

    outcome = init(app, **dict.fromkeys(MAY_BE_EMPTY))

    assert outcome.exit_code == 1
    assert "NEIGHBOUR_HOME" in outcome.output
    assert "may be empty" not in outcome.output
    assert counted(app) == before


@pytest.mark.parametrize(
    "mistake",
    [
        {"ends_on": "2026-12-31"},
        {"starts_on": "1 January"},
        {"lead_password": "short"},
        {"lead_email": "mara"},
        {"name": "n" * 121},
        {"operator_phone": "4" * 41},
    ],
)
def test_a_mistake_leaves_the_database_empty(empty, mistake):
    outcome = init(empty, **mistake)

    assert outcome.exit_code == 2, outcome.output
    assert set(counted(empty).values()) == {0}


def test_a_second_init_is_refused(empty):
    init(empty)
    before = counted(empty)

    assert init(empty).exit_code == 1
    assert counted(empty) == before
