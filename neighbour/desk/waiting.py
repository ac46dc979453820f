"""What waits: rows that features lay on the desk through `desk.waiting`, the most urgent first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from neighbour.accounts import User
from neighbour.db import now
from neighbour.desk.models import Assignment
from neighbour.web.filters import BERLIN
from neighbour.web.slots import gather

ALL, MINE, DUE = "all", "mine", "due"


@dataclass(frozen=True)
class Waiting:
    """One thing the team should do. `due` is when a promise runs out, `state` its kind and words; `owed` whether
    somebody waits for the team, and not the team for somebody. What knows itself who takes care of it says so: `holder`, and
    `take(by, instead_of)`, by which somebody else does."""

    title: str
    href: str
    since: datetime
    label: str
    lines: tuple = ()
    due: datetime | None = None
    state: tuple[str, str] | None = None
    mark: str = ""
    region: str = ""
    mine: bool = False
    owed: bool = True
    assignment: Assignment | None = None
    holder: User | None = None
    take: Callable | None = None

    @property
    def taken_by(self) -> User | None:
        return self.assignment.person if self.assignment else self.holder

    @property
    def urgency(self) -> int:
        """Reports and running promises, then what waits without one, then where nobody waits for the team."""
        if not self.owed:
            return 2
        return 0 if self.due is not None or (self.state and self.state[0] == "needs") else 1

    @property
    def runs_out(self) -> bool:
        """Before the end of tomorrow, or already over."""
        tomorrow = now().astimezone(BERLIN).date() + timedelta(days=1)
        return self.due is not None and self.due <= datetime.combine(tomorrow, time.max, BERLIN)

    def concerns(self, viewer) -> bool:
        """Taken by the viewer, or of an initiative the viewer accompanies and taken by nobody."""
        return self.assignment.person_id == viewer.id if self.assignment else self.mine


def waiting_for(viewer) -> list[Waiting]:
    """Everything, the most urgent first, then by the date promised, then by how long it waits."""
    offered = gather("desk.waiting", viewer)
    taken = Assignment.at([thing["href"] for thing in offered])
    rows = [with_assignment(thing, taken.get(thing["href"])) for thing in offered]
    return sorted(rows, key=lambda row: (row.urgency, row.due or row.since, row.since))


def with_assignment(thing: dict, assignment: Assignment | None) -> Waiting:
    """Who took it the last time it waited has not taken it this time; what has a holder needs nobody beside them."""
    if assignment is not None and (thing.get("take") or assignment.taken_at < thing["since"]):
        assignment = None
    known = {name: value for name, value in thing.items() if name in Waiting.__dataclass_fields__}
    return Waiting(**{**known, "assignment": assignment})


def chosen(rows: list[Waiting], show: str, viewer) -> list[Waiting]:
    if show == MINE:
        return [row for row in rows if row.concerns(viewer)]
    return [row for row in rows if row.runs_out] if show == DUE else rows
