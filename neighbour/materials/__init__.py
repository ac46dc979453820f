"""Materials: texts with pictures or files that belong to an event or a tool, with every version that was ever shown."""

from flask import Flask

from neighbour import notifications
from neighbour.materials import offers, packing, routes
from neighbour.materials.models import Material, MaterialVersion
from neighbour.materials.places import Place
from neighbour.materials.reading import is_seen, listed, listed_at, seen_among, withholds
from neighbour.uploads import guard

__all__ = ["Material", "MaterialVersion", "Place", "init_app", "listed", "listed_at"]


def init_app(app: Flask) -> None:
    guard(app, "material", is_seen, withholds)
    notifications.subject(app, "material", seen_among)
    routes.init_app(app)
    offers.init_app(app)
    packing.init_app(app)
