"""A conversation in a room, from its opening to its closing."""

from datetime import datetime
from uuid import UUID

from flask_babel import format_date, format_time
from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, Index, Select, String, Text, select
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from neighbour import audit
from neighbour.accounts import User
from neighbour.db import Model, Revised, db, now, uuid7
from neighbour.errors import NotAllowed
from neighbour.forum.models.post import Post
from neighbour.forum.models.reading import ReadMark, Watch
from neighbour.forum.models.room import Room
from neighbour.notifications import settled, taken_back
from neighbour.web.filters import BERLIN, in_language, plain


class Topic(Revised, Model):
    """One topic. `post_count` is also the number of its newest post; `first_answer_at` is when somebody other than the
    author first replied; `touched_at` when something last happened that its people should see."""

    __tablename__ = "forum_topics"
    __table_args__ = (
        Index(None, "room_id", "last_at", "id"),
        Index(None, "last_at", "id"),
        Index(None, "is_question", "first_answer_at"),
    )

    room_id: Mapped[UUID] = mapped_column(ForeignKey("forum_rooms.id", ondelete="CASCADE"))
    title: Mapped[str] = mapped_column(String(120))
    author_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"), index=True)
    is_question: Mapped[bool] = mapped_column(default=True)
    opened_at: Mapped[datetime] = mapped_column(default=now)
    last_at: Mapped[datetime] = mapped_column(default=now)
    touched_at: Mapped[datetime] = mapped_column(default=now)
    post_count: Mapped[int] = mapped_column(default=0)
    first_answer_at: Mapped[datetime | None]
    # No foreign key: posts already refer to topics, and a post never goes without its topic.
    answer_id: Mapped[UUID | None]
    closed_at: Mapped[datetime | None]
    closed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    summary: Mapped[str] = mapped_column(Text, default="")
    moved_at: Mapped[datetime | None]
    moved_from_id: Mapped[UUID | None] = mapped_column(ForeignKey("forum_rooms.id", ondelete="SET NULL"))

    room: Mapped[Room] = relationship(foreign_keys=room_id)
    moved_from: Mapped[Room | None] = relationship(foreign_keys=moved_from_id)
    author: Mapped[User | None] = relationship(foreign_keys=author_id)
    posts: Mapped[list[Post]] = relationship(back_populates="topic", order_by=Post.number, passive_deletes=True)
    answer: Mapped[Post | None] = relationship(primaryjoin="foreign(Topic.answer_id) == Post.id", viewonly=True)

    @classmethod
    def visible_to(cls, viewer) -> Select[tuple["Topic"]]:
        joined = select(cls).join(cls.room).where(Room.shown_to(viewer))
        return joined.options(contains_eager(cls.room))

    @classmethod
    def open_in(
        cls, room: Room, *, by: User, title: str, body: str, is_question: bool = True, id: UUID | None = None
    ) -> "Topic":
        """A new topic with its first post, which has the same id; who opens it watches it."""
        if not room.readable_by(by):
            raise NotAllowed(_l("Sie gehören nicht mehr zu diesem Raum."))
        topic = cls(id=id or uuid7(), room=room, title=title, author=by, is_question=is_question, post_count=0)
        db.session.add(topic)
        topic.opened_at = topic.add_post(by, body, id=topic.id).arrived_at
        return topic

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None

    @property
    def is_unanswered(self) -> bool:
        """A question to which nobody else has written anything yet."""
        return self.is_question and not self.first_answer_at and not self.is_closed

    @property
    def closed_sentence(self) -> str:
        closed_at, clock = self.closed_at.astimezone(BERLIN), format_time(self.closed_at, "short")
        if closed_at.date() == now().astimezone(BERLIN).date():
            return _l("Das Thema wurde um %(clock)s geschlossen.", clock=clock)
        return _l(
            "Das Thema wurde am %(day)s um %(clock)s geschlossen.",
            day=format_date(closed_at, in_language("d. MMMM")),
            clock=clock,
        )

    @property
    def refusing_sentence(self) -> str:
        """What those hear whose words came too late: they have not read how it ended."""
        ending = plain(self.summary, 120)
        if not ending:
            return self.closed_sentence
        return f"{str(self.closed_sentence).removesuffix('.')}: {ending}{'' if ending[-1] in '.!?…' else '.'}"

    def repliable_by(self, viewer) -> bool:
        return not self.is_closed and self.room.readable_by(viewer)

    def reply(self, by: User, body: str, *, id: UUID | None = None) -> Post:
        """Raises NotAllowed. The row of the topic must be locked: posts are numbered in the order of arrival."""
        if not self.room.readable_by(by):
            raise NotAllowed(_l("Sie gehören nicht mehr zu diesem Raum."))
        if self.is_closed:
            raise NotAllowed(self.refusing_sentence)
        return self.add_post(by, body, id=id)

    def add_post(self, by: User, body: str, *, id: UUID | None = None, from_paper_by: User | None = None) -> Post:
        post = Post.compose(self, by, body, id=id, from_paper_by=from_paper_by)
        db.session.add(post)
        self.post_count = post.number
        self.last_at = self.touched_at = post.arrived_at
        if by.id != self.author_id and (self.author_id or by is not self.author):  # a new topic has no author_id yet
            self.first_answer_at = self.first_answer_at or post.arrived_at
        self.watch(by, again=False)
        return post

    def touch(self) -> None:
        """Something has changed that its people should see."""
        self.touched_at = now()

    def watch(self, by: User, *, again: bool = True) -> None:
        """`again` also takes back an unwatching."""
        watch = Watch.of(by.id, self.id)
        if watch is None:
            db.session.add(Watch(user_id=by.id, topic_id=self.id))
        elif again:
            watch.ended_at = None

    def unwatch(self, by: User) -> None:
        if watch := Watch.of(by.id, self.id):
            watch.ended_at = watch.ended_at or now()
            settled(by.id, "topic", [self.id], kind="reply")

    def closable_by(self, viewer) -> bool:
        return viewer.is_signed_in and (viewer.id == self.author_id or self.room.moderated_by(viewer))

    def refuse_closing(self, by) -> None:
        if not self.closable_by(by):
            raise NotAllowed(_l("Das darf, wer das Thema eröffnet hat, die Koordination oder das Projektteam."))

    def close(self, by: User, summary: str) -> None:
        """Ends the writing; the reading goes on, with a summary at the top."""
        self.refuse_closing(by)
        if self.is_closed:
            return
        self.closed_at, self.closed_by_id, self.summary = now(), by.id, summary
        self.touched_at = self.closed_at
        audit.log("forum.closure", f"{self.title}: {summary}", by=by.id, subject=self.id)

    def reopen(self, by: User) -> None:
        self.refuse_closing(by)
        self.closed_at, self.closed_by_id, self.summary = None, None, ""
        self.touched_at = now()
        taken_back("closed", ("topic", self.id))
        audit.log("forum.reopening", self.title, by=by.id, subject=self.id)

    def movable_by(self, viewer) -> bool:
        return viewer.is_team

    def refuse_moving(self, by) -> None:
        if not self.movable_by(by):
            raise NotAllowed(_l("Verschieben darf das Projektteam."))

    def move(self, by: User, room: Room) -> None:
        self.refuse_moving(by)
        if not room.takes_from(self.room):
            raise NotAllowed(
                _l("Im neuen Raum lesen andere Menschen. Dorthin lässt sich dieses Thema nicht verschieben.")
            )
        audit.log("forum.move", f"{self.title}: {self.room.name} → {room.name}", by=by.id, subject=self.id)
        self.moved_from, self.moved_at, self.room = self.room, now(), room

    def answerable_by(self, viewer) -> bool:
        """Who may say which post is the answer to a question."""
        return self.is_question and (viewer.id == self.author_id or viewer.is_team)

    def mark_answer(self, by: User, post: Post | None) -> None:
        """`None` takes the mark away."""
        if not self.answerable_by(by):
            raise NotAllowed(_l("Das darf, wer gefragt hat, oder das Projektteam."))
        if self.answer_id:
            taken_back("answer_marked", ("post", self.answer_id))
        self.answer_id = post.id if post else None
        self.touched_at = now()

    def is_new_to(self, viewer, read_up_to: int | None) -> bool:
        """Whether it has posts that the viewer has not read; what is older than the account is not new."""
        return self.last_at > viewer.created_at if read_up_to is None else read_up_to < self.post_count

    def read_by(self, viewer, number: int, mark: ReadMark | None) -> bool:
        """Whether reading up to `number` would move the mark."""
        return mark is None or mark.number < number or mark.read_at < self.touched_at
