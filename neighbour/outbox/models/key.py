"""What a person's devices lock their outbox with."""

import secrets
from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from neighbour.accounts import User
from neighbour.db import Model, db, now
from neighbour.web.transaction import at_once

OCTETS = 32


class OutboxKey(Model):
    """Random octets of one account, derived from nothing. A device that has signed out cannot read what it keeps before
    the same person signs in again and brings them back."""

    __tablename__ = "outbox_keys"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("accounts_users.id", ondelete="CASCADE"), unique=True)
    octets: Mapped[bytes] = mapped_column(LargeBinary(OCTETS))
    made_at: Mapped[datetime] = mapped_column(default=now)

    @classmethod
    def octets_of(cls, person: User) -> bytes:
        """Made when they are asked for the first time; of two who ask at once both get the same."""
        kept = select(cls.octets).where(cls.user_id == person.id)
        found = db.session.scalar(kept)
        if found is None:
            at_once(lambda: cls.make(person.id))
            found = db.session.scalars(kept).one()
        return found

    @classmethod
    def make(cls, user_id: UUID) -> None:
        dialect = {"sqlite": sqlite, "postgresql": postgresql}[db.engine.name]
        row = {"user_id": user_id, "octets": secrets.token_bytes(OCTETS)}
        db.session.execute(dialect.insert(cls).on_conflict_do_nothing(index_elements=["user_id"]), [row])
