"""What the start page shows of the inbox: the newest that is unread."""

from flask import url_for
from flask_babel import gettext, ngettext

from neighbour.notifications.entries import Entry, newest_unread
from neighbour.notifications.unread import MOST, unread
from neighbour.web.filters import moment

SHOWN = 5
LOOKED_AT = 20  # some of them may be gone


def waiting(viewer) -> list[dict]:
    """What is gone waits for nobody; the inbox alone says that it was there."""
    there = [entry for entry in newest_unread(viewer, LOOKED_AT) if not entry.is_gone]
    shown, number = [row(entry) for entry in there[:SHOWN]], len(unread())
    return [*shown, the_rest(number)] if len(there) > SHOWN else shown


def row(entry: Entry) -> dict:
    lines = [entry.line, moment(entry.at)] if entry.line else [moment(entry.at)]
    return {"title": entry.sentence, "href": entry.href, "lines": lines, **signed(entry.icon)}


def the_rest(number: int) -> dict:
    more = gettext("Alle neuen") if number >= MOST else ngettext("Eine neue", "Alle %(num)d neuen", number)
    return {
        "title": gettext("Alle Benachrichtigungen"),
        "href": url_for("notifications.notifications"),
        "lines": [more],
        **signed("bell"),
    }


def signed(icon: str) -> dict:
    return {"sign": "icon", "icon": icon, "mark": "", "region": ""}
