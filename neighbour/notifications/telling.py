"""Telling people something, and taking it back: always in the transaction of its cause."""

from collections.abc import Iterable
from functools import lru_cache
from types import ModuleType
from uuid import UUID

from sqlalchemy import Insert, Select, and_, delete, select, true, update
from sqlalchemy.dialects import postgresql, sqlite

from neighbour.accounts import User
from neighbour.db import db, now
from neighbour.notifications.kinds import kinds, subjects
from neighbour.notifications.models import UNREAD, Notification

DIALECTS: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgresql}
ROWS = Notification.__table__


def notify(
    kind: str, people: Iterable[User | UUID] | Select, *, subject: tuple[str, UUID], by=None, href: str, words: dict
) -> None:
    """Tells people, or ids, or a select of ids, whoever of them is still here and is not `by`. Two statements for however
    many; who has not read it since the last time is told how often it happened. `line` in the words stands below the
    sentence. Nothing that may be hidden or rewritten later belongs into words, only names and titles."""
    if kind not in kinds() or subject[0] not in subjects():
        raise LookupError(f"nobody has registered {kind!r} about {subject[0]!r}")
    if recipients := told(people, by):
        row = {"kind": kind, "subject_kind": subject[0], "subject_id": subject[1], "href": href, "at": now()}
        row |= {"by_id": by.id if by else None, "words": {name: plain(value) for name, value in words.items()}}
        db.session.execute(written_or_counted(db.engine.name), [{"recipient_id": id, **row} for id in recipients])


def told(people: Iterable[User | UUID] | Select, by) -> list[UUID]:
    """In one order for everybody, so that two who tell the same people do not wait for each other."""
    wanted = people if isinstance(people, Select) else {getattr(person, "id", person) for person in people}
    if not isinstance(wanted, Select) and not wanted:
        return []
    here = select(User.id).where(User.id.in_(wanted), User.ended_at.is_(None)).order_by(User.id)
    if by is not None and by.id is not None:
        here = here.where(User.id != by.id)
    return list(db.session.scalars(here))


def plain(value):
    """Numbers as they are, everything else as text: a lazy sentence cannot be stored."""
    return value if isinstance(value, int) else str(value)


@lru_cache
def written_or_counted(dialect: str) -> Insert:
    """A new row, or one more time of what is unread already."""
    rows = DIALECTS[dialect].insert(ROWS)
    unread = [ROWS.c.recipient_id, ROWS.c.kind, ROWS.c.subject_kind, ROWS.c.subject_id]
    latest = {name: rows.excluded[name] for name in ("at", "words", "href", "by_id")}
    return rows.on_conflict_do_update(
        index_elements=unread, index_where=UNREAD, set_={"count": ROWS.c.count + 1, **latest}
    )


def settled(person_id: UUID, subject_kind: str, ids: Iterable[UUID] | Select, *, kind: str | None = None) -> None:
    """Somebody has acted on it without opening it: it is read."""
    unread = update(Notification).where(Notification.recipient_id == person_id, Notification.read_at.is_(None))
    about = unread.where(Notification.subject_kind == subject_kind, Notification.subject_id.in_(ids))
    if kind is not None:
        about = about.where(Notification.kind == kind)
    db.session.execute(about.values(read_at=now()).execution_options(synchronize_session=False))


def told_one_less(kind: str, subject: tuple[str, UUID], *, by: User, last: tuple[User, dict] | None) -> None:
    """One person has taken theirs back: of what is unread it is one fewer, and said as of `last`, who did it before."""
    about = Notification.subject_kind == subject[0], Notification.subject_id == subject[1], Notification.kind == kind
    unread = and_(*about, Notification.read_at.is_(None))
    alone = Notification.count == 1 if last else true()
    theirs = Notification.by_id == by.id
    changes = [delete(Notification).where(unread, theirs, alone)]
    changes.append(update(Notification).where(unread, Notification.count > 1).values(count=Notification.count - 1))
    if last:
        changes.append(update(Notification).where(unread, theirs).values(by_id=last[0].id, words=last[1]))
    for change in changes:
        db.session.execute(change.execution_options(synchronize_session=False))


def taken_back(kind: str, subject: tuple[str, UUID]) -> None:
    """It is not so any more: who has not read it yet never will."""
    about = Notification.subject_kind == subject[0], Notification.subject_id == subject[1], Notification.kind == kind
    untrue = delete(Notification).where(*about, Notification.read_at.is_(None))
    db.session.execute(untrue.execution_options(synchronize_session=False))
