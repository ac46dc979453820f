"""Whoever has registered for it through the slot `material.written` hears of every new version."""

from neighbour.db import db
from neighbour.materials.models import Material
from neighbour.web.slots import offers


def tell(material: Material, *, by) -> None:
    """Each offer is asked `told(viewer, material)`, which has its new version among its versions."""
    db.session.flush()
    db.session.expire(material, ["versions"])
    for told in offers("material.written"):
        told(by, material)
