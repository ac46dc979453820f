"""Who is named in a post: only people who may read it."""

from sqlalchemy import select

from neighbour.accounts import User
from neighbour.db import db
from neighbour.forum.models import Mention, Post
from neighbour.web.markdown import handles

MOST = 20  # one post does not call a whole village


def keep_mentions(post: Post) -> list[User]:
    """Writes who is newly named in the post, and returns them; who was told before is not told again."""
    named = handles(post.body)[:MOST]
    if not named:
        return []
    known = set(db.session.scalars(select(Mention.user_id).where(Mention.post_id == post.id)))
    people = db.session.scalars(select(User).where(User.handle.in_(named), User.ended_at.is_(None))).unique()
    called = [
        person
        for person in people
        if person.id not in known and person.id != post.author_id and post.topic.room.readable_by(person)
    ]
    db.session.add_all(Mention(post_id=post.id, user_id=person.id) for person in called)
    return called
