"""What an operator types: every command of `python3 app.py`."""

from functools import partial

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from neighbour import worker
from neighbour.db import migrating
from neighbour.mail.delivery import deliver_due


def init_app(app: Flask) -> None:
    worker.add_job(app, "mail", deliver_due, every=1)
    for command in (serve, work, doctor, db_commands):
        app.cli.add_command(command)


@click.command("db", add_help_option=False, context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
@with_appcontext
def db_commands(context: click.Context, words: tuple[str, ...]) -> None:
    """Migrations of the database, by Flask-Migrate; imported only when they are typed."""
    from flask_migrate.cli import db

    migrating.register(current_app._get_current_object())
    db.main(list(words), prog_name="db", obj=context.obj, standalone_mode=False)


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
