"""Receipt and effect are one, and of twins that come at the same moment one is done."""

import threading

import pytest
from sqlalchemy import event, func, select

from neighbour.db import db, uuid7
from neighbour.outbox import Receipt
from tests import probes
from tests.outbox.device import send


def test_receipt_and_effect_are_one(as_in_production, sign_in, stage):
    """What fails after its effects leaves neither; sent again it is carried out."""
    ben, operation = sign_in("ben"), uuid7()

    assert [send(ben, "/probe/break", operation).status_code for _ in range(2)] == [500, 500]

    with stage():
        assert db.session.query(Receipt).count() == 0 and "broken" not in probes.notes()


@pytest.mark.parametrize("processes", ["one_process", "many_processes"])
def test_of_twenty_twins_one_is_done(app, sign_in, stage, request, processes):
    request.getfixturevalue(processes)
    ada, operation, answers = sign_in("ada"), uuid7(), []
    cookie = ada.get_cookie("neighbour").value

    def twin():
        browser = app.test_client()
        browser.set_cookie("neighbour", cookie)
        answer = send(browser, "/probe/keep", operation, words="once")
        answers.append((answer.status_code, "Idempotent-Replayed" in answer.headers, answer.json["operation_id"]))

    threads = [threading.Thread(target=twin) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == [(200, False, str(operation))] + [(200, True, str(operation))] * 19
    with stage():
        assert (probes.notes(), db.session.query(Receipt).count()) == (["once"], 1)


def test_a_twin_that_another_process_still_carries_out_is_asked_to_come_again(app, sign_in, stage):
    ada, operation = sign_in("ada"), uuid7()
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            return  # one writer at a time: the twin stands in line
        other = db.engine.connect()
    other.execute(select(func.pg_advisory_lock(int.from_bytes(operation.bytes[8:], signed=True))))
    try:
        answer = send(ada, "/probe/keep", operation, words="once")
    finally:
        other.invalidate()
        other.close()

    assert (answer.status_code, answer.headers["Retry-After"]) == (409, "2")
    assert answer.json["operation_id"] == str(operation)
    assert send(ada, "/probe/keep", operation, words="once").status_code == 200


def test_effect_and_receipt_are_committed_together(app, sign_in):
    ada, commits = sign_in("ada"), []
    heard = commits.append
    ada.get("/privacy")
    with app.app_context():
        engine = db.engine
    event.listen(engine, "commit", heard)
    try:
        assert send(ada, "/probe/keep", words="once").status_code == 200
    finally:
        event.remove(engine, "commit", heard)

    assert len(commits) == 1
