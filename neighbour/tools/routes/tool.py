"""One tool, and two beside each other."""

from flask import Blueprint, current_app, request, url_for
from flask_babel import gettext
from flask_login import current_user
from sqlalchemy import func
from sqlalchemy.orm import selectinload, undefer_group

from neighbour.accounts import plain_language
from neighbour.db import db
from neighbour.tools import words
from neighbour.tools.models import Alternative, Offer, Tool
from neighbour.web.fragments import page
from neighbour.web.slots import gather


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/tools/compare", "compare", compare)
    bp.add_url_rule("/tools/<slug>", "tool", tool)


def find(slug: str) -> Tool:
    """With its page, its wishes and what stands beside it, in as many queries for one as for ten."""
    offers, links = selectinload(Tool.offers), selectinload(Tool.links)
    loads = (offers.joinedload(Offer.wish), links.joinedload(Alternative.other), selectinload(Tool.category))
    return db.first_or_404(
        Tool.visible_to(current_user).where(Tool.slug == slug).options(undefer_group("page"), *loads)
    )


def tool(slug: str) -> str:
    tool = find(slug)
    plain_language.keep_choice()
    shown = {
        "facts": words.facts(tool),
        "in_short": words.in_short,
        "standing": words.standing(tool),
        "evidence": gather("tool.evidence", current_user, tool),
        "sections": gather("tool.sections", current_user, tool),
        "asking": asking(tool),
        "searching": searching(tool),
        "plainly": bool(tool.plain) and plain_language.is_wanted(),
        "beside": used_beside(tool) if tool.paper else [],
    }
    return page("tools/tool.html", tool=tool, **shown)


def used_beside(tool: Tool) -> list[Tool]:
    """The digital tools next to which this paper stands."""
    beside = Tool.visible_to(current_user).where(Tool.id.in_(Alternative.leading_to(tool.id)))
    return db.session.scalars(beside.order_by(Tool.name)).all()


def asking(tool: Tool) -> str | None:
    """Where somebody who knows a missing fact can say so: the forum, if it is there."""
    if "forum.new_topic" not in current_app.view_functions:
        return None
    return url_for("forum.new_topic", room="werkzeuge", title=gettext("%(name)s: Wer weiß es?", name=tool.name))


def searching(tool: Tool) -> str | None:
    """What was written of it in the forum, if that is there."""
    if "forum.found" not in current_app.view_functions:
        return None
    return url_for("forum.found", q=tool.name)


def compare() -> str:
    every = db.session.scalars(Tool.visible_to(current_user).order_by(func.lower(Tool.name))).all()
    by_slug = {tool.slug: tool for tool in every}
    one, other = (by_slug.get(request.args.get(name, "")) for name in ("a", "b"))
    names = words.LABELS if one and other else ()
    rows = [
        (str(words.LABELS[name]), [(words.said(each, name), site_of(each, name)) for each in (one, other)])
        for name in names
    ]
    return page("tools/compare.html", every=every, one=one, other=other, rows=rows)


def site_of(tool: Tool, name: str) -> str | None:
    """The address behind a fact that is one."""
    return f"https://{tool.site}" if name == "site" and tool.site else None
