"""The catalogue: tools, what they are for, what stands beside them."""

from neighbour.tools.models.tool import Alternative, Sure, Tool
from neighbour.tools.models.wish import Category, Exclusion, Offer, Wish

__all__ = ["Alternative", "Category", "Exclusion", "Offer", "Sure", "Tool", "Wish"]
