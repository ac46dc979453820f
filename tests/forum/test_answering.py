"""Saying which post is the answer, and which question has none."""

import pytest


@pytest.fixture
def question(open_topic):
    return open_topic("ada", replies=["ben", "cem"])


def id_of(post: str) -> str:
    return post.rpartition("/")[2]


@pytest.mark.parametrize("somebody", ["ada", "eva"])
def test_who_asked_and_the_team_mark_the_answer(sign_in, question, posts_of, somebody):
    answer = posts_of(question)[1]

    sign_in(somebody).post(f"{question}/answer", data={"post": id_of(answer)})

    page = sign_in("gil").get(question).text
    assert "Antwort von Ben" in page
    assert "beantwortet" in sign_in("gil").get("/forum/topics").text


def test_a_mark_can_be_taken_away(sign_in, question, posts_of):
    ada = sign_in("ada")
    ada.post(f"{question}/answer", data={"post": id_of(posts_of(question)[1])})

    ada.post(f"{question}/answer")

    assert "Antwort von Ben" not in ada.get(question).text


def test_others_mark_nothing(sign_in, question, posts_of):
    answer = sign_in("ben").post(f"{question}/answer", data={"post": id_of(posts_of(question)[1])})

    assert answer.status_code == 403
    assert "Antwort von Ben" not in sign_in("ada").get(question).text


@pytest.mark.parametrize("wrong", ["abc", "\x00", "0198c0de-0000-7000-8000-000000000000"])
def test_a_post_that_is_not_there_is_no_answer(sign_in, question, wrong):
    assert sign_in("ada").post(f"{question}/answer", data={"post": wrong}).status_code == 404


def test_a_post_of_another_topic_is_no_answer(sign_in, question, open_topic, posts_of):
    other = posts_of(open_topic("ada", replies=["ben"]))[1]

    assert sign_in("ada").post(f"{question}/answer", data={"post": id_of(other)}).status_code == 404


def test_a_question_waits_until_somebody_else_writes(sign_in, open_topic):
    topic, ada, cem = open_topic("ada"), sign_in("ada"), sign_in("cem")
    ada.post(f"{topic}/posts", data={"body": "Nobody?"})
    assert topic in cem.get("/forum/unanswered").text

    cem.post(f"{topic}/posts", data={"body": "I know."})

    assert topic not in cem.get("/forum/unanswered").text
