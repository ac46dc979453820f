"""Typing a code from a slip: right, wrong, or too often."""

from datetime import timedelta

import pytest

from neighbour.accounts import User
from neighbour.db import db, now
from tests.initiatives.doors import invitation, invite, typed


def test_the_code_may_be_typed_as_people_type(visitor, stage):
    with stage():
        code = invite()

    for written in (code.lower(), f"{code[:4]}-{code[4:]}", f" {code[:4].lower()} {code[4:]} "):
        answer = visitor.post("/join", data={"code": written})
        assert (answer.status_code, answer.headers["Location"]) == (303, f"/join/{code}")


@pytest.mark.parametrize("end", ["wrong", "used", "expired", "withdrawn"])
def test_every_code_that_opens_nothing_looks_the_same(visitor, app, stage, end):
    with stage():
        code = invite()
        if end == "used":
            invitation(code).redeemed_at = now()
        if end == "expired":
            invitation(code).expires_at = now() - timedelta(seconds=1)
        if end == "withdrawn":
            invitation(code).withdrawn_at = now()
    code = "AAAAAAAA" if end == "wrong" else code

    asked = [
        visitor.get(f"/join/{code}"),
        visitor.post("/join", data={"code": code}),
        visitor.post(f"/join/{code}", data=typed()),
    ]

    assert [answer.status_code for answer in asked] == [404, 404, 404]
    assert all("Diese Einladung gilt nicht" in answer.text for answer in asked)
    assert not any("The Mill" in answer.text or code in answer.text for answer in asked)
    with stage():
        assert db.session.scalars(User.known_as("heinz")).first() is None


def test_guessing_is_slowed_down_and_never_locks(visitor, app, stage):
    with stage():
        code = invite()
    answers = [visitor.get("/join/WRONGONE").status_code for _ in range(7)]

    assert answers[:5] == [404] * 5
    assert 429 in answers
    assert visitor.get(f"/join/{code}").status_code == 429
    assert app.test_client().get(f"/join/{code}", environ_overrides={"REMOTE_ADDR": "203.0.113.9"}).status_code == 200
