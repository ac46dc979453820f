"""What devices and people ask the outbox on the web."""

from flask import Flask

from neighbour.outbox.page import bp
from neighbour.outbox.routes import letters, sync

for part in (sync, letters):
    part.add_to(bp)


def init_app(app: Flask) -> None:
    app.register_blueprint(bp)
