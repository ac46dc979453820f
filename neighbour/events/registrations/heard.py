"""Who was told how: in the app, by mail, by a call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from neighbour.accounts import User
from neighbour.db import db
from neighbour.events.models import Event
from neighbour.events.models.registration import News, Registration
from neighbour.events.registrations.letters import causes_of
from neighbour.mail import Mail
from neighbour.notifications import Notification


@dataclass(frozen=True)
class Heard:
    """When one person was told last, on each way."""

    registration: Registration
    app: datetime | None
    mail: datetime | None
    caller: str

    @property
    def is_called(self) -> bool:
        return self.registration.told_at is not None and not self.registration.to_tell

    @property
    def says_something(self) -> bool:
        return bool(self.app or self.mail or self.is_called or self.registration.to_tell)


def heard_by(event: Event, rows: Sequence[Registration]) -> list[Heard]:
    """Everybody there was something to tell."""
    apps, mails, callers = told_in_app(event), written(event), callers_of(rows)
    found = [Heard(row, apps.get(row.person_id), mails.get(row.id), callers.get(row.told_by_id, "")) for row in rows]
    return [heard for heard in found if heard.says_something]


def told_in_app(event: Event) -> dict[UUID | None, datetime]:
    about = Notification.subject_kind == "event", Notification.subject_id == event.id, Notification.kind.in_(News)
    latest = select(Notification.recipient_id, func.max(Notification.at)).where(*about)
    return {id: at for id, at in db.session.execute(latest.group_by(Notification.recipient_id))}


def written(event: Event) -> dict[UUID, datetime]:
    """Of mails that have left; as long as mails are kept."""
    sent = select(Mail.cause, Mail.sent_at).where(Mail.cause.startswith(causes_of(event)), Mail.sent_at.is_not(None))
    rows = db.session.execute(sent.order_by(Mail.sent_at))
    return {UUID(cause.split("/")[2]): at for cause, at in rows}


def callers_of(rows: Sequence[Registration]) -> dict[UUID | None, str]:
    ids = {row.told_by_id for row in rows} - {None}
    return {id: name for id, name in db.session.execute(select(User.id, User.name).where(User.id.in_(ids)))}
