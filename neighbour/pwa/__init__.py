"""What makes the site installable and readable without a network: the manifest, the built files, the worker, the shell,
the pages that may stay on a device, and the packs that a person takes along."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from neighbour.pwa import keeping, packs, release, routes, shell, worker
from neighbour.pwa.keeping import kept, not_kept
from neighbour.pwa.packs import File, Page, Part, offer
from neighbour.pwa.packs.sizes import SECONDS, Sizes
from neighbour.web import navigation

__all__ = ["File", "Page", "Part", "init_app", "kept", "not_kept", "offer"]

# Beside or below this package, so they cannot say it themselves.
for blueprint in ("navigation", "notifications", "outbox", "pwa"):
    kept(blueprint)


def init_app(app: Flask) -> None:
    release.init_app(app)
    keeping.init_app(app)
    app.extensions["pack_sizes"] = Sizes()
    app.config["PACK_SECONDS"] = SECONDS
    for part in (routes, worker, shell, packs.routes):
        app.register_blueprint(part.bp)
    packs.own.init_app(app)
    navigation.add(app, navigation.MENU, _l("Auf diesem Gerät"), "pwa.pack", icon="download", order=76)
