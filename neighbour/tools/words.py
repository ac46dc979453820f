"""What is known of a tool, in words; what is not known is said so and never looks like a no."""

from flask_babel import format_date, format_decimal, gettext, ngettext
from flask_babel import lazy_gettext as _l

UNKNOWN = _l("nicht bekannt")

OFFLINE = {
    "full": _l("geht ganz ohne Netz"),
    "partial": _l("teilweise ohne Netz, der Rest später mit Netz"),
    "none": _l("braucht Netz"),
}
ACCOUNT = {
    "none": _l("kein Konto nötig"),
    "optional": _l("geht mit und ohne Konto"),
    "required": _l("Konto nötig"),
    "authority_only": _l("nur für Behörden"),
}
COST = {
    "free": _l("kostenlos"),
    "donation": _l("kostenlos, lebt von Spenden"),
    "freemium": _l("Grundfassung kostenlos, mehr kostet Geld"),
    "paid": _l("kostet Geld"),
    "percentage": _l("behält einen Anteil ein"),
    "municipality_pays": _l("die Kommune bezahlt"),
    "free_for_authorities": _l("kostenlos für Behörden"),
}
DIFFICULTY = {
    1: _l("leicht: geht ohne Hilfe"),
    2: _l("mittel: am Anfang hilft jemand"),
    3: _l("schwer: braucht jemanden mit Erfahrung"),
}
SHORT_DIFFICULTY = {1: _l("leicht"), 2: _l("mittel"), 3: _l("schwer")}
YES_NO = {True: _l("ja"), False: _l("nein")}
PRECISION = {
    "exact": _l("im Lizenztext nachgelesen"),
    "family": _l("genaue Fassung nicht festgestellt"),
    "claimed": _l("nicht nachgeprüft"),
}
EXPLAINED = {
    "offline": OFFLINE,
    "account_organiser": ACCOUNT,
    "account_participant": ACCOUNT,
    "cost_model": COST,
    "difficulty": DIFFICULTY,
    "eu_hosting": YES_NO,
    "us_provider": YES_NO,
    "self_host": YES_NO,
    "german": YES_NO,
    "open_source": YES_NO,
    "licence_precision": PRECISION,
}
LABELS = {
    "offline": _l("Ohne Netz"),
    "account_participant": _l("Konto für alle, die mitmachen"),
    "account_organiser": _l("Konto für die, die es einrichten"),
    "cost_model": _l("Kosten"),
    "difficulty": _l("Wie schwer"),
    "group": _l("Für wie viele"),
    "german": _l("Auf Deutsch"),
    "eu_hosting": _l("In der EU zu haben"),
    "provider": _l("Anbieter"),
    "us_provider": _l("Anbieter in den USA"),
    "self_host": _l("Selbst zu betreiben"),
    "open_source": _l("Freie Software"),
    "privacy_note": _l("Daten"),
    "site": _l("Seite im Internet"),
}
SURE = {"unchecked": _l("ungeprüft"), "written": _l("geschrieben"), "checked": _l("geprüft")}
PAPER_FACTS = ("offline", "account_participant", "cost_model", "difficulty")
NUMBERS = (
    _l("keines"), _l("eines"), _l("zwei"), _l("drei"), _l("vier"), _l("fünf"), _l("sechs"), _l("sieben"), _l("acht"),
    _l("neun"), _l("zehn"), _l("elf"), _l("zwölf"),
)  # fmt: skip


def number(count: int) -> str:
    """Small numbers as words."""
    return str(NUMBERS[count]) if count < len(NUMBERS) else str(count)


def is_known(tool, name: str) -> bool:
    """Whether the catalogue can answer this."""
    if name == "group":
        return tool.group_min is not None or tool.group_max is not None
    return getattr(tool, name) not in (None, "")


def group(tool) -> str:
    low, high = tool.group_min, tool.group_max
    if low == high == 1:
        return gettext("eine Person")
    if high is None:
        return ngettext("ab einer Person", "ab %(num)d Personen", low)
    if low is None:
        return ngettext("eine Person", "bis %(num)d Personen", high)
    return gettext("%(low)s bis %(high)s Personen", low=format_decimal(low), high=format_decimal(high))


def said(tool, name: str) -> str:
    """One fact as a sentence part."""
    if not is_known(tool, name):
        return str(UNKNOWN)
    if name == "group":
        return group(tool)
    value = getattr(tool, name)
    words = str(EXPLAINED[name].get(value, value)) if name in EXPLAINED else value
    more = {"cost_model": cost_note(tool), "provider": tool.hosting_note, "open_source": licence(tool)}.get(name)
    return f"{words} ({more})" if more else words


def cost_note(tool) -> str:
    """What the note adds; one that only begins with „kostenlos“ again adds nothing."""
    return "" if tool.cost_note.startswith("kostenlos,") else tool.cost_note


def licence(tool) -> str:
    if not tool.licence:
        return ""
    precision = PRECISION.get(tool.licence_precision)
    return f"{tool.licence}, {precision}" if precision else tool.licence


def facts(tool) -> list[tuple[str, str, bool]]:
    """(label, words, known) of everything the page says of a tool."""
    names = PAPER_FACTS if tool.paper else LABELS
    return [(str(LABELS[name]), said(tool, name), is_known(tool, name)) for name in names]


def standing(tool) -> str:
    """From when an entry is and how sure we are of it."""
    as_of = gettext("Stand: %(day)s.", day=format_date(tool.as_of, "long")) if tool.as_of else ""
    if tool.sure == "checked":
        day = format_date(tool.checked_at, "long")
        sure = gettext("Geprüft von %(name)s am %(day)s.", name=tool.checked_by, day=day)
    elif tool.sure == "written":
        sure = gettext("Von uns geschrieben, noch von keiner zweiten Person geprüft.")
    else:
        sure = gettext("Zusammengetragen und noch nicht geprüft.")
    return f"{as_of} {sure}".strip()


def missing(tool) -> list[str]:
    """The facts that nobody knows yet."""
    return [label for label, _words, known in facts(tool) if not known]


def in_short(tool) -> str:
    """The four facts that decide, for a row of a list."""
    if tool.paper:
        return gettext("ohne Netz · ohne Konto · Papier und Stift")
    parts = [
        OFFLINE_SHORT.get(tool.offline),
        ACCOUNT_SHORT.get(tool.account_participant),
        COST_SHORT.get(tool.cost_model),
        SHORT_DIFFICULTY.get(tool.difficulty),
    ]
    return " · ".join(str(part) for part in parts if part)


OFFLINE_SHORT = {"full": _l("ohne Netz"), "partial": _l("teilweise ohne Netz"), "none": _l("braucht Netz")}
ACCOUNT_SHORT = {"none": _l("ohne Konto"), "optional": _l("ohne Konto möglich"), "required": _l("mit Konto")}
COST_SHORT = {
    "free": _l("kostenlos"),
    "donation": _l("kostenlos"),
    "freemium": _l("Grundfassung kostenlos"),
    "paid": _l("kostet Geld"),
}


def written(fields: dict, labels: dict) -> str:
    """Fields of an entry as text, for two versions side by side."""
    return "\n\n".join(f"{labels.get(name, name)}: {value_in_words(name, value)}" for name, value in fields.items())


def value_in_words(name: str, value) -> str:
    if value in (None, "", []):
        return str(UNKNOWN)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(EXPLAINED.get(name, {}).get(value, value))
