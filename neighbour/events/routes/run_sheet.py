"""Planning the run of an event, line by line; needs no script."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from flask_login import current_user

from neighbour.errors import Conflict
from neighbour.events.models import Event
from neighbour.events.planning import RunSheetForm
from neighbour.events.routes.finding import address_of, find
from neighbour.web.fragments import page


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/events/<uuid:event_id>/run-sheet", "edit_run_sheet", edit_run_sheet, methods=["GET"])
    bp.add_url_rule("/events/<uuid:event_id>/run-sheet", "update_run_sheet", update_run_sheet, methods=["POST"])


def sheet_page(event: Event, form: RunSheetForm, error: Conflict | None = None) -> str:
    return page("events/edit_run_sheet.html", event=event, form=form, error=error)


def edit_run_sheet(event_id: UUID) -> str:
    event = find(event_id)
    event.refuse_changing(current_user)
    return sheet_page(event, RunSheetForm.showing(event))


def update_run_sheet(event_id: UUID):
    """Empty lines fall away; who needs more of them saves and goes on writing."""
    event = find(event_id)
    event.refuse_changing(current_user)
    form = RunSheetForm.typed(request.form)
    if not form.validate():
        return sheet_page(event, form), 422
    try:
        event.plan(current_user, form.words, version=form.version.version.data)
    except Conflict as both:
        form.version.version.data = event.run_sheet_version
        return sheet_page(event, form, both), both.status
    going_on = "more" in request.form
    return redirect(
        url_for("events.edit_run_sheet", event_id=event.id, _anchor="more") if going_on else address_of(event), code=303
    )
