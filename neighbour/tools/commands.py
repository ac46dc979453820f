"""`tools …`: what an operator does to the catalogue from the command line."""

from pathlib import Path

import click
from flask import Flask
from flask.cli import AppGroup

from neighbour.db import db
from neighbour.tools.importing import import_catalogue

group = AppGroup("tools", help="The tool catalogue: import it again.")


def init_app(app: Flask) -> None:
    app.cli.add_command(group)


@group.command("import")
@click.option("--file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="another tools.json")
def import_tools(file: Path | None) -> None:
    """Brings the catalogue up to date. Running it again doubles nothing and keeps what the team edited."""
    outcome = import_catalogue(file)
    db.session.commit()
    click.echo(f"tools: {outcome.added} added, {outcome.changed} changed, {outcome.unchanged} as before")
