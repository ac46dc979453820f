"""What the forum has to take along: each room with its newest topics, the forms to write."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from flask import Flask, url_for
from flask_babel import gettext
from sqlalchemy import Row, Select, and_, func, select, union_all

from neighbour.db import db
from neighbour.forum.lists import TOPICS
from neighbour.forum.models import ReadMark, Room, Topic, Watch
from neighbour.pwa import Page, Part, offer

TAKEN = 40  # topics of a room
MOST_ROOMS = 200


def init_app(app: Flask) -> None:
    offer(app, ["room", "basic"], parts)


def parts(viewer) -> list[Part]:
    if not viewer.reads_content:
        return []
    rooms = list(db.session.scalars(Room.visible_to(viewer).order_by(Room.position, Room.name).limit(MOST_ROOMS)))
    shared = (states_of_rooms(), reading(viewer))
    topics = topics_in([room.id for room in rooms], viewer)
    forms = Part("basic", pages=[Page(url_for("forum.new_topic"), shared[:1]), Page("/", shared)])
    return [forms, *(part(room, topics[room.id], shared, viewer) for room in rooms)]


def part(room: Room, topics: list[Row], shared: tuple, viewer) -> Part:
    listed = [tuple(row) for row in topics[: TOPICS + 1]]
    pages = [
        Page(url_for("forum.room", slug=room.slug), (shared[0], listed)),
        Page(url_for("forum.new_topic", room=room.slug), shared[:1]),
        Page(url_for("forum.forum"), shared),
        *(Page(url_for("forum.topic", topic_id=row.id), (shared[0], tuple(row))) for row in topics),
    ]
    title, order = gettext("Raum: %(name)s", name=room.name), 30 if room.is_own_of(viewer) else 40
    return Part(f"room-{room.slug}", title, pages[0].url, pages, order=order)


def states_of_rooms() -> list:
    """Of all: a topic says from which room it came, and the way back leads through one."""
    return [tuple(row) for row in db.session.execute(select(Room.id, Room.revision).order_by(Room.id))]


def reading(viewer) -> tuple:
    """What the lists of the forum depend on: the last change anywhere in it, and how far the viewer has read."""
    newest = db.session.scalar(select(Topic.revision).order_by(Topic.revision.desc()).limit(1))
    marks = select(func.count(), func.sum(ReadMark.number), func.max(ReadMark.read_at))
    return newest, tuple(db.session.execute(marks.where(ReadMark.user_id == viewer.id)).one())


def topics_in(rooms: Sequence[UUID], viewer) -> dict[UUID, list[Row]]:
    """The newest of each room, with what their pages depend on; one question for all rooms."""
    found: dict[UUID, list[Row]] = defaultdict(list)
    for row in db.session.execute(marked(rooms, viewer)) if rooms else ():
        found[row.room_id].append(row)
    return found


def marked(rooms: Sequence[UUID], viewer) -> Select:
    newest = union_all(*(select(newest_of(room)) for room in rooms)).subquery()
    mark = and_(ReadMark.topic_id == newest.c.id, ReadMark.user_id == viewer.id)
    watch = and_(Watch.topic_id == newest.c.id, Watch.user_id == viewer.id, Watch.ended_at.is_(None))
    columns = newest.c.id, newest.c.room_id, newest.c.revision, ReadMark.number, Watch.id.label("watch_id")
    rows = select(*columns).outerjoin_from(newest, ReadMark, mark).outerjoin(Watch, watch)
    return rows.order_by(newest.c.room_id, newest.c.last_at.desc(), newest.c.id.desc())


def newest_of(room: UUID):
    """A subquery, because SQLite takes a limit only there."""
    columns = Topic.id, Topic.room_id, Topic.revision, Topic.last_at
    return (
        select(*columns).where(Topic.room_id == room).order_by(Topic.last_at.desc(), Topic.id.desc()).limit(TAKEN)
    ).subquery()
