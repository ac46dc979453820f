"""What the viewer has not read: asked once a request, for the title and for what a page marks as read."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from flask import Flask, g
from flask_login import current_user
from sqlalchemy import Select, bindparam, select, update
from sqlalchemy.exc import SQLAlchemyError

from neighbour.db import db, now
from neighbour.notifications.models import Notification
from neighbour.web.transaction import remember

MOST = 100


@dataclass(frozen=True)
class Unread:
    """As much of an unread row as every page needs."""

    id: UUID
    kind: str
    subject_kind: str
    subject_id: UUID
    at: datetime


def init_app(app: Flask) -> None:
    app.jinja_env.globals["unread_number"] = unread_number


@lru_cache
def newest() -> Select:
    """Made once: it is asked on every page."""
    columns = Notification.id, Notification.kind, Notification.subject_kind, Notification.subject_id, Notification.at
    mine = select(*columns).where(Notification.recipient_id == bindparam("me"), Notification.read_at.is_(None))
    return mine.order_by(Notification.at.desc()).limit(MOST)


def unread() -> list[Unread]:
    """The newest hundred."""
    if not current_user.is_signed_in:
        return []
    if "unread" not in g:
        g.unread = [Unread(*row) for row in db.session.execute(newest(), {"me": current_user.id})]
        g.has_more_unread = len(g.unread) == MOST
    return g.unread


def unread_number() -> str:
    """For the title: nothing, „3“, or „99+“."""
    try:
        number = len(unread())
    except SQLAlchemyError:  # a page that says sorry does not fail for the number in its title
        return ""
    return "99+" if number >= MOST else str(number or "")


def seen(subject_kind: str, *ids: UUID) -> None:
    """In a view that shows these: what the viewer was told about them is read. Kept after the answer, and only as far
    as it was there when the page was made: what happens meanwhile stays unread."""
    rows = [row for row in unread() if row.subject_kind == subject_kind and row.subject_id in ids]
    if g.get("has_more_unread"):
        rows = older_too(subject_kind, ids)
    if rows:
        read = {row.id: row.at for row in rows}
        g.unread = [row for row in g.unread if row.id not in read]
        remember(lambda: mark_read(read))


def older_too(subject_kind: str, ids: tuple[UUID, ...]) -> list[Unread]:
    """Who has more than a hundred is asked for by subject."""
    about = Notification.subject_kind == subject_kind, Notification.subject_id.in_(ids)
    return [Unread(*row) for row in db.session.execute(newest().where(*about), {"me": current_user.id})]


def mark_read(read: dict[UUID, datetime]) -> None:
    rows = Notification.__table__
    same = update(rows).where(rows.c.id == bindparam("row"), rows.c.at == bindparam("then"), rows.c.read_at.is_(None))
    db.session.execute(same.values(read_at=now()), [{"row": id, "then": at} for id, at in read.items()])


def unread_about(kind: str) -> set[UUID]:
    """The subjects of what is unread of one kind, for pages that shall not say it twice."""
    return {row.subject_id for row in unread() if row.kind == kind}
