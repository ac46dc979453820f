"""Who looks at a page: the rights that every viewer answers for, and somebody without an account."""

from enum import StrEnum
from uuid import UUID

from flask_babel import lazy_gettext as _l
from flask_login import AnonymousUserMixin

from neighbour.accounts.reading import kept
from neighbour.accounts.visiting import known_tag


class RoleName(StrEnum):
    """What somebody is in the whole network, beside what they are in an initiative. Roles combine."""

    TEAM = "team"
    LEAD = "lead"
    JUROR = "juror"
    BOARD = "board"
    MUNICIPALITY = "municipality"
    PRESS = "press"
    OPERATOR = "operator"


NETWORK_ROLE_WORDS = {
    RoleName.TEAM: _l("Projektteam"),
    RoleName.LEAD: _l("Projektleitung"),
    RoleName.JUROR: _l("Jurymitglied"),
    RoleName.BOARD: _l("Beirat"),
    RoleName.MUNICIPALITY: _l("Kommune"),
    RoleName.PRESS: _l("Presse"),
    RoleName.OPERATOR: _l("Technik"),
}
LEADS_ALONE = {RoleName.TEAM, RoleName.LEAD, RoleName.OPERATOR}


class Rights:
    """The questions that templates and models ask of a viewer, answered from `role_names`."""

    role_names: frozenset[str] = frozenset()

    @property
    def is_team(self) -> bool:
        """The project team and its lead: they accompany every initiative."""
        return bool(self.role_names & {RoleName.TEAM, RoleName.LEAD})

    @property
    def is_lead(self) -> bool:
        return RoleName.LEAD in self.role_names

    @property
    def is_board(self) -> bool:
        return RoleName.BOARD in self.role_names

    @property
    def is_operator(self) -> bool:
        return RoleName.OPERATOR in self.role_names

    @property
    def reads_content(self) -> bool:
        """Somebody who only runs the machine has no right to what people wrote."""
        return self.is_signed_in and self.role_names != {RoleName.OPERATOR}

    @property
    def own_initiatives(self) -> frozenset[UUID]:
        """The initiatives that the viewer belongs to."""
        return frozenset(membership.initiative_id for membership in self.memberships)


class Visitor(Rights, AnonymousUserMixin):
    """Somebody who is not signed in; answers every question that a User answers. On pages for guests `tag` names the
    browser, elsewhere it is empty."""

    id = None
    name = ""
    language = ""
    is_signed_in = False
    reads_plain = False
    memberships: tuple = ()
    device = None

    def __init__(self):
        self.text_size, self.look = kept()
        self.tag = known_tag()
