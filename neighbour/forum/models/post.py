"""What somebody wrote in a topic, with its earlier versions."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, Index, Select, String, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from neighbour.accounts import User
from neighbour.db import Model, now, uuid7
from neighbour.errors import Conflict, NotAllowed
from neighbour.forum.models.hiding import Hideable
from neighbour.forum.models.room import Room
from neighbour.forum.texts import folded
from neighbour.initiatives import Initiative
from neighbour.initiatives.models import Status

LONGEST_WAIT = timedelta(days=400)


def written(operation: UUID, arrived_at: datetime) -> datetime:
    """When a device made the operation, unless its clock says something impossible."""
    if operation.version != 7:
        return arrived_at
    moment = datetime.fromtimestamp((operation.int >> 80) / 1000, UTC)
    return moment if arrived_at - LONGEST_WAIT < moment < arrived_at else arrived_at


def searched(title: str, body: str, number: int) -> str:
    """What the search looks at: the opening post is also found by the title."""
    return folded(f"{title} {body}" if number == 1 else body)


class Post(Hideable, Model):
    """One post. `number` counts within the topic in the order of arrival; the first is what the topic was opened with.
    `version` is the operation that wrote the present text, `initiative` where the author was at home when writing."""

    __tablename__ = "forum_posts"
    __table_args__ = (UniqueConstraint("topic_id", "number"), Index(None, "author_id", "hidden_at"))
    kind_name = "post"
    shown_on = ("topic_id",)

    topic_id: Mapped[UUID] = mapped_column(ForeignKey("forum_topics.id", ondelete="CASCADE"))
    number: Mapped[int]
    author_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    initiative_id: Mapped[UUID | None] = mapped_column(ForeignKey("initiatives_initiatives.id", ondelete="SET NULL"))
    body: Mapped[str] = mapped_column(Text)
    folded: Mapped[str] = mapped_column(Text, deferred=True)
    written_at: Mapped[datetime]
    arrived_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[UUID]
    edited_at: Mapped[datetime | None]
    from_paper_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    hidden_at: Mapped[datetime | None]
    hidden_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    hidden_reason: Mapped[str] = mapped_column(String(300), default="")

    topic: Mapped["Topic"] = relationship(back_populates="posts")  # noqa: F821 (it imports this module)
    author: Mapped[User | None] = relationship(foreign_keys=author_id)
    initiative: Mapped[Initiative | None] = relationship()
    from_paper_by: Mapped[User | None] = relationship(foreign_keys=from_paper_by_id)
    versions: Mapped[list["PostVersion"]] = relationship(
        order_by="PostVersion.replaced_at.desc()", cascade="all, delete-orphan", passive_deletes=True
    )

    @classmethod
    def visible_to(cls, viewer) -> Select[tuple["Post"]]:
        """Posts of the rooms that the viewer reads in, each with its topic and room."""
        from neighbour.forum.models.topic import Topic  # a topic makes posts, so it imports this module

        joined = select(cls).join(cls.topic).join(Topic.room).where(Room.shown_to(viewer))
        return joined.options(contains_eager(cls.topic).contains_eager(Topic.room))

    @classmethod
    def compose(cls, topic, author: User, body: str, *, id: UUID | None, from_paper_by: User | None = None) -> "Post":
        """The next post of a topic whose row is locked."""
        operation, arrived_at = id or uuid7(), now()
        homes = (each.initiative for each in author.memberships if each.initiative.status != Status.APPLIED)
        return cls(
            id=operation,
            version=operation,
            topic=topic,
            topic_id=topic.id,
            number=topic.post_count + 1,
            author=author,
            author_id=author.id,
            initiative=next(homes, None),  # of an application only the team knows
            from_paper_by=from_paper_by,
            body=body,
            folded=searched(topic.title, body, topic.post_count + 1),
            written_at=written(operation, arrived_at),
            arrived_at=arrived_at,
        )

    @property
    def came_late(self) -> bool:
        """Whether it waited on a device so long that readers should see both times."""
        return self.arrived_at - self.written_at > timedelta(minutes=5)

    def versions_shown_to(self, viewer) -> list["PostVersion"]:
        """The earlier texts; those that were hidden only to who wrote them and to the team."""
        trusted = viewer.id == self.author_id or viewer.is_team
        return [version for version in self.versions if trusted or not version.is_hidden]

    def editable_by(self, viewer) -> bool:
        """By the author, and by who typed it in from paper. Nobody rewrites somebody else's words."""
        return viewer.id is not None and viewer.id in (self.author_id, self.from_paper_by_id)

    def refuse_editing(self, by) -> None:
        """Raises NotAllowed with the reason why this person cannot change the text now."""
        if not self.editable_by(by):
            raise NotAllowed(_l("Diesen Text ändert nur, wer ihn geschrieben hat."))
        if self.topic.is_closed:
            raise NotAllowed(self.topic.refusing_sentence)

    def edit(self, by: User, body: str, *, version: UUID | None, id: UUID | None = None) -> None:
        """Raises Conflict when the text was changed since `version`; the same text again changes nothing."""
        self.refuse_editing(by)
        if version != self.version:
            raise Conflict(_l("Beide Fassungen sind da. Welche soll gelten?"), theirs=self.body, mine=body)
        if body == self.body:
            return
        earlier = PostVersion(
            body=self.body, by_id=by.id, written_at=self.edited_at or self.written_at, version=self.version
        )
        self.versions.append(earlier)
        if self.is_hidden:  # what was hidden stays so in the history, also when the new text is shown again
            for version in self.versions:
                version.is_hidden = True
        self.body, self.folded = body, searched(self.topic.title, body, self.number)
        self.version, self.edited_at = id or uuid7(), now()
        self.topic.touched_at = now()

    def reportable_by(self, viewer) -> bool:
        return viewer.is_signed_in and viewer.id != self.author_id and not viewer.is_team and not self.is_hidden


class PostVersion(Model):
    """An earlier text of a post, kept when it was replaced."""

    __tablename__ = "forum_post_versions"
    shown_on = ("post_id",)

    post_id: Mapped[UUID] = mapped_column(ForeignKey("forum_posts.id", ondelete="CASCADE"), index=True)
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts_users.id", ondelete="SET NULL"))
    body: Mapped[str] = mapped_column(Text)
    version: Mapped[UUID]
    written_at: Mapped[datetime]
    replaced_at: Mapped[datetime] = mapped_column(default=now)
    is_hidden: Mapped[bool] = mapped_column(default=False)
