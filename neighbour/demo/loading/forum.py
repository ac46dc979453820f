"""A year of forum."""

from neighbour.demo.loading.clock import Clock


def load(clock: Clock) -> None: ...
