"""What an operator types: every command of `python3 app.py`."""

from functools import partial

import click
from flask import Flask, current_app

from neighbour import worker
from neighbour.db import migrating
from neighbour.mail.delivery import deliver_due


def init_app(app: Flask) -> None:
    worker.add_job(app, "mail", deliver_due, every=1)
    for command in (serve, work, doctor, Migrations("db", help="Migrations of the database, by Flask-Migrate.")):
        app.cli.add_command(command)


class Migrations(click.Group):
    """`db …`, loaded only when it is typed: it takes longer to import than a start may take."""

    def list_commands(self, context: click.Context) -> list[str]:
        return self.loaded().list_commands(context)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        return self.loaded().get_command(context, name)

    def loaded(self) -> click.Group:
        from flask_migrate.cli import db as group

        migrating.register(current_app._get_current_object())
        return group


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
def serve(host: str, port: int) -> None:
    """Brings the database up to date, then starts server and worker."""
    from neighbour import serving

    serving.serve(host, port, prepare=prepare, announce=partial(say_how_to_sign_in, current_app.config["DEMO"]))


def prepare() -> None:
    """What must be there before the first page: the schema, and in an empty database the demo programme."""
    app = current_app._get_current_object()
    migrating.bring_up_to_date()
    for step in app.extensions.get("at_first_start", []):
        step()


def say_how_to_sign_in(demo: bool, address: str) -> None:
    click.echo(f"Neighbour runs on {address} - end it with Ctrl-C.")
    if demo:
        click.echo("Demo: sign in as renate@demo.example with the password nachbarschaft, or use the buttons there.")


@click.command("worker")
def work() -> None:
    """Sends and tidies what is due, until it is told to stop."""
    worker.work_forever(current_app._get_current_object())


@click.command()
def doctor() -> None:
    """Says what this installation runs on and whether its database is whole."""
    for line in migrating.findings():
        click.echo(line)
