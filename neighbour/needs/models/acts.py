"""What people do with a need; every act guards itself."""

from uuid import UUID

from flask_babel import lazy_gettext as _l

from neighbour import audit
from neighbour.accounts import User
from neighbour.db import db, now, uuid7
from neighbour.errors import Conflict, Invalid, NotAllowed
from neighbour.needs.models.answer import Answer
from neighbour.needs.models.kinds import ENDED, State
from neighbour.needs.models.rules import homes_of
from neighbour.needs.models.same_here import SameHere
from neighbour.needs.models.step import Step
from neighbour.needs.models.version import Version
from neighbour.needs.words import written
from neighbour.web.folding import bare, fold
from neighbour.web.two_writers import changes, conflict


class Acts:
    """Writing, confirming, sharing, answering, and the steps of the team."""

    def refuse_naming(self, by: User) -> None:
        if not (by.is_team or self.initiative in homes_of(by)):
            raise NotAllowed(_l("Einen Bedarf nennt eine Initiative, oder das Projektteam nimmt ihn für sie auf."))

    def write(self, words: dict) -> None:
        for name, value in words.items():
            setattr(self, name, value)
        said = f"{self.title} {self.analogue_process} {self.difficulty} {self.body}"
        self.folded = bare(fold(said))

    def edit(self, by: User, *, version: UUID | None, id: UUID | None = None, **words) -> None:
        """Raises Conflict with both texts when somebody else has written since `version`."""
        self.refuse_editing(by)
        if version != self.version:
            raise conflict(self, words, written)
        if not changes(self, words):
            return
        self.versions.insert(0, Version(text=written({name: getattr(self, name) for name in words}), by_id=by.id))
        self.write(words)
        self.version, self.edited_at = id or uuid7(), now()

    def confirm(self, by: User) -> None:
        """From now on it is the initiative's word."""
        self.refuse_confirming(by)
        if self.is_confirmed:
            return
        self.confirmed_at, self.confirmed_by_id = now(), by.id
        self.author_id = self.author_id or by.id
        audit.log("needs.confirmation", self.title, by=by.id, subject=self.id)

    def share(self, by: User) -> None:
        self.refuse_sharing(by)
        if not self.is_shared:
            self.shared_at = now()
            audit.log("needs.sharing", self.title, by=by.id, subject=self.id)

    def unshare(self, by: User) -> None:
        """Only as long as nothing of others stands there: it would vanish before their eyes."""
        self.refuse_sharing(by)
        if not self.is_shared:
            return
        if self.holds_words_of_others:
            raise NotAllowed(
                _l("Andere haben hier schon geschrieben. Was nicht alle lesen sollen, nehmen Sie mit „Ändern“ heraus.")
            )
        self.shared_at = None
        audit.log("needs.unsharing", self.title, by=by.id, subject=self.id)

    def say_same_here(
        self, by: User, *, words: str, initiative: UUID | None = None, id: UUID | None = None
    ) -> SameHere:
        """Once for each person; saying it again changes the sentence. It may be said to a need that was merged."""
        homes = self.homes_that_know_it(by)
        if not homes:
            raise NotAllowed(_l("„Bei uns auch“ sagen Mitglieder anderer Initiativen."))
        home = next((home for home in homes if home.id == initiative), homes[0])
        known = SameHere.of(self.id, by.id)
        if known is None:
            known = SameHere(id=id or uuid7(), need_id=self.id, person_id=by.id, at=now())
            db.session.add(known)
        known.initiative_id, known.words = home.id, words or known.words or ""
        return known

    def withdraw_same_here(self, by: User) -> bool:
        """Returns whether there was something to take back."""
        if known := SameHere.of(self.id, by.id):
            db.session.delete(known)
        return known is not None

    def answer(self, by: User, body: str, *, id: UUID | None = None) -> Answer:
        """The first letter of the team ends the promise."""
        self.refuse_answering(by)
        letter = self.letter(by, body, id=id)
        db.session.add(letter)
        if letter.by_team:
            self.answered_at = self.answered_at or letter.at
        return letter

    def letter(self, by: User, body: str, *, id: UUID | None = None) -> Answer:
        """As it will stand below the need; not there yet."""
        by_team = by.is_team and not self.of_home(by)
        home = self.initiative if self.of_home(by) else next(iter(homes_of(by)), None)
        letter = Answer(id=id or uuid7(), need_id=self.id, author=by, author_id=by.id, body=body, at=now())
        letter.by_team, letter.initiative = by_team, None if by_team else home
        return letter

    def move(self, by: User, state: str, words: str, *, seen: str = "", outcome: str = "") -> Step:
        """Into another state, with words to the initiative. `seen` is the state that the writer had before them."""
        self.refuse_moving(by)
        if seen and seen != self.state:
            last = self.last_move
            raise Conflict(
                _l("Jemand aus dem Team war schneller. Der Stand ist jetzt „%(state)s“.", state=self.state_words),
                theirs=f"{last.state_words}: {last.words}",
                mine=words,
            )
        if state in ENDED and not words:
            raise Invalid(_l("Bitte schreiben Sie der Initiative, warum."))
        step = Step(state=state, by_id=by.id, at=now(), words=words)
        self.steps.append(step)
        self.state, self.outcome = state, outcome if state == State.SETTLED else ""
        if words:
            self.answered_at = self.answered_at or step.at
        audit.log("needs.state", f"{self.title}: {step.state_words}", by=by.id, subject=self.id)
        return step
