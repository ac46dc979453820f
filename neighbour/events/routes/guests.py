"""The public page of an event: a name is enough to come, a word or this browser is enough to cancel."""

from flask import Blueprint, Response, abort, flash, make_response, redirect, request, url_for
from flask_login import current_user

from neighbour.accounts.guessing import count_failure, guesser_of, refuse_if_too_often
from neighbour.accounts.reading import read_large
from neighbour.accounts.visiting import known_tag, recognise
from neighbour.db import db
from neighbour.errors import NotAllowed
from neighbour.events.calendar_file import calendar_file
from neighbour.events.models import Event
from neighbour.events.models.registration import Channel, Registration
from neighbour.events.registrations import arrive, cancel, summary
from neighbour.events.registrations.forms import CancelForm, GuestForm, WordForm
from neighbour.events.registrations.guests import (
    event_with_token,
    free_id,
    is_long_past,
    known_until,
    named_guess,
    reach_of_guests,
    sent_before,
    with_key,
    with_word,
)
from neighbour.events.registrations.lists import line_of, panel_of, waiting_sentence
from neighbour.outbox import named_operation, operation_id
from neighbour.web.fragments import fragment_or_redirect, is_from_outbox, page
from neighbour.web.public import public
from neighbour.web.qr import qr
from neighbour.web.ways import public_url

ROOT = "/events/guest"
LINK, KEY, WORD = "guest link", "registration key", "receipt word"


def add_to(bp: Blueprint) -> None:
    at, slip = f"{ROOT}/<token>", "/events/slips/<key>"
    bp.add_url_rule(at, "guest", guest, methods=["GET"])
    bp.add_url_rule(f"{at}/registrations", "create_guest_registration", create_guest_registration, methods=["POST"])
    bp.add_url_rule(f"{at}/cancellations", "new_guest_cancellation", new_guest_cancellation, methods=["GET"])
    bp.add_url_rule(f"{at}/cancellations", "cancel_guest_registration", cancel_guest_registration, methods=["POST"])
    bp.add_url_rule(f"{at}/calendar.ics", "guest_calendar", guest_calendar, methods=["GET"])
    bp.add_url_rule(slip, "slip", show_slip, methods=["GET"])
    bp.add_url_rule(f"{slip}/cancellations/new", "new_slip_cancellation", new_slip_cancellation, methods=["GET"])
    bp.add_url_rule(f"{slip}/cancellations", "cancel_slip", cancel_slip, methods=["POST"])


def found(token: str) -> Event:
    """Raises TooOften after too many wrong links, also for a right one."""
    return still_shown(guessed(LINK, lambda: event_with_token(token)) or no_longer())


def still_shown(event: Event) -> Event:
    """Some time after the event nobody needs its page any more, nor whom to call."""
    return no_longer(410, over=event) if is_long_past(event) else event


def guessed(what: str, look, *further: str):
    """What `look` finds; `further` are more keys under which a wrong guess counts."""
    guessers = guesser_of(what), *(f"{what} {each}" for each in further)
    for guesser in guessers:
        refuse_if_too_often(guesser)
    thing = look()
    if thing is None:
        for guesser in guessers:
            count_failure(guesser)
    return thing


def no_longer(status: int = 404, **over):
    """The same for wrong, renewed and old links: nothing to learn by guessing."""
    abort(make_response(page("events/registration/link_is_over.html", reach=reach_of_guests(None), **over), status))


def guest_page(event: Event, form: GuestForm) -> str:
    read_large()
    words = {"panel": panel_of(event, form), "event": event, "reach": reach_of_guests(event)}
    return page("events/registration/guest.html", **words)


@public
def guest(token: str) -> str:
    event = found(token)
    recognise(ROOT, known_until(event, known_tag()))
    return guest_page(event, GuestForm())


@public
def create_guest_registration(token: str):
    event, form = found(token), GuestForm(request.form)
    is_known = bool(known_tag()) or current_user.is_signed_in
    recognise(ROOT, known_until(event, known_tag()))
    if not form.validate():
        return guest_page(event, form), 422
    sent = named_operation()
    if not is_known and (before := sent_before(event, sent, form.name.data)):
        return redirect(url_for(".slip", key=before.key), code=303)
    viewer = current_user._get_current_object()
    try:
        words = {"channel": Channel.GUEST, "id": operation_id() if is_known else sent, **form.words}
        words["id"] = free_id(words["id"])
        arrival = arrive(event, by=viewer, name=form.name.data, **words)
    except NotAllowed as no:
        form.reason = no.sentence
        return guest_page(event, form), no.status
    if is_from_outbox() and arrival.registration.is_waiting:
        flash(waiting_sentence(arrival.registration), "arrived")
    return answer(event, to=page_of(arrival.registration, token, is_known))


def answer(event: Event, *, to: str):
    """What stands there now: for a device the part of the page that changed."""
    words = {"event": event, "panel": panel_of(event, GuestForm()), "reach": reach_of_guests(event)}
    return fragment_or_redirect("events/registration/_guest_panel.html", to=to, **words)


def page_of(registration: Registration, token: str, is_known: bool) -> str:
    """The page of the event knows the browser again; a browser that keeps no cookies needs the key."""
    if is_known:
        return url_for(".guest", token=token, _anchor=f"registration-{registration.id}")
    return url_for(".slip", key=registration.key)


@public
def new_guest_cancellation(token: str) -> str:
    return cancellation_page(found(token), WordForm())


def cancellation_page(event: Event, form: WordForm) -> str:
    read_large()
    return page("events/registration/guest_cancellation.html", event=event, form=form, reach=reach_of_guests(event))


@public
def cancel_guest_registration(token: str):
    """From the browser that registered, or with the word on the slip."""
    event, form = found(token), CancelForm(request.form)
    if form.registration.data is not None:
        own = Registration.visible_to(current_user).where(Registration.event_id == event.id)
        cancel(db.first_or_404(own.where(Registration.id == form.registration.data)), by=current_user)
        return answer(event, to=url_for(".guest", token=token))
    words = WordForm(request.form)
    if words.validate():
        named = {"name": words.name.data, "code": words.code.data}
        whose = named_guess(event, words.name.data)
        if registration := guessed(WORD, lambda: with_word(event, **named), whose):
            cancel(registration, by=current_user, has_proof=True)
            return redirect(url_for(".slip", key=registration.key), code=303)
        words.refuse_both()
    return cancellation_page(event, words), 422


@public
def guest_calendar(token: str) -> Response:
    event = found(token)
    answer = make_response(calendar_file(event, public_url(url_for(".guest", token=token))))
    answer.content_type = "text/calendar; charset=utf-8"
    answer.headers["Content-Disposition"] = f"attachment; filename=termin-{event.starts_at:%Y-%m-%d}.ics"
    return answer


def registration_with(key: str) -> Registration:
    registration = guessed(KEY, lambda: with_key(key)) or no_longer()
    still_shown(registration.event)
    return registration


@public
def show_slip(key: str) -> str:
    registration = registration_with(key)
    event, address = registration.event, public_url(url_for(".slip", key=key))
    words = {"line": line_of(event, [registration]), "reach": reach_of_guests(event), "code": qr(address)}
    read_large()
    return page("events/registration/slip.html", registration=registration, event=event, address=address, **words)


@public
def new_slip_cancellation(key: str) -> str:
    """Asks before a place is given away."""
    registration = registration_with(key)
    read_large()
    words = {"registration": registration, "event": registration.event, "summary": summary(registration.event)}
    return page(
        "events/registration/cancellation.html",
        is_own=True,
        action=url_for(".cancel_slip", key=key),
        back=url_for(".slip", key=key),
        **words,
    )


@public
def cancel_slip(key: str):
    cancel(registration_with(key), by=current_user, has_proof=True)
    return redirect(url_for(".slip", key=key), code=303)
