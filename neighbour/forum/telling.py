"""Tells authors by mail what became of their words."""

from flask import url_for
from flask_babel import gettext

from neighbour import mail
from neighbour.accounts import User
from neighbour.forum.models import Post, Topic
from neighbour.web.fragments import page
from neighbour.web.ways import public_url


def is_reached(author: User | None, *, by: User) -> bool:
    """Whether a mail tells the author anything: somebody else, who is still here and has an address."""
    return author is not None and author.id != by.id and author.is_active and bool(author.email)


def topic_closed(topic: Topic, *, by: User) -> None:
    if not is_reached(topic.author, by=by) or not topic.room.readable_by(topic.author):
        return
    address = public_url(url_for("forum.topic", topic_id=topic.id))
    text = page("forum/closed_mail.txt", topic=topic, by=by, address=address)
    mail.write(topic.author.email, gettext("Ihr Thema wurde geschlossen"), text)


def post_hidden(post: Post, *, by: User) -> None:
    if not is_reached(post.author, by=by):
        return
    address = public_url(url_for("forum.post", post_id=post.id))
    text = page("forum/hidden_mail.txt", post=post, by=by, address=address)
    mail.write(post.author.email, gettext("Ihr Beitrag wurde verborgen"), text)
