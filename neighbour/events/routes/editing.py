"""Announcing an event and writing it anew."""

from uuid import UUID

from flask import Blueprint, redirect, request
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from neighbour.errors import Conflict, NotAllowed
from neighbour.events.forms import EditForm, NewEventForm
from neighbour.events.hosts import may_announce, possible_contacts, possible_hosts
from neighbour.events.models import Event
from neighbour.events.routes.finding import address_of, find
from neighbour.outbox import operation_id
from neighbour.web.forms import one_id
from neighbour.web.fragments import page


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/events/new", "new_event", new_event, methods=["GET"])
    bp.add_url_rule("/events", "create_event", create_event, methods=["POST"])
    bp.add_url_rule("/events/<uuid:event_id>/edit", "edit_event", edit_event, methods=["GET"])
    bp.add_url_rule("/events/<uuid:event_id>", "update_event", update_event, methods=["POST"])


def require_announcer() -> None:
    if not may_announce(current_user):
        raise NotAllowed(_l("Das darf nur die Koordination oder das Projektteam."))


def new_form(*args, **words) -> NewEventForm:
    hosts = possible_hosts(current_user)
    form = NewEventForm(*args, **words)
    form.offer_hosts(hosts, team=current_user.is_team)
    form.offer_contacts(possible_contacts([initiative.id for initiative in hosts]))
    return form


def edit_page(event: Event, form: EditForm, error: Conflict | None = None) -> str:
    return page("events/edit.html", event=event, form=form, error=error)


def new_event() -> str:
    require_announcer()
    form = new_form()
    if like := one_id(request.args.get("like")):
        form.show_like(find(like))
        return page("events/new.html", form=form)
    wanted = request.args.get("initiative", "")
    form.initiative_id.data = wanted if one_id(wanted) else str(next(iter(form.initiative_id.choices)).value)
    return page("events/new.html", form=form)


def create_event():
    require_announcer()
    form = new_form(request.form)
    if not form.validate():
        return page("events/new.html", form=form), 422
    words = {**form.words, **form.when_and_where, "initiative_id": one_id(form.initiative_id.data)}
    like = find(form.like_id.data) if form.like_id.data else None
    event = Event.announce(by=current_user, id=operation_id(), **words)
    if like is not None:
        event.take_run_sheet_of(like)
    return redirect(address_of(event), code=303)


def edit_event(event_id: UUID) -> str:
    event = find(event_id)
    event.refuse_changing(current_user)
    form = EditForm.showing(event)
    form.offer_contacts(possible_contacts([event.initiative_id], now=event.contact))
    return edit_page(event, form)


def update_event(event_id: UUID):
    """Keeps the words, or shows both texts above what was typed: sending that once more settles it."""
    event = find(event_id)
    event.refuse_changing(current_user)
    form = EditForm(request.form)
    form.offer_contacts(possible_contacts([event.initiative_id], now=event.contact))
    if not form.validate():
        return edit_page(event, form), 422
    words = form.words if event.audience != "all" else {**form.words, "audience": "all"}
    try:
        event.edit(current_user, version=form.version.data, **words)
    except Conflict as both:
        form.version.data = event.version
        return edit_page(event, form, both), both.status
    return redirect(address_of(event), code=303)
