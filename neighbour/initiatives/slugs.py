"""The last part of an initiative's address, made from its name once and kept."""

import re

from neighbour.accounts.handles import GERMAN
from neighbour.initiatives.models import Initiative
from neighbour.web.short_names import first_free

RESERVED = frozenset({"new", "invitations"})


def slug_from(name: str) -> str:
    words = name.lower().translate(GERMAN)
    return re.sub(r"[^a-z0-9]+", "-", words).strip("-")[:50].strip("-") or "initiative"


def free_slug(name: str) -> str:
    """The first of `hofladen`, `hofladen-2`, … that nobody has."""
    return first_free(slug_from(name), Initiative.slug, reserved=RESERVED)
