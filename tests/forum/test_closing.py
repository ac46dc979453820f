"""Closing a topic and opening it again."""

import pytest

from neighbour.db import db
from neighbour.mail import Mail

SUMMARY = {"summary": "Ben has the key."}


@pytest.mark.parametrize("somebody", ["ben", "ada", "eva"])
def test_author_coordination_and_team_close(sign_in, open_topic, somebody):
    topic = open_topic("ben", "mill")

    sign_in(somebody).post(f"{topic}/closure", data=SUMMARY)

    page = sign_in("ada").get(topic).text
    assert "Ben has the key." in page
    assert "Das Thema wurde um" in page
    assert 'id="post-form"' not in page


def test_others_do_not_close(sign_in, open_topic):
    topic = open_topic("ben")

    for somebody in ("cem", "ada", "gil"):
        assert sign_in(somebody).post(f"{topic}/closure", data=SUMMARY).status_code == 403
    assert 'id="post-form"' in sign_in("cem").get(topic).text


def test_the_author_is_told_by_mail_and_on_the_start_page_until_they_look(sign_in, open_topic, stage):
    topic, ben = open_topic("ben"), sign_in("ben")
    sign_in("eva").post(f"{topic}/closure", data=SUMMARY)

    with stage():
        mail = db.session.query(Mail).filter_by(recipient="ben@example.org").one()
        assert "Ben has the key." in mail.text
        assert topic in mail.text
    assert "Ihr Thema wurde geschlossen" in ben.get("/").text
    ben.get(topic)
    assert "Ihr Thema wurde geschlossen" not in ben.get("/").text


def test_an_author_who_no_longer_reads_there_is_not_told_how_it_ended(sign_in, open_topic, stage):
    topic = open_topic("ben", "mill")
    with stage() as people:
        people.ben.memberships = []

    assert sign_in("ada").post(f"{topic}/closure", data=SUMMARY).status_code == 303

    with stage():
        assert db.session.query(Mail).count() == 0


def test_an_author_whose_account_has_ended_gets_no_mail(sign_in, open_topic, stage):
    topic = open_topic("ben")
    with stage() as people:
        people.ben.end(by=people.lea)

    sign_in("eva").post(f"{topic}/closure", data=SUMMARY)

    with stage():
        assert db.session.query(Mail).count() == 0


def test_a_topic_opened_again_takes_replies(sign_in, open_topic):
    topic, ben = open_topic("ben"), sign_in("ben")
    ben.post(f"{topic}/closure", data=SUMMARY)

    ben.post(f"{topic}/reopening")

    assert sign_in("cem").post(f"{topic}/posts", data={"body": "One more"}).status_code == 303


@pytest.mark.parametrize("summary", ["", "x" * 2_001, "a\x00b"])
def test_a_closing_needs_an_outcome(sign_in, open_topic, summary):
    topic = open_topic("ben")

    assert sign_in("ben").post(f"{topic}/closure", data={"summary": summary}).status_code == 422
    assert 'id="post-form"' in sign_in("ben").get(topic).text
