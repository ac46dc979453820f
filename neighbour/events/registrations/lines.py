"""Several callers typed at once: „Otto B., Bahndamm, vegetarisch“."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from neighbour.events.models.registration import LONGEST_NEED
from neighbour.events.registrations.forms import MOST_LINES
from neighbour.initiatives import Initiative
from neighbour.web.folding import fold

LONGEST_NAME = 80
# What may stand before a colon; without any of these words it is about food.
SPOKEN_NEEDS = {
    "food": (_l("Essen"),),
    "travel": (_l("Fahrt"), _l("Bus"), _l("Hin und zurück")),
    "childcare": (_l("Kinder"), _l("Kind")),
    "access": (_l("Hören"), _l("Sehen"), _l("Gehen"), _l("Zugang")),
}


@dataclass
class Caller:
    """One line, understood; `trouble` says why it was not."""

    name: str
    initiative: Initiative | None = None
    needs: dict[str, str] = field(default_factory=dict)
    trouble: str = ""


def read_lines(typed: str, initiatives: Sequence[Initiative]) -> list[Caller]:
    written = [line for line in typed.split("\n") if line.strip(" ,;")]
    callers = [read_line(line, initiatives) for line in written[:MOST_LINES]]
    if len(written) > MOST_LINES:
        callers[-1].trouble = gettext("Mehr als %(most)d Zeilen gehen nicht auf einmal.", most=MOST_LINES)
    return callers


def read_line(line: str, initiatives: Sequence[Initiative]) -> Caller:
    name, *rest = [" ".join(part.split()) for part in line.replace(";", ",").split(",")]
    caller = Caller(name)
    if not name or len(name) > LONGEST_NAME:
        caller.trouble = gettext("In der Zeile „%(line)s“ fehlt ein Name.", line=line.strip()[:60])
    elif rest and rest[0]:
        caller.initiative = named(rest[0], initiatives)
        if caller.initiative is None:
            caller.trouble = gettext("Die Initiative „%(words)s“ kennen wir nicht.", words=rest[0][:60])
    for words in filter(None, rest[1:]):
        add_need(caller, words)
    return caller


def named(words: str, initiatives: Sequence[Initiative]) -> Initiative | None:
    """By name, place or short name; by the beginning of one of them where only one begins so."""
    wanted = fold(words)
    known = [
        (initiative, [fold(initiative.name), fold(initiative.place), fold(initiative.slug)])
        for initiative in initiatives
    ]
    exact = [initiative for initiative, names in known if wanted in names]
    begun = [initiative for initiative, names in known if wanted and any(wanted in name for name in names)]
    found = exact or begun
    return found[0] if len(found) == 1 else None


def add_need(caller: Caller, words: str) -> None:
    label, colon, rest = words.partition(":")
    need = next(
        (name for name, labels in SPOKEN_NEEDS.items() if fold(label) in {fold(str(each)) for each in labels}), ""
    )
    kept, said = (need, rest.strip()) if need and colon else ("food", words)
    said = f"{caller.needs[kept]}, {said}" if kept in caller.needs else said
    caller.needs[kept] = said
    if len(said) > LONGEST_NEED:
        caller.trouble = gettext(
            "Bei %(name)s ist es zu lang. Möglich sind %(longest)d Zeichen.", name=caller.name, longest=LONGEST_NEED
        )
