"""Telling people something."""

from threading import Thread

import pytest
from flask_babel import lazy_gettext
from sqlalchemy import select

from neighbour import notifications
from neighbour.accounts import User
from neighbour.db import db, now, uuid7
from neighbour.notifications import Notification
from tests.architecture.queries import counted


def test_everybody_is_told_but_not_who_did_it(tell, rows_of):
    tell("ada", "ben", "cem", by="cem")

    assert rows_of("ada") == rows_of("ben") == [({"name": "Cem"}, 1, False)]
    assert rows_of("cem") == []


def test_what_is_unread_is_counted_instead_of_told_twice(tell, rows_of):
    tell("ada", name="Cem")
    tell("ada", "ben", name="Dora", by="dora")

    assert rows_of("ada") == [({"name": "Dora"}, 2, False)]
    assert rows_of("ben") == [({"name": "Dora"}, 1, False)]


def test_what_happens_at_the_same_moment_is_counted_whole(tell, rows_of):
    """Without the unique index of what is unread, two would each write a row of their own."""
    at_once = [Thread(target=tell, args=["ada", "ben"]) for _ in range(6)]
    for thread in at_once:
        thread.start()
    for thread in at_once:
        thread.join()

    assert rows_of("ada") == rows_of("ben") == [({"name": "Cem"}, 6, False)]


def test_what_was_read_is_told_anew(tell, rows_of, stage, kite):
    tell("ada", "ben")
    with stage() as people:
        notifications.settled(people.ada.id, "kite", [kite.id])

    tell("ada")

    assert rows_of("ada") == [({"name": "Cem"}, 1, True), ({"name": "Cem"}, 1, False)]
    assert rows_of("ben") == [({"name": "Cem"}, 1, False)]


def test_another_subject_is_another_row(tell, rows_of):
    tell("ada")
    tell("ada", id=uuid7())

    assert len(rows_of("ada")) == 2


def test_who_has_left_is_not_told(tell, rows_of, stage):
    with stage() as people:
        people.ben.ended_at = now()

    tell("ada", "ben")

    assert len(rows_of("ada")) == 1
    assert rows_of("ben") == []


def test_ids_and_a_select_of_ids_are_people_too(stage, kite, rows_of):
    about = {"subject": ("kite", kite.id), "href": "/forum"}
    with stage() as people:
        notifications.notify("kite_flew", [people.ada.id], words={"name": "One"}, **about)
        everybody = select(User.id).where(User.handle.in_(("ada", "ben")))
        notifications.notify("kite_flew", everybody, words={"name": lazy_gettext("Two")}, **about)
        notifications.notify("kite_flew", [], words={}, **about)

    assert rows_of("ada") == [({"name": "Two"}, 2, False)]
    assert rows_of("ben") == [({"name": "Two"}, 1, False)]


def test_many_cost_as_many_statements_as_one(app, stage, kite):
    spent = {}
    with stage() as people:
        crowd = [User(handle=f"many{number}", name=f"Many {number}") for number in range(60)]
        db.session.add_all(crowd)
        db.session.flush()
        about = {"subject": ("kite", kite.id), "by": people.cem, "href": "/forum", "words": {"name": "Cem"}}
        for name, some in {"one": [people.ada], "many": crowd}.items():
            with counted(app) as statements:
                notifications.notify("kite_flew", some, **about)
            spent[name] = len(statements)
        db.session.commit()
        assert db.session.query(Notification).count() == 61

    assert spent == {"one": 2, "many": 2}


def test_what_failed_has_told_nobody(stage, kite, rows_of):
    with pytest.raises(RuntimeError), stage() as people:
        about = {"subject": ("kite", kite.id), "href": "/forum", "words": {"name": "Cem"}}
        notifications.notify("kite_flew", [people.ada], **about)
        raise RuntimeError

    assert rows_of("ada") == []


@pytest.mark.parametrize("kind, subject", [("unheard_of", "kite"), ("kite_flew", "unheard_of")])
def test_only_what_is_registered_can_be_told(stage, kite, kind, subject):
    with pytest.raises(LookupError), stage() as people:
        notifications.notify(kind, [people.ada], subject=(subject, kite.id), href="/forum", words={})


def test_what_is_taken_back_was_never_said(tell, rows_of, stage, kite):
    tell("ada", "ben")
    with stage() as people:
        notifications.settled(people.ben.id, "kite", [kite.id])
    other = uuid7()
    tell("ada", id=other, name="Other")

    with stage():
        notifications.taken_back("kite_flew", ("kite", kite.id))

    assert rows_of("ada") == [({"name": "Other"}, 1, False)]
    assert rows_of("ben") == [({"name": "Cem"}, 1, True)]
