"""What makes the site installable and readable without a network: the manifest, the built files, the worker, the shell,
the pages that may stay on a device, and the packs that a person takes along."""

from flask import Flask

from neighbour.pwa import release, routes, shell, worker
from neighbour.pwa.keeping import kept

__all__ = ["init_app", "kept"]


def init_app(app: Flask) -> None:
    release.init_app(app)
    for part in (routes, worker, shell):
        app.register_blueprint(part.bp)
