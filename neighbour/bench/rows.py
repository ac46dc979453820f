"""Rows for measuring: two rooms of topics, one small and one large, written by twenty people."""

import random
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import insert

from neighbour.accounts import User
from neighbour.accounts.passwords import hash_password
from neighbour.db import db, now, uuid7
from neighbour.forum.models import Post, Room, Topic
from neighbour.initiatives import Initiative, Membership
from neighbour.tools.importing import import_catalogue

PASSWORD = "bench bench bench"
WORDS = "Haus Weg Liste Hof Zettel Treffen Brett Nachbarn Telefon Saal Kuchen Garten Fest Strom Karte Abend".split()
SEED = 6_000
AT_ONCE = 2_000


@dataclass(frozen=True)
class Size:
    """How much is written."""

    topics: int = 1_000
    posts: int = 20
    words: int = 60
    many_topics: int = 20_000
    people: int = 20


def sentence(dice: random.Random, words: int) -> str:
    return " ".join(dice.choices(WORDS, k=words)) + "."


def fill(size: Size) -> None:
    """Everything in one transaction; the same at every run."""
    dice = random.Random(SEED)
    people, home = settle(size)
    rooms = [Room(slug=slug, name=slug.title(), kind="everyone") for slug in ("small", "large")]
    db.session.add_all(rooms)
    import_catalogue()
    db.session.flush()
    writers = [person.id for person in people]
    write(rooms[0], size.topics, size.posts, size.words, writers, home, dice)
    write(rooms[1], size.many_topics, 1, 10, writers, home, dice)
    db.session.commit()


def settle(size: Size) -> tuple[list[User], Initiative]:
    secret = hash_password(PASSWORD)
    people = [
        User(
            handle=f"person{number}",
            name=f"Person {number}",
            email=f"person{number}@bench.example",
            password_hash=secret,
        )
        for number in range(size.people)
    ]
    home = Initiative(slug="bench", name="Bench", place="Bench", region="bergland", mark="wave", status="selected")
    for person in people:
        person.memberships = [Membership(initiative=home, role="member")]
    db.session.add_all([*people, home])
    db.session.flush()
    return people, home


def write(
    room: Room, topics: int, posts: int, words: int, writers: list, home: Initiative, dice: random.Random
) -> None:
    """Topics a minute apart, the newest a minute ago."""
    began = now() - timedelta(minutes=topics)
    for start in range(0, topics, AT_ONCE):
        chunk = range(start, min(start + AT_ONCE, topics))
        rows = [
            topic_row(room, began + timedelta(minutes=number), posts, dice.choice(writers), dice) for number in chunk
        ]
        db.session.execute(insert(Topic), rows)
        texts = [
            post_row(row, number, words, dice.choice(writers), home, dice)
            for row in rows
            for number in range(1, posts + 1)
        ]
        db.session.execute(insert(Post), texts)


def topic_row(room: Room, at, posts: int, author, dice: random.Random) -> dict:
    return {
        "id": uuid7(),
        "room_id": room.id,
        "title": sentence(dice, 5),
        "author_id": author,
        "opened_at": at,
        "last_at": at,
        "touched_at": at,
        "post_count": posts,
        "first_answer_at": at if posts > 1 else None,
    }


def post_row(topic: dict, number: int, words: int, author, home: Initiative, dice: random.Random) -> dict:
    body, id = sentence(dice, words), topic["id"] if number == 1 else uuid7()
    times = {"written_at": topic["last_at"], "arrived_at": topic["last_at"], "version": id}
    about = {"topic_id": topic["id"], "number": number, "author_id": author, "initiative_id": home.id}
    return {"id": id, "body": body, "folded": body.lower(), **about, **times}
