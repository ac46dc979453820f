"""What hangs on the wall: one sheet per tool, and the forms of the paper entries."""

from flask import Blueprint, abort, url_for
from flask_login import current_user
from sqlalchemy.orm import undefer_group

from neighbour.db import db
from neighbour.tools import words
from neighbour.tools.models import Tool
from neighbour.web.fragments import page
from neighbour.web.qr import qr
from neighbour.web.ways import public_url

FORM_ROWS = 12


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/tools/<slug>/print", "sheet", sheet)
    bp.add_url_rule("/tools/<slug>/form", "paper_form", paper_form)


def find(slug: str) -> Tool:
    return db.first_or_404(Tool.visible_to(current_user).where(Tool.slug == slug).options(undefer_group("page")))


def sheet(slug: str) -> str:
    """One A4 page with a QR code and strips to tear off."""
    tool = find(slug)
    address = public_url(url_for(".tool", slug=tool.slug))
    known = {"facts": words.facts(tool), "standing": words.standing(tool)}
    return page("tools/sheet.html", tool=tool, address=address, qr=qr(address), **known)


def paper_form(slug: str) -> str:
    """The form to fill in by hand, A4 landscape."""
    tool = find(slug)
    if not tool.form_columns:
        abort(404)
    return page("tools/form.html", tool=tool, columns=tool.form_columns.splitlines(), rows=FORM_ROWS)
