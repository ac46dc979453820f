"""Inviting whole initiatives by mail and in the app: each of them once. Who was invited hears of changes, too."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import url_for
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from neighbour import audit, mail, notifications
from neighbour.accounts import User
from neighbour.db import db
from neighbour.events import words
from neighbour.events.models import Audience, Event, Mailing
from neighbour.events.registrations.telling import registered_ids
from neighbour.initiatives import Initiative, Membership
from neighbour.initiatives.models.kinds import Status
from neighbour.web.fragments import page
from neighbour.web.ways import public_url

SUBJECTS = {"moved": _l("Verlegt: %(title)s"), "cancelled": _l("Fällt aus: %(title)s")}


@dataclass(frozen=True)
class Invited:
    """How many people hear of it: in the app all, by mail those with an address."""

    people: int
    mails: int

    @property
    def without_mail(self) -> int:
        return self.people - self.mails


def invitable(event: Event, viewer) -> list[Initiative]:
    """Whom an event may be announced to: everybody in the programme, or only its hosts."""
    there = Initiative.visible_to(viewer).where(Initiative.status.in_((Status.SELECTED, Status.FRIEND)))
    if event.audience != Audience.ALL:
        there = Initiative.visible_to(viewer).where(Initiative.id == event.initiative_id)
    return db.session.scalars(there.order_by(Initiative.name)).unique().all()


def invite(event: Event, initiatives: Sequence[Initiative], *, by: User, said: str) -> Invited:
    """Who was invited before is not invited again. Raises NotAllowed."""
    event.lock()
    event.refuse_moving(by)
    sent = Mailing.sent_to(event.id)
    new = [initiative for initiative in initiatives if initiative.id not in sent]
    db.session.add_all(Mailing(event_id=event.id, initiative_id=each.id, sent_by_id=by.id) for each in new)
    if not new:
        return Invited(0, 0)
    people = members_of([initiative.id for initiative in new], but=by)
    tell(event, people, by=by)
    addresses = [(person.name, person.email) for person in people if person.email]
    subject = gettext(
        "Einladung: %(title)s, %(when)s", title=event.title, when=words.day_of(event.starts_at, "d. MMMM")
    )
    for name, address in addresses:
        mail.write(address, subject[:200], letter(event, name, by=by, said=said))
    named = ", ".join(initiative.name for initiative in new)
    audit.log("events.invitation", f"{event.title}: {named}", by=by.id, subject=event.id)
    return Invited(len(people), len(addresses))


def only_invited(event: Event, *, but: User) -> list[User]:
    """Who was invited and is not registered: nobody else tells them what changes."""
    registered = registered_ids(event)
    members = members_of(list(Mailing.sent_to(event.id)), but=but)
    return [person for person in members if person.id not in registered]


def tell_change(event: Event, kind: str, *, by: User) -> None:
    """That the event is „moved“ or „cancelled“, to who was only invited, as the invitation went."""
    people = only_invited(event, but=by)
    address = url_for("events.event", event_id=event.id)
    said = {"title": event.title, "line": f"{words.when(event)}, {event.venue}"}
    notifications.notify(kind, people, subject=("event", event.id), by=by, href=address, words=said)
    subject = str(SUBJECTS[kind]) % {"title": event.title}
    for person in people:
        if person.email:
            known = {"name": person.name, "when": words.when(event), "address": public_url(address)}
            mail.write(person.email, subject, page("events/changed_mail.txt", event=event, **known))


def members_of(initiative_ids: Sequence[UUID], *, but: User) -> list[User]:
    """Everybody with an account there, each once."""
    there = select(Membership.user_id).where(Membership.initiative_id.in_(initiative_ids))
    people = select(User).where(User.id.in_(there), User.ended_at.is_(None), User.id != but.id)
    return db.session.scalars(people.order_by(User.id)).unique().all()


def tell(event: Event, people: Sequence[User], *, by: User) -> None:
    said = {"title": event.title, "when": words.when_briefly(event), "name": by.name, "line": event.venue}
    address = url_for("events.event", event_id=event.id)
    notifications.notify("invited", people, subject=("event", event.id), by=by, href=address, words=said)


def letter(event: Event, name: str, *, by: User, said: str) -> str:
    address = public_url(url_for("events.event", event_id=event.id))
    guests = public_url(url_for("events.guest", token=event.guest_token))
    known = {"when": words.when(event), "address": address, "guests": guests, "host": words.host_of(event)}
    return page("events/invitation_mail.txt", event=event, name=name, by=by, said=said, **known)
