"""What the team does with an entry: adding it, changing it, standing for it with a name."""

from functools import partial
from uuid import UUID

from flask_babel import lazy_gettext as _l

from neighbour import audit
from neighbour.accounts import User
from neighbour.db import now, uuid7
from neighbour.errors import Conflict, NotAllowed
from neighbour.tools import words
from neighbour.web.two_writers import changes, conflict

ONLY_TEAM = _l("Das darf nur das Projektteam.")


class Kept:
    """An entry that the team keeps up. What they wrote is named in `edited_fields` and safe from an import."""

    @staticmethod
    def addable_by(viewer) -> bool:
        return viewer.is_team

    def editable_by(self, viewer) -> bool:
        return viewer.is_team

    def add(self, *, by: User, fields: dict, checked: bool) -> None:
        """Puts a new entry into the catalogue."""
        if not self.addable_by(by):
            raise NotAllowed(ONLY_TEAM)
        self.write(fields, by=by, checked=checked)
        audit.log("tools.addition", f"{by.name}: {self.name}", by=by.id, subject=self.id)

    def edit(self, *, by: User, seen: UUID | None, fields: dict, labels: dict, checked: bool) -> None:
        """Raises Conflict with both texts when it is no longer the version that was seen."""
        if not self.editable_by(by):
            raise NotAllowed(ONLY_TEAM)
        self.lock()
        if seen != self.version:
            raise conflict(self, fields, partial(words.written, labels=labels))
        self.write(changes(self, fields), by=by, checked=checked)
        audit.log("tools.edit", f"{by.name}: {self.name}", by=by.id, subject=self.id)

    def check(self, *, by: User, seen: UUID | None) -> None:
        """Somebody read every statement and stands for it with their name."""
        if not self.editable_by(by):
            raise NotAllowed(ONLY_TEAM)
        self.lock()
        if seen != self.version:
            raise Conflict(_l("Der Eintrag wurde inzwischen geändert. Bitte lesen Sie ihn noch einmal."))
        self.write({}, by=by, checked=True)
        audit.log("tools.check", f"{by.name}: {self.name}", by=by.id, subject=self.id)

    def write(self, changed: dict, *, by: User, checked: bool) -> None:
        """A check ends with the next change: the name stands for what was read."""
        for name, value in changed.items():
            setattr(self, name, value)
        self.sure = "checked" if checked else "written"
        self.checked_by, self.checked_at = (by.name, now()) if checked else ("", None)
        self.edited_fields = sorted({*(self.edited_fields or ()), *changed, "sure", "as_of"})
        self.edited_at, self.edited_by_id, self.as_of = now(), by.id, now().date()
        self.version = uuid7()
        self.refold()
