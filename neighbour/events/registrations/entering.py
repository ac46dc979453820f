"""Registering callers and slips, and saying what came of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext, ngettext

from neighbour.accounts import User
from neighbour.events.models import Event
from neighbour.events.registrations import lists
from neighbour.events.registrations.arriving import Arrival, arrive
from neighbour.events.registrations.lines import Caller, joined, loose_words
from neighbour.events.registrations.words import need_words


@dataclass(frozen=True)
class Entry:
    """A caller, and what came of it."""

    caller: Caller
    arrival: Arrival

    @property
    def name(self) -> str:
        return self.arrival.registration.name


def enter(event: Event, callers: Sequence[Caller], *, by: User, channel: str, id: UUID | None = None) -> list[Entry]:
    """Raises NotAllowed. Words that nobody said what they are about are kept for who is new, and change nobody else."""
    entries = []
    for caller in callers:
        person = lists.account_of(caller.name, caller.initiative, by=by)
        words = {"person": person, "initiative_id": caller.initiative.id if caller.initiative else None}
        words |= {"phone": caller.phone, **caller.needs}
        arrival = arrive(event, by=by, id=id, name=caller.name, channel=channel, **words)
        if arrival.is_new and caller.loose:
            arrival.registration.say_needs(by=by, access=loose_words(caller))
        entries.append(Entry(caller, arrival))
    return entries


def sentences(entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """Each with its kind of message."""
    new = [entry.arrival.registration for entry in entries if entry.arrival.is_new]
    if new:
        said = ngettext("%(num)d Mensch eingetragen.", "%(num)d Menschen eingetragen.", len(new))
        waiting = sum(registration.is_waiting for registration in new)
        more = gettext("%(waiting)d davon auf der Warteliste.", waiting=waiting) if waiting else ""
        yield "arrived", f"{said} {more}".strip()
    for entry in entries:
        if not entry.arrival.is_new:
            yield "plain", known_sentence(entry)


def known_sentence(entry: Entry) -> str:
    labels = {"phone": gettext("Telefon")} | {need: label for need, label, _hint in need_words()}
    there = entry.arrival.registration
    added = joined(*(f"{labels[name]}: {getattr(there, name)}" for name in entry.arrival.added if name in labels))
    said = [gettext("Schon auf der Liste: %(name)s", name=entry.name)]
    if added:
        said = [gettext("Schon auf der Liste: %(name)s, ergänzt: %(words)s", name=entry.name, words=added)]
    if entry.caller.loose:
        missing = gettext(
            "nicht übernommen: „%(words)s“ (schreiben Sie davor, worum es geht)", words=entry.caller.loose
        )
        said.append(missing)
    return joined(*said)
