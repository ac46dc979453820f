"""Somebody without an account is known on pages for guests, and only there."""

from neighbour.accounts.visiting import COOKIE
from neighbour.db import db, uuid7
from neighbour.outbox import Receipt
from tests import probes

PAGE, FORM = "/probe/guest", "/probe/guest/keep"


def test_the_cookie_is_set_where_a_page_for_guests_is_opened_and_nowhere_else(visitor):
    assert "Set-Cookie" not in visitor.get("/sign-in").headers

    words = visitor.get(PAGE).headers["Set-Cookie"]

    assert words.startswith(f"{COOKIE}=")
    assert {"HttpOnly", "SameSite=Lax", f"Path={PAGE}", f"Max-Age={400 * 24 * 3600}"} <= set(words.split("; "))


def test_the_same_browser_is_the_same_visitor_and_another_is_not(app, visitor):
    first, second = visitor.get(PAGE).headers["X-Account"], visitor.get(PAGE).headers["X-Account"]

    assert first and first == second
    assert app.test_client().get(PAGE).headers["X-Account"] != first


def test_elsewhere_nobody_is_recognised(visitor):
    visitor.get(PAGE)

    assert visitor.get("/sign-in").headers["X-Account"] == ""


def test_the_tag_is_not_the_key(visitor):
    tag = visitor.get(PAGE).headers["X-Account"]
    key = visitor.get_cookie(COOKIE, path=PAGE).value

    assert key not in tag and tag not in key


def test_a_cookie_that_is_not_ours_names_nobody(visitor):
    for words in ("x", "ä" * 43, "a" * 44, "../" * 15):
        visitor.set_cookie(COOKIE, words, path=PAGE)
        assert len(visitor.get(PAGE).headers["X-Account"]) == 32


def test_who_is_signed_in_is_themselves_there_too(sign_in, stage):
    answer = sign_in("ada").get(PAGE)

    assert COOKIE not in answer.headers.get("Set-Cookie", "")
    with stage() as people:
        assert answer.headers["X-Account"] == people.ada.tag


def test_what_a_guest_sends_twice_counts_once(visitor, stage):
    form = {"operation_id": str(uuid7()), "words": "once"}
    visitor.get(PAGE)

    first, second = visitor.post(FORM, data=form), visitor.post(FORM, data=form)

    assert (first.status_code, second.status_code, second.headers["Idempotent-Replayed"]) == (200, 303, "true")
    with stage():
        assert probes.notes() == ["once"]
        assert db.session.query(Receipt).one().account == visitor.get(PAGE).headers["X-Account"]


def test_another_guest_cannot_ask_for_the_receipt(app, visitor, stage):
    operation = {"Idempotency-Key": str(uuid7())}
    visitor.get(PAGE)
    visitor.post(FORM, data={"words": "first"}, headers=operation)
    other = app.test_client()
    other.get(PAGE)

    answer = other.post(FORM, data={"words": "first"}, headers=operation)

    assert answer.status_code == 409 and "Idempotent-Replayed" not in answer.headers
    with stage():
        assert probes.notes() == ["first"]
