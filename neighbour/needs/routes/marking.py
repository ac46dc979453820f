"""What is noted on the way of a need: handing it on, a yes on the telephone, and that it has settled itself."""

from uuid import UUID

from flask import Blueprint, flash, redirect, request
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from neighbour.db import db
from neighbour.errors import NotAllowed
from neighbour.initiatives import Initiative
from neighbour.needs import telling
from neighbour.needs.forms import ResponsibilityForm, SpokenConfirmationForm, WithdrawalForm
from neighbour.needs.routes.finding import find_need, need_address
from neighbour.web.fragments import page


def add_to(bp: Blueprint) -> None:
    acts = {
        "responsibility": (new_responsibility, create_responsibility),
        "spoken-confirmation": (new_spoken_confirmation, create_spoken_confirmation),
        "withdrawal": (new_withdrawal, create_withdrawal),
    }
    for noun, (new, create) in acts.items():
        bp.add_url_rule(f"/<uuid:need_id>/{noun}", new.__name__, new, methods=["GET"])
        bp.add_url_rule(f"/<uuid:need_id>/{noun}", create.__name__, create, methods=["POST"])
    bp.add_url_rule("/<uuid:need_id>/reopening", "create_reopening", create_reopening, methods=["POST"])


def team() -> list:
    return list(db.session.scalars(Initiative.possible_companions()).unique())


def new_responsibility(need_id: UUID):
    found = find_need(need_id)
    found.refuse_moving(current_user)
    form = ResponsibilityForm(team=team(), person=str(found.responsible_id or ""))
    return page("needs/responsibility.html", need=found, form=form)


def create_responsibility(need_id: UUID):
    found, people = find_need(need_id), team()
    found.refuse_moving(current_user)
    form = ResponsibilityForm(request.form, team=people)
    if not form.validate():
        return page("needs/responsibility.html", need=found, form=form), 422
    person = next(one for one in people if str(one.id) == form.person.data)
    if found.hand_to(person, by=current_user, words=form.words.data):
        telling.handed(found, by=current_user)
        flash(gettext("%(name)s kümmert sich jetzt darum und hat Bescheid.", name=person.name), "arrived")
    return redirect(need_address(found), code=303)


def new_spoken_confirmation(need_id: UUID):
    found = find_need(need_id)
    if not found.spoken_for_by(current_user):
        raise NotAllowed(_l("Das bestätigt jemand aus der Initiative selbst."))
    form = SpokenConfirmationForm(name=found.told_by or (found.author.name if found.author else ""))
    return page("needs/spoken_confirmation.html", need=found, form=form)


def create_spoken_confirmation(need_id: UUID):
    found, form = find_need(need_id), SpokenConfirmationForm(request.form)
    if not form.validate():
        return page("needs/spoken_confirmation.html", need=found, form=form), 422
    found.confirm_spoken(form.name.data, by=current_user)
    return redirect(need_address(found), code=303)


def new_withdrawal(need_id: UUID):
    found = find_need(need_id)
    if not found.withdrawable_by(current_user):
        raise NotAllowed(_l("Das sagt, wer den Bedarf genannt hat, oder die Koordination."))
    return page("needs/withdrawal.html", need=found, form=WithdrawalForm())


def create_withdrawal(need_id: UUID):
    found, form = find_need(need_id), WithdrawalForm(request.form)
    if not form.validate():
        return page("needs/withdrawal.html", need=found, form=form), 422
    found.withdraw(current_user, form.words.data)
    telling.withdrawn(found, by=current_user)
    flash(gettext("Gut zu wissen. Das Projektteam hat Bescheid."), "arrived")
    return redirect(need_address(found), code=303)


def create_reopening(need_id: UUID):
    found = find_need(need_id)
    found.reopen(current_user)
    telling.withdrawn(found, by=current_user)
    return redirect(need_address(found), code=303)
