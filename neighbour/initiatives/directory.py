"""The list of initiatives as somebody sees it: the own quarter first, then the region, then the state."""

import re
import unicodedata
from dataclasses import dataclass, field

from sqlalchemy.orm import defer

from neighbour.db import db
from neighbour.initiatives.models import Initiative, Membership, Region, Status


def fold(words: str) -> str:
    """Without capitals, dots and accents, so that `lutkenbrook` and `luetkenbrook` find Lütkenbrook."""
    letters = unicodedata.normalize("NFKD", words.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"(?<=[aou])e", "", plain)


def matches(initiative: Initiative, wanted: str) -> bool:
    """Whether every word that was typed occurs in name, place or about."""
    there = fold(f"{initiative.name} {initiative.place} {initiative.about}")
    return all(word in there for word in fold(wanted).split())


@dataclass
class Directory:
    """The initiatives in the groups of the page; `members` counts people by initiative, `others` do not fit what was searched."""

    members: dict
    own: list[Initiative] = field(default_factory=list)
    near: list[Initiative] = field(default_factory=list)
    state: list[Initiative] = field(default_factory=list)
    applied: list[Initiative] = field(default_factory=list)
    others: list[Initiative] = field(default_factory=list)
    friends: dict[Region, list[Initiative]] = field(default_factory=dict)

    @property
    def shown(self) -> list[Initiative]:
        """Everything with a place on the map, friends first, so that they lie below the others."""
        friends = [friend for group in self.friends.values() for friend in group]
        return friends + self.state + self.near + self.own

    @property
    def count(self) -> int:
        return len(self.shown) + len(self.applied)

    @property
    def is_empty(self) -> bool:
        return not self.shown and not self.applied


def directory_for(viewer, wanted: str = "") -> Directory:
    """Two queries, however many there are."""
    directory = Directory(Membership.counts())
    regions = {membership.initiative.region for membership in viewer.memberships}
    for initiative in db.session.scalars(Initiative.nearest_to(viewer).options(defer(Initiative.portrait))):
        if not matches(initiative, wanted):
            directory.others += [initiative] if initiative.status != Status.APPLIED else []
        else:
            group_of(directory, initiative, viewer, regions).append(initiative)
    directory.friends = {region: directory.friends[region] for region in Region if region in directory.friends}
    return directory


def group_of(directory: Directory, initiative: Initiative, viewer, regions: set[str]) -> list[Initiative]:
    if initiative.includes(viewer):
        return directory.own
    if initiative.status == Status.APPLIED:
        return directory.applied
    if initiative.status == Status.FRIEND:
        return directory.friends.setdefault(Region(initiative.region), [])
    return directory.near if initiative.region in regions else directory.state
