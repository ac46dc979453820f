"""What the start page shows of the forum to who has read much, and to who has just come."""

import re

from neighbour.db import db
from neighbour.forum.models import Topic
from tests.forum.conftest import topic_id


def news_of(browser) -> str:
    return browser.get("/").text.partition("Neu im Netzwerk")[2].partition("</section>")[0]


def make_old(stage, address: str) -> None:
    with stage() as people:
        db.session.query(Topic).filter_by(id=topic_id(address)).one().last_at = people.gil.created_at.replace(year=2020)


def test_the_start_page_calls_new_what_the_forum_calls_new(sign_in, open_topic):
    open_topic("ada", title="The boiler")

    assert "The boiler" in news_of(sign_in("cem"))


def test_a_topic_of_one_s_own_with_answers_is_new_before_it_was_opened_once(sign_in, open_topic):
    open_topic("ada", title="The boiler", replies=["cem"])

    assert "The boiler" in news_of(sign_in("ada"))


def test_who_has_read_everything_sees_the_three_last_topics(sign_in, open_topic):
    for title in ("One", "Two", "Three", "Four"):
        address = open_topic("ada", title=title)
        sign_in("cem").get(address)

    news = news_of(sign_in("cem"))

    assert re.findall(r'row__title" href="[^"]+">(\w+)<', news) == ["Four", "Three", "Two"]


def test_somebody_brand_new_sees_what_was_last_spoken_about_and_nothing_secret(sign_in, open_topic, stage):
    make_old(stage, open_topic("cem", title="The boiler"))
    make_old(stage, open_topic("cem", "harbour", title="The secret of the harbour"))

    news = news_of(sign_in("gil"))

    assert "The boiler" in news
    assert "secret" not in news


def test_who_has_written_nothing_is_asked_to_say_hello_in_their_own_room(sign_in, rooms):
    page = sign_in("ben").get("/").text

    assert "Sagen Sie Hallo" in page
    assert 'href="/forum/topics/new?room=mill"' in page
    assert "/forum/topics/new?room=hall" in sign_in("gil").get("/").text


def test_nobody_is_asked_to_say_hello_who_has_written_or_for_whom_something_waits(sign_in, open_topic):
    open_topic("ben")
    topic = open_topic("ada")
    sign_in("ben").post(f"{topic}/posts", data={"body": "Ask @gil."})

    assert "Sagen Sie Hallo" not in sign_in("ben").get("/").text
    assert "Sagen Sie Hallo" not in sign_in("gil").get("/").text
    assert "Sagen Sie Hallo" not in sign_in("otto").get("/").text
    assert "Sagen Sie Hallo" not in sign_in("eva").get("/").text
