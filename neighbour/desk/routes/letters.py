"""Letters that people sent to the team: reading them, and settling them."""

from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext
from flask_login import current_user
from sqlalchemy.orm import joinedload

from neighbour import audit
from neighbour.db import db
from neighbour.desk.forms import SettlementForm
from neighbour.desk.letters import name_of, tell_settled
from neighbour.desk.routes.pieces import desk_page
from neighbour.outbox import Letter
from neighbour.web.forms import one_id
from neighbour.web.paging import newest_first


def add_to(bp: Blueprint) -> None:
    one = "/desk/letters/<uuid:letter_id>"
    bp.add_url_rule("/desk/letters", "letters", letters, methods=["GET"])
    bp.add_url_rule(one, "letter", letter, methods=["GET"])
    bp.add_url_rule(f"{one}/settlement", "settle_letter", settle_letter, methods=["POST"])


def letters() -> str:
    rows = Letter.visible_to(current_user).options(joinedload(Letter.by), joinedload(Letter.settled_by))
    found = newest_first(rows, Letter.id, before=one_id(request.args.get("before")))
    return desk_page("desk/letters.html", letters=found, name_of=name_of)


def find(letter_id: UUID) -> Letter:
    return db.first_or_404(Letter.visible_to(current_user).where(Letter.id == letter_id))


def letter(letter_id: UUID) -> str:
    return letter_page(find(letter_id), SettlementForm())


def letter_page(found: Letter, form: SettlementForm) -> str:
    return desk_page("desk/letter.html", letter=found, form=form, name=name_of(found.by))


def settle_letter(letter_id: UUID):
    found, form = find(letter_id), SettlementForm(request.form)
    if not form.validate():
        return letter_page(found, form), 422
    if found.settle(current_user._get_current_object(), form.answer.data or ""):
        tell_settled(found)
        sentence = f"Brief von {name_of(found.by)} erledigt"
        audit.log("desk.letter_settlement", sentence, by=current_user.id, subject=found.id)
    flash(gettext("Der Brief ist erledigt."), "arrived")
    return redirect(url_for(".letters"), code=303)
