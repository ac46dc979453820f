"""Handing a text that was refused to the project team, and reading what became of it."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from flask_login import current_user

from neighbour.db import db
from neighbour.outbox.asking import operation_id
from neighbour.outbox.forms import LetterForm
from neighbour.outbox.models import Letter
from neighbour.web.fragments import page
from neighbour.web.slots import offers


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/outbox/letters/new", "new_letter", new_letter, methods=["GET"])
    bp.add_url_rule("/outbox/letters", "create_letter", create_letter, methods=["POST"])
    bp.add_url_rule("/outbox/letters/<uuid:letter_id>", "letter", letter, methods=["GET"])


def new_letter() -> str:
    """A link brings the page and the reason with it."""
    return page("outbox/new_letter.html", form=LetterForm(request.args))


def create_letter():
    form = LetterForm(request.form)
    if not form.validate():
        return page("outbox/new_letter.html", form=form), 422
    sent = Letter.send(by=current_user._get_current_object(), id=operation_id(), **form.words)
    return redirect(url_for(".letter", letter_id=sent.id), code=303)


def letter(letter_id: UUID) -> str:
    """For who wrote it; the team reads it on the desk."""
    mine = Letter.visible_to(current_user).where(Letter.id == letter_id, Letter.by_id == current_user.id)
    found = db.first_or_404(mine)
    for tell in offers("outbox.letter"):
        tell(found)
    return page("outbox/letter.html", letter=found)
