"""Two people change one thing at the same time: the second gets both texts, and none is lost."""

from collections.abc import Callable

from flask_babel import lazy_gettext as _l

from neighbour.errors import Conflict

BOTH = _l("Jemand hat inzwischen auch geändert. Hier sind beide Fassungen.")


def changes(thing, words: dict) -> dict:
    """Those of the words that do not stand there already."""
    return {name: value for name, value in words.items() if getattr(thing, name) != value}


def values(words: dict) -> str:
    return "\n\n".join(map(str, words.values()))


def conflict(thing, words: dict, said: Callable[[dict], str] = values) -> Conflict:
    """What stands now and what these words wanted, where the two differ; `said` makes a text of either."""
    mine = changes(thing, words) or words
    theirs = {name: getattr(thing, name) for name in mine}
    return Conflict(BOTH, theirs=said(theirs), mine=said(mine))
