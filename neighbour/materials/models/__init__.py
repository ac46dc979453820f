"""The nouns of materials."""

from neighbour.materials.models.material import Material
from neighbour.materials.models.version import MaterialVersion, PlainState

__all__ = ["Material", "MaterialVersion", "PlainState"]
