"""Photos and files of people: received, made harmless, kept, and shown to whom their owner is shown.

A form takes them in three steps: `@preparing(receiving())` before the transaction, `received()` in the view,
`attach(…)` once their owner exists. `guard(app, kind, sees)` says who sees what belongs to such an owner.
"""

from flask import Flask

from neighbour.uploads import forms, person_photos, routes, sweeping
from neighbour.uploads.attaching import attach, belonging_to, change, let_go
from neighbour.uploads.guards import guard
from neighbour.uploads.models import LONGEST_ALT, Upload
from neighbour.uploads.prepared import prepare
from neighbour.uploads.receiving import Received, receive, received, receiving

__all__ = [
    "LONGEST_ALT",
    "Received",
    "Upload",
    "attach",
    "belonging_to",
    "change",
    "forms",
    "guard",
    "init_app",
    "let_go",
    "prepare",
    "receive",
    "received",
    "receiving",
]


def init_app(app: Flask) -> None:
    routes.init_app(app)
    person_photos.init_app(app)
    sweeping.init_app(app)
