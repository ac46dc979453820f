"""Tells people what concerns them: in their inbox, and authors also by mail what became of their words."""

from collections.abc import Iterable, Sequence

from flask import url_for
from flask_babel import gettext
from sqlalchemy import Select, select

from neighbour import mail
from neighbour.accounts import User
from neighbour.db import db
from neighbour.forum.models import Post, Topic, Watch
from neighbour.notifications import notify, settled
from neighbour.web.fragments import page
from neighbour.web.markdown import plain
from neighbour.web.ways import public_url


def reply_written(post: Post, *, mentioned: Sequence[User]) -> None:
    """Whoever is named hears that, whoever watches hears of the reply; its author has reacted to what named them."""
    post_mentions(post, mentioned)
    named = [person.id for person in mentioned]
    about = {"subject": ("topic", post.topic_id), "by": post.author, "href": f"/forum/topics/{post.topic_id}"}
    notify("reply", watching(post.topic, without=named), words=words_of(post), **about)
    of_topic = select(Post.id).where(Post.topic_id == post.topic_id)
    settled(post.author_id, "post", of_topic, kind="mention")


def post_mentions(post: Post, mentioned: Sequence[User]) -> None:
    if mentioned:
        about = {"subject": ("post", post.id), "by": post.author, "href": address(post)}
        notify("mention", mentioned, words=words_of(post), **about)


def words_of(post: Post) -> dict:
    """No text: it may be hidden or written anew, and what was told would still say it."""
    return {"name": post.author.name, "title": post.topic.title}


def address(post: Post) -> str:
    return f"/forum/topics/{post.topic_id}?at={post.number}#post-{post.id}"


def watching(topic: Topic, *, without: list) -> Select | Iterable[User]:
    """Who watches and still reads there; in an open room that is everybody, so nobody is looked at."""
    watchers = select(Watch.user_id).where(Watch.topic_id == topic.id, Watch.ended_at.is_(None))
    watchers = watchers.where(Watch.user_id.not_in(without))
    if topic.room.is_open:
        return watchers
    people = db.session.scalars(select(User).where(User.id.in_(watchers))).unique()
    return [person for person in people if topic.room.readable_by(person)]


def is_reached(author: User | None, *, by: User) -> bool:
    """Whether a mail tells the author anything: somebody else, who is still here and has an address."""
    return author is not None and author.id != by.id and author.is_active and bool(author.email)


def topic_closed(topic: Topic, *, by: User) -> None:
    author = topic.author
    if author is None or not topic.room.readable_by(author):
        return
    words = {"title": topic.title, "line": plain(topic.summary, 90)}
    about = {"subject": ("topic", topic.id), "by": by, "href": f"/forum/topics/{topic.id}"}
    notify("closed", [author], words=words, **about)
    if is_reached(author, by=by):
        address = public_url(url_for("forum.topic", topic_id=topic.id))
        text = page("forum/closed_mail.txt", topic=topic, by=by, address=address)
        mail.write(author.email, gettext("Ihr Thema wurde geschlossen"), text)


def post_hidden(post: Post, *, by: User) -> None:
    if post.author is None:
        return
    words = {"title": post.topic.title, "line": post.hidden_reason}
    notify("hidden", [post.author], subject=("post", post.id), by=by, href=address(post), words=words)
    if is_reached(post.author, by=by):
        link = public_url(url_for("forum.post", post_id=post.id))
        text = page("forum/hidden_mail.txt", post=post, by=by, address=link)
        mail.write(post.author.email, gettext("Ihr Beitrag wurde verborgen"), text)


def answer_marked(post: Post, *, by: User) -> None:
    if post.author is not None:
        words = {"title": post.topic.title}
        notify("answer_marked", [post.author], subject=("post", post.id), by=by, href=address(post), words=words)
