"""What everybody has read already: all but two topics, one of which names them where one does."""

from collections.abc import Iterable

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


def named_in(person: User) -> set:
    """The topics with a post that names this person."""
    return set(
        db.session.scalars(
            select(Post.topic_id).join(Mention, Mention.post_id == Post.id).where(Mention.user_id == person.id)
        )
    )
