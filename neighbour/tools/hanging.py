"""A tool as a place for materials."""

from collections.abc import Iterable
from uuid import UUID

from flask import url_for

from neighbour.db import db
from neighbour.tools.models import Tool


def places(viewer, kind: str, ids: Iterable[UUID]) -> list[dict]:
    if kind != "tool":
        return []
    return [
        {
            "kind": kind,
            "id": tool.id,
            "title": tool.name,
            "href": url_for("tools.tool", slug=tool.slug),
            "editable": tool.editable_by(viewer),
        }
        for tool in db.session.scalars(Tool.visible_to(viewer).where(Tool.id.in_(list(ids))))
    ]
