"""Server and worker under one command: started together, ended together, one start per home folder.

The parent loads the application, opens no database, and forks: the children share what is loaded.
"""

import multiprocessing
from collections.abc import Callable
from pathlib import Path

import click
from flask import current_app

from neighbour import worker
from neighbour.serving.address import Address
from neighbour.serving.children import Child, call_in_child
from neighbour.serving.home import claim
from neighbour.serving.server import Server

__all__ = ["serve"]


def say_address(address: str) -> None:
    click.echo(f"Neighbour runs on {address} - end it with Ctrl-C.")


def serve(
    host: str = "127.0.0.1",
    port: int = 8000,
    *,
    prepare: Callable[[], object] | None = None,
    announce: Callable[[str], object] = say_address,
) -> None:
    """Serves until SIGTERM or Ctrl-C; exit code 1 when a process ended by itself or the start was refused.

    `prepare` brings the database up to date, in its own process; `announce` gets the address once it answers.
    """
    multiprocessing.set_start_method("fork", force=True)
    app = current_app._get_current_object()
    address = Address.of(host, port)
    with claim(Path(app.config["HOME"]), address.url):
        address.refuse_if_taken()
        app.config["PUBLIC_URL"] = app.config.get("PUBLIC_URL") or address.url
        if prepare:
            call_in_child("prepare", prepare)
        Server(app, address, Child("worker", worker.work_forever, app), announce).run()
