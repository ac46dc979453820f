"""What the forum shows on other pages: the start page, the desk, an initiative's page."""

from flask import Flask

from neighbour.forum.slots import desk, initiative, kinds, news
from neighbour.outbox import name_kinds
from neighbour.web.slots import fill


def init_app(app: Flask) -> None:
    fill(app, "start.news", news.news, order=20)
    fill(app, "start.otherwise", news.hello, order=20)
    fill(app, "desk.waiting", desk.open_questions, order=20)
    fill(app, "desk.waiting", desk.reported_posts, order=21)
    fill(app, "desk.waiting", desk.rewritten_posts, order=22)
    fill(app, "initiative.sections", initiative.newest_topics, order=40)
    name_kinds(app, **kinds.KINDS)
