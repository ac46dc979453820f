"""The search of the forum: every word somewhere in the post, also inside longer words."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from neighbour.db import db
from neighbour.forum.lists import with_people
from neighbour.forum.models import Post
from neighbour.forum.texts import folded

MOST_HITS = 30
MOST_POSTS = 120
MOST_WORDS = 6


@dataclass
class Hit:
    """A topic that was found: the post to show of it, and how many of its posts fit."""

    post: Post
    count: int = 1


def search(words: str, viewer) -> list[Hit]:
    """The topics with the newest posts that contain every word. Hidden texts are not searched, so nobody finds out what was in them."""
    wanted = folded(words or "").split()[:MOST_WORDS]
    if not any(len(word) > 1 for word in wanted):
        return []
    posts = with_people(Post.visible_to(viewer)).where(Post.hidden_at.is_(None))
    for word in wanted:
        posts = posts.where(Post.folded.contains(word, autoescape=True))
    found = db.session.scalars(posts.order_by(Post.arrived_at.desc(), Post.id).limit(MOST_POSTS)).unique()
    return by_topic(found, wanted)


def by_topic(posts: Iterable[Post], wanted: list[str]) -> list[Hit]:
    """One hit a topic, newest first, shown with the post whose own text says most of what was wanted."""
    hits: dict[UUID, Hit] = {}
    for post in posts:
        hit = hits.get(post.topic_id)
        if hit is None:
            hits[post.topic_id] = Hit(post)
            continue
        hit.count += 1
        if said(post, wanted) > said(hit.post, wanted):
            hit.post = post
    return list(hits.values())[:MOST_HITS]


def said(post: Post, wanted: list[str]) -> int:
    text = folded(post.body)
    return sum(word in text for word in wanted)
