"""What the page shows of a post that is still on its way: the same fragment, of a post that nobody has stored yet."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from neighbour.accounts import User
from neighbour.db import now
from neighbour.forum.rights import Rights

NOBODY = UUID(int=0)  # the device puts the operation's id in its place


@dataclass(frozen=True)
class Coming:
    """Answers what a template asks a post; nothing can be done with it before it has arrived."""

    author: User
    written_at: datetime
    id: UUID = NOBODY
    number: int = 0
    body: str = ""
    initiative: None = None
    came_late: bool = False
    from_paper_by_id: None = None
    edited_at: None = None
    is_withdrawn: bool = False
    hidden_at: None = None

    @property
    def author_id(self) -> UUID:
        return self.author.id

    def editable_by(self, viewer) -> bool:
        return False

    def withdrawable_by(self, viewer) -> bool:
        return False


@dataclass(frozen=True)
class ComingTopic:
    """A topic whose posts wait with it."""

    id: UUID = NOBODY
    answer_id: None = None
    closed_at: None = None


def coming_words(viewer) -> dict:
    """What a template needs to show a post that is on its way."""
    nothing = dict.fromkeys(("answers", "hides", "reports", "closes", "moves"), False)
    post, rights = Coming(author=viewer, written_at=now()), Rights(me=viewer.id, words={}, **nothing)
    return {"coming_topic": ComingTopic(), "coming_post": post, "coming_rights": rights}
