"""What needs have to take along: the newest, their list, and the form to name one."""

from flask import Flask, url_for
from flask_babel import gettext
from sqlalchemy import select

from neighbour.db import db
from neighbour.initiatives import Initiative
from neighbour.needs.models import Need
from neighbour.needs.models.rules import homes_of
from neighbour.needs.reading import listed, newest_named
from neighbour.pwa import Page, Part, offer

TAKEN = 60


def init_app(app: Flask) -> None:
    offer(app, ["needs", "basic"], parts)


def parts(viewer) -> list[Part]:
    if not viewer.reads_content:
        return []
    columns = Need.id, Need.revision, Need.told_phone, Need.initiative_id
    needs = db.session.execute(newest_named(listed(viewer)).with_only_columns(*columns).limit(TAKEN)).all()
    states = [(need.id, need.revision) for need in needs]
    pages = [Page(url_for("needs.need", need_id=need.id), (need.revision,)) for need in needs if may_lie(need, viewer)]
    title, address = gettext("Bedarf"), url_for("needs.needs")
    return [Part("needs", title, address, [Page(address, (states,)), *pages], order=35), *forms(viewer)]


def may_lie(need, viewer) -> bool:
    """Where the page shows the number of somebody who rang up, it stays on no device."""
    return not need.told_phone or not (viewer.is_team or need.initiative_id in viewer.own_initiatives)


def forms(viewer) -> list[Part]:
    """To name a need: for who has a home, and for the team, which names one for any initiative."""
    if not (viewer.is_team or homes_of(viewer)):
        return []
    homes = select(Initiative.id, Initiative.revision).order_by(Initiative.id) if viewer.is_team else None
    states = [tuple(row) for row in db.session.execute(homes)] if viewer.is_team else ()
    return [Part("basic", pages=[Page(url_for("needs.new_need"), (states,))])]
