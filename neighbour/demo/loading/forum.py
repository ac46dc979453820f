"""A year of forum: rooms, topics, posts, what was named in them and what came with them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from neighbour.accounts import User
from neighbour.db import db
from neighbour.demo.loading import enclosures, inbox
from neighbour.demo.loading.clock import Clock, id_of
from neighbour.demo.loading.people import by_handle
from neighbour.demo.loading.reading import leave_two_unread
from neighbour.demo.texts import read, read_all
from neighbour.forum.mentioning import keep_mentions
from neighbour.forum.models import Post, Room, Topic, Watch
from neighbour.initiatives import Initiative
from neighbour.web.promise import due


def load(clock: Clock) -> None:
    people, rooms = by_handle(), load_rooms()
    there = set(db.session.scalars(select(Topic.id)))
    added = [
        load_topic(words, clock, rooms, people) for words in read_all("topics") if topic_id(words, clock) not in there
    ]
    db.session.flush()
    if added:
        leave_two_unread(added, people.values())
        db.session.flush()
        inbox.tell(added, list(people.values()))


def load_rooms() -> dict[str, Room]:
    rooms = {room.slug: room for room in db.session.scalars(select(Room))}
    homes = {initiative.slug: initiative for initiative in db.session.scalars(select(Initiative))}
    for position, words in enumerate(read("rooms.toml")["rooms"]):
        if words["slug"] not in rooms:
            named = {name: words[name] for name in ("slug", "name", "purpose", "kind")}
            rooms[words["slug"]] = room = Room(**named, position=position)
            room.initiative = homes.get(words.get("initiative", ""))
            db.session.add(room)
    return rooms


def opened_at(words: dict, clock: Clock) -> datetime:
    """As the text says; a question whose promise is to run out next was asked on the last day for which it does."""
    if words.get("promise") != "ends next":
        return clock.moment(words["days_ago"], words["time"])
    asked = (clock.moment(days, words["time"]) for days in range(8, 0, -1))
    return next(at for at in asked if due(at).date() > clock.today)


def topic_id(words: dict, clock: Clock) -> UUID:
    return id_of(f"topics/{words['number']}", opened_at(words, clock))


def load_topic(words: dict, clock: Clock, rooms: dict[str, Room], people: dict[str, User]) -> Topic:
    author, opened = people[words["author"]], opened_at(words, clock)
    topic = Topic(id=topic_id(words, clock), room=rooms[words["room"]], title=words["title"], author=author)
    topic.opened_at, topic.post_count = opened, 0
    topic.is_question = words["title"].endswith("?")
    db.session.add(topic)
    add_post(topic, words, opened, people)
    for answer in words.get("posts", []):
        add_post(topic, answer, clock.moment(answer["days_ago"], answer["time"]), people)
    if words["state"] == "closed":
        topic.closed_at, topic.closed_by_id, topic.summary = topic.last_at, people["jonas"].id, words["summary"]
    writers = {person for person in (topic.author, *(post.author for post in topic.posts))}
    db.session.add_all(Watch(user_id=person.id, topic_id=topic.id, since=opened) for person in writers)
    return topic


def add_post(topic: Topic, words: dict, at: datetime, people: dict[str, User]) -> Post:
    id = topic.id if topic.post_count == 0 else id_of(f"{topic.id}/{topic.post_count}", at)
    author, typist = people[words["author"]], people.get(words.get("from_paper", ""))
    post = Post.compose(topic, author, words["body"].strip(), id=id, from_paper_by=typist)
    post.written_at = post.arrived_at = topic.last_at = topic.touched_at = at
    topic.post_count = post.number
    if author is not topic.author:
        topic.first_answer_at = topic.first_answer_at or at
    if words.get("answer"):
        topic.answer_id = post.id
    if words.get("hidden"):
        post.hidden_at, post.hidden_by_id, post.hidden_reason = at, people["aylin"].id, words["hidden"]
    db.session.add(post)
    db.session.flush()
    keep_mentions(post)
    enclosures.add(post, words, author, at)
    return post
