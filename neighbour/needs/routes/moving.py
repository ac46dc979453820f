"""What the team does with a need: the next step, the result, a kind no, merging."""

from uuid import UUID

from flask import Blueprint, flash, redirect, request
from flask_babel import gettext
from flask_login import current_user

from neighbour.db import db
from neighbour.errors import Conflict, Invalid
from neighbour.needs import telling
from neighbour.needs.forms import DeclinationForm, MergerForm, SettlementForm, StepForm
from neighbour.needs.models import Need, State
from neighbour.needs.reading import in_rows, listed, newest_named, similar
from neighbour.needs.routes.finding import find_need, need_address
from neighbour.web.forms import one_id
from neighbour.web.fragments import page

MOST_OFFERED = 100


def add_to(bp: Blueprint) -> None:
    acts = {
        "states": (new_state, create_state),
        "settlement": (new_settlement, create_settlement),
        "declination": (new_declination, create_declination),
        "merger": (new_merger, create_merger),
    }
    for noun, (new, create) in acts.items():
        bp.add_url_rule(f"/<uuid:need_id>/{noun}", new.__name__, new, methods=["GET"])
        bp.add_url_rule(f"/<uuid:need_id>/{noun}", create.__name__, create, methods=["POST"])
    bp.add_url_rule("/<uuid:need_id>/separation", "create_separation", create_separation, methods=["POST"])


def find_movable(need_id: UUID, *others: UUID) -> Need:
    found = find_need(need_id, *others)
    found.refuse_moving(current_user)
    return found


def new_state(need_id: UUID):
    found = find_movable(need_id)
    return page("needs/state.html", need=found, form=StepForm(seen=found.state), error=None)


def create_state(need_id: UUID):
    found, form = find_movable(need_id), StepForm(request.form)
    return moved("needs/state.html", found, form, lambda: (form.state.data, form.words.data, ""))


def new_settlement(need_id: UUID):
    found = find_movable(need_id)
    return page("needs/settlement.html", need=found, form=SettlementForm(seen=found.state), error=None)


def create_settlement(need_id: UUID):
    found, form = find_movable(need_id), SettlementForm(request.form)
    return moved("needs/settlement.html", found, form, lambda: (State.SETTLED, form.words.data, form.outcome.data))


def new_declination(need_id: UUID):
    found = find_movable(need_id)
    return page("needs/declination.html", need=found, form=DeclinationForm(seen=found.state), error=None)


def create_declination(need_id: UUID):
    found, form = find_movable(need_id), DeclinationForm(request.form)
    return moved("needs/declination.html", found, form, lambda: (State.DECLINED, form.reason.data, ""))


def moved(template: str, need: Need, form, chosen):
    """The step, unless the form or a colleague who was faster speaks against it; then with all that was written."""
    if not form.validate():
        return page(template, need=need, form=form, error=None), 422
    state, words, outcome = chosen()
    try:
        need.move(current_user, state, words, seen=form.seen.data, outcome=outcome)
    except Conflict as both:
        form.seen.data = need.state
        return page(template, need=need, form=form, error=both), both.status
    telling.moved(need, by=current_user)
    return redirect(need_address(need), code=303)


def others(need: Need) -> list[Need]:
    """With which a need may be merged, the most alike first."""
    alike = similar(need.title, current_user, but=need.id)
    newest = newest_named(in_rows(listed(current_user)).where(Need.id != need.id)).limit(MOST_OFFERED)
    found = {other.id: other for other in [*alike, *db.session.scalars(newest).unique()]}
    return [other for other in found.values() if may_merge(need, other)]


def may_merge(need: Need, other: Need) -> bool:
    try:
        need.refuse_merging(other, current_user)
    except Invalid:
        return False
    return True


def new_merger(need_id: UUID):
    found = find_movable(need_id)
    return page("needs/merger.html", need=found, form=MergerForm(needs=others(found)))


def create_merger(need_id: UUID):
    into = one_id(request.form.get("into"))
    found = find_movable(need_id, *[into] if into else [])
    form = MergerForm(request.form, needs=others(found))
    other = found.locked_with(into) if into else None
    if other is None:
        form.validate()
        return page("needs/merger.html", need=found, form=form), 422
    try:
        found.merge_into(other, by=current_user)
    except Invalid as refusal:
        form.refuse("into", refusal.sentence)
        return page("needs/merger.html", need=found, form=form), 422
    telling.merged(found, other, by=current_user)
    flash(gettext("„%(title)s“ gehört jetzt hierher. Alle Beteiligten haben Bescheid.", title=found.title), "arrived")
    return redirect(need_address(other), code=303)


def create_separation(need_id: UUID):
    found = find_need(need_id)
    found.separate(by=current_user)
    return redirect(need_address(found), code=303)
