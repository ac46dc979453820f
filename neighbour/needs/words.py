"""The questions of a need, as they are asked and as they are written out."""

from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from neighbour.needs.models.kinds import NETWORK_WORDS, URGENCY_WORDS

LABELS = {
    "title": _l("In einem Satz: Worum geht es?"),
    "unknown": _l("Wir wissen nicht, wie"),
    "analogue_process": _l("So machen wir es heute"),
    "who": _l("Wer macht das?"),
    "place": _l("Wo?"),
    "paper": _l("Welches Papier, welche Liste, welches Heft?"),
    "how_often": _l("Wie oft?"),
    "annoys": _l("Was ärgert Sie daran am meisten?"),
    "must_stay": _l("Was soll unbedingt so bleiben?"),
    "difficulty": _l("Was klappt nicht gut?"),
    "urgency": _l("Wie eilig ist es?"),
    "hours": _l("Stunden in der Woche, die Sie dafür haben"),
    "hands": _l("Wie viele würden mitmachen?"),
    "devices": _l("Welche Geräte haben Sie?"),
    "network": _l("Wie ist das Netz dort?"),
    "body": _l("Möchten Sie noch etwas sagen?"),
}
# What is said of the short ones when nobody asks any more.
FACTS = {
    "who": _l("Wer"),
    "place": _l("Wo"),
    "paper": _l("Papier"),
    "how_often": _l("Wie oft"),
    "annoys": _l("Was ärgert"),
    "must_stay": _l("Was bleiben muss"),
    "hours": _l("Zeit dafür"),
    "hands": _l("Würden mitmachen"),
    "devices": _l("Geräte"),
    "network": _l("Netz"),
}
EXPLAINED = {"urgency": URGENCY_WORDS, "network": NETWORK_WORDS}


def written(words: dict) -> str:
    """All of them as one text."""
    return "\n\n".join(f"{LABELS[name]}\n{said(name, words[name])}" for name in LABELS if name in words)


def said(name: str, value) -> str:
    if value in (None, ""):
        return "–"
    if isinstance(value, bool):
        return str(_l("ja") if value else _l("nein"))
    return str(EXPLAINED.get(name, {}).get(value, value))


def facts(need) -> list[tuple[str, str]]:
    """The short answers that were given, as a table of words."""
    return [(str(label), fact(need, name)) for name, label in FACTS.items() if getattr(need, name) not in (None, "", 0)]


def fact(need, name: str) -> str:
    value = getattr(need, name)
    if name == "hours":
        return ngettext("eine Stunde in der Woche", "%(num)d Stunden in der Woche", value)
    if name == "hands":
        return ngettext("ein Mensch", "%(num)d Menschen", value)
    return said(name, value)
