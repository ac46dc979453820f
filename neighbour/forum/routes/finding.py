"""What routes look for, always through the viewer: what may not be seen does not exist."""

from collections.abc import Sequence
from uuid import UUID

from flask import request, url_for
from flask_login import current_user
from sqlalchemy import Select

from neighbour.db import db
from neighbour.forum.forms import EditForm
from neighbour.forum.lists import reports_on, with_people
from neighbour.forum.models import Post, Room, Topic
from neighbour.forum.rights import rights_in
from neighbour.uploads import belonging_to


def find_room(slug: str) -> Room:
    return db.first_or_404(Room.visible_to(current_user).where(Room.slug == (slug if slug.isprintable() else "")))


def find_topic(topic_id: UUID) -> Topic:
    return db.first_or_404(locked(Topic.visible_to(current_user).where(Topic.id == topic_id), Topic))


def find_post(post_id: UUID) -> Post:
    return db.first_or_404(locked(with_people(Post.visible_to(current_user)).where(Post.id == post_id), Post))


def locked(found: Select, noun) -> Select:
    """A write locks its row: posts are numbered in the order of arrival, and of two writers one comes second."""
    return found.with_for_update(of=noun) if request.method == "POST" else found


def post_words(topic: Topic, posts: Sequence[Post], *, swapped_in: bool = False, reported: bool = True) -> dict:
    """What a template needs to show posts of a topic; one that is swapped in takes the focus. Where nothing is
    `reported`, nobody asks what."""
    viewer = current_user._get_current_object()  # asked many times on a page: not through the proxy
    return {
        "viewer": viewer,
        "topic": topic,
        "takes_focus": swapped_in,
        "attached": belonging_to("post", [post.id for post in posts]),
        "reports": reports_on(posts, viewer) if reported else {},
        "rights": rights_in(topic, viewer),
        "edit_form": EditForm.of,
    }


def topic_address(topic: Topic) -> str:
    return url_for("forum.topic", topic_id=topic.id)


def post_address(post: Post) -> str:
    """The page of the topic on which the post stands."""
    return url_for("forum.topic", topic_id=post.topic_id, at=post.number, _anchor=f"post-{post.id}")


def number(name: str) -> int | None:
    """A post number out of the address; None for anything that is not one."""
    words = request.args.get(name, "")
    return int(words) if words.isascii() and words.isdigit() and len(words) < 9 else None
