"""A page that shows something marks it as read: after the answer, and no more than it showed."""

from threading import Thread

import pytest

from neighbour import notifications
from neighbour.db import db, uuid7
from neighbour.notifications.unread import unread
from tests.architecture.queries import counted


@pytest.fixture
def visit(app, sign_in):
    """`visit("ada", act)` is a page of Ada's during which something happens."""

    def visited(handle: str, act) -> None:
        cookie = sign_in(handle).get_cookie("neighbour")
        with app.test_request_context("/", headers={"Cookie": f"neighbour={cookie.value}"}):
            act()

    return visited


def test_what_was_shown_is_read_and_the_rest_is_not(visit, tell, rows_of, kite):
    other = uuid7()
    tell("ada", "ben")
    tell("ada", id=other, name="Other")

    visit("ada", lambda: notifications.seen("kite", kite.id))

    assert [(words["name"], is_read) for words, _, is_read in rows_of("ada")] == [("Cem", True), ("Other", False)]
    assert [is_read for *_, is_read in rows_of("ben")] == [False]


def test_what_happens_while_it_is_shown_stays_unread(visit, tell, rows_of, kite):
    """Without looking at the moment, the second time would count as read though the page did not show it."""
    tell("ada")

    def act():
        notifications.seen("kite", kite.id)
        db.session.rollback()
        meanwhile = Thread(target=tell, args=["ada"], kwargs={"name": "Again"})
        meanwhile.start()
        meanwhile.join()

    visit("ada", act)

    assert rows_of("ada") == [({"name": "Again"}, 2, False)]


def test_it_costs_one_question_with_the_title(app, visit, tell, kite):
    tell("ada")

    def act():
        unread()
        with counted(app) as statements:
            notifications.seen("kite", kite.id, uuid7())
            assert unread() == []
        assert statements == []

    visit("ada", act)


def test_who_has_very_many_unread_is_heard_too(visit, tell, rows_of, stage, kite):
    tell("ada", name="The oldest")
    with stage() as people:
        for _ in range(110):
            about = {"subject": ("kite", uuid7()), "href": "/forum", "words": {"name": "Later"}}
            notifications.notify("kite_flew", [people.ada], **about)

    visit("ada", lambda: notifications.seen("kite", kite.id))

    assert rows_of("ada")[0] == ({"name": "The oldest"}, 1, True)
