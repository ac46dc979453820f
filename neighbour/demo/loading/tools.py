"""The catalogue, as every programme gets it."""

from neighbour.demo.loading.clock import Clock
from neighbour.tools.importing import import_catalogue


def load(_clock: Clock) -> None:
    import_catalogue()
