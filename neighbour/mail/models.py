"""A mail that waits or was sent."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import String, Text, func, select
from sqlalchemy.orm import Mapped, mapped_column

from neighbour.db import Model, db, now

RETRIES = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6), timedelta(days=1))
LEASE = timedelta(minutes=5)


class Mail(Model):
    """One mail to one person. It is due at `due_at`; a failed one comes back later, up to five times. `cause` is for
    the part that wrote it, which then knows its own mails again."""

    __tablename__ = "mail_mails"

    recipient: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    cause: Mapped[str] = mapped_column(String(160), default="")
    written_at: Mapped[datetime] = mapped_column(default=now, index=True)
    due_at: Mapped[datetime | None] = mapped_column(default=now, index=True)
    sent_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str] = mapped_column(String(300), default="")

    @classmethod
    def claim(cls) -> "Mail | None":
        """The oldest mail that is due, taken for five minutes, so that a second worker leaves it alone."""
        due = select(cls).where(cls.due_at <= now()).order_by(cls.due_at).limit(1)
        mail = db.session.scalar(due.with_for_update(skip_locked=True))
        if mail is not None:
            mail.due_at = now() + LEASE
            mail.attempts += 1
        return mail

    def delivered(self) -> None:
        """The text is not kept after delivery: it may carry a link that signs somebody in."""
        self.sent_at, self.due_at, self.text, self.error = now(), None, "", ""

    def failed(self, error: Exception) -> None:
        """Only the kind of error is kept: what servers answer names the recipient. A mail given up loses its text."""
        self.error = type(error).__name__[:300]
        if self.attempts <= len(RETRIES):
            self.due_at = now() + RETRIES[self.attempts - 1]
        else:
            self.due_at, self.text = None, ""

    @property
    def is_given_up(self) -> bool:
        return self.due_at is None and self.sent_at is None


def write(recipient: str, subject: str, text: str, *, cause: str = "") -> Mail:
    """Adds a mail to the running transaction."""
    mail = Mail(recipient=recipient, subject=subject, text=text, cause=cause)
    db.session.add(mail)
    return mail


def written_for(causes: str, recipients: Collection[str]) -> dict[str, int]:
    """How many mails there are to each of the recipients whose cause begins so; as long as mails are kept."""
    counted = select(Mail.recipient, func.count()).where(Mail.cause.startswith(causes), Mail.recipient.in_(recipients))
    return dict(db.session.execute(counted.group_by(Mail.recipient)).all())
