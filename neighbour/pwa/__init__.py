"""What makes the site installable and readable without a network: the manifest, the built files, the worker, the shell,
the pages that may stay on a device, and the packs that a person takes along."""

from flask import Flask

from neighbour.pwa import keeping, release, routes, shell, worker
from neighbour.pwa.keeping import kept, not_kept

__all__ = ["init_app", "kept", "not_kept"]

# Beside or below this package, so they cannot say it themselves.
for blueprint in ("navigation", "notifications", "outbox", "pwa"):
    kept(blueprint)


def init_app(app: Flask) -> None:
    release.init_app(app)
    keeping.init_app(app)
    for part in (routes, worker, shell):
        app.register_blueprint(part.bp)
