"""Finding: the catalogue, a wish, what is left out."""

from flask import Blueprint, request, url_for
from flask_htmx import make_response
from flask_login import current_user
from sqlalchemy import func
from sqlalchemy.orm import joinedload, undefer

from neighbour.db import db
from neighbour.tools.finding import Question, find
from neighbour.tools.models import Category, Exclusion, Offer, Tool, Wish
from neighbour.tools.reading import evidence_lines, vocabulary
from neighbour.tools.words import in_short
from neighbour.web.fragments import page, page_or_fragment, wants_fragment

FIRST_WISHES = 8


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/tools", "tools", tools)
    bp.add_url_rule("/tools/found", "found", found)
    bp.add_url_rule("/tools/wishes", "wishes", wishes)
    bp.add_url_rule("/tools/wishes/<code>", "wish", wish)
    bp.add_url_rule("/tools/left-out", "left_out", left_out)


def answer(question: Question) -> dict:
    """What both the page and its changing part show."""
    rows = Tool.visible_to(current_user).options(joinedload(Tool.category)).order_by(func.lower(Tool.name))
    rows = rows.options(undefer(Tool.folded)) if question.q else rows
    every = db.session.scalars(rows).all()
    shown = find(every, question, vocabulary)
    if question.is_empty:
        shown.tools = [tool for tool in every if tool.has_page]
    words = {"found": shown, "total": len(every), "in_short": in_short, "evidence": evidence_lines(current_user)}
    if question.is_empty:
        words["wishes"] = db.session.scalars(Wish.in_order().limit(FIRST_WISHES)).all()
        words["categories"] = db.session.scalars(Category.in_order()).all()
    return words


def tools() -> str:
    return page("tools/tools.html", **answer(Question.read(request.args)))


def found():
    """The part of the catalogue that changes while somebody types; the address of the page changes with it."""
    question = Question.read(request.args)
    part = page_or_fragment("tools/tools.html", "tools/_found.html", **answer(question))
    return make_response(part, replace_url=url_for(".tools", **question.address()) if wants_fragment() else None)


def wishes() -> str:
    return page("tools/wishes.html", wishes=db.session.scalars(Wish.in_order()).all())


def wish(code: str) -> str:
    wish = db.first_or_404(Wish.in_order().where(Wish.code == code))
    offered = Tool.visible_to(current_user).join(Offer).where(Offer.wish_id == wish.id).order_by(Offer.position)
    tools = db.session.scalars(offered).all()
    on_paper = [tool for tool in tools if tool.paper]
    digital = [tool for tool in tools if not tool.paper]
    lists = {"on_paper": on_paper, "digital": digital, "in_short": in_short, "evidence": evidence_lines(current_user)}
    return page("tools/wish.html", wish=wish, **lists)


def left_out() -> str:
    return page("tools/left_out.html", exclusions=db.session.scalars(Exclusion.in_order()).all())
