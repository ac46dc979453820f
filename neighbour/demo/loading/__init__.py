"""Writes the demo into the database, feature by feature, in one transaction. Running it again adds nothing twice."""

from neighbour.db import db
from neighbour.demo.loading import events, forum, initiatives, invitations, needs, people, programme, sheets, tools
from neighbour.demo.loading.clock import Clock


def load() -> None:
    clock = Clock(programme.first_day())
    for part in (programme, people, initiatives, invitations, tools, sheets, forum, needs, events):
        part.load(clock)
    db.session.commit()
