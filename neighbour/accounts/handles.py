"""The short name by which somebody is mentioned: `@renate`, `@renate2` when that is taken."""

import re
import unicodedata
from itertools import count

from sqlalchemy import select

from neighbour.accounts.models import User
from neighbour.db import db

GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def handle_from(name: str) -> str:
    """The first name in small Latin letters; `person` for a name without any."""
    first = (name.split() or [""])[0].lower().translate(GERMAN)
    letters = unicodedata.normalize("NFKD", first).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", letters)[:38] or "person"


def free_handle(name: str) -> str:
    """The first of `renate`, `renate2`, … that nobody has."""
    stem = handle_from(name)
    taken = set(db.session.scalars(select(User.handle).where(User.handle.startswith(stem))))
    return next(handle for number in count(1) if (handle := stem if number == 1 else f"{stem}{number}") not in taken)
