"""What became of something that arrived, found by the word somebody says on the telephone."""

from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext
from flask_login import current_user
from sqlalchemy import select

from neighbour.accounts import User
from neighbour.db import db
from neighbour.outbox import Receipt, kind_words, standing
from neighbour.web.slots import gather

MOST = 30


@dataclass(frozen=True)
class Arrived:
    """One thing with this word, as the viewer may see it now."""

    who: str
    at: datetime
    what: str
    href: str
    state: tuple[str, str]
    lines: tuple[str, ...] = ()


def arrived_as(code: str) -> list[Arrived]:
    """Everything with this word, the newest first; the same word may have been given out more than once."""
    rows = Receipt.visible_to(current_user).where(Receipt.code == code)
    receipts = db.session.scalars(rows.order_by(Receipt.arrived_at.desc()).limit(MOST)).all()
    things = {thing["id"]: thing for thing in gather("desk.words", current_user, code)}
    names = names_of({receipt.account for receipt in receipts})
    found = [of_receipt(receipt, names, things.pop(receipt.operation_id, None)) for receipt in receipts]
    return sorted([*found, *map(of_thing, things.values())], key=lambda each: each.at, reverse=True)


def names_of(accounts: set[str]) -> dict[str, str]:
    return dict(db.session.execute(select(User.tag, User.name).where(User.tag.in_(accounts))).all())


def of_receipt(receipt: Receipt, names: dict[str, str], thing: dict | None) -> Arrived:
    if thing and "state" in thing:
        return of_thing(thing)
    seen = standing.seen_at(receipt.location, str(receipt.operation_id))
    who = names.get(receipt.account) or (thing or {}).get("who") or gettext("ein Gast ohne Konto")
    what = kind_words(receipt.kind) or seen.title or gettext("Eingabe")
    title = (seen.title,) if seen.title and seen.title != what else ()
    lines = title + tuple((thing or {}).get("lines", ()))
    return Arrived(who, receipt.arrived_at, what, receipt.location if seen.title else "", state_of(seen), lines)


def state_of(seen) -> tuple[str, str]:
    if not seen.title:
        return "needs", gettext("nicht mehr zu sehen")
    return ("arrived", gettext("steht dort")) if seen.html else ("plain", gettext("die Seite ist da"))


def of_thing(thing: dict) -> Arrived:
    """What says of itself how it stands, and what has the word of a paper slip: nobody has sent that from a device."""
    state = thing.get("state") or ("arrived", gettext("steht dort"))
    return Arrived(thing["who"], thing["at"], thing["what"], thing["href"], state, tuple(thing["lines"]))
