"""What the catalogue has to take along: all of it."""

from collections import defaultdict

from flask import Flask, url_for
from flask_babel import gettext
from sqlalchemy import select

from neighbour.db import db
from neighbour.pwa import Page, Part, offer
from neighbour.tools.models import Category, Exclusion, Offer, Tool, Wish
from neighbour.tools.reading import evidence_lines


def init_app(app: Flask) -> None:
    offer(app, ["tools"], parts)


def parts(viewer) -> list[Part]:
    columns = Tool.id, Tool.revision, Tool.has_page, *(getattr(Tool, name) for name in Tool.shown)
    tools = db.session.execute(Tool.visible_to(viewer).with_only_columns(*columns).order_by(Tool.id)).all()
    if not tools:
        return []
    every, wishes = {tool.id: in_a_list(tool) for tool in tools}, states_of(Wish)
    evidence = sorted(evidence_lines(viewer).items())
    pages = [
        Page(url_for("tools.tools"), (list(every.values()), evidence, wishes, states_of(Category))),
        *(Page(url_for("tools.tool", slug=tool.slug), (tool.revision,), tool.name) for tool in tools),
        Page(url_for("tools.wishes"), (wishes,)),
        *wish_pages(every, evidence),
        Page(url_for("tools.left_out"), (states_of(Exclusion),)),
    ]
    return [Part("tools", gettext("Werkzeugkatalog"), pages[0].url, pages, wanted=True, order=10)]


def in_a_list(tool) -> tuple:
    """What a row of the catalogue shows: most changes of a tool stand only on its own page."""
    return tool.has_page, *(getattr(tool, name) for name in Tool.shown)


def wish_pages(every: dict, evidence: list) -> list[Page]:
    """Each with the tools that help with it."""
    helping = defaultdict(list)
    for wish_id, tool_id, position in db.session.execute(
        select(Offer.wish_id, Offer.tool_id, Offer.position).order_by(Offer.position, Offer.id)
    ):
        helping[wish_id].append((every.get(tool_id), position))
    rows = db.session.execute(select(Wish.id, Wish.code, Wish.sentence, Wish.analogue_process).order_by(Wish.position))
    return [Page(url_for("tools.wish", code=row.code), (tuple(row), helping[row.id], evidence)) for row in rows]


def states_of(model) -> list:
    """Small tables that only an import changes: their words themselves."""
    columns = model.__table__.columns
    return [tuple(row) for row in db.session.execute(select(*columns).order_by(columns.id))]
