"""Keeping the catalogue up, for the team."""

from flask import Blueprint, redirect, request, url_for
from flask_login import current_user
from sqlalchemy.orm import joinedload

from neighbour.db import db, uuid7
from neighbour.errors import Conflict, NotAllowed
from neighbour.outbox import operation_id
from neighbour.tools import words
from neighbour.tools.filling import Offered, free_slug, labels
from neighbour.tools.forms import ToolForm
from neighbour.tools.models import Sure, Tool
from neighbour.tools.models.upkeep import ONLY_TEAM
from neighbour.tools.routes.tool import find
from neighbour.web.forms import one_id
from neighbour.web.fragments import page


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/tools/upkeep", "upkeep", upkeep)
    bp.add_url_rule("/tools/new", "new_tool", new_tool)
    bp.add_url_rule("/tools", "create_tool", create_tool, methods=["POST"])
    bp.add_url_rule("/tools/<slug>/edit", "edit_tool", edit_tool)
    bp.add_url_rule("/tools/<slug>", "update_tool", update_tool, methods=["POST"])
    bp.add_url_rule("/tools/<slug>/checks", "create_check", create_check, methods=["POST"])


def require_team() -> None:
    """Raises NotAllowed before a form is shown that could not be sent."""
    if not Tool.addable_by(current_user):
        raise NotAllowed(ONLY_TEAM)


def upkeep() -> str:
    """Every entry in a table: from when it is, how sure we are, what is missing."""
    require_team()
    rows = Tool.visible_to(current_user).options(joinedload(Tool.category)).order_by(Tool.as_of, Tool.name)
    sure = request.args.get("sure", "")
    if sure in set(Sure):
        rows = rows.where(Tool.sure == sure)
    tools = [(tool, words.missing(tool)) for tool in db.session.scalars(rows)]
    if "missing" in request.args:
        tools = [(tool, missing) for tool, missing in tools if missing]
    return page("tools/upkeep.html", tools=tools, sure=sure, only_missing="missing" in request.args, said=words.SURE)


def new_tool() -> str:
    require_team()
    return tool_page(Offered.now(current_user).ask())


def create_tool():
    require_team()
    offered = Offered.now(current_user)
    form = offered.ask(request.form)
    if not form.validate():
        return tool_page(form), 422
    tool = Tool(id=operation_id() or uuid7(), slug=free_slug(form.name.data))
    db.session.add(tool)
    tool.add(by=current_user, fields=offered.said(form), checked=form.checked.data)
    return redirect(url_for(".tool", slug=tool.slug), code=303)


def edit_tool(slug: str) -> str:
    require_team()
    tool = find(slug)
    return tool_page(Offered.now(current_user).ask(tool=tool), tool)


def tool_page(form: ToolForm, tool: Tool | None = None, both: Conflict | None = None) -> str:
    return page("tools/edit.html", form=form, tool=tool, error=both)


def update_tool(slug: str):
    """Keeps the words, or shows both texts above what was typed: sending that once more settles it. A tick that
    stands for every statement is taken back, because some of them are new to who set it."""
    require_team()
    tool, offered = find(slug), Offered.now(current_user)
    form = offered.ask(request.form, tool)
    if not form.validate():
        return tool_page(form, tool), 422
    words_of = {"fields": offered.said(form, tool), "labels": labels(), "checked": form.checked.data}
    try:
        tool.edit(by=current_user, seen=one_id(form.version.data), **words_of)
    except Conflict as both:
        form.version.data, form.checked.data = str(tool.version), False
        return tool_page(form, tool, both), 409
    return redirect(url_for(".tool", slug=tool.slug), code=303)


def create_check(slug: str):
    tool = find(slug)
    tool.check(by=current_user, seen=one_id(request.form.get("version")))
    return redirect(url_for(".tool", slug=tool.slug), code=303)
