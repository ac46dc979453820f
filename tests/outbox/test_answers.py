"""A device is always answered in JSON, with the echo of what it sent: only that removes something from it."""

import gzip

import pytest

from neighbour.db import uuid7
from neighbour.outbox.words import spoken
from tests.outbox.device import FORM, digest, headers_of, send


def test_a_reply_that_arrives_says_what_was_sent_and_what_it_became(sign_in, open_topic):
    topic, operation = open_topic("ada"), uuid7()

    answer = send(sign_in("ben"), f"{topic}/posts", operation, body="It hangs here.")

    words = answer.json
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert (words["operation_id"], words["fingerprint"]) == (str(operation), digest(b"body=It+hangs+here."))
    assert words["location"].startswith(topic) and words["location"].endswith(f"#post-{operation}")
    assert f'id="post-{operation}"' in words["html"] and "It hangs here." in words["html"]
    assert words["receipt_code"] == spoken(operation)
    assert words["notes"] == []


def test_what_only_leads_elsewhere_shows_the_part_that_the_address_names(sign_in, announce):
    event = announce()

    words = send(sign_in("ben"), f"{event}/registrations", **{"for": "me"}).json

    assert words["location"] == f"{event}?at=registration#registration"
    assert words["html"].startswith("<") and words["html"].count('id="registration"') == 1
    assert words["notes"] == ["Ben ist angemeldet."]


def test_its_sentences_are_said_once_and_those_of_others_later(sign_in, announce, open_topic):
    ben, plain = sign_in("ben"), uuid7()
    ben.post(f"{open_topic('ada')}/posts", data={"body": "Plain", "operation_id": str(plain)})

    words = send(ben, f"{announce()}/registrations", **{"for": "me"}).json

    page = ben.get("/").text
    assert words["notes"] == ["Ben ist angemeldet."]
    assert spoken(plain) in page and words["notes"][0] not in page


REFUSALS = {
    "nowhere": ("/forum/topics/nothing", {}, 404),
    "no such thing": (f"/forum/topics/{uuid7()}/posts", {"body": "x"}, 404),
    "not allowed": ("/probe/raise", {}, 403),
    "only read": ("/privacy", {}, 405),
    "not filled in": ("/forum/topics", {"body": "Only words"}, 422),
    "broken": ("/probe/break", {}, 500),
}


@pytest.mark.parametrize("why", REFUSALS)
def test_a_refusal_says_why_and_echoes(as_in_production, sign_in, rooms, why):
    (address, fields, status), operation = REFUSALS[why], uuid7()

    answer = send(sign_in("ben"), address, operation, **fields)

    words = answer.json
    assert (answer.status_code, words["operation_id"]) == (status, str(operation))
    assert words["fingerprint"].startswith("sha-256=:")
    assert words["reason"] and "receipt_code" not in words
    assert "<html" not in words["html"]


def test_a_form_names_each_field(sign_in, rooms):
    words = send(sign_in("ben"), "/forum/topics", room="hall", title="x" * 500, body="").json

    assert set(words["fields"]) == {"title", "body"}
    assert "zu lang" in words["fields"]["title"]
    assert words["fields"]["body"] in words["reason"]


def test_two_versions_come_back_as_texts(sign_in, open_topic):
    ada = sign_in("ada")
    post = f"/forum/posts/{open_topic('ada').rpartition('/')[2]}"
    ada.post(post, data={"body": "Theirs", "version": post.rpartition("/")[2]})

    answer = send(ada, post, body="Mine", version=post.rpartition("/")[2])

    assert answer.status_code == 409
    assert (answer.json["theirs"], answer.json["mine"]) == ("Theirs", "Mine")
    assert answer.json["reason"]


def test_who_is_signed_out_is_told_so_and_led_nowhere_later(visitor, rooms):
    answer = send(visitor, "/forum/topics", title="T")

    assert (answer.status_code, answer.headers["X-Account"]) == (401, "")
    assert "melden Sie sich an" in answer.json["reason"]
    assert "Set-Cookie" not in answer.headers


def test_asked_too_often_comes_with_the_time_to_wait(app, visitor):
    for _ in range(30):
        answer = send(visitor, "/events/guest/wrong/registrations", name="x")

    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0 and answer.json["reason"]


def test_a_cut_body_is_asked_for_again(sign_in):
    operation = uuid7()

    answer = sign_in("ben").post(
        "/probe/keep", data=b"half", headers=headers_of(b"whole", operation), content_type=FORM
    )

    assert (answer.status_code, answer.headers["Retry-After"]) == (400, "0")
    assert answer.json["operation_id"] == str(operation)


def test_too_much_is_refused_for_good(as_in_production, sign_in):
    answer = send(sign_in("ben"), "/probe/keep", words="x" * 18_000_000)

    assert answer.status_code == 413 and "15 MB" in answer.json["reason"]
    assert "Retry-After" not in answer.headers


def test_a_page_that_breaks_is_no_reason_to_send_again(as_in_production, sign_in, stage):
    answer = send(sign_in("ben"), "/me/tour", back="/probe/write")

    assert (answer.status_code, answer.json["html"]) == (200, "")


def test_compressed_on_the_way_it_is_the_same(sign_in, open_topic):
    body, topic = b"body=" + b"word+" * 400, open_topic("ada")
    headers = headers_of(body, uuid7(), Accept_Encoding="gzip")

    answer = sign_in("ben").post(f"{topic}/posts", data=body, headers=headers, content_type=FORM)

    assert answer.headers["Content-Encoding"] == "gzip"
    assert b'"operation_id"' in gzip.decompress(answer.data)
