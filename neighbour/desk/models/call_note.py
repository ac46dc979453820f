"""What was said on the phone or at a visit."""

from datetime import datetime
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, Select, String, Text, func, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from neighbour import audit
from neighbour.accounts import User
from neighbour.db import Model, db, now
from neighbour.errors import NotAllowed
from neighbour.initiatives import Initiative


class CallNote(Model):
    """A conversation in the team's words, a sign of life. `who` is somebody without an account."""

    __tablename__ = "desk_call_notes"

    said: Mapped[str] = mapped_column(Text)
    who: Mapped[str] = mapped_column(String(80), default="")
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"), index=True)
    initiative_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("initiatives_initiatives.id", ondelete="CASCADE"), index=True
    )
    noted_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    called_at: Mapped[datetime] = mapped_column(default=now)

    person: Mapped[User | None] = relationship(foreign_keys=person_id)
    noted_by: Mapped[User | None] = relationship(foreign_keys=noted_by_id)
    initiative: Mapped[Initiative | None] = relationship()

    @classmethod
    def visible_to(cls, viewer) -> Select[tuple["CallNote"]]:
        """What is said to the team on the phone stays with the team."""
        shown = select(cls).options(joinedload(cls.initiative), joinedload(cls.person), joinedload(cls.noted_by))
        return shown if viewer.is_team else shown.where(False)

    @classmethod
    def last_calls(cls) -> dict[UUID, datetime]:
        """When somebody of each initiative was last spoken to."""
        latest = select(cls.initiative_id, func.max(cls.called_at)).where(cls.initiative_id.is_not(None))
        return dict(db.session.execute(latest.group_by(cls.initiative_id)).all())

    @classmethod
    def write(cls, said: str, *, by: User, id: UUID | None = None, **about) -> "CallNote":
        """Keeps the note. Somebody who belongs to one initiative speaks for it unless another is named."""
        if not by.is_team:
            raise NotAllowed(_l("Das darf nur das Projektteam."))
        note = cls(id=id, said=said, noted_by=by, **about)
        if note.initiative is None and note.person is not None and len(note.person.memberships) == 1:
            note.initiative = note.person.memberships[0].initiative
        db.session.add(note)
        db.session.flush()
        audit.log("desk.call", note.about, by=by.id, subject=note.person_id or note.initiative_id)
        return note

    @property
    def partner(self) -> str:
        return self.person.name if self.person else self.who

    @property
    def about(self) -> str:
        """„Renate K. · Hollerdorf hält zusammen“."""
        return " · ".join(filter(None, (self.partner, self.initiative.name if self.initiative else "")))
