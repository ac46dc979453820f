"""Coming to an event and not coming after all, one after the other, however many at once."""

from dataclasses import dataclass
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import or_

from neighbour import audit
from neighbour.accounts import User
from neighbour.db import db, now
from neighbour.errors import NotAllowed
from neighbour.events.models import Event
from neighbour.events.models.registration import BY_THEMSELVES, NEEDS, Channel, News, Registration, State
from neighbour.events.registrations.crowding import refuse_crowd
from neighbour.events.registrations.places import fill_places, summary
from neighbour.events.registrations.telling import tell
from neighbour.events.registrations.words import log_words


@dataclass(frozen=True)
class Arrival:
    """Who comes. Somebody who was registered already is not new: they are registered once."""

    registration: Registration
    is_new: bool
    added: tuple[str, ...] = ()


def refusal(event: Event, viewer) -> str | None:
    """Why nobody, or this viewer, can register; hosts may until the end."""
    if event.is_cancelled:
        return _l("Dieser Termin fällt aus. Eine Anmeldung ist nicht mehr möglich.")
    if event.is_over:
        return _l("Dieser Termin ist vorbei.")
    if event.registration_until and event.registration_until < now() and not event.hosted_by(viewer):
        return _l("Die Anmeldefrist ist vorbei. Bitte rufen Sie an, vielleicht geht es noch.")
    return None


def arrive(event: Event, *, by, name: str, channel: Channel, id: UUID | None = None, **words) -> Arrival:
    """A place, or the end of the waiting list. `by` may be a visitor. Raises NotAllowed.

    `words`: person (User), initiative_id, phone, email and needs, as far as they are known."""
    if channel not in BY_THEMSELVES and not event.hosted_by(by):
        raise NotAllowed(_l("Andere anmelden darf das Projektteam und wer einlädt."))
    event.lock()
    if sentence := refusal(event, by):
        raise NotAllowed(sentence)
    person: User | None = words.pop("person", None)
    words |= {"name": name, "channel": channel, "person_id": person.id if person else None}
    if known := already_there(event, by, words):
        return Arrival(known, is_new=False, added=add_words(known, words, by))
    refuse_crowd(event, by, channel=channel, is_self=person is not None)
    so_far = summary(event)
    place = {"number": so_far.last_number + 1, "state": State.WAITING if so_far.is_full else State.CONFIRMED}
    registration = Registration(id=id, event=event, entered_by_id=by.id, visitor=visitor_tag(by), **words, **place)
    db.session.add(registration)
    db.session.flush()
    if channel not in BY_THEMSELVES:
        audit.log("events.registration", log_words(registration), by=by.id, subject=event.id)
    return Arrival(registration, is_new=True)


def visitor_tag(by) -> str:
    return by.tag if by.id is None else ""


def already_there(event: Event, by, words: dict) -> Registration | None:
    """The registration of the same person, as far as `by` may know of it: a guest only knows what their own browser sent,
    so that trying out names on a forwarded link tells nothing."""
    there, own = Registration.running(event), words["person_id"]
    same_initiative = Registration.initiative_id == words.get("initiative_id")
    if words["channel"] == Channel.GUEST:
        there = there.where(Registration.belongs_to(by))
    elif own is None:
        there = there.where(same_initiative)
    else:
        by_phone = words["channel"] not in BY_THEMSELVES
        there = there.where(or_(Registration.person_id == own, same_initiative & by_phone))
    same = {"name": words["name"], "person_id": own}
    return next((each for each in db.session.scalars(there) if each.is_same_person(**same)), None)


def add_words(registration: Registration, words: dict, by) -> tuple[str, ...]:
    """What the second registration says and the first did not is kept; returns which. Raises NotAllowed where it says
    something else and comes from somebody who may not know what stands there."""
    said = {name: words[name] for name in (*NEEDS, "phone", "email") if words.get(name)}
    theirs = {name for name in said if getattr(registration, name) not in ("", said[name])}
    if theirs and not registration.needs_shown_to(by):
        raise NotAllowed(
            _l(
                "%(name)s ist schon angemeldet und hat selbst gesagt, was nötig ist. Ihre Angaben sind nicht "
                "gespeichert. Bitte sprechen Sie miteinander, oder rufen Sie uns an.",
                name=registration.name,
            )
        )
    added = tuple(name for name, word in said.items() if getattr(registration, name) != word)
    for name in added:
        setattr(registration, name, said[name])
    return added


def cancel(registration: Registration, *, by, has_proof: bool = False, has_called: bool = False) -> list[Registration]:
    """Gives the place to whoever has waited longest, and returns who moved up. Doing it twice is the same. Raises
    NotAllowed; the key or the receipt word of the registration is proof enough. Others say whether the person asked."""
    event = registration.event
    event.lock()
    registration.lock()
    if not registration.is_running or event.is_cancelled:
        return []
    if event.is_over:
        raise NotAllowed(_l("Dieser Termin ist vorbei."))
    if not (has_proof or registration.cancellable_by(by)):
        raise NotAllowed(_l("Abmelden kann, wer angemeldet hat, wer einlädt, oder das Projektteam."))
    if has_proof or registration.is_of(by):
        registration.end()
    else:
        take_off(registration, by, has_called)
    db.session.flush()
    return fill_places(event, by=by)


def take_off(registration: Registration, by, has_called: bool) -> None:
    """By the hosts: the person hears of it, by a call where nothing else reaches them and they did not call themselves."""
    event, phone = registration.event, registration.phone
    tell(event, [registration], News.TAKEN_OFF, by)
    waits = registration.to_tell == News.TAKEN_OFF and not has_called
    registration.end()
    if waits:
        registration.phone = phone
        registration.wait_for_call(News.TAKEN_OFF)
    audit.log("events.withdrawal", log_words(registration), by=by.id, subject=event.id)
