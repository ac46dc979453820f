"""What may be typed at the desk."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from neighbour.accounts.models import RoleName
from neighbour.desk.words import PARTS, ROLES
from neighbour.initiatives.models.kinds import ROLE_WORDS
from neighbour.web.forms import Form, choice, line, named, text

ENDED = "ended"
ALL_ROLES = [("", _l("Alle")), *ROLE_WORDS.items(), *ROLES.items(), (ENDED, _l("Konto beendet"))]


class PeopleForm(Form):
    """Which people the table shows; `after` is the handle of the last one on the page before."""

    q = line(_l("Name"), longest=80, required=False)
    initiative = choice(_l("Initiative"), [])
    role = choice(_l("Rolle"), ALL_ROLES, default="")
    after = line(_l("Ab"), longest=42, required=False)

    def __init__(self, typed, initiatives):
        super().__init__(typed)
        self.initiative.choices = named([("", _l("Alle")), *((each.slug, each.name) for each in initiatives)])
        self.initiative.data = self.initiative.data or ""
        self.role.data = self.role.data or ""


class RoleForm(Form):
    """One role of the network, to be given or taken."""

    role = choice(_l("Rolle"), [])

    def __init__(self, typed, viewer):
        super().__init__(typed)
        self.role.choices = named(offered_roles(viewer))


def offered_roles(viewer) -> list[tuple[str, str]]:
    """What this person may give and take."""
    return [(name, ROLES[name]) for name in RoleName if viewer.role_changeable_by(viewer, name)]


class CallForm(Form):
    """A call, in the few fields that one fills while the other person is still talking."""

    who = line(_l("Mit wem?"), longest=80, required=False)
    initiative = SelectField(_l("Initiative"), validate_choice=False)
    said = text(_l("Was wurde gesagt?"), longest=5000, required=_l("Bitte schreiben Sie, was gesagt wurde."))


class AuditForm(Form):
    """Which lines of the log are shown: of one part of the system, of one person."""

    part = choice(_l("Bereich"), [("", _l("Alle")), *PARTS.items()], default="")
    who = line(_l("Wer"), longest=80, required=False)

    def __init__(self, typed):
        super().__init__(typed)
        self.part.data = self.part.data or ""
