"""What everybody has read already: all but two topics, one of which names them where one does."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from neighbour.accounts import User
from neighbour.db import db
from neighbour.forum.models import Mention, Post, ReadMark, Topic


def leave_two_unread(topics: list[Topic], people: Iterable[User]) -> None:
    newest = sorted(topics, key=lambda topic: topic.last_at, reverse=True)
    for person in people:
        seen = [topic for topic in newest if topic.room.readable_by(person)]
        naming = named_in(person)
        unread = [topic for topic in seen if topic.id in naming][:1]
        unread += [topic for topic in seen if topic.id not in naming][: 2 - len(unread)]
        db.session.add_all(
            ReadMark(user_id=person.id, topic_id=topic.id, number=topic.post_count, read_at=topic.touched_at)
            for topic in seen
            if topic not in unread
        )


def named_in(person: User) -> set[UUID]:
    """The topics where somebody named this person, who has not written there since."""
    naming = select(Post.topic_id, Post.number).join(Mention, Mention.post_id == Post.id)
    last = {}
    for topic_id, number in db.session.execute(select(Post.topic_id, Post.number).where(Post.author_id == person.id)):
        last[topic_id] = max(number, last.get(topic_id, 0))
    named = db.session.execute(naming.where(Mention.user_id == person.id))
    return {topic_id for topic_id, number in named if number > last.get(topic_id, 0)}
