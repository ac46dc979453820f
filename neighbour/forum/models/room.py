"""A room: where topics of one circle or one subject stand together."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import ColumnElement, ForeignKey, Select, String, false, or_, select, true
from sqlalchemy.orm import Mapped, lazyload, mapped_column, relationship

from neighbour import audit
from neighbour.accounts import User
from neighbour.db import Model, Revised, db, uuid7
from neighbour.errors import NotAllowed
from neighbour.initiatives import Initiative
from neighbour.initiatives.slugs import slug_from
from neighbour.outbox import operation_id
from neighbour.web.short_names import first_free
from neighbour.web.two_writers import changes, conflict


class RoomKind(StrEnum):
    """Whose room it is; this alone decides who reads in it."""

    EVERYONE = "everyone"
    FRIENDS = "friends"
    INITIATIVE = "initiative"
    TEAM = "team"
    BOARD = "board"


READERS = {
    RoomKind.EVERYONE: _l("Hier lesen alle im Netzwerk."),
    RoomKind.FRIENDS: _l("Hier lesen alle im Netzwerk."),
    RoomKind.INITIATIVE: _l("Hier lesen nur die Initiative und das Projektteam."),
    RoomKind.TEAM: _l("Hier liest nur das Projektteam."),
    RoomKind.BOARD: _l("Hier lesen nur Beirat und Projektteam."),
}
LABELS = {
    "name": _l("Name"),
    "purpose": _l("Worum es hier geht"),
    "position": _l("Stelle in der Liste"),
}
OPEN_KINDS = (RoomKind.EVERYONE, RoomKind.FRIENDS)


@dataclass(frozen=True)
class Reader:
    """What decides who reads where: one statement serves everybody of whom it is the same."""

    reads_content: bool
    is_team: bool
    is_board: bool
    own_initiatives: frozenset[UUID]

    @classmethod
    def like(cls, viewer) -> "Reader":
        return cls(viewer.reads_content, viewer.is_team, viewer.is_board, viewer.own_initiatives)


class Room(Revised, Model):
    """One room of the forum. Whoever reads in it also writes in it."""

    __tablename__ = "forum_rooms"

    slug: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    purpose: Mapped[str] = mapped_column(String(300), default="")
    kind: Mapped[str] = mapped_column(String(12), default=RoomKind.EVERYONE)
    initiative_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("initiatives_initiatives.id", ondelete="CASCADE"), unique=True
    )
    position: Mapped[int] = mapped_column(default=0)
    version: Mapped[UUID | None]

    initiative: Mapped[Initiative | None] = relationship()

    @classmethod
    def shown_to(cls, viewer) -> ColumnElement[bool]:
        """The condition under which a room is one that the viewer reads in."""
        if not viewer.reads_content:
            return false()
        if viewer.is_team:
            return true()
        own = viewer.own_initiatives
        kinds = [*OPEN_KINDS, RoomKind.BOARD] if viewer.is_board else OPEN_KINDS
        return or_(cls.kind.in_(kinds), cls.initiative_id.in_(own)) if own else cls.kind.in_(kinds)

    @classmethod
    def visible_to(cls, viewer) -> Select[tuple["Room"]]:
        return select(cls).where(cls.shown_to(viewer)).options(lazyload(cls.initiative))

    @classmethod
    def housed(cls) -> Select[tuple[UUID]]:
        """The initiatives that have their room already."""
        return select(cls.initiative_id).where(cls.initiative_id.is_not(None))

    def readable_by(self, viewer) -> bool:
        """The same rule as `shown_to`, for one room that is already here."""
        if not viewer.reads_content:
            return False
        if viewer.is_team or self.is_open:
            return True
        return viewer.is_board if self.kind == RoomKind.BOARD else self.is_own_of(viewer)

    def is_own_of(self, viewer) -> bool:
        """Whether the room belongs to an initiative of the viewer."""
        return self.initiative_id is not None and self.initiative_id in viewer.own_initiatives

    def moderated_by(self, viewer) -> bool:
        """The team in every room, the coordination in its own."""
        return viewer.is_team or any(m.initiative_id == self.initiative_id and m.decides for m in viewer.memberships)

    @property
    def readers(self) -> str:
        """Who reads here, as a sentence."""
        return READERS[self.kind]

    @property
    def is_open(self) -> bool:
        return self.kind in OPEN_KINDS

    def takes_from(self, room: "Room") -> bool:
        """Words written in a closed circle never get more readers by a move."""
        return self.id != room.id and (room.is_open or self.kind == RoomKind.TEAM)

    @classmethod
    def open(cls, *, by: User, name: str, **words) -> "Room":
        """A new room; who reads in it is fixed with its kind."""
        if not by.is_team:
            raise NotAllowed(_l("Räume richtet nur das Projektteam ein."))
        room = cls(name=name, slug=first_free(slug_from(name), cls.slug), **words)
        db.session.add(room)
        db.session.flush()
        audit.log("forum.room", room.name, by=by.id, subject=room.id)
        return room

    def edit(self, by: User, *, version: UUID | None, **words) -> None:
        """Changes name, purpose or place in the order; the address stays."""
        if not by.is_team:
            raise NotAllowed(_l("Räume richtet nur das Projektteam ein."))
        self.lock()
        if version != self.version:
            raise conflict(self, words, labelled)
        changed = changes(self, words)
        before = {name: getattr(self, name) for name in changed}
        for name, value in changed.items():
            setattr(self, name, value)
        self.version = operation_id() or uuid7()
        if changed:
            steps = (f"{LABELS[name]}: {before[name]} → {value}" for name, value in changed.items())
            audit.log("forum.room_change", f"{self.name}. {'; '.join(steps)}", by=by.id, subject=self.id)


def labelled(fields: dict) -> str:
    """Fields of a room as text, for two versions side by side."""
    return "\n\n".join(f"{LABELS[name]}: {value}" for name, value in fields.items())
