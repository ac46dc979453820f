"""Where materials hang: features offer their places through the slot `material.places`, so nobody imports upwards.

An offer is asked `offer(viewer, kind, ids)` and returns one dict for each of these that the viewer sees, with the fields
of `Place`; of other kinds it returns nothing. Many places of one kind cost one question.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from neighbour.db import now
from neighbour.web.forms import one_id
from neighbour.web.slots import gather


@dataclass(frozen=True)
class Place:
    """An event, a tool or whatever has materials, as one viewer sees it: `editable` is for them, `ends_at` is when
    what is shown there has been shown."""

    kind: str
    id: UUID
    title: str
    href: str = ""
    ends_at: datetime | None = None
    editable: bool = False

    @property
    def code(self) -> str:
        """The place in an address: `event:0190…`."""
        return f"{self.kind}:{self.id}"

    @property
    def is_over(self) -> bool:
        return self.ends_at is not None and self.ends_at <= now()

    @property
    def takes_minutes(self) -> bool:
        """Of what ends, somebody may write minutes."""
        return self.ends_at is not None


def visible(viewer, kind: str, ids: Iterable[UUID]) -> dict[UUID, Place]:
    """Those of the places that the viewer sees."""
    wanted = set(ids)
    offered = gather("material.places", viewer, kind, wanted) if wanted else []
    return {words["id"]: Place(**words) for words in offered}


def named(viewer, code: str | None) -> Place | None:
    """The place that an address or a form names, if the viewer sees it."""
    kind, _, written = (code or "").partition(":")
    place_id = one_id(written)
    return visible(viewer, kind, [place_id]).get(place_id) if place_id else None
