"""What somebody was told, as they may read it now."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import gettext
from sqlalchemy import and_, or_

from neighbour.db import db
from neighbour.notifications.kinds import kinds, subjects
from neighbour.notifications.models import Notification
from neighbour.web.paging import moment_and_id, moment_key

SIZE = 20
UNREAD_KEY, READ_KEY = "u", "r"


@dataclass(frozen=True)
class Entry:
    """One row of the inbox. What is gone is shown without its words, and leads nowhere."""

    id: UUID
    sentence: str
    line: str
    icon: str
    href: str | None
    at: datetime
    is_read: bool

    @property
    def is_gone(self) -> bool:
        return self.href is None


@dataclass(frozen=True)
class Inbox:
    """Some entries, unread ones first, and the key from which older ones go on."""

    unread: list[Entry]
    read: list[Entry]
    older: str | None


def entries(rows: Sequence[Notification], viewer) -> list[Entry]:
    """One question for each kind of subject, however many rows."""
    ids = defaultdict(set)
    for row in rows:
        ids[row.subject_kind].add(row.subject_id)
    visible = {name: subjects()[name](viewer, some) for name, some in ids.items() if name in subjects()}
    return [entry(row, visible.get(row.subject_kind, ())) for row in rows]


def entry(row: Notification, visible: set[UUID] | dict[UUID, dict]) -> Entry:
    kind, is_shown = kinds().get(row.kind), row.subject_id in visible
    if kind is None or not is_shown:
        gone = gettext("Das gibt es nicht mehr, oder Sie gehören nicht mehr dazu.")
        return Entry(row.id, gone, "", "bell", None, row.at, row.read_at is not None)
    words = {**row.words, **(visible[row.subject_id] if isinstance(visible, dict) else {})}
    sentence = str(kind.sentence(words, row.count))
    return Entry(row.id, sentence, words.get("line", ""), kind.icon, row.href, row.at, row.read_at is not None)


def newest_unread(viewer, size: int) -> list[Entry]:
    rows = Notification.visible_to(viewer).where(Notification.read_at.is_(None))
    newest = rows.order_by(Notification.at.desc(), Notification.id.desc()).limit(size)
    return entries(db.session.scalars(newest).all(), viewer)


def inbox(viewer, *, before: str | None) -> Inbox:
    """What is unread, then what was read, each the newest first."""
    is_read = Notification.read_at.is_not(None)
    rows = Notification.visible_to(viewer)
    if key := unpacked(before):
        below = and_(is_read if key.is_read else ~is_read, older_than(key))
        rows = rows.where(below if key.is_read else or_(below, is_read))
    ordered = rows.order_by(is_read, Notification.at.desc(), Notification.id.desc())
    found = db.session.scalars(ordered.limit(SIZE + 1)).all()
    shown = entries(found[:SIZE], viewer)
    older = packed(found[SIZE - 1]) if len(found) > SIZE else None
    return Inbox([each for each in shown if not each.is_read], [each for each in shown if each.is_read], older)


@dataclass(frozen=True)
class Key:
    """Where a page of the inbox ended."""

    is_read: bool
    at: datetime
    id: UUID


def older_than(key: Key):
    return or_(Notification.at < key.at, and_(Notification.at == key.at, Notification.id < key.id))


def packed(row: Notification) -> str:
    return f"{READ_KEY if row.read_at else UNREAD_KEY}-{moment_key(row.at, row.id)}"


def unpacked(key: str | None) -> Key | None:
    """None for anything that is not a key of ours."""
    letter, _, rest = (key or "").partition("-")
    found = moment_and_id(rest)
    return Key(letter == READ_KEY, *found) if found and letter in (READ_KEY, UNREAD_KEY) else None
