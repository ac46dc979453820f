"""What the hosts of an event may do to it: write it anew, move it, cancel it, plan its run."""

from datetime import datetime
from uuid import UUID

from flask_babel import lazy_gettext as _l

from neighbour import audit
from neighbour.accounts import User
from neighbour.db import db, now, uuid7
from neighbour.errors import Conflict, Invalid, NotAllowed
from neighbour.events.models.kinds import Audience
from neighbour.events.models.run_sheet import RunSheetLine, as_text, later, minutes_between
from neighbour.outbox import operation_id
from neighbour.web.filters import day
from neighbour.web.two_writers import BOTH, changes, conflict

CALENDAR_KEEPS = ("title", "summary", "venue", "address", "bus", "starts_at", "ends_at")


class Changing:
    """The acts of an Event; each guards itself and raises NotAllowed, Invalid or Conflict."""

    def changeable_by(self, viewer) -> bool:
        return self.hosted_by(viewer) and not self.is_cancelled

    def movable_by(self, viewer) -> bool:
        return self.changeable_by(viewer) and not self.is_over

    cancellable_by = movable_by

    def refuse_changing(self, by) -> None:
        if not self.hosted_by(by):
            raise NotAllowed(_l("Das darf nur, wer zu diesem Termin einlädt, oder das Projektteam."))
        if self.is_cancelled:
            raise NotAllowed(_l("Dieser Termin ist abgesagt. Er lässt sich nicht mehr ändern."))

    def refuse_moving(self, by) -> None:
        self.refuse_changing(by)
        if self.is_over:
            raise NotAllowed(_l("Dieser Termin ist vorbei."))

    def edit(self, by: User, *, version: UUID | None, **words) -> None:
        """Everything but time and place, which move. More places go to who waits."""
        self.lock()
        self.refuse_changing(by)
        if version != self.version:
            raise conflict(self, words, shown)
        if self.audience == Audience.ALL and words.get("audience", Audience.ALL) != Audience.ALL:
            raise Invalid(_l("Wer schon eingeladen ist, bleibt eingeladen."))
        changed = changes(self, words)
        self.rewrite(words, calendar=not changed.keys().isdisjoint(CALENDAR_KEEPS))
        audit.log("events.edit", self.title, by=by.id, subject=self.id)
        if "places" in changed:
            self.fill_places(by)

    def move(self, by: User, *, version: UUID | None, reason: str, **words) -> None:
        """Another time or another place; everybody registered or invited is told. What ended registration moves along,
        and so does the run sheet."""
        self.lock()
        self.refuse_moving(by)
        if version != self.version:
            raise conflict(self, words, shown)
        if words["starts_at"] <= now():
            raise Invalid(_l("Der neue Beginn liegt in der Vergangenheit."))
        if all(getattr(self, name) == words[name] for name in ("starts_at", "ends_at", "venue", "address")):
            raise Invalid(_l("Zeit und Ort sind noch dieselben. Was soll sich ändern?"))
        self.moved_at, self.moved_from_at, self.moved_from_venue = now(), self.starts_at, self.venue
        self.move_reason = reason
        if self.registration_until:
            self.registration_until += words["starts_at"] - self.starts_at
        self.shift_run_sheet(minutes_between(self.starts_at, words["starts_at"]))
        self.rewrite(words, calendar=True)
        audit.log("events.move", f"{self.title}: {reason}", by=by.id, subject=self.id)
        self.tell("moved", by)

    def cancel(self, by: User, reason: str) -> None:
        """It does not take place; everybody registered or invited is told. Cancelling twice is cancelling once."""
        self.lock()
        if self.is_cancelled and self.hosted_by(by):
            return
        self.refuse_moving(by)
        self.cancelled_at, self.cancelled_by_id, self.cancel_reason = now(), by.id, reason
        self.rewrite({}, calendar=True)
        audit.log("events.cancellation", f"{self.title}: {reason}", by=by.id, subject=self.id)
        self.tell("cancelled", by)

    def plan(self, by: User, lines: list[dict], *, version: UUID | None) -> None:
        """The whole run sheet anew, in the order of the lines."""
        self.lock()
        self.refuse_changing(by)
        planned = [RunSheetLine(position=number, **words) for number, words in enumerate(lines)]
        if version != self.run_sheet_version:
            raise Conflict(BOTH, theirs=as_text(self.run_sheet), mine=as_text(planned))
        self.replace_run_sheet(planned)
        self.run_sheet_version = operation_id() or uuid7()

    def shift_run_sheet(self, minutes: int) -> None:
        """Every step begins as much later as the event does."""
        if minutes and self.run_sheet:
            for line in self.run_sheet:
                line.time = later(line.time, minutes)
            self.run_sheet_version = uuid7()

    def take_run_sheet_of(self, other) -> None:
        """The same steps, as much later or earlier as the beginning."""
        minutes = minutes_between(other.starts_at, self.starts_at)
        self.replace_run_sheet([line.copied(later(line.time, minutes)) for line in other.run_sheet])

    def rewrite(self, words: dict, *, calendar: bool) -> None:
        for name, value in words.items():
            setattr(self, name, value)
        self.version, self.changed_at = operation_id() or uuid7(), now()
        self.sequence += calendar

    def fill_places(self, by: User) -> None:
        # Registrations know events; imported here, so that events need not know registrations to be read.
        from neighbour.events.registrations import places

        db.session.flush()
        places.fill_places(self, by=by)

    def tell(self, kind: str, by: User) -> None:
        from neighbour.events import inviting
        from neighbour.events.registrations import telling

        telling.told_about(self, kind, by=by)
        inviting.tell_change(self, kind, by=by)


def shown(words: dict) -> str:
    """As somebody who compares two versions reads it."""
    return "\n\n".join(day(value) if isinstance(value, datetime) else str(value) for value in words.values())
