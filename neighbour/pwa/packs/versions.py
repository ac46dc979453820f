"""What tells two states of a page apart, without rendering it: its facts, whose it is, and the words around it."""

import hashlib
import json
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from flask_babel import get_locale

from neighbour.config import ROOT
from neighbour.web.slots import gather

WORDS = (("templates", "*.html"), ("neighbour/translations", "*.mo"))
OF_THE_VIEWER = (
    "id", "name", "handle", "email", "phone", "photo_id", "about", "knows", "look", "text_size", "reads_plain", "toured_at",
)  # fmt: skip


def short(facts) -> str:
    """48 bits, which is plenty for the versions of one page."""
    text = json.dumps(facts, default=str, ensure_ascii=False)
    return urlsafe_b64encode(hashlib.blake2b(text.encode(), digest_size=6).digest()).decode()


@lru_cache
def words_around(root: Path = ROOT) -> str:
    """Of all templates and translations as they are installed.

    Scripts, sheets and signs of another build change no kept page: the worker puts in the names of its own.
    """
    digest = hashlib.blake2b(digest_size=12)
    for folder, pattern in WORDS:
        for path in sorted((root / folder).rglob(pattern)):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def rights_of(viewer) -> tuple:
    """Who looks, what they may do, and how they read; of their initiatives what every page says of them."""
    of_person = [getattr(viewer, name) for name in OF_THE_VIEWER]
    homes = [(m.initiative_id, m.role, m.initiative.revision) for m in viewer.memberships]
    owner = viewer.device.owner if viewer.device else ""
    return (*of_person, sorted(viewer.role_names), sorted(homes, key=str), owner, str(get_locale()))


def around(viewer) -> str:
    """What every page of this viewer depends on."""
    return short((words_around(), rights_of(viewer), gather("pack.around", viewer)))


def version(facts: Iterable, around: str) -> str:
    return short((facts, around))
