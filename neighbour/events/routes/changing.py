"""Moving and cancelling: what everybody registered or invited has to be told."""

from uuid import UUID

from flask import Blueprint, redirect, request
from flask_login import current_user

from neighbour.errors import Conflict, Invalid
from neighbour.events.forms import CancellationForm, MoveForm
from neighbour.events.inviting import only_invited
from neighbour.events.models import Event
from neighbour.events.registrations.places import summary
from neighbour.events.routes.finding import address_of, find
from neighbour.web.fragments import page


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/events/<uuid:event_id>/moves", "new_move", new_move, methods=["GET"])
    bp.add_url_rule("/events/<uuid:event_id>/moves", "create_move", create_move, methods=["POST"])
    bp.add_url_rule("/events/<uuid:event_id>/cancellation", "new_cancellation", new_cancellation, methods=["GET"])
    bp.add_url_rule(
        "/events/<uuid:event_id>/cancellation", "create_cancellation", create_cancellation, methods=["POST"]
    )


def find_movable(event_id: UUID) -> Event:
    event = find(event_id)
    event.refuse_moving(current_user)
    return event


def move_page(event: Event, form: MoveForm, error: Conflict | None = None) -> str:
    return page("events/move.html", event=event, form=form, error=error, **concerned(event))


def new_move(event_id: UUID) -> str:
    event = find_movable(event_id)
    form = MoveForm(version=str(event.version))
    form.show(event)
    return move_page(event, form)


def create_move(event_id: UUID):
    event, form = find_movable(event_id), MoveForm(request.form)
    if not form.validate():
        return move_page(event, form), 422
    try:
        event.move(current_user, version=form.version.data, reason=form.reason.data, **form.when_and_where)
    except Conflict as both:
        form.version.data = event.version
        return move_page(event, form, both), both.status
    except Invalid as refusal:
        form.refuse("day", refusal.sentence)
        return move_page(event, form), refusal.status
    return redirect(address_of(event), code=303)


def new_cancellation(event_id: UUID) -> str:
    return cancellation_page(find_movable(event_id), CancellationForm())


def create_cancellation(event_id: UUID):
    event, form = find(event_id), CancellationForm(request.form)
    if not form.validate():
        event.refuse_moving(current_user)
        return cancellation_page(event, form), 422
    event.cancel(current_user, form.reason.data)
    return redirect(address_of(event), code=303)


def cancellation_page(event: Event, form: CancellationForm) -> str:
    return page("events/cancellation.html", event=event, form=form, **concerned(event))


def concerned(event: Event) -> dict:
    """How many people hear of a change."""
    return {"summary": summary(event), "invited": len(only_invited(event, but=current_user))}
