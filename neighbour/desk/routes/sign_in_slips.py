"""A slip for somebody who cannot get in: their short name and a link that signs in once, to print and to hand over."""

from uuid import UUID

from flask import Blueprint, make_response, url_for
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from neighbour import audit
from neighbour.accounts.models import SignInLink
from neighbour.accounts.models.sign_in_link import VALID_FOR
from neighbour.db import db, now
from neighbour.desk.routes.person import find, is_slip_printable
from neighbour.errors import NotAllowed
from neighbour.web.fragments import page
from neighbour.web.qr import qr
from neighbour.web.ways import public_url


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/desk/people/<uuid:person_id>/slip", "create_slip", create_slip, methods=["POST"])


def create_slip(person_id: UUID):
    person = find(person_id)
    if not is_slip_printable(person, current_user):
        raise NotAllowed(_l("Diesen Anmeldezettel druckt nur die Projektleitung, und niemand für sich selbst."))
    link = SignInLink.make(person)
    link.expires_at = now() + VALID_FOR
    db.session.add(link)
    audit.log("accounts.sign_in_slip", person.name, by=current_user.id, subject=person.id)
    address = public_url(url_for("accounts.link", token=link.token))
    answer = make_response(page("desk/slip.html", person=person, address=address, code=qr(address), link=link))
    answer.headers["Cache-Control"] = "no-store"
    return answer
