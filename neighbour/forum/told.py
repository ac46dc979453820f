"""What the forum tells people in their inbox: how it is said, and who may still read it."""

from uuid import UUID

from flask import Flask
from flask_babel import gettext, ngettext
from sqlalchemy import Select, or_, select

from neighbour.db import db
from neighbour.forum.models import Post, Room, Topic
from neighbour.notifications import kind, subject


def init_app(app: Flask) -> None:
    subject(app, "topic", readable_topics)
    subject(app, "post", readable_posts)
    kind(app, "reply", reply, icon="speech")
    kind(app, "mention", mention, icon="speech")
    kind(app, "hidden", hidden, icon="eye-off")
    kind(app, "closed", closed, icon="lock")
    kind(app, "answer_marked", answer_marked, icon="check")


def readable_topics(viewer, ids: set[UUID]) -> set[UUID]:
    topics = select(Topic.id).join(Topic.room).where(Room.shown_to(viewer), Topic.id.in_(ids))
    return set(db.session.scalars(topics))


def readable_posts(viewer, ids: set[UUID]) -> set[UUID]:
    """In a room that the viewer reads in; what is hidden is gone but for its author and the team."""
    posts: Select = select(Post.id).join(Post.topic).join(Topic.room).where(Room.shown_to(viewer), Post.id.in_(ids))
    if not viewer.is_team:
        posts = posts.where(or_(Post.hidden_at.is_(None), Post.author_id == viewer.id))
    return set(db.session.scalars(posts))


def reply(words: dict, count: int) -> str:
    return ngettext("%(name)s antwortet: %(title)s", "%(num)d neue Beiträge: %(title)s", count, **named(words))


def mention(words: dict, _count: int) -> str:
    return gettext("%(name)s nennt Sie: %(title)s", **named(words))


def hidden(words: dict, _count: int) -> str:
    return gettext("Ihr Beitrag ist verborgen: %(title)s", title=words["title"])


def closed(words: dict, _count: int) -> str:
    return gettext("Ihr Thema wurde geschlossen: %(title)s", title=words["title"])


def answer_marked(words: dict, _count: int) -> str:
    return gettext("Ihr Beitrag ist die Antwort: %(title)s", title=words["title"])


def named(words: dict) -> dict:
    return {"name": words["name"], "title": words["title"]}
