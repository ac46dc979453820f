"""What the viewer may do in a topic, asked once for a page of posts instead of once for each."""

from dataclasses import dataclass
from uuid import UUID

from neighbour.forum.models import Topic
from neighbour.web.language import gettext


@dataclass(frozen=True)
class Rights:
    """The answers of the models' own rules for one viewer and one topic, with the words of the buttons."""

    me: UUID | None
    answers: bool
    hides: bool
    reports: bool
    closes: bool
    moves: bool
    words: dict[str, str]


def rights_in(topic: Topic, viewer) -> Rights:
    return Rights(
        me=viewer.id,
        answers=topic.answerable_by(viewer),
        hides=topic.room.moderated_by(viewer),
        reports=not viewer.is_team,
        closes=topic.closable_by(viewer),
        moves=topic.movable_by(viewer),
        words={
            "edit": gettext("Ändern"),
            "mark": gettext("Das ist die Antwort"),
            "unmark": gettext("Doch nicht die Antwort"),
            "hide": gettext("Verbergen"),
            "unhide": gettext("Wieder zeigen"),
            "report": gettext("Melden"),
            "withdraw": gettext("Zurückziehen"),
            "put_back": gettext("Wieder zeigen"),
        },
    )
