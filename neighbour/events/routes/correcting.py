"""The form in which hosts write anew what they know of somebody who comes."""

from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext
from flask_login import current_user

from neighbour.db import db
from neighbour.errors import NotAllowed
from neighbour.events.models.registration import NEEDS, Registration
from neighbour.events.registrations.correcting import correct
from neighbour.events.registrations.forms import ProxyForm
from neighbour.events.routes.attendees import hosted, initiatives
from neighbour.web.forms import one_id
from neighbour.web.fragments import page


def add_to(bp: Blueprint) -> None:
    at = "/events/<uuid:event_id>/registrations/<uuid:registration_id>"
    bp.add_url_rule(at, "edit_registration", edit_registration, methods=["GET"])
    bp.add_url_rule(at, "correct_registration", correct_registration, methods=["POST"])


def found(event_id: UUID, registration_id: UUID) -> Registration:
    here = Registration.visible_to(current_user).where(Registration.event_id == hosted(event_id).id)
    return db.first_or_404(here.where(Registration.id == registration_id))


def form_page(registration: Registration, form: ProxyForm) -> str:
    words = {"event": registration.event, "registration": registration, "form": form}
    return page("events/registration/correction.html", **words)


def edit_registration(event_id: UUID, registration_id: UUID) -> str:
    registration, form = found(event_id, registration_id), ProxyForm(initiatives=initiatives())
    for name in ("name", "phone", *NEEDS):
        form[name].data = getattr(registration, name)
    form.initiative.data = str(registration.initiative_id or "")
    return form_page(registration, form)


def correct_registration(event_id: UUID, registration_id: UUID):
    registration, form = found(event_id, registration_id), ProxyForm(request.form, initiatives=initiatives())
    if not form.validate():
        return form_page(registration, form), 422
    words = {"name": form.name.data, "phone": form.phone.data or "", "initiative_id": one_id(form.initiative.data)}
    try:
        correct(registration, by=current_user, **words, **form.needs)
    except NotAllowed as no:
        form.reason = no.sentence
        return form_page(registration, form), no.status
    flash(gettext("Geändert: %(name)s", name=registration.name), "arrived")
    return redirect(url_for(".registrations", event_id=event_id, _anchor=f"registration-{registration.id}"), code=303)
