"""A text that readers do not see: taken from them by a moderator, or withdrawn by who wrote it."""

from flask_babel import lazy_gettext as _l

from neighbour import audit
from neighbour.accounts import User
from neighbour.db import now
from neighbour.errors import NotAllowed
from neighbour.notifications import taken_back


class Hideable:
    """What is hidden from everybody but its author and the team. A moderator says why; an author need not."""

    @property
    def is_hidden(self) -> bool:
        return self.hidden_at is not None

    @property
    def is_withdrawn(self) -> bool:
        return self.is_hidden and not self.hidden_reason

    def shows_text_to(self, viewer) -> bool:
        """A hidden text is read by who wrote it and by the team."""
        return self.hidden_at is None or viewer.id == self.author_id or viewer.is_team

    def hideable_by(self, viewer) -> bool:
        return self.topic.room.moderated_by(viewer)

    def refuse_hiding(self, by) -> None:
        if not self.hideable_by(by):
            raise NotAllowed(_l("Das darf das Projektteam, im eigenen Raum auch die Koordination."))
        if self.is_withdrawn:
            raise NotAllowed(_l("Dieser Beitrag ist schon zurückgezogen."))

    def hide(self, by: User, reason: str) -> None:
        """Takes the text from readers; its author is told why."""
        self.refuse_hiding(by)
        self.conceal(by, reason)
        audit.log("forum.hiding", f"{self.topic.title}, #{self.number}: {reason}", by=by.id, subject=self.id)

    def unhideable_by(self, viewer) -> bool:
        """Whoever may hide, but nobody shows their own words again against the team, and the team nobody's."""
        return not self.is_withdrawn and self.hideable_by(viewer) and (viewer.is_team or viewer.id != self.author_id)

    def unhide(self, by: User) -> None:
        if not self.unhideable_by(by):
            raise NotAllowed(_l("Wieder zeigen darf das Projektteam, im eigenen Raum auch die Koordination."))
        self.reveal()
        taken_back("hidden", ("post", self.id))
        audit.log("forum.unhiding", f"{self.topic.title}, #{self.number}", by=by.id, subject=self.id)

    def withdrawable_by(self, viewer) -> bool:
        """By the author; what a moderator has hidden stays theirs to show again."""
        return self.is_by(viewer) and (not self.is_hidden or self.is_withdrawn)

    def is_by(self, viewer) -> bool:
        return viewer.is_signed_in and viewer.id == self.author_id

    def refuse_withdrawing(self, by) -> None:
        if not self.is_by(by):
            raise NotAllowed(_l("Zurückziehen kann einen Beitrag nur, wer ihn geschrieben hat."))
        if not self.withdrawable_by(by):
            raise NotAllowed(_l("Dieser Beitrag ist schon verborgen."))

    def withdraw(self, by: User) -> None:
        self.refuse_withdrawing(by)
        if not self.is_withdrawn:
            self.conceal(by, "")

    def put_back(self, by: User) -> None:
        """Shows what its author had withdrawn."""
        self.refuse_withdrawing(by)
        self.reveal()

    def conceal(self, by: User, reason: str) -> None:
        self.hidden_at, self.hidden_by_id, self.hidden_reason = now(), by.id, reason
        self.topic.touch()

    def reveal(self) -> None:
        self.hidden_at, self.hidden_by_id, self.hidden_reason = None, None, ""
        self.topic.touch()
