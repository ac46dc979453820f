"""Needs that were shared lately."""

from datetime import timedelta

from flask import url_for
from flask_babel import gettext
from sqlalchemy import or_

from neighbour.db import db, now
from neighbour.needs.models import Need
from neighbour.needs.reading import in_rows, listed
from neighbour.web.filters import moment

MOST = 5
LATELY = timedelta(days=30)


def news(viewer) -> list[dict]:
    """Shared in the last month, and not by the viewer."""
    lately = in_rows(listed(viewer)).where(Need.shared_at > now() - LATELY)
    others = or_(Need.author_id.is_(None), Need.author_id != viewer.id)
    rows = db.session.scalars(lately.where(others).order_by(Need.shared_at.desc()).limit(MOST)).unique()
    return [
        {
            "title": need.title,
            "href": url_for("needs.need", need_id=need.id),
            "lines": [gettext("Bedarf von %(name)s", name=need.initiative.name), moment(need.shared_at)],
            "at": need.shared_at,
            "icon": "bulb",
            "mark": need.initiative.mark,
            "region": need.initiative.region,
        }
        for need in rows
    ]
