"""The nouns of materials."""

from neighbour.materials.models.material import Material
from neighbour.materials.models.version import LONGEST_REASON, MaterialVersion, PlainState

__all__ = ["LONGEST_REASON", "Material", "MaterialVersion", "PlainState"]
