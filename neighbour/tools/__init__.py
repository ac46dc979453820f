"""The tool catalogue: what helps with what, with what stays on paper beside it, and how sure we are of it."""

from datetime import timedelta

from flask import Flask, url_for
from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from neighbour.db import db, now
from neighbour.programme import at_init
from neighbour.tools import commands, hanging, packing, routes
from neighbour.tools.breaking import breakable
from neighbour.tools.importing import import_catalogue
from neighbour.tools.models import Tool, Wish
from neighbour.web import navigation
from neighbour.web.slots import fill

__all__ = ["Tool", "Wish", "init_app"]
NEWS_DAYS = 14


def init_app(app: Flask) -> None:
    app.register_blueprint(routes.bp)
    commands.init_app(app)
    packing.init_app(app)
    app.add_template_filter(breakable)
    at_init(app, import_catalogue)
    label = _l("Werk\u00adzeuge")
    navigation.add(
        app,
        navigation.BAR,
        label,
        "tools.tools",
        icon="spanner",
        order=40,
        shown_to=lambda viewer: viewer.reads_content,
    )
    fill(app, "start.news", news, order=60)
    fill(app, "desk.pages", desk_pages, order=60)
    fill(app, "material.places", hanging.places)


def news(viewer) -> list[dict]:
    """Tools that the team changed lately."""
    lately = Tool.visible_to(viewer).where(Tool.edited_at > now() - timedelta(days=NEWS_DAYS))
    return [
        {
            "title": gettext("Werkzeug: %(name)s", name=tool.name),
            "href": url_for("tools.tool", slug=tool.slug),
            "lines": [tool.one_line],
            "at": tool.edited_at,
            "mark": None,
            "region": None,
            "icon": "spanner",
        }
        for tool in db.session.scalars(lately.order_by(Tool.edited_at.desc()).limit(5))
    ]


def desk_pages(viewer) -> list[dict]:
    if not Tool.addable_by(viewer):
        return []
    return [{"label": gettext("Werkzeuge aktuell halten"), "href": url_for("tools.upkeep"), "icon": "spanner"}]
