"""Registering and cancelling in the app: oneself, or somebody of the own initiative who has no account."""

from uuid import UUID

from flask import Blueprint, flash, redirect, request
from flask_babel import gettext
from flask_login import current_user

from neighbour.db import db
from neighbour.errors import NotAllowed
from neighbour.events.models import Event
from neighbour.events.models.registration import Channel, Registration
from neighbour.events.registrations import arrive, cancel
from neighbour.events.registrations.arriving import Arrival
from neighbour.events.registrations.forms import ME, OTHER, CancelForm, OwnForm
from neighbour.events.registrations.lists import own_form, panel_of
from neighbour.events.routes.finding import address_of, find
from neighbour.outbox import operation_id
from neighbour.web.fragments import page
from neighbour.web.ways import own_path


def add_to(bp: Blueprint) -> None:
    at = "/events/<uuid:event_id>"
    bp.add_url_rule(f"{at}/registrations/new", "new_registration", new_registration, methods=["GET"])
    bp.add_url_rule(f"{at}/registrations", "create_registration", create_registration, methods=["POST"])
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
        arrival = arrive_by_app(event, form)
    except NotAllowed as no:
        form.reason = no.sentence
        return form_page(event, form), no.status
    if "change" in request.form:
        arrival.registration.say_needs(by=current_user, **form.needs)
    elif not arrival.is_new:
        flash(known_sentence(arrival), "arrived")
    return redirect(address_of(event) + "#registration", code=303)


def arrive_by_app(event: Event, form: OwnForm) -> Arrival:
    words = {"channel": Channel.APP, "initiative_id": form.initiative_id, **form.needs}
    if form.is_for_other:
        return arrive(event, by=current_user, id=operation_id(), name=form.name.data, **words)
    me = current_user._get_current_object()
    return arrive(event, by=me, id=operation_id(), name=me.name, person=me, **words)


def known_sentence(arrival: Arrival) -> str:
    who = arrival.registration
    if who.person_id == current_user.id:
        return gettext("Sie waren schon angemeldet. Es bleibt bei einer Anmeldung.")
    return gettext("%(name)s war schon angemeldet. Es bleibt bei einer Anmeldung.", name=who.name.rstrip("."))


def form_page(event: Event, form: OwnForm) -> str:
    return page("events/registration/registration.html", panel=panel_of(event, form), event=event)


def cancel_registration(event_id: UUID):
    """One's own, or of somebody whom the viewer may cancel."""
    event, form = find(event_id), CancelForm(request.form)
    rows = Registration.visible_to(current_user).where(Registration.event_id == event.id)
    if form.registration.data is None:
        rows = rows.where(Registration.person_id == current_user.id).order_by(Registration.number.desc())
        registration = db.first_or_404(rows.limit(1))
    else:
        registration = db.first_or_404(rows.where(Registration.id == form.registration.data))
    cancel(registration, by=current_user)
    flash(gettext("%(name)s ist abgemeldet. Danke fürs Bescheidsagen.", name=registration.name.rstrip(".")), "arrived")
    back = request.form.get("back", "")
    return redirect(own_path(back) if back else address_of(event) + "#registration", code=303)
