"""Who did what to whom, the newest first, and the same as a list for a spreadsheet."""

from datetime import datetime
from uuid import UUID

from flask import Blueprint, Response, request
from flask_babel import gettext, ngettext
from flask_login import current_user
from sqlalchemy import Select

from neighbour import audit as records
from neighbour.accounts import User
from neighbour.audit import LogLine
from neighbour.db import db
from neighbour.desk.forms import AuditForm
from neighbour.desk.routes.pieces import desk_page
from neighbour.desk.spreadsheet import spreadsheet
from neighbour.desk.words import spoken_act
from neighbour.web.filters import BERLIN
from neighbour.web.forms import one_id
from neighbour.web.paging import newest_first
from neighbour.web.transaction import remember

PAGE = 50
LONGEST_LIST = 5000


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/desk/audit", "audit", audit, methods=["GET"])
    bp.add_url_rule("/desk/audit.csv", "audit_list", audit_list, methods=["GET"])


def audit():
    form = AuditForm(request.args)
    fits = form.validate()
    before = one_id(request.args.get("before"))
    lines = newest_first(matching(form), LogLine.id, before=before, size=PAGE) if fits else None
    names = names_in(lines.rows) if lines else {}
    return desk_page(
        "desk/audit.html", form=form, lines=lines, names=names, spoken_act=spoken_act
    ), 200 if fits else 422


def audit_list() -> Response:
    form = AuditForm(request.args)
    if not form.validate():
        return audit()
    lines = db.session.scalars(matching(form).order_by(LogLine.id.desc()).limit(LONGEST_LIST)).all()
    names, reader = names_in(lines), current_user.id
    taken = ngettext("Verlauf mit einer Zeile", "Verlauf mit %(num)d Zeilen", len(lines))
    remember(lambda: records.log("desk.list", taken, by=reader))
    head = gettext("Wann"), gettext("Wer"), gettext("Was geschah"), gettext("Worum es ging")
    rows = ((sortable(line.at), names.get(line.actor_id, ""), spoken_act(line.act), line.sentence) for line in lines)
    return spreadsheet("neighbour-verlauf.csv", head, rows)


def sortable(at: datetime) -> str:
    """As a spreadsheet sorts it and every country reads it."""
    return f"{at.astimezone(BERLIN):%Y-%m-%d %H:%M}"


def matching(form: AuditForm) -> Select[tuple[LogLine]]:
    rows = LogLine.visible_to(current_user)
    if form.part.data:
        rows = rows.where(LogLine.act.startswith(f"{form.part.data}."))
    if form.who.data:
        handle = form.who.data.removeprefix("@").lower()
        rows = rows.where(
            LogLine.actor_id.in_(User.visible_to(current_user).where(User.handle == handle).with_only_columns(User.id))
        )
    return rows


def names_in(lines) -> dict[UUID, str]:
    """The names of those who acted, in one query."""
    ids = {line.actor_id for line in lines} - {None}
    named = User.visible_to(current_user).where(User.id.in_(ids)).with_only_columns(User.id, User.name)
    return dict(db.session.execute(named).all())
