"""Somebody who comes, waits for a place, or has cancelled."""

import secrets
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, Index, Select, String, UniqueConstraint, or_, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from neighbour.accounts import User
from neighbour.db import Model, now
from neighbour.errors import NotAllowed
from neighbour.events.models.event import Event
from neighbour.initiatives import Initiative
from neighbour.outbox.words import spoken
from neighbour.web.folding import fold


class State(StrEnum):
    CONFIRMED = "confirmed"
    WAITING = "waiting"
    CANCELLED = "cancelled"


class Channel(StrEnum):
    """How a registration came in."""

    APP = "app"
    GUEST = "guest"
    PHONE = "phone"
    SLIP = "slip"


class News(StrEnum):
    """What somebody has to be told."""

    MOVED = "moved"
    CANCELLED = "cancelled"
    PLACE_FREE = "place_free"
    TAKEN_OFF = "taken_off"


CHANNEL_WORDS = {
    Channel.APP: _l("in der App"),
    Channel.GUEST: _l("über den Link für Gäste"),
    Channel.PHONE: _l("am Telefon"),
    Channel.SLIP: _l("auf einem Zettel"),
}
NEEDS = ("food", "travel", "childcare", "access")
BY_THEMSELVES = (Channel.APP, Channel.GUEST)
LONGEST_NEED = 120


class Registration(Model):
    """One person at one event. `number` is the order of arrival; `visitor` the tag of a guest's browser; `key` opens the
    slip from anywhere; `to_tell` is what nobody could be told by app or mail, since when, until somebody has called."""

    __tablename__ = "events_registrations"
    __table_args__ = (
        UniqueConstraint("event_id", "number"),
        Index(None, "event_id", "state", "number"),
        Index(None, "person_id"),
        Index(None, "entered_by_id"),
        Index(None, "to_tell"),
    )
    shown_on = ("event_id",)

    event_id: Mapped[UUID] = mapped_column(ForeignKey("events_events.id", ondelete="CASCADE"))
    number: Mapped[int]
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    name: Mapped[str] = mapped_column(String(80))
    initiative_id: Mapped[UUID | None] = mapped_column(ForeignKey("initiatives_initiatives.id", ondelete="SET NULL"))
    state: Mapped[str] = mapped_column(String(10), default=State.CONFIRMED)
    channel: Mapped[str] = mapped_column(String(6), default=Channel.APP)
    entered_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    visitor: Mapped[str] = mapped_column(String(32), default="")
    key: Mapped[str] = mapped_column(String(24), unique=True, default=lambda: secrets.token_urlsafe(15))
    phone: Mapped[str] = mapped_column(String(40), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    food: Mapped[str] = mapped_column(String(LONGEST_NEED), default="")
    travel: Mapped[str] = mapped_column(String(LONGEST_NEED), default="")
    childcare: Mapped[str] = mapped_column(String(LONGEST_NEED), default="")
    access: Mapped[str] = mapped_column(String(LONGEST_NEED), default="")
    at: Mapped[datetime] = mapped_column(default=now)
    cancelled_at: Mapped[datetime | None]
    to_tell: Mapped[str] = mapped_column(String(10), default="")
    to_tell_since: Mapped[datetime | None]
    told_at: Mapped[datetime | None]
    told_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))

    event: Mapped[Event] = relationship()
    person: Mapped[User | None] = relationship(foreign_keys=person_id)
    entered_by: Mapped[User | None] = relationship(foreign_keys=entered_by_id)
    initiative: Mapped[Initiative | None] = relationship()

    @classmethod
    def visible_to(cls, viewer) -> Select[tuple["Registration"]]:
        """Hosts and team see who comes; everybody else themselves, and whom they have registered."""
        shown = select(cls).join(cls.event).options(joinedload(cls.initiative))
        if viewer.is_team:
            return shown
        deciding = [m.initiative_id for m in viewer.memberships if m.decides]
        return shown.where(or_(Event.initiative_id.in_(deciding), cls.belongs_to(viewer)))

    @classmethod
    def belongs_to(cls, viewer):
        """The condition for: who it is, or who entered it from their own account or browser."""
        if viewer.id is None:
            return cls.visitor == viewer.tag if viewer.tag else cls.id.is_(None)
        return or_(cls.person_id == viewer.id, (cls.entered_by_id == viewer.id) & cls.channel.in_(BY_THEMSELVES))

    @classmethod
    def running(cls, event: Event) -> Select[tuple["Registration"]]:
        """Who comes or waits, in the order of arrival."""
        here = select(cls).where(cls.event_id == event.id, cls.state != State.CANCELLED)
        return here.order_by(cls.number)

    @property
    def code(self) -> str:
        """The receipt word."""
        return spoken(self.id)

    @property
    def channel_words(self):
        return CHANNEL_WORDS[Channel(self.channel)]

    @property
    def call_at(self) -> str:
        """The number they gave here, else that of their account; not of somebody whom others have entered."""
        is_own = self.person is not None and self.entered_by_id == self.person_id
        return self.phone or (self.person.phone if is_own else "") or ""

    @property
    def call_mark(self) -> str:
        """What a tick on the list of calls stands for: this news, of the event as it was then."""
        return f"{self.id}:{self.to_tell}:{self.event.sequence}"

    @property
    def is_running(self) -> bool:
        return self.state != State.CANCELLED

    @property
    def is_waiting(self) -> bool:
        return self.state == State.WAITING

    @property
    def has_needs(self) -> bool:
        return any(getattr(self, need) for need in NEEDS)

    def is_of(self, viewer) -> bool:
        """Whose it is; the team's entries for callers belong to nobody's account."""
        if viewer.id is None:
            return bool(self.visitor) and self.visitor == viewer.tag
        own = self.entered_by_id == viewer.id and self.channel in BY_THEMSELVES
        return own or self.person_id == viewer.id

    def needs_shown_to(self, viewer) -> bool:
        return self.is_of(viewer) or self.event.hosted_by(viewer)

    def cancellable_by(self, viewer) -> bool:
        takes_place = not self.event.is_over and not self.event.is_cancelled
        return self.is_running and takes_place and self.needs_shown_to(viewer)

    def is_same_person(self, *, name: str, person_id: UUID | None) -> bool:
        """By account where both have one, else by name."""
        if person_id is not None and self.person_id is not None:
            return person_id == self.person_id
        return fold(name) == fold(self.name)

    def wait_for_call(self, news: News) -> None:
        """Nobody could be told otherwise. What weighs more stays: the caller sees the place beside it."""
        if news != News.PLACE_FREE or not self.to_tell:
            self.to_tell = news
        self.to_tell_since = self.to_tell_since or now()
        self.told_at = self.told_by_id = None

    def told(self, by: User) -> None:
        """Somebody has called."""
        if self.to_tell:
            self.to_tell, self.to_tell_since = "", None
            self.told_at, self.told_by_id = now(), by.id
        if not self.is_running:
            self.phone = ""

    def say_needs(self, *, by, **needs: str) -> None:
        """What is needed, written anew; empty takes it back."""
        if not self.needs_shown_to(by):
            raise NotAllowed(_l("Das können nur Sie selbst ändern."))
        for need, words in needs.items():
            setattr(self, need, words)

    def end(self) -> None:
        """Does not come. What is not needed any more is not kept."""
        self.state, self.cancelled_at = State.CANCELLED, now()
        self.food = self.travel = self.childcare = self.access = ""
        self.phone = self.email = self.to_tell = ""
        self.to_tell_since = None
