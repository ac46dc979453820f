"""What pages show of registrations: the panel of an event, the lists of its hosts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext
from flask_login import current_user
from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, lazyload, load_only

from neighbour.accounts import User
from neighbour.db import db
from neighbour.events.models import Event, Mailing
from neighbour.events.models.registration import NEEDS, Registration, State
from neighbour.events.registrations.arriving import refusal
from neighbour.events.registrations.forms import GuestForm, OwnForm
from neighbour.events.registrations.places import Summary, summary
from neighbour.initiatives import Initiative, Membership
from neighbour.initiatives.loading import home_of, name_of
from neighbour.initiatives.models import Status
from neighbour.web.folding import fold


@dataclass(frozen=True)
class Panel:
    """Registration as one viewer sees it on the page of an event."""

    event: Event
    summary: Summary
    own: Sequence[Registration]
    line: dict[UUID, int]
    form: OwnForm | GuestForm
    refusal: str | None

    @property
    def is_registered(self) -> bool:
        """Whether the viewer comes or waits; who registered others has not said so."""
        return any(each.person_id == current_user.id for each in self.own)


def own_initiatives(viewer) -> list[Initiative]:
    return [membership.initiative for membership in viewer.memberships]


def own_form(typed=None) -> OwnForm:
    return OwnForm(typed, initiatives=own_initiatives(current_user))


def own_registrations(event: Event, viewer) -> list[Registration]:
    """Those of the viewer's account or browser, their own first."""
    rows = Registration.running(event).where(Registration.belongs_to(viewer)).options(home_of(Registration.initiative))
    return sorted(db.session.scalars(rows), key=lambda each: each.person_id is None or each.person_id != viewer.id)


def panel_of(event: Event, form: OwnForm | GuestForm | None = None) -> Panel:
    viewer = current_user._get_current_object()
    own = own_registrations(event, viewer)
    words = {"form": own_form() if form is None else form, "refusal": refusal(event, viewer)}
    return Panel(event, summary(event), own, line_of(event, own), **words)


def line_of(event: Event, rows: Sequence[Registration]) -> dict[UUID, int]:
    """Their places on the waiting list; 1 moves up next."""
    if not any(each.is_waiting for each in rows):
        return {}
    waiting = select(Registration.id).where(Registration.event_id == event.id, Registration.state == State.WAITING)
    ids = db.session.scalars(waiting.order_by(Registration.number))
    return {id: place for place, id in enumerate(ids, start=1)}


def waiting_sentence(who: Registration) -> str:
    place = line_of(who.event, [who])[who.id]
    if who.person_id and who.person_id == current_user.id:
        return gettext("Sie stehen auf der Warteliste, Platz %(place)d.", place=place)
    return gettext("%(name)s steht auf der Warteliste, Platz %(place)d.", name=who.name, place=place)


def everybody(event: Event) -> list[Registration]:
    """Who comes or waits, in the order of arrival, with initiatives and who entered them."""
    return with_people(Registration.running(event))


def left(event: Event, rows: Sequence[Registration]) -> list[Registration]:
    """Who has cancelled and is not among `rows` again, the last one first."""
    gone = select(Registration).where(Registration.event_id == event.id, Registration.state == State.CANCELLED)
    found = with_people(gone.order_by(Registration.cancelled_at.desc()))
    return [each for each in found if not any(each.is_same_person(**named(row)) for row in rows)]


def named(registration: Registration) -> dict:
    return {"name": registration.name, "person_id": registration.person_id}


def with_people(rows: Select[tuple[Registration]]) -> list[Registration]:
    person = joinedload(Registration.person).options(load_only(User.name, User.phone, User.email), lazyload("*"))
    people = home_of(Registration.initiative), person, name_of(Registration.entered_by)
    return list(db.session.scalars(rows.options(*people)))


def confirmed(rows: Sequence[Registration]) -> list[Registration]:
    return [each for each in rows if each.state == State.CONFIRMED]


def needs_of(rows: Sequence[Registration]) -> dict[str, list[tuple[str, str]]]:
    """By kind of need: name and words of whoever comes and has said something."""
    said = confirmed(rows)
    return {need: [(each.name, getattr(each, need)) for each in said if getattr(each, need)] for need in NEEDS}


def totals(said: Sequence[tuple[str, str]]) -> list[tuple[str, int]]:
    """How many want the same, as they said it first; most wanted first."""
    words = {fold(word): word for _name, word in reversed(said)}
    counted = Counter(fold(word) for _name, word in said)
    return [(words[folded], number) for folded, number in counted.most_common()]


def to_call(rows: Sequence[Registration]) -> list[Registration]:
    """Whom neither app nor mail reaches and nobody has called yet."""
    return [each for each in rows if each.to_tell]


def silent(event: Event, rows: Sequence[Registration], initiatives: Sequence[Initiative]) -> list[Initiative]:
    """Initiatives of which nobody comes yet: of those invited, or of the programme as long as none is."""
    heard = {each.initiative_id for each in rows} | {event.initiative_id}
    invited = Mailing.sent_to(event.id)
    asked = [each for each in initiatives if (each.id in invited if invited else each.status == Status.SELECTED)]
    return [each for each in asked if each.id not in heard]


def account_of(name: str, initiative: Initiative | None, *, by) -> User | None:
    """The one account that a caller with this name has: in the initiative if one was named, else among the people of
    who enters them; only the team knows everybody."""
    people = select(User.id, User.name).where(User.ended_at.is_(None))
    if initiative is not None or not by.is_team:
        homes = [initiative.id] if initiative is not None else by.own_initiatives
        people = people.where(User.id.in_(select(Membership.user_id).where(Membership.initiative_id.in_(homes))))
    same = [id for id, known in db.session.execute(people) if fold(known) == fold(name)]
    return db.session.get(User, same[0]) if len(same) == 1 else None
