"""Reading on where one stopped, and a topic in pages."""

import re

import pytest

from neighbour.db import db
from neighbour.forum.models import Post, ReadMark


@pytest.fixture
def long_topic(open_topic):
    """Forty-six posts: Ada's, and Ben's forty-five replies."""
    return open_topic("ada", replies=["ben"] * 45)


def numbers(page: str) -> list[int]:
    return [int(number) for number in re.findall(r'data-number="(\d+)"', page)]


def test_who_never_read_begins_at_the_beginning_and_goes_on(sign_in, long_topic):
    cem = sign_in("cem")

    assert numbers(cem.get(long_topic).text) == list(range(1, 21))
    assert numbers(cem.get(long_topic).text) == list(range(19, 39))
    assert numbers(cem.get(long_topic).text) == list(range(27, 47))


def test_who_has_read_all_sees_the_end(sign_in, long_topic):
    cem = sign_in("cem")
    cem.get(f"{long_topic}?after=26")

    page = cem.get(long_topic).text

    assert numbers(page) == list(range(27, 47))
    assert "Ab hier neu" not in page


def test_what_is_new_is_marked(sign_in, open_topic):
    topic, cem = open_topic("ada", replies=["ben"]), sign_in("cem")
    cem.get(topic)
    sign_in("ben").post(f"{topic}/posts", data={"body": "Newer"})

    assert "ein neuer Beitrag" in cem.get("/forum/topics").text
    assert "Ab hier neu" in cem.get(topic).text
    assert "ein neuer Beitrag" not in cem.get("/forum/topics").text


def test_earlier_and_later_posts_come_by_key(sign_in, long_topic):
    cem = sign_in("cem")

    assert numbers(cem.get(f"{long_topic}?before=27").text) == list(range(7, 27))
    assert numbers(cem.get(f"{long_topic}?before=7").text) == list(range(1, 7))
    part = cem.script("GET", f"{long_topic}?after=20").text
    assert numbers(part) == list(range(21, 41))
    assert "<main" not in part
    assert "?before=21" in part


def test_a_page_of_older_posts_moves_no_mark_back(sign_in, long_topic, stage):
    cem = sign_in("cem")
    cem.get(f"{long_topic}?after=26")

    cem.get(f"{long_topic}?before=7")

    with stage() as people:
        assert db.session.query(ReadMark).filter_by(user_id=people.cem.id).one().number == 46


def test_one_s_own_reply_is_read(sign_in, open_topic):
    topic, ben = open_topic("ada"), sign_in("ben")
    ben.get(topic)

    ben.script("POST", f"{topic}/posts", data={"body": "Mine"})

    assert "neuer Beitrag" not in ben.get("/forum/topics").text


def test_topics_come_by_last_activity_and_in_pages(sign_in, open_topic):
    topics = [open_topic("ada", title=f"Topic {number:02}") for number in range(25)]
    sign_in("ben").post(f"{topics[0]}/posts", data={"body": "Up again"})
    cem = sign_in("cem")

    first = cem.get("/forum/rooms/hall").text
    older = re.search(r'href="(/forum/rooms/hall\?before=[^"]+)"', first)[1]
    second = cem.get(older).text

    assert re.findall(r"Topic \d\d", first) == ["Topic 00", *(f"Topic {number:02}" for number in range(24, 5, -1))]
    assert re.findall(r"Topic \d\d", second) == [f"Topic {number:02}" for number in range(5, 0, -1)]


def test_a_topic_needs_five_queries_however_long_it_is(sign_in, open_topic, queries):
    short, long = open_topic("ada", replies=["ben"]), open_topic("cem", replies=["ada", "ben", "eva"] * 8)

    for reader in (sign_in("ben"), sign_in("eva")):
        assert [queries(reader, f"{topic}?after=0") for topic in (short, long)] == [5, 5]


@pytest.mark.parametrize("address", ["/forum", "/forum/rooms/hall", "/forum/topics", "/forum/search?q=key", "/"])
def test_no_list_needs_more_queries_for_more_rows(sign_in, open_topic, queries, address):
    ben = sign_in("ben")
    for author in ("ada", "cem"):
        open_topic(author)
    few = queries(ben, address)
    for author in ("ada", "cem", "eva", "gil", "dora", "lea") * 3:
        open_topic(author, replies=["ben"])

    assert queries(ben, address) <= few


def test_a_late_post_shows_both_times(sign_in, open_topic, posts_of, stage):
    from datetime import timedelta

    topic = open_topic("ada", replies=["ben"])
    with stage():
        late = db.session.query(Post).filter_by(number=2).one()
        late.written_at = late.arrived_at - timedelta(days=2)

    assert "angekommen eben" in sign_in("cem").get(topic).text
