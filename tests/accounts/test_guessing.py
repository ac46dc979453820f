"""Guessing is slowed down, and nobody is locked out."""

from datetime import timedelta

import pytest

from neighbour.accounts.models import Attempts, attempts
from neighbour.db import db, now
from tests.cast import PASSWORD
from tests.initiatives.doors import together


def guess(browser, password="wrong", address="203.0.113.7", email="ada@example.org"):
    form = {"email": email, "password": password}
    return browser.post("/sign-in", data=form, environ_overrides={"REMOTE_ADDR": address})


def make_time_pass(stage, seconds: int):
    with stage():
        for row in db.session.query(Attempts):
            row.next_at -= timedelta(seconds=seconds)


def test_a_few_slips_cost_nothing(visitor):
    statuses = [guess(visitor).status_code for _ in range(4)]

    assert statuses == [422] * 4
    assert guess(visitor, PASSWORD).status_code == 303


def test_after_that_every_guess_waits_and_the_wait_is_said(visitor):
    for _ in range(6):
        answer = guess(visitor)

    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
    assert "Bitte warten Sie" in answer.text


def test_who_waited_comes_in_with_the_right_password(visitor, stage):
    for _ in range(30):
        guess(visitor)
        make_time_pass(stage, 60)

    assert guess(visitor, PASSWORD).status_code == 303


def test_guessing_from_elsewhere_slows_the_owner_down_by_seconds_only(visitor, stage):
    for number in range(40):
        guess(visitor, address=f"198.51.100.{number}")
        make_time_pass(stage, 60)
    guess(visitor, address="198.51.100.99")

    answer = guess(visitor, PASSWORD, address="192.0.2.1")

    assert answer.status_code == 303 or int(answer.headers["Retry-After"]) <= 20


def test_guessing_many_accounts_from_one_address_is_slowed_down(visitor):
    statuses = [guess(visitor, email=f"person{number}@example.org").status_code for number in range(40)]

    assert 429 in statuses


@pytest.mark.parametrize("written", ["ada", "@ada", "ADA", "  @Ada "])
def test_one_short_name_is_one_account_however_it_is_written(visitor, written):
    for _ in range(6):
        guess(visitor, email="ada")

    assert guess(visitor, email=written).status_code == 429


def test_an_unknown_account_is_slowed_down_like_a_known_one(visitor):
    known = [guess(visitor).status_code for _ in range(8)]
    unknown = [guess(visitor, email="nobody@example.org", address="203.0.113.8").status_code for _ in range(8)]

    assert known == unknown


@pytest.mark.parametrize("kind", ["pair", "account", "address"])
def test_the_wait_grows_and_ends(kind):
    waits = [attempts.wait_after(kind, failures) for failures in range(1, 60)]

    assert waits[0] == timedelta()
    assert waits == sorted(waits)
    assert waits[-1] == attempts.LONGEST[kind]


def test_an_ipv6_household_is_one_address():
    ours = {attempts.network_of(f"2001:db8:1:2::{number}") for number in range(5)}

    assert len(ours) == 1
    assert attempts.network_of("2001:db8:1:3::1") not in ours


def test_failures_at_the_same_moment_all_count(app, stage):
    """Two server processes share no lock but the database's."""
    with stage():
        attempts.count_failure("ada", "203.0.113.7")

    def fail():
        with app.app_context():
            attempts.count_failure("ada", "203.0.113.7")
            db.session.commit()

    together(*[fail] * 8)

    with stage():
        assert {row.failures for row in db.session.query(Attempts)} == {9}


def test_failures_are_forgotten_after_an_hour(stage):
    with stage():
        for _ in range(10):
            attempts.count_failure("ada@example.org", "203.0.113.7")
        db.session.flush()
        db.session.query(Attempts).update({"last_at": now() - timedelta(hours=2)})
        db.session.expire_all()
        attempts.count_failure("ada@example.org", "203.0.113.7")
        db.session.flush()
        assert {row.failures for row in db.session.query(Attempts)} == {1}
