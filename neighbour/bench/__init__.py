"""Measures a real server against the goals of the design: bytes, queries, CPU per request, memory."""

from flask import Flask

from neighbour.bench import commands


def init_app(app: Flask) -> None:
    app.cli.add_command(commands.bench)
    app.cli.add_command(commands.bench_packs)
