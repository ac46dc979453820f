"""What is new in the forum, and how somebody who has written nothing yet begins."""

from flask import url_for
from flask_babel import gettext
from sqlalchemy import Select, select

from neighbour.db import db
from neighbour.forum.lists import home_of, is_unread, name_of
from neighbour.forum.models import Post, Room, Topic
from neighbour.forum.texts import name
from neighbour.notifications import unread_about
from neighbour.web.filters import moment

MOST = 5
FEW = 3


def news(viewer) -> list[dict]:
    """What the forum calls new, the own initiative's room first; where nothing is, what was last spoken about."""
    near = newest_near(viewer)
    unread = db.session.execute(near.where(*is_unread(viewer)).limit(MOST)).all()
    latest = db.session.execute(near.limit(FEW)).all()
    return [row(topic, post) for topic, post in unread or latest]


def newest_near(viewer) -> Select:
    """Topics with their first post, without those whose new answers are told above."""
    own = [membership.initiative_id for membership in viewer.memberships]
    rows = (
        Topic.visible_to(viewer)
        .add_columns(Post)
        .join(Post, Post.id == Topic.id)
        .where(Topic.id.not_in(unread_about("reply")))
    )
    newest = rows.order_by(Room.initiative_id.in_(own).desc(), Topic.last_at.desc())
    return newest.options(name_of(Topic.author), home_of(Post.initiative))


def row(topic: Topic, post: Post) -> dict:
    home = post.initiative
    return {
        "title": topic.title,
        "href": url_for("forum.topic", topic_id=topic.id),
        "lines": [
            gettext("%(name)s in %(room)s", name=name(topic.author), room=topic.room.name),
            moment(topic.last_at),
        ],
        "at": topic.last_at,
        "icon": "speech",
        "mark": home.mark if home else "",
        "region": home.region if home else "",
    }


def hello(viewer) -> list[dict]:
    """For a member who has written nothing yet and for whom nothing waits: the own room, else the first open one."""
    written = select(Post.id).where(Post.author_id == viewer.id)
    if viewer.is_team or db.session.scalar(select(written.exists())):
        return []
    rooms = sorted(
        db.session.scalars(Room.visible_to(viewer).order_by(Room.position, Room.name)),
        key=lambda room: not room.is_own_of(viewer),
    )
    return [greeting_in(room) for room in rooms[:1]]


def greeting_in(room: Room) -> dict:
    return {
        "kicker": gettext("Willkommen"),
        "title": gettext("Sagen Sie Hallo"),
        "lines": [gettext("Zwei Sätze genügen: wer Sie sind und was Sie hier suchen.")],
        "label": gettext("Hallo schreiben"),
        "href": url_for("forum.new_topic", room=room.slug),
        "at": None,
    }
