"""An event: what it is for, when and where, who invites, what changed."""

import secrets
from datetime import datetime
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, Index, Select, String, Text, or_, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from neighbour import audit
from neighbour.accounts import User
from neighbour.db import Model, Revised, db, now, uuid7
from neighbour.errors import NotAllowed
from neighbour.events.models.changing import Changing
from neighbour.events.models.kinds import KIND_WORDS, NETWORK_WORDS, Audience, EventKind
from neighbour.events.models.run_sheet import RunSheetLine
from neighbour.initiatives import Initiative
from neighbour.outbox.words import spoken


class Event(Changing, Revised, Model):
    """A workshop, a meeting, a round table or a conference. Without `initiative_id` the team invites; `places` None
    means as many as come; `sequence` counts what calendars have to read again."""

    __tablename__ = "events_events"
    __table_args__ = (Index(None, "starts_at", "id"), Index(None, "ends_at", "id"), Index(None, "initiative_id"))
    kind_name = "event"

    kind: Mapped[str] = mapped_column(String(12), default=EventKind.WORKSHOP)
    title: Mapped[str] = mapped_column(String(120))
    summary: Mapped[str] = mapped_column(String(160), default="")
    body: Mapped[str] = mapped_column(Text, default="")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    venue: Mapped[str] = mapped_column(String(120))
    address: Mapped[str] = mapped_column(String(200), default="")
    bus: Mapped[str] = mapped_column(String(200), default="")
    step_free: Mapped[bool | None]
    induction_loop: Mapped[str] = mapped_column(String(120), default="")
    network: Mapped[str] = mapped_column(String(8), default="")
    food: Mapped[str] = mapped_column(String(120), default="")
    places: Mapped[int | None]
    initiative_id: Mapped[UUID | None] = mapped_column(ForeignKey("initiatives_initiatives.id", ondelete="SET NULL"))
    audience: Mapped[str] = mapped_column(String(12), default=Audience.ALL)
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    registration_until: Mapped[datetime | None]
    guest_token: Mapped[str] = mapped_column(String(32), unique=True, default=lambda: secrets.token_urlsafe(15))
    created_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[UUID] = mapped_column(default=uuid7)
    run_sheet_version: Mapped[UUID] = mapped_column(default=uuid7)
    sequence: Mapped[int] = mapped_column(default=0)
    changed_at: Mapped[datetime] = mapped_column(default=now)

    moved_at: Mapped[datetime | None]
    moved_from_at: Mapped[datetime | None]
    moved_from_venue: Mapped[str] = mapped_column(String(120), default="")
    move_reason: Mapped[str] = mapped_column(String(300), default="")
    cancelled_at: Mapped[datetime | None]
    cancelled_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    cancel_reason: Mapped[str] = mapped_column(String(300), default="")

    initiative: Mapped[Initiative | None] = relationship()
    contact: Mapped[User | None] = relationship(foreign_keys=contact_id)
    run_sheet: Mapped[list[RunSheetLine]] = relationship(
        order_by=RunSheetLine.position, cascade="all, delete-orphan", passive_deletes=True
    )

    @classmethod
    def visible_to(cls, viewer) -> Select[tuple["Event"]]:
        """Everybody who reads content sees what all are invited to; the rest its hosts and the team."""
        shown = select(cls).options(joinedload(cls.initiative))
        if not viewer.reads_content:
            return shown.where(False)
        own = cls.initiative_id.in_(viewer.own_initiatives)
        return shown if viewer.is_team else shown.where(or_(cls.audience == Audience.ALL, own))

    @classmethod
    def announceable_by(cls, viewer, initiative_id: UUID | None) -> bool:
        """The team announces for everybody, who decides for an initiative announces for that one."""
        if not viewer.reads_content:
            return False
        return viewer.is_team or any(m.decides and m.initiative_id == initiative_id for m in viewer.memberships)

    @classmethod
    def announce(cls, *, by: User, **words) -> "Event":
        """A new event, visible at once to whom it is for."""
        if not cls.announceable_by(by, words.get("initiative_id")):
            raise NotAllowed(_l("Das darf nur die Koordination oder das Projektteam."))
        event = cls(created_by_id=by.id, **words)
        db.session.add(event)
        db.session.flush()
        audit.log("events.announcement", event.title, by=by.id, subject=event.id)
        return event

    def replace_run_sheet(self, lines: list[RunSheetLine]) -> None:
        """The old lines go first: two lines never have the same place."""
        self.run_sheet.clear()
        db.session.flush()
        self.run_sheet.extend(lines)

    @property
    def kind_words(self):
        return KIND_WORDS[EventKind(self.kind)]

    @property
    def network_words(self):
        return NETWORK_WORDS.get(self.network, "")

    @property
    def code(self) -> str:
        """What somebody says on the telephone who holds the invitation."""
        return spoken(self.id)

    @property
    def is_over(self) -> bool:
        return self.ends_at <= now()

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    @property
    def is_moved(self) -> bool:
        return self.moved_at is not None

    def hosted_by(self, viewer) -> bool:
        """Who prepares it: the team, or who decides for the initiative that invites."""
        return self.announceable_by(viewer, self.initiative_id)
