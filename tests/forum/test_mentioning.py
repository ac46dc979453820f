"""Naming somebody in a post."""

from neighbour.db import db
from neighbour.forum import telling
from neighbour.forum.models import Mention, Topic
from tests.forum.conftest import topic_id


def test_who_is_named_hears_of_it_until_they_looked(sign_in, open_topic):
    topic, cem = open_topic("ada"), sign_in("cem")
    sign_in("ben").post(f"{topic}/posts", data={"body": "Ask @cem, he knows."})

    assert "Ben nennt Sie" in cem.get("/").text
    assert "<strong>@cem</strong>" in cem.get(topic).text
    assert "nennt Sie" not in cem.get("/").text


def test_nobody_is_called_into_a_room_they_do_not_read(sign_in, open_topic, stage):
    topic = open_topic("ada", "mill")
    sign_in("ben").post(f"{topic}/posts", data={"body": "Ask @cem or @ada."})

    assert "nennt Sie" not in sign_in("cem").get("/").text
    with stage() as people:
        assert [mention.user_id for mention in db.session.query(Mention)] == [people.ada.id]


def test_one_s_own_name_and_unknown_ones_call_nobody(sign_in, open_topic, stage):
    topic = open_topic("ada")

    sign_in("ben").post(f"{topic}/posts", data={"body": "@ben @nobody a@cem.example `@cem`? https://x.example/@cem"})

    with stage() as people:
        assert {mention.user_id for mention in db.session.query(Mention)} <= {people.cem.id}


def test_a_name_added_later_calls_once(sign_in, open_topic, posts_of, stage):
    post, ada = posts_of(open_topic("ada"))[0], sign_in("ada")
    for body in ("Now with @cem", "Now with @cem again"):
        version = ada.script("GET", f"{post}/edit").text.split('name="version" value="')[1][:36]
        ada.post(post, data={"body": body, "version": version})

    with stage():
        assert db.session.query(Mention).count() == 1


def test_who_has_replied_further_down_is_not_called_again(sign_in, open_topic):
    topic, cem = open_topic("ada"), sign_in("cem")
    sign_in("ben").post(f"{topic}/posts", data={"body": "Ask @cem, he knows."})
    assert "Ben nennt Sie" in cem.get("/").text

    cem.post(f"{topic}/posts", data={"body": "I have it."})

    assert "nennt Sie" not in cem.get("/").text


def test_a_reply_typed_in_from_paper_settles_it_too(sign_in, open_topic, stage):
    topic = open_topic("ada")
    sign_in("eva").post(f"{topic}/posts", data={"body": "Ask @ben, he knows."})
    with stage() as people:
        found = db.session.query(Topic).filter_by(id=topic_id(topic)).one()
        reply = found.reply(people.ben, "I have it.")
        reply.from_paper_by = people.ada
        telling.reply_written(reply, mentioned=[])

    assert "nennt Sie" not in sign_in("ben").get("/").text


def test_an_earlier_reply_settles_nothing(sign_in, open_topic):
    topic = open_topic("ada", replies=["cem"])
    sign_in("ben").post(f"{topic}/posts", data={"body": "Ask @cem, he knows."})

    assert "Ben nennt Sie" in sign_in("cem").get("/").text


def test_who_is_named_and_watches_hears_of_it_once(sign_in, open_topic):
    topic, ada = open_topic("ada"), sign_in("ada")

    sign_in("ben").post(f"{topic}/posts", data={"body": "Ask @ada, she knows."})

    assert "Ben nennt Sie" in ada.get("/").text
    assert "Ben antwortet" not in ada.get("/").text
