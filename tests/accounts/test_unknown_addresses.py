"""An address that nobody has is answered like one that somebody has: the same words, after the same work."""

import statistics
import time

import pytest

from neighbour.accounts.models import Attempts
from neighbour.accounts.passwords import hash_password
from neighbour.db import db

REAL_MEMORY_KIB = 19 * 1024
ROUNDS = 15


@pytest.fixture
def as_in_earnest(app, stage):
    """Passwords cost here what they cost in the programme, so that skipping one would show."""
    cheap = app.config["ARGON2_MEMORY_KIB"]
    app.config["ARGON2_MEMORY_KIB"] = REAL_MEMORY_KIB
    with stage() as people:
        people.ada.password_hash = hash_password("a good long password")
    yield
    app.config["ARGON2_MEMORY_KIB"] = cheap


def seconds(visitor, stage, email: str) -> float:
    with stage():
        db.session.query(Attempts).delete()
    began = time.perf_counter()
    assert visitor.post("/sign-in", data={"email": email, "password": "wrong"}).status_code == 422
    return time.perf_counter() - began


@pytest.mark.usefixtures("as_in_earnest")
def test_an_unknown_address_costs_as_much_work_as_a_known_one(visitor, stage):
    """Without the hash that nobody's password fits, an unknown address is answered many times faster."""
    seconds(visitor, stage, "nobody@example.org")
    pairs = [
        (seconds(visitor, stage, "ada@example.org"), seconds(visitor, stage, "nobody@example.org"))
        for _ in range(ROUNDS)
    ]

    known, unknown = (statistics.median(column) for column in zip(*pairs, strict=True))

    assert 1 / 2 < known / unknown < 2
