"""One believable programme for the first start: invented people and places, real tools, dates relative to that day."""

import click
from flask import Flask, current_app
from sqlalchemy import select

from neighbour.accounts import User
from neighbour.db import db
from neighbour.demo import visitors
from neighbour.programme import current
from neighbour.web.slots import fill


def init_app(app: Flask) -> None:
    app.extensions.setdefault("at_first_start", []).append(load_if_empty)
    app.cli.add_command(demo)
    fill(app, "sign_in.examples", lambda: [visitors] if current().is_demo else [])


@click.command("demo")
def demo() -> None:
    """Loads the demo programme; what is there already stays as it is."""
    from neighbour.demo.loading import load

    load()
    click.echo("The demo programme is loaded.")


def load_if_empty() -> None:
    """Nothing is added to a database that has people in it, or with NEIGHBOUR_DEMO=0."""
    if not current_app.config["DEMO"] or db.session.scalar(select(User.id).limit(1)) is not None:
        return
    from neighbour.demo.loading import load

    load()
