"""The forum: rooms, topics, posts; what is asked is answered, what is written stays with whom it was written for."""

from uuid import UUID

from flask import Flask

from neighbour.db import db
from neighbour.forum import first_rooms, models, packing, routes, slots, texts, told
from neighbour.forum.models import Post, Room, Topic
from neighbour.programme import at_init
from neighbour.uploads import guard

__all__ = ["Post", "Room", "Topic", "init_app", "models"]


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(members_text=texts.members_text, highlighted=texts.highlighted, around=texts.around)
    guard(app, "post", sees_text)
    told.init_app(app)
    routes.init_app(app)
    slots.init_app(app)
    packing.init_app(app)
    at_init(app, first_rooms.open_all)


def sees_text(viewer, post_id: UUID) -> bool:
    """Whoever reads a post also sees what is attached to it."""
    post = db.session.scalars(Post.visible_to(viewer).where(Post.id == post_id)).first()
    return post is not None and post.shows_text_to(viewer)
