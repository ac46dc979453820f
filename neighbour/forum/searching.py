"""The search of the forum: every word somewhere in the post, also inside longer words."""

from neighbour.db import db
from neighbour.forum.lists import with_people
from neighbour.forum.models import Post
from neighbour.forum.texts import folded

MOST_HITS = 30
MOST_WORDS = 6


def search(words: str, viewer) -> list[Post]:
    """The newest posts that contain every word. Hidden texts are not searched, so nobody finds out what was in them."""
    wanted = folded(words or "").split()[:MOST_WORDS]
    if not any(len(word) > 1 for word in wanted):
        return []
    posts = with_people(Post.visible_to(viewer)).where(Post.hidden_at.is_(None))
    for word in wanted:
        posts = posts.where(Post.folded.contains(word, autoescape=True))
    return list(db.session.scalars(posts.order_by(Post.arrived_at.desc(), Post.id).limit(MOST_HITS)).unique())
