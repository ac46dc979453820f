"""Opening a topic."""

import pytest

from neighbour.db import db, uuid7
from neighbour.forum.models import Topic

FORM = {"room": "hall", "title": "The key of the hall", "body": "Who has it?"}


def test_an_opened_topic_stands_in_its_room(sign_in, rooms):
    opened = sign_in("ben").post("/forum/topics", data=FORM)

    assert opened.status_code == 303
    assert "Who has it?" in sign_in("cem").get(opened.headers["Location"]).text
    assert "The key of the hall" in sign_in("cem").get(rooms.hall).text
    assert "The key of the hall" not in sign_in("cem").get(rooms.friends).text


def test_a_topic_has_the_id_of_its_operation_and_so_has_its_first_post(sign_in, rooms, stage):
    operation = uuid7()

    sign_in("ben").post("/forum/topics", data={**FORM, "operation_id": str(operation)})

    with stage():
        assert [post.id for post in db.session.get(Topic, operation).posts] == [operation]


def test_the_same_topic_sent_twice_is_there_once(sign_in, rooms, stage):
    form, ben = {**FORM, "operation_id": str(uuid7())}, sign_in("ben")

    places = {ben.post("/forum/topics", data=form).headers["Location"] for _ in range(2)}

    assert len(places) == 1
    with stage():
        assert db.session.query(Topic).count() == 1


def test_without_a_word_about_it_a_topic_is_a_question_in_the_first_room(sign_in, rooms, stage):
    sign_in("ben").post("/forum/topics", data={"title": "Who has the key?", "body": "I need it."})

    with stage():
        topic = db.session.query(Topic).one()
        assert (topic.room.slug, topic.is_question) == ("hall", True)


def test_news_wait_for_no_answer(sign_in, rooms):
    sign_in("ben").post("/forum/topics", data={**FORM, "kind": "news"})

    assert "The key of the hall" not in sign_in("cem").get("/forum/unanswered").text


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""}, {"title": "x" * 121}, {"title": "a\x00b"}, {"body": ""}, {"body": "x" * 10_001},
        {"body": "a\x00b"}, {"room": "nowhere"}, {"room": "mill"}, {"room": "\x00"}, {"kind": "poem"},
    ],
)  # fmt: skip
def test_what_cannot_be_kept_comes_back(sign_in, rooms, stage, wrong):
    answer = sign_in("cem").post("/forum/topics", data={**FORM, "body": "My long text", **wrong})

    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    if "body" not in wrong:
        assert "My long text" in answer.text
    with stage():
        assert db.session.query(Topic).count() == 0


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("Key%3A+who+knows%3F", "Key: who knows?"),
        ("x" * 300, "x" * 120),
        ("a%00%0D%0Ab", "a b"),
        ("%E2%80%AEabc", "abc"),
    ],
)
def test_a_link_brings_room_and_title_with_it(sign_in, rooms, asked, title):
    page = sign_in("ben").get(f"/forum/topics/new?room=friends&title={asked}").text

    assert f'name="title" required type="text" value="{title}"' in page
    assert 'selected value="friends"' in page
