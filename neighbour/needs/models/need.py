"""A difficulty in something that a group does on paper or face to face, in the group's own words."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Select, String, Text, or_, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from neighbour.accounts import User
from neighbour.db import Model, Revised, db, now, uuid7
from neighbour.initiatives import Initiative
from neighbour.needs import routing
from neighbour.needs.models.acts import Acts
from neighbour.needs.models.answer import Answer
from neighbour.needs.models.kinds import (
    ENDED,
    NETWORK_WORDS,
    OUTCOME_WORDS,
    STATE_WORDS,
    URGENCY_WORDS,
    Outcome,
    State,
)
from neighbour.needs.models.marking import Marking
from neighbour.needs.models.merging import Merging
from neighbour.needs.models.rules import Rules
from neighbour.needs.models.step import Step
from neighbour.needs.models.version import Version
from neighbour.web import promise

SHORT = ("who", "place", "paper", "how_often", "annoys", "must_stay")


class Need(Rules, Acts, Marking, Merging, Revised, Model):
    """One need. `author` is whose words these are, `recorded_by` who of the team took them down on the telephone; until
    somebody of the initiative has confirmed those, they are not the initiative's word. Without `shared_at` only the
    initiative and the team read it. `version` is the operation that wrote the present text. `told_by` and `told_phone` are
    of who rang up, for the initiative and the team alone."""

    __tablename__ = "needs_needs"
    __table_args__ = (Index(None, "state", "answered_at"),)
    kind_name = "need"
    shown = ("title", "shared_at", "state")
    shown_on = ("merged_into_id",)

    initiative_id: Mapped[UUID] = mapped_column(
        ForeignKey("initiatives_initiatives.id", ondelete="CASCADE"), index=True
    )
    author_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    recorded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    confirmed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    confirmed_at: Mapped[datetime | None]
    named_at: Mapped[datetime] = mapped_column(default=now)

    title: Mapped[str] = mapped_column(String(120))
    unknown: Mapped[bool] = mapped_column(default=False)
    analogue_process: Mapped[str] = mapped_column(Text, default="")
    who: Mapped[str] = mapped_column(String(200), default="")
    place: Mapped[str] = mapped_column(String(200), default="")
    paper: Mapped[str] = mapped_column(String(200), default="")
    how_often: Mapped[str] = mapped_column(String(200), default="")
    annoys: Mapped[str] = mapped_column(String(200), default="")
    must_stay: Mapped[str] = mapped_column(String(200), default="")
    difficulty: Mapped[str] = mapped_column(Text)
    urgency: Mapped[str] = mapped_column(String(8), default="")
    hours: Mapped[int | None]
    hands: Mapped[int | None]
    devices: Mapped[str] = mapped_column(String(200), default="")
    network: Mapped[str] = mapped_column(String(8), default="")
    body: Mapped[str] = mapped_column(Text, default="")
    folded: Mapped[str] = mapped_column(Text, deferred=True)
    told_by: Mapped[str] = mapped_column(String(80), default="")
    told_phone: Mapped[str] = mapped_column(String(40), default="")
    version: Mapped[UUID]
    edited_at: Mapped[datetime | None]

    shared_at: Mapped[datetime | None] = mapped_column(index=True)
    state: Mapped[str] = mapped_column(String(12), default=State.RECEIVED)
    outcome: Mapped[str] = mapped_column(String(8), default="")
    answered_at: Mapped[datetime | None]
    responsible_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    merged_into_id: Mapped[UUID | None] = mapped_column(ForeignKey("needs_needs.id", ondelete="SET NULL"), index=True)
    merged_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    merged_at: Mapped[datetime | None]

    initiative: Mapped[Initiative] = relationship()
    author: Mapped[User | None] = relationship(foreign_keys=author_id)
    recorded_by: Mapped[User | None] = relationship(foreign_keys=recorded_by_id)
    confirmed_by: Mapped[User | None] = relationship(foreign_keys=confirmed_by_id)
    responsible: Mapped[User | None] = relationship(foreign_keys=responsible_id)
    merged_by: Mapped[User | None] = relationship(foreign_keys=merged_by_id)
    merged_into: Mapped["Need | None"] = relationship(remote_side="Need.id")
    steps: Mapped[list[Step]] = relationship(order_by=[Step.at, Step.id], passive_deletes=True)
    answers: Mapped[list[Answer]] = relationship(order_by=[Answer.at, Answer.id], passive_deletes=True)
    versions: Mapped[list[Version]] = relationship(order_by=Version.replaced_at.desc(), passive_deletes=True)

    @classmethod
    def visible_to(cls, viewer) -> Select[tuple["Need"]]:
        """The team reads every need, others those that are shared and those of their own initiatives."""
        if not viewer.reads_content:
            return select(cls).where(False)
        own = cls.initiative_id.in_(viewer.own_initiatives)
        return select(cls) if viewer.is_team else select(cls).where(or_(cls.shared_at.is_not(None), own))

    @classmethod
    def name(
        cls, initiative: Initiative, *, by: User, id: UUID | None = None, author: User | None = None,
        at: datetime | None = None, **words
    ) -> "Need":  # fmt: skip
        """A new need. What somebody of the team takes down has to be confirmed; `author` is then who told it."""
        operation, moment = id or uuid7(), at or now()
        is_recorded = initiative.id not in by.own_initiatives
        need = cls(id=operation, version=operation, initiative=initiative, initiative_id=initiative.id, named_at=moment)
        need.refuse_naming(by)
        need.author_id = author.id if author else (None if is_recorded else by.id)
        need.recorded_by_id, need.confirmed_at = (by.id, None) if is_recorded else (None, moment)
        need.state, need.outcome = State.RECEIVED, ""
        need.write(words)
        need.responsible_id = routing.fitting(need) or (by.id if is_recorded else None)
        db.session.add(need)
        need.steps.append(Step(state=State.RECEIVED, at=moment, by_id=by.id))
        return need

    @property
    def is_shared(self) -> bool:
        return self.shared_at is not None

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_at is not None

    @property
    def is_ended(self) -> bool:
        return self.state in ENDED

    @property
    def waits_for_team(self) -> bool:
        """Nobody of the team has answered yet, and the promise runs."""
        return self.answered_at is None and not self.is_ended and self.merged_into_id is None

    @property
    def due(self) -> datetime:
        """Three working days from when it came in, or came in again."""
        came = [step.at for step in self.steps if step.state == State.RECEIVED]
        return promise.due(came[-1] if came else self.named_at)

    @property
    def last_move(self) -> Step | None:
        """The step into the present state."""
        return next((step for step in reversed(self.steps) if step.state == self.state), None)

    @property
    def state_words(self):
        return STATE_WORDS[State(self.state)]

    @property
    def outcome_words(self):
        return OUTCOME_WORDS[Outcome(self.outcome)] if self.outcome else ""

    @property
    def urgency_words(self):
        return URGENCY_WORDS.get(self.urgency, "")

    @property
    def network_words(self):
        return NETWORK_WORDS.get(self.network, "")
