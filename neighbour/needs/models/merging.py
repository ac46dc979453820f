"""Two needs that are one: nothing is deleted, what belongs to the first counts at the second."""

from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from neighbour import audit
from neighbour.accounts import User
from neighbour.db import db, now
from neighbour.errors import Invalid
from neighbour.needs.models.answer import Answer
from neighbour.needs.models.same_here import SameHere


class Merging:
    """Going into another need and coming out again."""

    def refuse_merging(self, other: "Merging", by: User) -> None:
        """Whoever reads the first must be able to read the second, and what an initiative keeps to itself stays there."""
        self.refuse_moving(by)
        if other.id == self.id or other.merged_into_id is not None:
            raise Invalid(_l("Bitte wählen Sie einen anderen Bedarf."))
        if self.is_shared and not other.is_shared:
            raise Invalid(_l("Diesen hier lesen alle, den anderen nicht. Zuerst muss die Initiative ihn teilen."))
        if not self.is_shared and other.initiative_id != self.initiative_id:
            raise Invalid(_l("Die Initiative hat diesen Bedarf nicht geteilt. Zusammenlegen geht erst danach."))

    def merge_into(self, other: "Merging", *, by: User) -> None:
        """Both rows must be locked, so that nobody merges them crosswise at the same moment. What went into this one
        before stays with it: by its own merger it was allowed to be here, not there."""
        self.refuse_merging(other, by)
        self.merged_into_id, self.merged_into = other.id, other
        self.merged_by_id, self.merged_at = by.id, now()
        audit.log("needs.merger", f"{self.title} → {other.title}", by=by.id, subject=self.id)

    def separate(self, *, by: User) -> None:
        """Takes a merger back: both are as they were."""
        self.refuse_all_but_team(by)
        if self.merged_into_id is None:
            return
        title = self.merged_into.title
        self.merged_into_id, self.merged_into, self.merged_by_id, self.merged_at = None, None, None, None
        audit.log("needs.separation", f"{self.title} ← {title}", by=by.id, subject=self.id)

    def locked_with(self, other_id: UUID) -> "Merging | None":
        """The other need, both locked, always in the same order."""
        need = type(self)
        both = select(need).where(need.id.in_([self.id, other_id])).order_by(need.id).with_for_update(of=need)
        found = db.session.scalars(both.execution_options(populate_existing=True)).unique().all()
        return next((one for one in found if one.id == other_id and one.id != self.id), None)

    def end_of_way(self) -> "Merging":
        """The need that a letter to this one belongs to, locked: where it was merged into, else itself."""
        self.lock()
        return self if self.keeps_letters else self.merged_into.end_of_way()

    @property
    def keeps_letters(self) -> bool:
        """What is written to a need that an initiative keeps to itself never goes where everybody reads it."""
        return self.merged_into_id is None or (self.merged_into.is_shared and not self.is_shared)

    @property
    def holds_words_of_others(self) -> bool:
        """Whether other initiatives have said or written something here, or another need went into this one."""
        need = type(self)
        others = (
            select(SameHere.id).where(SameHere.need_id == self.id),
            select(Answer.id).where(
                Answer.need_id == self.id,
                Answer.by_team.is_(False),
                Answer.initiative_id.is_distinct_from(self.initiative_id),
            ),
            select(need.id).where(need.merged_into_id == self.id),
        )
        return any(db.session.scalar(found.limit(1)) is not None for found in others)
