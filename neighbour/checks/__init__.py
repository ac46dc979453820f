"""What is checked without running a page: style, layers, smells, colours, translations."""

from flask import Flask

from neighbour.checks import commands


def init_app(app: Flask) -> None:
    app.cli.add_command(commands.check)
    app.cli.add_command(commands.translations)
