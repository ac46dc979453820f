"""The rooms and topics of the forum's tests: a hall for everyone, the mill's own room, the team's room."""

from types import SimpleNamespace

import pytest

from neighbour.db import db
from neighbour.forum.models import Room, Topic
from tests.cast import initiative

ROOMS = {"hall": "everyone", "friends": "friends", "team": "team", "board": "board"}


@pytest.fixture
def rooms(stage) -> SimpleNamespace:
    """The slugs are the rooms' names."""
    with stage():
        for position, (slug, kind) in enumerate(ROOMS.items()):
            db.session.add(Room(slug=slug, name=slug.title(), kind=kind, position=position))
        for slug in ("mill", "harbour"):
            db.session.add(
                Room(slug=slug, name=f"Room of the {slug}", kind="initiative", initiative=initiative(slug), position=9)
            )
    return SimpleNamespace(**{slug: f"/forum/rooms/{slug}" for slug in (*ROOMS, "mill", "harbour")})


@pytest.fixture
def open_topic(stage, rooms):
    """`open_topic("ada", "hall", replies=["ben"])` is the address of a topic that Ada has opened."""

    def opened(
        author: str,
        room: str = "hall",
        *,
        title: str = "The key of the hall",
        body: str = "Who has it?",
        replies=(),
        **words,
    ) -> str:
        with stage() as people:
            found = db.session.query(Room).filter_by(slug=room).one()
            topic = Topic.open_in(found, by=getattr(people, author), title=title, body=body, **words)
            db.session.flush()
            for number, replier in enumerate(replies):
                topic.reply(getattr(people, replier), f"Reply {number + 1} of {replier}")
                db.session.flush()
            return f"/forum/topics/{topic.id}"

    return opened


@pytest.fixture
def posts_of(stage):
    """The addresses of a topic's posts, in their order."""

    def found(topic: str) -> list[str]:
        with stage():
            posts = db.session.query(Topic).filter_by(id=topic_id(topic)).one().posts
            return [f"/forum/posts/{post.id}" for post in posts]

    return found


def topic_id(address: str):
    from uuid import UUID

    return UUID(address.rpartition("/")[2])
