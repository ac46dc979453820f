"""The last part of an initiative's address, made from its name once and kept."""

import re
from itertools import count

from sqlalchemy import select

from neighbour.accounts.handles import GERMAN
from neighbour.db import db
from neighbour.initiatives.models import Initiative

RESERVED = {"new", "invitations"}


def slug_from(name: str) -> str:
    words = name.lower().translate(GERMAN)
    return re.sub(r"[^a-z0-9]+", "-", words).strip("-")[:50].strip("-") or "initiative"


def free_slug(name: str) -> str:
    """The first of `hofladen`, `hofladen-2`, … that nobody has."""
    stem = slug_from(name)
    taken = RESERVED | set(db.session.scalars(select(Initiative.slug).where(Initiative.slug.startswith(stem))))
    slugs = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(slug for slug in slugs if slug not in taken)
