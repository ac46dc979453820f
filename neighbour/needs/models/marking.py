"""What happens to a need beside the steps of the team: it is handed on, confirmed on the telephone, or done with."""

from datetime import timedelta
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from neighbour import audit
from neighbour.accounts import User
from neighbour.accounts.models import Device
from neighbour.db import db, now
from neighbour.errors import Conflict, Invalid, NotAllowed
from neighbour.initiatives import Membership
from neighbour.needs.models.kinds import Mark, State
from neighbour.needs.models.step import Step

SILENCE = timedelta(days=30)


class Marking:
    """Acts of the team and of the initiative that stand in the way of a need; every act guards itself."""

    def mark(self, state: str, *, by: User, words: str = "", name: str = "") -> None:
        self.steps.append(Step(state=state, by_id=by.id, by=by, at=now(), words=words, name=name))

    def hand_to(self, person: User, *, by: User, words: str = "") -> bool:
        """Returns whether somebody else takes care of it from now on."""
        self.refuse_moving(by)
        if not person.is_team:
            raise Invalid(_l("Darum kümmert sich jemand aus dem Projektteam."))
        if person.id == self.responsible_id:
            return False
        self.responsible_id, self.responsible = person.id, person
        self.mark(Mark.HANDED, by=by, words=words, name=person.name)
        audit.log("needs.responsibility", f"{self.title}: {person.name}", by=by.id, subject=self.id)
        return True

    def take(self, by: User, instead_of: UUID | None) -> None:
        """`instead_of` is who took care of it on the page that was read. Raises Conflict after a change."""
        self.lock()
        db.session.refresh(self, ["responsible_id", "responsible"])
        if self.responsible_id not in (None, instead_of, by.id):
            raise Conflict(_l("%(name)s hat das eben übernommen.", name=self.responsible.name))
        self.hand_to(by, by=by)

    def withdrawable_by(self, viewer) -> bool:
        return self.decided_by(viewer) and not self.is_ended and self.merged_into_id is None

    def reopenable_by(self, viewer) -> bool:
        """What the initiative has ended, it opens again; what the team has ended, the team does."""
        return self.decided_by(viewer) and self.state == State.WITHDRAWN and self.merged_into_id is None

    def withdraw(self, by: User, words: str) -> None:
        """It has settled itself: nobody owes an answer any more."""
        self.refuse_merged()
        if not self.withdrawable_by(by):
            raise NotAllowed(_l("Das sagt, wer den Bedarf genannt hat, oder die Koordination."))
        self.state = State.WITHDRAWN
        self.mark(State.WITHDRAWN, by=by, words=words)
        audit.log("needs.withdrawal", self.title, by=by.id, subject=self.id)

    def reopen(self, by: User) -> None:
        self.refuse_merged()
        if not self.reopenable_by(by):
            raise NotAllowed(_l("Das öffnet wieder, wer den Bedarf genannt hat, oder die Koordination."))
        self.state = State.RECEIVED
        self.mark(State.RECEIVED, by=by)
        audit.log("needs.state", f"{self.title}: {self.state_words}", by=by.id, subject=self.id)

    def spoken_for_by(self, viewer) -> bool:
        """Whether the team may note that somebody has confirmed it on the telephone: only where nobody signs in."""
        waits = not self.is_confirmed and self.merged_into_id is None
        return waits and viewer.is_team and not self.of_home(viewer) and self.home_is_silent

    @property
    def home_is_silent(self) -> bool:
        """No member of the initiative was here lately."""
        seen = select(Device.id).join(Membership, Membership.user_id == Device.user_id)
        here = seen.where(Membership.initiative_id == self.initiative_id, Device.seen_at > now() - SILENCE)
        return db.session.scalar(here.limit(1)) is None

    @property
    def spoken_yes(self) -> Step | None:
        """The mark of who confirmed it on the telephone."""
        return next((step for step in self.steps if step.state == Mark.CONFIRMED), None)

    def confirm_spoken(self, name: str, *, by: User) -> None:
        """`name` is who said on the telephone that it is right."""
        self.refuse_merged()
        if self.is_confirmed:
            return
        if not self.spoken_for_by(by):
            raise NotAllowed(_l("Das bestätigt jemand aus der Initiative selbst."))
        self.confirmed_at, self.confirmed_by_id = now(), by.id
        self.mark(Mark.CONFIRMED, by=by, name=name)
        audit.log("needs.spoken_confirmation", f"{self.title}: {name}", by=by.id, subject=self.id)
