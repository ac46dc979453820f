"""Several callers typed or pasted at once: „Otto B., Bahndamm, Essen: vegetarisch, 0221 4711“."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from neighbour.events.models.registration import LONGEST_NEED
from neighbour.events.registrations.forms import MOST_LINES
from neighbour.initiatives import Initiative
from neighbour.web.folding import fold

LONGEST_NAME, LONGEST_PHONE = 80, 40
NUMBER = re.compile(r"\+?[\d\s()/.-]{5,40}")
# What may stand before a colon; the kitchen cooks nothing that was not said to be food.
SPOKEN = {
    "food": (_l("Essen"),),
    "travel": (_l("Fahrt"), _l("Bus"), _l("Hin und zurück")),
    "childcare": (_l("Kinder"), _l("Kind")),
    "access": (_l("Hören"), _l("Sehen"), _l("Gehen"), _l("Zugang"), _l("Sonstiges")),
    "phone": (_l("Telefon"), _l("Tel"), _l("Handy")),
}


@dataclass
class Caller:
    """One line, understood; `trouble` says why it was not. `loose` is what nobody said what it is about."""

    name: str
    initiative: Initiative | None = None
    needs: dict[str, str] = field(default_factory=dict)
    phone: str = ""
    loose: str = ""
    trouble: str = ""


def read_lines(typed: str, initiatives: Sequence[Initiative]) -> list[Caller]:
    written = [line for line in typed.split("\n") if line.strip(" ,;")]
    callers = [read_line(line, initiatives) for line in written[:MOST_LINES]]
    if len(written) > MOST_LINES:
        callers[-1].trouble = gettext("Mehr als %(most)d Zeilen gehen nicht auf einmal.", most=MOST_LINES)
    return callers


def read_line(line: str, initiatives: Sequence[Initiative]) -> Caller:
    name, *rest = columns(line)
    caller = Caller(name)
    if not name or len(name) > LONGEST_NAME:
        caller.trouble = gettext("In der Zeile „%(line)s“ fehlt ein Name.", line=line.strip()[:60])
    elif rest and rest[0] and not is_number(rest[0]):
        caller.initiative = named(rest[0], initiatives)
        if caller.initiative is None:
            caller.trouble = gettext("Die Initiative „%(words)s“ kennen wir nicht.", words=rest[0][:60])
        rest = rest[1:]
    for words in filter(None, rest):
        add_words(caller, words)
    return caller


def columns(line: str) -> list[str]:
    """A spreadsheet puts tabs between its columns; then a comma belongs to the words."""
    parts = line.split("\t") if "\t" in line.strip() else line.replace(";", ",").split(",")
    return [" ".join(part.split()) for part in parts]


def is_number(words: str) -> bool:
    return bool(NUMBER.fullmatch(words)) and sum(sign.isdigit() for sign in words) >= 5


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


def add_words(caller: Caller, words: str) -> None:
    label, colon, rest = words.partition(":")
    kind = kind_of(label) if colon else ""
    if kind == "phone" or (not kind and is_number(words)):
        caller.phone = (rest.strip() if kind else words)[:LONGEST_PHONE]
    elif kind:
        caller.needs[kind] = joined(caller.needs.get(kind, ""), rest.strip())
    else:
        caller.loose = joined(caller.loose, words)
    if any(len(said) > LONGEST_NEED for said in (*caller.needs.values(), loose_words(caller))):
        caller.trouble = gettext(
            "Bei %(name)s ist es zu lang. Möglich sind %(longest)d Zeichen.", name=caller.name, longest=LONGEST_NEED
        )


def kind_of(label: str) -> str:
    said = fold(label)
    return next((kind for kind, labels in SPOKEN.items() if said in {fold(str(each)) for each in labels}), "")


def joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def loose_words(caller: Caller) -> str:
    """As the people at the door read it; nothing where nothing is loose."""
    if not caller.loose:
        return ""
    other = gettext("Sonstiges: %(words)s", words=caller.loose)
    return joined(caller.needs.get("access", ""), other)
