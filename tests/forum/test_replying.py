"""Writing a reply."""

import re

import pytest

from neighbour.db import db, uuid7
from neighbour.forum.models import Post


def test_a_reply_stands_in_the_topic(sign_in, open_topic):
    topic, ben = open_topic("ada"), sign_in("ben")

    answer = ben.post(f"{topic}/posts", data={"body": "It hangs at **Ada's**."})

    assert answer.status_code == 303
    assert answer.headers["Location"].startswith(topic)
    assert "#post-" in answer.headers["Location"]
    assert "It hangs at <strong>Ada's</strong>." in sign_in("cem").get(topic).text


def test_a_script_gets_the_post_alone(sign_in, open_topic):
    topic, operation = open_topic("ada"), uuid7()

    answer = sign_in("ben").script("POST", f"{topic}/posts", data={"body": "Here.", "operation_id": str(operation)})

    assert answer.status_code == 200
    assert f'id="post-{operation}"' in answer.text
    assert 'id="post-form"' not in answer.text
    assert "<html" not in answer.text


def test_the_same_operation_sent_twice_is_one_post(sign_in, open_topic, stage):
    topic, ben = open_topic("ada"), sign_in("ben")
    form = {"body": "Here.", "operation_id": str(uuid7())}

    places = {ben.post(f"{topic}/posts", data=form).headers["Location"] for _ in range(2)}

    assert len(places) == 1
    with stage():
        assert db.session.query(Post).filter_by(body="Here.").count() == 1


def test_a_post_has_the_id_of_its_operation(sign_in, open_topic, stage):
    topic, operation = open_topic("ada"), uuid7()

    sign_in("ben").post(f"{topic}/posts", data={"body": "Here.", "operation_id": str(operation)})

    with stage():
        post = db.session.get(Post, operation)
        assert (post.body, post.number, post.version) == ("Here.", 2, operation)


def test_a_reply_to_a_topic_closed_meanwhile_is_refused_and_its_text_kept(sign_in, open_topic):
    topic, ben = open_topic("ada"), sign_in("ben")
    sign_in("ada").post(f"{topic}/closure", data={"summary": "Ben has it."})

    answers = [
        ben.post(f"{topic}/posts", data={"body": "My long text"}),
        ben.script("POST", f"{topic}/posts", data={"body": "My long text"}),
    ]

    for answer in answers:
        assert answer.status_code == 403
        assert re.search(r"Das Thema wurde um \S+ geschlossen: Ben has it\.", answer.text)
        assert "My long text" in answer.text


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("", "Bitte schreiben Sie etwas."),
        ("  \n ", "Bitte schreiben Sie etwas."),
        ("x" * 10_001, "zu lang"),
        ("a\x00b", "unsichtbare Zeichen"),
    ],
)
def test_a_reply_that_cannot_be_kept_comes_back_with_its_text(sign_in, open_topic, body, sentence):
    topic = open_topic("ada")

    answer = sign_in("ben").script("POST", f"{topic}/posts", data={"body": body})

    assert answer.status_code == 422
    assert sentence in answer.text
    assert body.replace("\x00", "").strip() in answer.text


def test_ten_thousand_characters_are_kept(sign_in, open_topic):
    topic = open_topic("ada")

    assert sign_in("ben").post(f"{topic}/posts", data={"body": "x" * 10_000}).status_code == 303


@pytest.mark.parametrize("unknown", ["0198c0de-0000-7000-8000-000000000000", "abc", "00000000", "%00"])
def test_a_topic_that_is_not_there_takes_no_reply(sign_in, rooms, unknown):
    assert sign_in("ben").post(f"/forum/topics/{unknown}/posts", data={"body": "Hello"}).status_code == 404


def test_what_members_write_cannot_run(sign_in, open_topic):
    topic = open_topic("ada", body="<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>")

    page = sign_in("ben").get(topic).text

    assert "<script>alert" not in page
    assert 'href="javascript:' not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_reply_that_is_too_long_is_neither_cut_by_the_browser_nor_by_us(sign_in, open_topic):
    topic, ben = open_topic("ada"), sign_in("ben")

    answer = ben.post(f"{topic}/posts", data={"body": "x" * 12_400})

    assert "maxlength" not in ben.get(topic).text
    assert "12.400 Zeichen, möglich sind 10.000" in answer.text
    assert "x" * 12_400 in answer.text
