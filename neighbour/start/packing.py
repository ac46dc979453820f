"""The start page to take along: it gathers from everywhere, so any change anywhere is a new version."""

from flask import Flask, url_for
from sqlalchemy import Select, func, select

from neighbour.db import Model, Revised, db
from neighbour.notifications.models import Notification
from neighbour.pwa import Page, Part, offer


def init_app(app: Flask) -> None:
    offer(app, ["basic"], parts)


def parts(viewer) -> list[Part]:
    told = told_to(viewer)
    facts = (tuple(db.session.execute(newest_of_each()).one()), tuple(db.session.execute(told).one()))
    return [Part("basic", pages=[Page(url_for("start.start"), facts)])]


def newest_of_each() -> Select:
    """The last change of each kind of thing that has pages, in one question."""
    revised = [mapper.class_ for mapper in Model.registry.mappers if issubclass(mapper.class_, Revised)]
    kinds = sorted(revised, key=lambda kind: kind.__name__)
    return select(*(select(kind.revision).order_by(kind.revision.desc()).limit(1).scalar_subquery() for kind in kinds))


def told_to(viewer) -> Select:
    rows = select(
        func.count(),
        func.count(Notification.read_at),
        func.sum(Notification.count),
        func.max(Notification.at),
        func.max(Notification.read_at),
    )
    return rows.where(Notification.recipient_id == viewer.id)
