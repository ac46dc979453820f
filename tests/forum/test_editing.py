"""Changing one's own words."""

import pytest

from neighbour.db import db
from neighbour.forum.models import Post
from tests.forum.conftest import topic_id


@pytest.fixture
def reply(open_topic, posts_of):
    """The address of Ben's reply in a topic of Ada's."""
    return posts_of(open_topic("ada", replies=["ben"]))[1]


@pytest.fixture
def version(stage):
    def of(post: str) -> str:
        with stage():
            return str(db.session.get(Post, topic_id(post)).version)

    return of


def test_a_changed_post_shows_its_new_text_and_keeps_the_old_one(sign_in, reply, version):
    ben = sign_in("ben")

    answer = ben.post(reply, data={"body": "Better words", "version": version(reply)})

    topic = sign_in("cem").get(answer.headers["Location"].partition("#")[0]).text
    assert "Better words" in topic
    assert "Reply 1 of ben" not in topic
    assert "Reply 1 of ben" in sign_in("cem").get(f"{reply}/versions").text


def test_a_second_writer_gets_both_texts_and_can_choose(sign_in, reply, version):
    phone, desk, seen = sign_in("ben"), sign_in("ben"), version(reply)
    phone.post(reply, data={"body": "From the phone", "version": seen})

    answer = desk.post(reply, data={"body": "From the desk", "version": seen})

    assert answer.status_code == 409
    assert "Beide Fassungen sind da. Welche soll gelten?" in answer.text
    assert "From the phone" in answer.text
    assert "From the desk</textarea>" in answer.text
    assert f'value="{version(reply)}"' in answer.text
    assert desk.post(reply, data={"body": "From the desk", "version": version(reply)}).status_code == 303


def test_an_edit_without_a_known_version_loses_nothing(sign_in, reply):
    for unknown in ("", "abc", "0"):
        answer = sign_in("ben").post(reply, data={"body": "New", "version": unknown})

        assert answer.status_code == 409
        assert "Reply 1 of ben" in answer.text


@pytest.mark.parametrize("somebody", ["ada", "cem", "eva", "lea"])
def test_nobody_rewrites_the_words_of_others(sign_in, reply, version, stage, somebody):
    answer = sign_in(somebody).post(reply, data={"body": "I never said that", "version": version(reply)})

    assert answer.status_code == 403
    with stage():
        assert db.session.get(Post, topic_id(reply)).body == "Reply 1 of ben"


def test_a_script_edits_in_place(sign_in, reply, version):
    ben = sign_in("ben")

    form = ben.script("GET", f"{reply}/edit").text
    answer = ben.script("POST", reply, data={"body": "Better", "version": version(reply)})

    assert "Reply 1 of ben</textarea>" in form
    assert "<html" not in form
    assert answer.text.lstrip().startswith("<article")
    assert "Better" in answer.text


@pytest.mark.parametrize("body", ["", "x" * 10_001, "a\x00b"])
def test_what_cannot_be_kept_changes_nothing(sign_in, reply, version, stage, body):
    assert sign_in("ben").post(reply, data={"body": body, "version": version(reply)}).status_code == 422
    with stage():
        assert db.session.get(Post, topic_id(reply)).body == "Reply 1 of ben"
