"""What the pages of the desk share: their menu, the initiatives to choose from, what was ticked."""

from collections.abc import Sequence

from flask import request
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from sqlalchemy import Select
from sqlalchemy.orm import InstrumentedAttribute, joinedload

from neighbour.db import db
from neighbour.desk.pages import DeskPage, desk_pages
from neighbour.errors import Invalid
from neighbour.initiatives import Initiative
from neighbour.initiatives.models import Status
from neighbour.web.forms import one_id
from neighbour.web.fragments import page

MOST_AT_ONCE = 200


def desk_page(template: str, **words) -> str:
    pages = [DeskPage(str(_l("Heute")), "/desk", "desk"), *desk_pages()]
    return page(template, desk_pages=pages, **words)


def all_initiatives() -> Sequence[Initiative]:
    """Every initiative, those of the programme first."""
    known = Initiative.visible_to(current_user).options(joinedload(Initiative.companion).lazyload("*"))
    return db.session.scalars(known.order_by(Initiative.status != Status.SELECTED, Initiative.name)).unique().all()


def ticked(rows: Select, id_column: InstrumentedAttribute) -> Sequence:
    """The rows whose ids were ticked, all of them or none: one that is unknown refuses the whole list."""
    typed = request.form.getlist("id")
    ids = {one_id(each) for each in typed}
    if not ids:
        raise Invalid(_l("Bitte wählen Sie zuerst aus, wen oder was es betrifft."))
    if len(ids) > MOST_AT_ONCE:
        raise Invalid(_l("Das sind zu viele auf einmal. Möglich sind %(most)s.", most=MOST_AT_ONCE))
    found = db.session.scalars(rows.where(id_column.in_(ids - {None}))).unique().all()
    if len(found) != len(ids):
        raise Invalid(_l("Etwas davon gibt es nicht mehr. Es wurde nichts geändert."))
    return found
