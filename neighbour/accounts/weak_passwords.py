"""Passwords that others guess first: the commonest ones, one key again and again, and one's own name."""

import re

from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

WORDS = (
    "passwort password kennwort geheim hallo willkommen schatz sommer winter fussball deutschland ichliebedich "
    "iloveyou admin administrator master qwertz qwerty qwertzuiop qwertyuiop asdfghjkl asdfghjklö yxcvbnm "
    "1q2w3e4r5t abc abcdef abcdefgh abcdefghij nachbar nachbarn nachbarschaft neighbour neighbor letmein welcome"
)
GUESSED_FIRST = frozenset(WORDS.split())
ROWS = ("01234567890123456789", "98765432109876543210")
SHORTEST_NAME = 4


def refuse_weak(password: str, *names: str | None) -> None:
    """Raises ValidationError. `names` are what anybody knows of the person: name, short name, address."""
    folded = password.casefold()
    if is_guessed_first(folded):
        raise ValidationError(_l("Dieses Passwort erraten andere leicht. Nehmen Sie drei Wörter hintereinander."))
    if any(part in folded for part in parts(names)):
        raise ValidationError(_l("Bitte nehmen Sie ein Passwort ohne Ihren Namen und ohne Ihre Adresse."))


def is_guessed_first(folded: str) -> bool:
    """A common word, also doubled or with numbers and signs around it; a row of digits; three signs or fewer."""
    word = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", folded)
    half = word[: len(word) // 2]
    doubled = half in GUESSED_FIRST and word == half * 2
    few = len(set(folded)) <= 3
    return folded in GUESSED_FIRST or word in GUESSED_FIRST or doubled or few or any(folded[:20] in row for row in ROWS)


def parts(names) -> set[str]:
    """The words of names and of what stands before the @ that are long enough to mean somebody."""
    words = {word for name in names for word in re.split(r"[\W\d_]+", (name or "").casefold().partition("@")[0])}
    return {word for word in words if len(word) >= SHORTEST_NAME}
