"""Naming a need: by somebody of the initiative, or by the team while it is told on the telephone."""

from flask import Blueprint, redirect, request
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from neighbour.accounts import User
from neighbour.db import db
from neighbour.errors import NotAllowed
from neighbour.initiatives import Initiative, Membership
from neighbour.initiatives.models import Status
from neighbour.needs import telling
from neighbour.needs.forms import LONGEST_TITLE, NewNeedForm
from neighbour.needs.models import Need
from neighbour.needs.models.rules import homes_of
from neighbour.needs.reading import counts, similar
from neighbour.needs.routes.finding import need_address
from neighbour.outbox import operation_id
from neighbour.uploads import attach, received, receiving
from neighbour.web.forms import INVISIBLE, one_id, one_line
from neighbour.web.fragments import page, page_or_fragment
from neighbour.web.transaction import preparing


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/new", "new_need", new_need, methods=["GET"])
    bp.add_url_rule("", "create_need", create_need, methods=["POST"])
    bp.add_url_rule("/similar", "similar", similar_needs, methods=["GET"])


def offered() -> list[Initiative]:
    """For whom the viewer may name a need."""
    if not current_user.is_team:
        return homes_of(current_user)
    known = Initiative.visible_to(current_user).where(Initiative.status != Status.APPLIED)
    return list(db.session.scalars(known.order_by(Initiative.name)))


def people_of(initiative: Initiative | None) -> list[User]:
    """Who may have told it, for the team to choose from."""
    if initiative is None or not current_user.is_team:
        return []
    return [membership.user for membership in db.session.scalars(Membership.of(initiative)).unique()]


def form_for(slug: str, formdata=None) -> tuple[NewNeedForm, Initiative | None]:
    initiatives = offered()
    if not initiatives:
        raise NotAllowed(_l("Einen Bedarf nennt eine Initiative, oder das Projektteam nimmt ihn für sie auf."))
    only = initiatives[0] if len(initiatives) == 1 else None
    chosen = only or next((one for one in initiatives if one.slug == slug), None)
    return NewNeedForm(formdata, initiatives=initiatives, chosen=chosen, callers=people_of(chosen)), chosen


def form_page(form: NewNeedForm, initiative: Initiative | None) -> str:
    alike = similar(form.title.data or "", current_user)
    words = {"is_recording": current_user.is_team, "similar": alike, "counts": counts(alike)}
    return page("needs/new_need.html", form=form, initiative=initiative, **words)


def new_need():
    return form_page(*form_for(request.args.get("initiative", "")))


@preparing(receiving())
def create_need():
    form, initiative = form_for(request.form.get("initiative", ""), request.form)
    if not (form.validate() and received().fits(form)):
        return form_page(form, initiative), 422
    author = next((one for one in people_of(initiative) if one.id == one_id(form.caller.data)), None)
    need = Need.name(initiative, by=current_user, id=operation_id(), author=author, **form.words)
    if form.share.data and need.shareable_by(current_user):
        need.share(current_user)
    if need.recorded_by_id:
        need.told_by, need.told_phone = form.told_by.data or "", form.told_phone.data or ""
    attach(received(), "need", need.id, by=current_user, alt=form.alt.data)
    if not need.is_confirmed:
        telling.to_confirm(need, by=current_user)
    return redirect(need_address(need), code=303)


def similar_needs():
    """What is like a title that somebody is writing."""
    title = one_line(INVISIBLE.sub("", request.args.get("title", "")))[:LONGEST_TITLE]
    found = similar(title, current_user)
    words = {"similar": found, "counts": counts(found), "title": title}
    return page_or_fragment("needs/similar.html", "needs/_similar.html", **words)
