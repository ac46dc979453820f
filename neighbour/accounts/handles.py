"""The short name by which somebody is mentioned: `@renate`, `@renate2` when that is taken."""

import re
import unicodedata

from neighbour.accounts.models import User
from neighbour.web.short_names import first_free

GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def handle_from(name: str) -> str:
    """The first name in small Latin letters; `person` for a name without any."""
    first = (name.split() or [""])[0].lower().translate(GERMAN)
    letters = unicodedata.normalize("NFKD", first).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", letters)[:38] or "person"


def free_handle(name: str) -> str:
    """The first of `renate`, `renate2`, … that nobody has."""
    return first_free(handle_from(name), User.handle, joint="")
