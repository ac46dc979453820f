"""What arrives again is answered from its receipt, with the thing as it stands now, or without it."""

import pytest

from neighbour.db import db, uuid7
from neighbour.forum.models import Post, ReadMark
from neighbour.initiatives import Membership
from neighbour.outbox import Receipt
from tests import probes
from tests.cast import person
from tests.outbox.device import send


@pytest.fixture
def reply(sign_in, open_topic):
    """Ben's reply, sent once; `reply()` sends it again, as somebody if named."""
    topic, operation = open_topic("ada"), uuid7()

    def again(browser=None):
        return send(browser or sign_in("ben"), f"{topic}/posts", operation, body="Secret words")

    again.first, again.operation, again.topic = again(), operation, topic
    return again


def test_the_same_again_is_the_same_answer_and_says_so(reply):
    answer = reply()

    assert (answer.status_code, answer.headers["Idempotent-Replayed"]) == (200, "true")
    same = ("operation_id", "fingerprint", "receipt_code", "location")
    assert [answer.json[name] for name in same] == [reply.first.json[name] for name in same]
    assert answer.json["html"].startswith("<article") and answer.json["html"].endswith("</article>")
    assert "Secret words" in answer.json["html"] and answer.json["notes"] == []


def test_it_shows_what_stands_there_now(reply, sign_in):
    sign_in("ben").post(
        f"/forum/posts/{reply.operation}", data={"body": "Better words", "version": str(reply.operation)}
    )

    html = reply().json["html"]

    assert "Better words" in html and "Secret words" not in html


def test_what_was_hidden_does_not_come_back_to_others_who_read(reply, stage, sign_in):
    with stage():
        db.session.get(Post, reply.operation).hide(person("eva"), "not here")

    assert "Verborgen" in reply().json["html"]  # its author still sees it, marked
    with stage():
        receipt = db.session.query(Receipt).one()
        receipt.account = person("cem").tag
    answer = reply(sign_in("cem"))
    assert answer.headers["Idempotent-Replayed"] == "true"
    assert "Secret words" not in answer.text


def test_what_was_erased_is_not_revived(reply, stage):
    with stage():
        db.session.delete(db.session.get(Post, reply.operation))

    answer = reply()

    assert (answer.status_code, answer.json["html"]) == (200, "")
    assert "Secret words" not in answer.text


def test_who_lost_the_right_to_read_gets_the_receipt_and_no_text(sign_in, open_topic, stage):
    topic, operation = open_topic("ada", "mill"), uuid7()
    ben = sign_in("ben")
    send(ben, f"{topic}/posts", operation, body="Secret words")
    with stage():
        db.session.query(Membership).filter_by(user_id=person("ben").id).delete()

    answer = send(ben, f"{topic}/posts", operation, body="Secret words")

    assert (answer.status_code, answer.headers["Idempotent-Replayed"]) == (200, "true")
    assert answer.json["html"] == "" and answer.json["receipt_code"]


def test_a_replay_reads_nothing_for_its_person(reply, sign_in, open_topic, stage):
    ada = sign_in("ada")
    ada.post(f"{reply.topic}/posts", data={"body": "After it"})

    reply()

    with stage():
        marks = db.session.query(ReadMark).filter_by(user_id=person("ben").id)
        assert all(mark.number < 3 for mark in marks)


def test_other_words_under_the_same_id_are_refused(reply, sign_in, stage):
    answer = send(sign_in("ben"), f"{reply.topic}/posts", reply.operation, body="Other words")

    assert answer.status_code == 422 and "anderem Inhalt" in answer.json["reason"]
    assert "Retry-After" not in answer.headers
    with stage():
        assert db.session.query(Post).filter_by(body="Other words").count() == 0


def test_the_same_words_to_another_address_are_another_operation(reply, sign_in, open_topic):
    other = open_topic("ada", title="Another one")

    assert send(sign_in("ben"), f"{other}/posts", reply.operation, body="Secret words").status_code == 422


def test_somebody_elses_id_is_refused_and_tells_nothing(reply, sign_in):
    answer = reply(sign_in("ada"))

    assert answer.status_code == 409
    assert "Idempotent-Replayed" not in answer.headers and "Secret words" not in answer.text
    assert reply.first.json["receipt_code"] not in answer.text


@pytest.mark.parametrize("key", ["", "1", "not-an-id", "{}"])
def test_what_is_no_id_cannot_be_repeated_and_is_refused(sign_in, stage, key):
    headers = {"Idempotency-Key": key, "Accept": "application/json"}

    answer = sign_in("ben").post("/probe/keep", data={"words": "x", "operation_id": str(uuid7())}, headers=headers)

    assert (answer.status_code, answer.json["operation_id"]) == (400, key)
    with stage():
        assert probes.notes() == []


def test_a_script_of_a_page_is_still_led_to_the_thing(sign_in, open_topic):
    topic, ben, form = open_topic("ada"), sign_in("ben"), {"body": "Here.", "operation_id": str(uuid7())}
    ben.script("POST", f"{topic}/posts", data=form)

    answer = ben.script("POST", f"{topic}/posts", data=form)

    assert answer.headers["HX-Redirect"].startswith(topic) and answer.headers["Idempotent-Replayed"] == "true"
