"""Whom somebody calls who holds an invitation or a note: a name and a number, as near to them as there is one."""

from typing import NamedTuple

from flask_babel import gettext

from neighbour.initiatives.models import Initiative, Invitation
from neighbour.programme import current


class Reach(NamedTuple):
    """Somebody who answers the telephone."""

    name: str
    phone: str


def reach_of(invitation: Invitation) -> Reach | None:
    """Who invites, if they gave a number; else who accompanies the initiative; else the project team."""
    inviter = invitation.invited_by
    if inviter is not None and inviter.phone:
        return Reach(inviter.name, inviter.phone)
    return team_of(invitation.initiative)


def team_of(*initiatives: Initiative | None) -> Reach | None:
    """The first companion with a number, else the number of the project team, as far as there is one."""
    for initiative in initiatives:
        companion = initiative.companion if initiative else None
        if companion is not None and companion.phone:
            return Reach(companion.name, companion.phone)
    phone = current().operator_phone
    return Reach(gettext("Das Projektteam"), phone) if phone else None
