"""The packs: what a person takes along, offered by the features, as manifests made for one viewer when they ask."""

from neighbour.pwa.packs import own, routes
from neighbour.pwa.packs.offering import File, Page, Part, offer

__all__ = ["File", "Page", "Part", "offer", "own", "routes"]
