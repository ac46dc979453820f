"""What events show elsewhere: the start page, the desk, an initiative's page, beside materials, in the inbox."""

from flask import Flask

from neighbour.events.slots import desk, inbox, initiative, materials, receipts, start
from neighbour.outbox import name_kinds
from neighbour.web.slots import fill


def init_app(app: Flask) -> None:
    fill(app, "start.next", start.next_event, order=10)
    fill(app, "start.news", start.news, order=30)
    fill(app, "desk.waiting", desk.without_material, order=40)
    fill(app, "desk.waiting", desk.over_capacity, order=41)
    fill(app, "initiative.sections", initiative.hosted, order=30)
    fill(app, "material.places", materials.places)
    fill(app, "material.written", materials.written)
    fill(app, "desk.words", receipts.registrations)
    name_kinds(app, **receipts.KINDS)
    inbox.init_app(app)
