"""What needs show on other pages: the desk, the start page, an initiative's page."""

from flask import Flask

from neighbour.needs.slots import desk, initiative, kinds, news
from neighbour.outbox import name_kinds
from neighbour.web.slots import fill


def init_app(app: Flask) -> None:
    fill(app, "desk.waiting", desk.waiting, order=30)
    fill(app, "desk.pages", desk.pages, order=45)
    fill(app, "start.news", news.news, order=30)
    fill(app, "initiative.sections", initiative.needs, order=30)
    name_kinds(app, **kinds.KINDS)
