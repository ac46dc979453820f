"""Six events with what belongs to them: the run, who registered in which order, and all materials."""

from datetime import datetime, time, timedelta
from uuid import UUID

from sqlalchemy import select

from neighbour.accounts import User
from neighbour.db import db, now
from neighbour.demo.loading.clock import BERLIN, Clock, id_of
from neighbour.demo.loading.people import by_handle
from neighbour.demo.loading.sheets import lay
from neighbour.demo.texts import read_all
from neighbour.events.models import Event, RunSheetLine
from neighbour.events.models.registration import NEEDS, Registration, State
from neighbour.initiatives import Initiative
from neighbour.materials import Place

NEEDS_KEPT = timedelta(days=7)
WORDS = ("kind", "title", "summary", "venue", "address", "bus", "induction_loop", "network", "food", "places")


def load(clock: Clock) -> None:
    people, homes = by_handle(), {home.slug: home for home in db.session.scalars(select(Initiative)).unique()}
    there = set(db.session.scalars(select(Event.id)))
    for words in read_all("events"):
        announced_at = first_known(words, clock)
        event_id = id_of(f"events/{words['number']}", announced_at)
        if event_id not in there:
            load_event(event_id, words, announced_at, clock, people, homes)


def first_known(words: dict, clock: Clock) -> datetime:
    """Two days before somebody registered."""
    return clock.moment(2 + max(one["days_ago"] for one in words["registrations"]), "09:30")


def load_event(
    event_id: UUID, words: dict, announced_at: datetime, clock: Clock, people: dict[str, User], homes: dict
) -> None:
    home, contact = homes.get(words["initiative"]), people[words["contact"]]
    known = {name: words.get(name, "") for name in WORDS} | {"body": words["body"].strip()}
    event = Event(
        id=event_id,
        starts_at=at(clock, words["days"], words["starts"]),
        ends_at=at(clock, words["days"], words["ends"]),
        step_free=words.get("step_free"),
        initiative_id=home.id if home else None,
        contact_id=contact.id,
        created_by_id=contact.id,
        created_at=announced_at,
        changed_at=announced_at,
        **known,
    )
    event.run_sheet = [RunSheetLine(position=number, **line) for number, line in enumerate(words["run_sheet"])]
    db.session.add(event)
    db.session.flush()
    load_registrations(event, words["registrations"], clock, people, homes)
    place = Place(kind="event", id=event.id, title=event.title, ends_at=event.ends_at, editable=True)
    for material in words["materials"]:
        lay(place, material, clock, people)


def at(clock: Clock, days: int, clock_time: str) -> datetime:
    return datetime.combine(clock.day(days), time.fromisoformat(clock_time), BERLIN)


def load_registrations(event: Event, rows: list[dict], clock: Clock, people: dict[str, User], homes: dict) -> None:
    """In the order of arrival; who comes after the last place waits."""
    arrived = sorted(rows, key=lambda one: (-one["days_ago"], one["time"]))
    for number, words in enumerate(arrived, start=1):
        moment = clock.moment(words["days_ago"], words["time"])
        person, typist = people.get(words.get("person", "")), people.get(words.get("by", ""))
        home = homes.get(words.get("initiative", "")) or home_of(person)
        waits = event.places is not None and number > event.places
        entered_by = typist or person
        row = Registration(
            id=id_of(f"{event.id}/registrations/{number}", moment),
            event_id=event.id,
            number=number,
            person_id=person.id if person else None,
            name=person.name if person else words["name"],
            initiative_id=home.id if home else None,
            state=State.WAITING if waits else State.CONFIRMED,
            channel=words.get("channel", "app" if person else "guest"),
            entered_by_id=entered_by.id if entered_by else None,
            at=moment,
        )
        if event.ends_at + NEEDS_KEPT > now():
            for need in NEEDS:
                setattr(row, need, words.get(need, ""))
        db.session.add(row)


def home_of(person: User | None) -> Initiative | None:
    return person.memberships[0].initiative if person and person.memberships else None
