"""Receipts outlive every device that may still come back, and no longer."""

from datetime import timedelta

from neighbour.db import db, now, uuid7
from neighbour.outbox import Letter, Receipt
from neighbour.outbox.models import OutboxKey
from neighbour.outbox.tidying import tidy


def test_a_receipt_is_kept_for_400_days_and_no_longer(stage):
    ages = [0, 399, 401]
    with stage():
        for age in ages:
            words = {"account": "a", "operation_id": uuid7(), "fingerprint": str(age), "status": 303, "location": "/"}
            db.session.add(Receipt(**words, arrived_at=now() - timedelta(days=age)))
        db.session.commit()

        tidy()

        assert sorted(receipt.fingerprint for receipt in db.session.query(Receipt)) == ["0", "399"]


def test_a_letter_goes_400_days_after_it_was_settled_and_not_while_it_waits(stage):
    with stage():
        for text, age in (("waits", None), ("settled", 399), ("over", 401)):
            settled = now() - timedelta(days=age) if age else None
            db.session.add(Letter(text=text, sent_at=now() - timedelta(days=500), settled_at=settled))
        db.session.commit()

        tidy()

        assert sorted(letter.text for letter in db.session.query(Letter)) == ["settled", "waits"]


def test_the_key_of_an_account_that_has_ended_goes_and_no_other(stage, sign_in):
    for handle in ("ada", "ben"):
        sign_in(handle).get("/sync/key")
    with stage() as people:
        people.ben.end(by=people.lea)
        db.session.commit()

        tidy()

        assert [key.user_id for key in db.session.query(OutboxKey)] == [people.ada.id]


def test_whoever_is_let_in_again_has_another_key(stage, sign_in):
    before = sign_in("ben").get("/sync/key").json
    with stage() as people:
        people.ben.end(by=people.lea)
        db.session.commit()
        tidy()
        people.ben.reopen(by=people.lea)
        db.session.commit()

    assert sign_in("ben").get("/sync/key").json != before
