"""The catalogue."""

from neighbour.demo.loading.clock import Clock


def load(clock: Clock) -> None: ...
