"""Registering and cancelling in the app: oneself, or somebody of the own initiative who has no account."""

from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext
from flask_login import current_user

from neighbour.db import db
from neighbour.errors import NotAllowed
from neighbour.events.models import Event
from neighbour.events.models.registration import Channel, Registration
from neighbour.events.registrations import arrive, cancel, summary
from neighbour.events.registrations.arriving import Arrival, refusal
from neighbour.events.registrations.forms import ME, OTHER, CancelForm, OwnForm
from neighbour.events.registrations.lists import own_form, panel_of, waiting_sentence
from neighbour.events.routes.finding import address_of, find
from neighbour.outbox import operation_id
from neighbour.web.forms import one_id
from neighbour.web.fragments import page
from neighbour.web.ways import own_path


def add_to(bp: Blueprint) -> None:
    at = "/events/<uuid:event_id>"
    bp.add_url_rule(f"{at}/registrations/new", "new_registration", new_registration, methods=["GET"])
    bp.add_url_rule(f"{at}/registrations", "create_registration", create_registration, methods=["POST"])
    bp.add_url_rule(f"{at}/cancellations/new", "new_withdrawal", new_withdrawal, methods=["GET"])
    bp.add_url_rule(f"{at}/cancellations", "cancel_registration", cancel_registration, methods=["POST"])


def new_registration(event_id: UUID) -> str:
    """For somebody of the own initiative who has no account; who belongs to none registers themself."""
    event, form = find(event_id), own_form()
    form.whom.data = OTHER if "initiative" in form else ME
    return form_page(event, form)


def create_registration(event_id: UUID):
    event, form = find(event_id), own_form(request.form)
    if not form.validate():
        return form_page(event, form), 422
    try:
        flash(change(event, form) if "change" in request.form else said(arrive_by_app(event, form)), "arrived")
    except NotAllowed as no:
        form.reason = no.sentence
        return form_page(event, form), no.status
    return redirect(panel_at(event), code=303)


def panel_at(event: Event) -> str:
    """What happened is said where the address leads."""
    return address_of(event) + "?at=registration#registration"


def change(event: Event, form: OwnForm) -> str:
    """What is needed, of who comes already. Raises NotAllowed: an old page registers nobody anew."""
    registration = found(event, CancelForm(request.form).registration.data)
    registration.lock()
    if sentence := refusal(event, current_user):
        raise NotAllowed(sentence)
    if not registration.is_running:
        raise NotAllowed(gettext("%(name)s ist nicht mehr angemeldet.", name=registration.name))
    phone = {"phone": form.phone.data or ""} if "phone" in request.form else {}
    registration.say_needs(by=current_user, **form.needs, **phone)
    return gettext("Die Angaben sind geändert.")


def arrive_by_app(event: Event, form: OwnForm) -> Arrival:
    words = {"channel": Channel.APP, "initiative_id": form.initiative_id, **form.needs}
    if form.is_for_other:
        words |= {"name": form.name.data, "phone": form.phone.data or ""}
        return arrive(event, by=current_user, id=operation_id(), **words)
    me = current_user._get_current_object()
    return arrive(event, by=me, id=operation_id(), name=me.name, person=me, **words)


def said(arrival: Arrival) -> str:
    who = arrival.registration
    if arrival.is_new and who.is_waiting:
        return waiting_sentence(who)
    if arrival.is_new:
        return gettext("%(name)s ist angemeldet.", name=who.name)
    if who.person_id == current_user.id:
        return gettext("Sie waren schon angemeldet. Es bleibt bei einer Anmeldung.")
    return gettext("%(name)s war schon angemeldet. Es bleibt bei einer Anmeldung.", name=who.name)


def form_page(event: Event, form: OwnForm) -> str:
    return page("events/registration/registration.html", panel=panel_of(event, form), event=event)


def new_withdrawal(event_id: UUID) -> str:
    """Asks before a place is given away."""
    event = find(event_id)
    registration = found(event, one_id(request.args.get("registration", "")))
    back = request.args.get("back", "")
    words = {
        "summary": summary(event),
        "is_own": registration.is_of(current_user),
        "back": own_path(back) if back else "",
    }
    action = url_for(".cancel_registration", event_id=event.id)
    return page("events/registration/cancellation.html", event=event, registration=registration, action=action, **words)


def found(event: Event, id: UUID | None) -> Registration:
    """One's own, or of somebody whom the viewer may cancel."""
    rows = Registration.visible_to(current_user).where(Registration.event_id == event.id)
    if id is None:
        rows = rows.where(Registration.person_id == current_user.id).order_by(Registration.number.desc())
        return db.first_or_404(rows.limit(1))
    return db.first_or_404(rows.where(Registration.id == id))


def cancel_registration(event_id: UUID):
    event = find(event_id)
    registration = found(event, CancelForm(request.form).registration.data)
    moved_up = cancel(registration, by=current_user, has_called="has_called" in request.form)
    flash(cancelled_sentence(registration, moved_up), "arrived")
    back = request.form.get("back", "")
    return redirect(own_path(back) if back else panel_at(event), code=303)


def cancelled_sentence(registration: Registration, moved_up: list[Registration]) -> str:
    """Only who prepares the event learns who has the place now."""
    said = [gettext("%(name)s ist abgemeldet.", name=registration.name)]
    if registration.is_of(current_user):
        said.append(gettext("Danke fürs Bescheidsagen."))
    if registration.event.hosted_by(current_user):
        said += [moved_up_sentence(each) for each in moved_up]
    return " ".join(said)


def moved_up_sentence(registration: Registration) -> str:
    if registration.to_tell:
        return gettext("%(name)s rückt nach, bitte anrufen.", name=registration.name)
    return gettext("%(name)s rückt nach.", name=registration.name)
