"""Named places on pages that features fill without knowing the page: a feature registers what it has to show,
the page asks for everything registered. So nobody imports upwards or sideways."""

from collections import defaultdict
from collections.abc import Callable

from flask import Flask, current_app


def fill(app: Flask, slot: str, offer: Callable, *, order: int = 50) -> None:
    """Registers `offer` for the slot; offers are asked in their order."""
    slots = app.extensions.setdefault("slots", defaultdict(list))
    slots[slot].append((order, offer))
    slots[slot].sort(key=lambda entry: entry[0])


def offers(slot: str) -> list[Callable]:
    return [offer for _order, offer in current_app.extensions.get("slots", {}).get(slot, ())]


def gather(slot: str, *args) -> list:
    """Everything that the offers of a slot return, in their order; an offer returns a list."""
    return [thing for offer in offers(slot) for thing in offer(*args)]
