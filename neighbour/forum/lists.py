"""The lists of the forum: rooms with what is new, topics by their last activity, posts of one page."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from sqlalchemy import Row, Select, and_, bindparam, false, func, or_, select
from sqlalchemy.orm import joinedload, lazyload, load_only

from neighbour.db import db
from neighbour.forum.models import Post, Reader, ReadMark, Report, Room, Topic, Watch
from neighbour.initiatives.loading import home_of, name_of
from neighbour.web.paging import moment_and_id, moment_key

TOPICS = 20
POSTS = 20
BEFORE = 2  # posts shown before the one that somebody is led to
LOOKED_AT = 20  # how many of a room's newest topics are looked at for unread posts


@dataclass(frozen=True)
class Topics:
    """Some topics, each as (topic, number read up to), and the key from which older ones go on."""

    rows: list
    older: str | None


@dataclass(frozen=True)
class Posts:
    """A stretch of a topic, oldest first; `earlier` and `later` are numbers to go on from, or None."""

    rows: list
    earlier: int | None
    later: int | None


def is_unread(viewer, topic=Topic) -> tuple:
    """What was written since the viewer has an account, and that they have not read."""
    read = select(ReadMark.id).where(
        ReadMark.user_id == viewer.id, ReadMark.topic_id == topic.id, ReadMark.number >= topic.post_count
    )
    return topic.last_at > viewer.created_at, ~read.exists()


def rooms_of(viewer) -> list[tuple[Room, int]]:
    """The rooms that the viewer reads in, the own one first, each with how many of its newest topics are unread."""
    newest = select(Topic.id, Topic.post_count, Topic.last_at).where(Topic.room_id == Room.id).correlate(Room)
    newest = newest.order_by(Topic.last_at.desc()).limit(LOOKED_AT).subquery()
    unread = select(func.count()).select_from(newest).where(*is_unread(viewer, newest.c)).scalar_subquery()
    found = db.session.execute(
        select(Room, unread)
        .where(Room.shown_to(viewer))
        .options(joinedload(Room.initiative))
        .order_by(Room.position, Room.name)
    )
    return sorted(found.unique().all(), key=lambda row: not row[0].is_own_of(viewer))


def topics_page(topics: Select, viewer, *, before: str | None, size: int = TOPICS) -> Topics:
    """Topics by last activity; `before` is the key that an earlier page gave."""
    marked = topics.add_columns(ReadMark.number).outerjoin(
        ReadMark, and_(ReadMark.topic_id == Topic.id, ReadMark.user_id == viewer.id)
    )
    if key := moment_and_id(before):
        last_at, topic_id = key
        # the first condition alone is one that an index can begin at
        marked = marked.where(Topic.last_at <= last_at, or_(Topic.last_at < last_at, Topic.id < topic_id))
    newest_first = marked.order_by(Topic.last_at.desc(), Topic.id.desc()).limit(size + 1)
    found = db.session.execute(newest_first.options(name_of(Topic.author))).unique().all()
    last = found[size - 1][0] if len(found) > size else None
    return Topics(found[:size], moment_key(last.last_at, last.id) if last else None)


def unanswered(viewer) -> Select:
    return Topic.visible_to(viewer).where(
        Topic.is_question.is_(True), Topic.first_answer_at.is_(None), Topic.closed_at.is_(None)
    )


def topic_with_reading(topic_id: UUID, viewer) -> Row | None:
    """A topic with the viewer's mark and watch, and whether the team should look at what was reported."""
    wanted = {"topic_id": topic_id, "viewer_id": viewer.id}
    return db.session.execute(topic_for(Reader.like(viewer)), wanted).unique().first()


@lru_cache(maxsize=256)
def topic_for(reader: Reader) -> Select:
    """Made once, as putting the statement together costs as much as running it; answers are rare and come by themselves."""
    own_mark = and_(ReadMark.topic_id == Topic.id, ReadMark.user_id == bindparam("viewer_id"))
    own_watch = and_(Watch.topic_id == Topic.id, Watch.user_id == bindparam("viewer_id"), Watch.ended_at.is_(None))
    unsettled = select(Report.id).join(Post).where(Post.topic_id == Topic.id, Report.settled_at.is_(None))
    reported = unsettled.exists() if reader.is_team else false()
    answer = lazyload(Topic.answer).options(name_of(Post.author))
    return (
        Topic.visible_to(reader)
        .where(Topic.id == bindparam("topic_id"))
        .add_columns(ReadMark, Watch.id.label("watch_id"), reported.label("is_reported"))
        .outerjoin(ReadMark, own_mark)
        .outerjoin(Watch, own_watch)
        .options(answer, joinedload(Topic.moved_from).options(load_only(Room.name), lazyload("*")))
    )


def with_people(posts: Select) -> Select:
    """Posts with who wrote them, at home where, and who typed them in."""
    return posts.options(name_of(Post.author), home_of(Post.initiative), name_of(Post.from_paper_by))


@lru_cache
def stretch_of_topic(*, upwards: bool) -> Select:
    """Made once: putting the statement together costs as much as running it."""
    of_topic = with_people(select(Post).where(Post.topic_id == bindparam("topic_id"))).limit(POSTS)
    if upwards:
        return of_topic.where(Post.number > bindparam("number")).order_by(Post.number)
    return of_topic.where(Post.number < bindparam("number")).order_by(Post.number.desc())


def posts_page(topic: Topic, *, before: int | None = None, after: int | None = None) -> Posts:
    """Up to twenty posts below `before`, else above `after`. Numbers are small, the order is that of arrival."""
    upwards = before is None
    wanted = {"topic_id": topic.id, "number": (after or 0) if upwards else before}
    rows = db.session.scalars(stretch_of_topic(upwards=upwards), wanted).all()
    if not rows:
        return Posts([], None, None)
    rows = rows if upwards else rows[::-1]
    first, last = rows[0].number, rows[-1].number
    return Posts(rows, first if first > 1 else None, last if last < topic.post_count else None)


def reports_on(posts: Sequence[Post], viewer) -> dict[UUID, list[Report]]:
    """What readers have reported and the team has not settled, by post; nobody else is told."""
    waiting: dict[UUID, list[Report]] = defaultdict(list)
    if viewer.is_team:
        rows = Report.visible_to(viewer).where(Report.post_id.in_([post.id for post in posts]))
        unsettled = rows.where(Report.settled_at.is_(None)).options(name_of(Report.by)).order_by(Report.reported_at)
        for report in db.session.scalars(unsettled):
            waiting[report.post_id].append(report)
    return waiting


def first_shown(topic: Topic, mark: ReadMark | None, at: int | None) -> int:
    """After which post a page begins: a few before a named one, or before the first unread, or at the end."""
    if at is None:
        at = mark.number + 1 if mark else 1
    end = max(0, topic.post_count - POSTS)
    return min(max(0, at - 1 - BEFORE), end)
