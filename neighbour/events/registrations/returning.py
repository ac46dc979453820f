"""Undoing a cancellation: the person comes after all, with their old place while one is free."""

from flask_babel import lazy_gettext as _l

from neighbour import audit
from neighbour.db import db
from neighbour.errors import NotAllowed
from neighbour.events.models.registration import News, Registration, State
from neighbour.events.registrations.arriving import refusal
from neighbour.events.registrations.places import summary
from neighbour.events.registrations.telling import tell
from neighbour.events.registrations.words import log_words


def bring_back(registration: Registration, *, by) -> None:
    """Who has heard of the cancellation hears of the place again. Doing it twice is the same. Raises NotAllowed."""
    event = registration.event
    event.lock()
    registration.lock()
    if not event.hosted_by(by):
        raise NotAllowed(_l("Andere anmelden darf das Projektteam und wer einlädt."))
    if sentence := refusal(event, by):
        raise NotAllowed(sentence)
    if registration.is_running or is_back(registration):
        return
    so_far, has_heard = summary(event), registration.to_tell != News.TAKEN_OFF
    registration.to_tell, registration.to_tell_since, registration.cancelled_at = "", None, None
    registration.state = State.WAITING if so_far.is_full else State.CONFIRMED
    if so_far.is_full:
        registration.number = max(so_far.last_number, registration.number) + 1
    audit.log("events.registration", log_words(registration), by=by.id, subject=event.id)
    if has_heard and not registration.is_waiting:
        tell(event, [registration], News.PLACE_FREE, by)


def is_back(registration: Registration) -> bool:
    """Whether the same person has registered anew meanwhile."""
    running = db.session.scalars(Registration.running(registration.event))
    return any(each.is_same_person(name=registration.name, person_id=registration.person_id) for each in running)
