"""Needs: what a group does on paper today and what does not work there; somebody answers, and others say „bei uns auch“."""

from uuid import UUID

from flask import Flask

from neighbour.db import db
from neighbour.needs import models, packing, routes, slots, telling
from neighbour.needs.models import Need
from neighbour.uploads import guard

__all__ = ["Need", "init_app", "models"]


def init_app(app: Flask) -> None:
    guard(app, "need", sees_photos)
    telling.init_app(app)
    routes.init_app(app)
    slots.init_app(app)
    packing.init_app(app)


def sees_photos(viewer, need_id: UUID) -> bool:
    """Whoever reads the need sees its photos."""
    return db.session.scalar(Need.visible_to(viewer).where(Need.id == need_id).with_only_columns(Need.id)) is not None
