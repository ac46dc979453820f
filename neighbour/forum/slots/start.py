"""What the forum shows on the start page: what waits for this person."""

from flask import url_for
from flask_babel import gettext, ngettext
from sqlalchemy import and_, select
from sqlalchemy.orm import aliased

from neighbour.db import db
from neighbour.forum.lists import with_people
from neighbour.forum.models import Mention, Post, ReadMark, Topic, Watch
from neighbour.web.filters import moment, plain

MOST = 5


def entry(
    topic: Topic, title: str, lines: list[str], *, post: Post | None = None, home=None, icon: str = "speech"
) -> dict:
    """A row on the start page; it leads to a post, if one is named."""
    place = {"at": post.number, "_anchor": f"post-{post.id}"} if post else {}
    sign = (
        {"sign": "mark", "mark": home.mark, "region": home.region}
        if home
        else {"sign": "icon", "mark": "", "region": ""}
    )
    return {
        "title": title,
        "href": url_for("forum.topic", topic_id=topic.id, **place),
        "lines": lines,
        "icon": icon,
        **sign,
    }


def not_seen_since(viewer, moment_column):
    """The viewer has not opened the topic since something happened there."""
    seen = select(ReadMark.id).where(
        ReadMark.user_id == viewer.id, ReadMark.topic_id == Topic.id, ReadMark.read_at >= moment_column
    )
    return ~seen.exists()


def not_replied_since(viewer, post):
    """The viewer has written nothing further down in the topic, nor has anybody typed it in for them from paper."""
    later = aliased(Post)
    reply = select(later.id).where(
        later.author_id == viewer.id, later.topic_id == post.topic_id, later.number > post.number
    )
    return ~reply.exists()


def mentions(viewer) -> list[dict]:
    named = with_people(Post.visible_to(viewer)).join(
        Mention, and_(Mention.post_id == Post.id, Mention.user_id == viewer.id)
    )
    unseen = (
        named.where(not_seen_since(viewer, Mention.at), not_replied_since(viewer, Post), Post.hidden_at.is_(None))
        .order_by(Mention.at.desc())
        .limit(MOST)
    )
    return [
        entry(post.topic, gettext("%(name)s nennt Sie: %(title)s", name=name(post.author), title=post.topic.title),
              [plain(post.body, 90), moment(post.arrived_at)], post=post, home=post.initiative)
        for post in db.session.scalars(unseen)
    ]  # fmt: skip


def hidden_posts(viewer) -> list[dict]:
    mine = Post.visible_to(viewer).where(
        Post.author_id == viewer.id, Post.hidden_at.is_not(None), Post.hidden_by_id != viewer.id
    )
    unseen = mine.where(not_seen_since(viewer, Post.hidden_at)).order_by(Post.hidden_at.desc()).limit(MOST)
    return [
        entry(post.topic, gettext("Ihr Beitrag ist verborgen: %(title)s", title=post.topic.title),
              [post.hidden_reason], post=post, icon="eye-off")
        for post in db.session.scalars(unseen)
    ]  # fmt: skip


def closed_topics(viewer) -> list[dict]:
    mine = Topic.visible_to(viewer).where(Topic.author_id == viewer.id, Topic.closed_by_id != viewer.id)
    unseen = mine.where(not_seen_since(viewer, Topic.closed_at)).order_by(Topic.closed_at.desc()).limit(MOST)
    return [
        entry(
            topic,
            gettext("Ihr Thema wurde geschlossen: %(title)s", title=topic.title),
            [plain(topic.summary, 90)],
            icon="lock",
        )
        for topic in db.session.scalars(unseen)
    ]


def answers(viewer) -> list[dict]:
    watched = Topic.visible_to(viewer).add_columns(ReadMark.number).join(
        Watch, and_(Watch.topic_id == Topic.id, Watch.user_id == viewer.id, Watch.ended_at.is_(None))
    )  # fmt: skip
    marked = watched.join(ReadMark, and_(ReadMark.topic_id == Topic.id, ReadMark.user_id == viewer.id))
    unread = marked.where(ReadMark.number < Topic.post_count).order_by(Topic.last_at.desc()).limit(MOST)
    return [
        entry(
            topic,
            gettext("Neue Antworten: %(title)s", title=topic.title),
            [how_many(topic, number), moment(topic.last_at)],
        )
        for topic, number in db.session.execute(unread)
    ]


def how_many(topic: Topic, read_up_to: int) -> str:
    return ngettext("Ein neuer Beitrag", "%(num)d neue Beiträge", topic.post_count - read_up_to)


def name(person) -> str:
    return person.name if person else gettext("Früheres Mitglied")
