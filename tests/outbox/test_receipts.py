"""The same operation counts once, however often it arrives."""

import threading

import pytest

from neighbour.db import db, uuid7
from neighbour.outbox import Receipt
from neighbour.outbox.words import spoken
from tests import probes

ADDRESS = "/probe/keep"


def test_a_form_sent_twice_counts_once(sign_in, stage):
    ada, form = sign_in("ada"), {"operation_id": str(uuid7()), "words": "once"}

    first, second = ada.post(ADDRESS, data=form), ada.post(ADDRESS, data=form)

    assert first.status_code == 200
    assert (second.status_code, second.headers["Idempotent-Replayed"]) == (303, "true")
    with stage():
        assert probes.notes() == ["once"]
        assert db.session.query(Receipt).count() == 1


def test_other_words_under_the_field_that_back_has_kept_are_a_new_operation(sign_in, stage):
    ada, operation = sign_in("ada"), str(uuid7())

    for words in ("first", "second"):
        assert ada.post(ADDRESS, data={"operation_id": operation, "words": words}).status_code == 200

    with stage():
        assert probes.notes() == ["first", "second"]


def test_other_words_under_the_header_are_refused(sign_in, stage):
    ada, operation = sign_in("ada"), {"Idempotency-Key": str(uuid7())}
    ada.post(ADDRESS, data={"words": "first"}, headers=operation)

    answer = ada.post(ADDRESS, data={"words": "second"}, headers=operation)

    assert answer.status_code == 422
    with stage():
        assert probes.notes() == ["first"]


def test_somebody_elses_operation_is_refused_and_not_shown(sign_in, stage):
    operation = {"Idempotency-Key": str(uuid7())}
    sign_in("ada").post(ADDRESS, data={"words": "first"}, headers=operation)

    answer = sign_in("ben").post(ADDRESS, data={"words": "first"}, headers=operation)

    assert answer.status_code == 409
    assert "Idempotent-Replayed" not in answer.headers
    with stage():
        assert probes.notes() == ["first"]


def test_a_refusal_leaves_no_receipt(sign_in, stage):
    ada, form = sign_in("ada"), {"operation_id": str(uuid7())}

    assert [ada.post("/probe/refuse", data=form).status_code for _ in range(2)] == [422, 422]

    with stage():
        assert db.session.query(Receipt).count() == 0


@pytest.mark.parametrize("processes", ["one_process", "many_processes"])
def test_twenty_at_the_same_moment_count_once(app, sign_in, stage, request, processes):
    request.getfixturevalue(processes)
    ada, form, statuses = sign_in("ada"), {"operation_id": str(uuid7()), "words": "once"}, []
    cookie = ada.get_cookie("neighbour").value

    def send():
        twin = app.test_client()
        twin.set_cookie("neighbour", cookie)
        statuses.append(twin.post(ADDRESS, data=form).status_code)

    threads = [threading.Thread(target=send) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(statuses) == [200] + [303] * 19
    with stage():
        assert probes.notes() == ["once"]


def test_the_receipt_word_is_the_same_on_every_machine():
    from uuid import UUID

    assert spoken(UUID("01900000-0000-7000-8000-000000000000")) == "AHORN-10"
    assert spoken(UUID("01900000-0000-7000-8000-00000000004d")) == "EIBE-11"


def test_an_answer_that_leads_to_a_long_address_gets_its_receipt_too(sign_in, stage):
    form = {"operation_id": str(uuid7()), "back": f"/forum?x={'y' * 800}"}

    answer = sign_in("ada").post("/me/tour", data=form)

    assert (answer.status_code, answer.headers["Location"]) == (303, form["back"])
    with stage():
        assert db.session.query(Receipt).one().location == "/"
