"""Who may do what with a need: the questions that templates and acts ask alike."""

from flask_babel import lazy_gettext as _l

from neighbour.errors import Moved, NotAllowed
from neighbour.initiatives.models import Status


def homes_of(viewer) -> list:
    """The initiatives for which somebody may speak here; of an application only the team knows."""
    return [m.initiative for m in viewer.memberships if m.initiative.status != Status.APPLIED]


class Rules:
    """Answers for one need and one viewer."""

    def of_home(self, viewer) -> bool:
        return self.initiative_id in viewer.own_initiatives

    def decided_by(self, viewer) -> bool:
        """Who speaks for the initiative about this need: who decides there, and its author as long as they belong to it."""
        deciding = any(m.initiative_id == self.initiative_id and m.decides for m in viewer.memberships)
        return deciding or (self.of_home(viewer) and viewer.id == self.author_id)

    def editable_by(self, viewer) -> bool:
        """What the team took down may be put right by the team and every member, until a member has confirmed it."""
        if self.merged_into_id is not None:
            return False
        return self.decided_by(viewer) or (not self.is_confirmed and (viewer.is_team or self.of_home(viewer)))

    def confirmable_by(self, viewer) -> bool:
        return self.merged_into_id is None and not self.is_confirmed and self.of_home(viewer)

    def shareable_by(self, viewer) -> bool:
        """Never the team: whose words these are decides who reads them."""
        return self.merged_into_id is None and self.is_confirmed and self.decided_by(viewer)

    def homes_that_know_it(self, viewer) -> list:
        """The viewer's initiatives that may say „bei uns auch“: all but the one whose need it is."""
        homes = [initiative for initiative in homes_of(viewer) if initiative.id != self.initiative_id]
        return homes if self.is_shared else []

    def answerable_by(self, viewer) -> bool:
        """Jury, board and press read what is shared; letters are written by those whose matter it is."""
        return viewer.is_team or bool(homes_of(viewer))

    def movable_by(self, viewer) -> bool:
        return viewer.is_team and self.merged_into_id is None

    def texts_seen_by(self, viewer) -> bool:
        """Earlier texts stay with the initiative and the team: somebody may have taken something out."""
        return viewer.is_team or self.of_home(viewer)

    def refuse_answering(self, by) -> None:
        if not self.keeps_letters:
            self.refuse_merged()
        if not self.answerable_by(by):
            raise NotAllowed(_l("Antworten schreiben die Initiativen und das Projektteam."))

    def refuse_all_but_team(self, by) -> None:
        if not by.is_team:
            raise NotAllowed(_l("Das darf nur das Projektteam."))

    def refuse_moving(self, by) -> None:
        self.refuse_all_but_team(by)
        self.refuse_merged()

    def refuse_merged(self) -> None:
        if self.merged_into_id is not None:
            title = self.merged_into.title
            sentence = _l("Dieser Bedarf wurde mit „%(title)s“ zusammengelegt. Dort geht es weiter.", title=title)
            raise Moved(sentence, to=(f"/needs/{self.merged_into_id}", title))

    def refuse_editing(self, by) -> None:
        self.refuse_merged()
        if not self.editable_by(by):
            raise NotAllowed(_l("Das ändert, wer den Bedarf genannt hat, oder die Koordination."))

    def refuse_confirming(self, by) -> None:
        self.refuse_merged()
        if not self.of_home(by):
            raise NotAllowed(_l("Das bestätigt jemand aus der Initiative selbst."))

    def refuse_sharing(self, by) -> None:
        self.refuse_merged()
        if not self.decided_by(by):
            raise NotAllowed(_l("Wer es lesen darf, entscheidet die Initiative selbst."))
        if not self.is_confirmed:
            raise NotAllowed(_l("Bitte bestätigen Sie zuerst, dass alles stimmt."))
