"""Who of the team takes care of a need: whose knowledge fits its words best, else who accompanies the initiative."""

from pathlib import Path
from uuid import UUID

from neighbour.accounts import User
from neighbour.db import db
from neighbour.initiatives import Initiative
from neighbour.web.folding import bare, fold, stem

SHORTEST = 4
EVERYDAY = frozenset((Path(__file__).parent / "everyday.txt").read_text("utf-8").split())


def stems(words: str) -> set[str]:
    """The words of a text without those that everybody uses, as they are compared."""
    return {bare(stem(word)) for word in fold(words).split() if len(word) >= SHORTEST and word not in EVERYDAY}


def fitting(need) -> UUID | None:
    """None only where there is neither knowledge that fits nor a companion."""
    text, companion = need.folded, need.initiative.companion_id
    team = db.session.scalars(Initiative.possible_companions()).unique().all()
    best = max(team, key=lambda person: (known(person, text), person.id == companion), default=None)
    return best.id if best is not None and (known(best, text) or best.id == companion) else companion


def known(person: User, text: str) -> int:
    """How many words of what somebody knows stand in the text."""
    return sum(word in text for word in stems(person.knows))
