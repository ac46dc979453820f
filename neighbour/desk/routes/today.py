"""„Was heute wartet“, and who takes what of it."""

from uuid import UUID

from flask import Blueprint, abort, redirect, request, url_for
from flask_login import current_user

from neighbour.db import db
from neighbour.desk.models import Assignment
from neighbour.desk.routes.calls import call_form
from neighbour.desk.routes.pieces import desk_page
from neighbour.desk.waiting import ALL, DUE, MINE, Waiting, chosen, waiting_for
from neighbour.web.forms import one_id


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/desk", "today", today, methods=["GET"])
    bp.add_url_rule("/desk/assignments", "create_assignment", create_assignment, methods=["POST"])
    bp.add_url_rule("/desk/assignments/<uuid:assignment_id>/return", "create_return", create_return, methods=["POST"])


def today():
    show = request.args.get("show") if request.args.get("show") in (MINE, DUE) else ALL
    rows = waiting_for(current_user)
    mine = sum(row.concerns(current_user) for row in rows)
    return desk_page(
        "desk/today.html",
        rows=chosen(rows, show, current_user),
        everything=len(rows),
        mine=mine,
        show=show,
        **call_form(),
    )


def waiting_at(place: str) -> Waiting:
    """Only what waits for the team now can be taken."""
    found = next((row for row in waiting_for(current_user) if row.href == place), None)
    return found or abort(404)


def create_assignment():
    row = waiting_at(request.form.get("place", ""))
    instead_of = one_id(request.form.get("instead_of"))
    if row.take:
        row.take(current_user, instead_of)
    else:
        Assignment.take(row.href, row.title, by=current_user, instead_of=instead_of)
    return back_to_today()


def create_return(assignment_id: UUID):
    assignment = db.first_or_404(Assignment.visible_to(current_user).where(Assignment.id == assignment_id))
    assignment.give_back(assignment.place, by=current_user)
    return back_to_today()


def back_to_today():
    show = request.form.get("show")
    return redirect(url_for(".today", show=show if show in (MINE, DUE) else None), code=303)
