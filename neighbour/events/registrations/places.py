"""How many places there are and who has them: always counted under the lock of the event."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext, ngettext
from sqlalchemy import case, func, select

from neighbour.db import db
from neighbour.events.models import Event
from neighbour.events.models.registration import News, Registration, State
from neighbour.events.registrations.telling import tell


@dataclass(frozen=True)
class Summary:
    """How full an event is. `places` None: as many as come."""

    confirmed: int
    waiting: int
    last_number: int
    places: int | None

    @property
    def free(self) -> int | None:
        return None if self.places is None else max(0, self.places - self.confirmed)

    @property
    def over(self) -> int:
        """How many more have a place than there are, after places were taken away: nobody loses theirs."""
        return 0 if self.places is None else max(0, self.confirmed - self.places)

    @property
    def is_full(self) -> bool:
        """The next one waits: no place is free, or somebody is waiting for it already."""
        return self.free == 0 or (self.waiting > 0 and self.places is not None)

    @property
    def words(self) -> str:
        if self.places is None:
            said = [ngettext("%(num)d Anmeldung", "%(num)d Anmeldungen", self.confirmed)]
        elif self.over:
            said = [ngettext("%(num)d mehr als Plätze", "%(num)d mehr als Plätze", self.over)]
        elif self.free:
            said = [
                gettext("%(confirmed)d von %(places)d Plätzen belegt", confirmed=self.confirmed, places=self.places)
            ]
        else:
            said = [gettext("Alle %(places)d Plätze belegt", places=self.places)]
        if self.waiting:
            said.append(gettext("%(waiting)d auf der Warteliste", waiting=self.waiting))
        return ", ".join(said)


def summaries(events: Iterable[Event]) -> dict[UUID, Summary]:
    """Of all of them in one query."""
    places = {event.id: event.places for event in events}
    one = {state: func.sum(case((Registration.state == state, 1), else_=0)) for state in State}
    counted = select(Registration.event_id, one[State.CONFIRMED], one[State.WAITING], func.max(Registration.number))
    rows = db.session.execute(counted.where(Registration.event_id.in_(places)).group_by(Registration.event_id))
    found = {id: Summary(confirmed, waiting, last, places[id]) for id, confirmed, waiting, last in rows}
    return {id: found.get(id) or Summary(0, 0, 0, places[id]) for id in places}


def summary(event: Event) -> Summary:
    return summaries([event])[event.id]


def fill_places(event: Event, by=None) -> list[Registration]:
    """Whoever has waited longest moves up, as many as there are places free, and is told."""
    db.session.flush()  # the lock reads anew: more places that are not written yet would be forgotten
    event.lock()
    if event.is_cancelled or event.is_over:
        return []
    waiting = Registration.running(event).where(Registration.state == State.WAITING)
    next_ones = list(db.session.scalars(waiting.limit(summary(event).free).execution_options(populate_existing=True)))
    for registration in next_ones:
        registration.state = State.CONFIRMED
    tell(event, next_ones, News.PLACE_FREE, by)
    return next_ones
