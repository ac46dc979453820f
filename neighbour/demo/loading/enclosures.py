"""Pictures and files that came with a post: drawn for the demo, kept like every upload."""

from datetime import datetime

from neighbour.accounts import User
from neighbour.demo.texts import FOLDER
from neighbour.forum.models import Post
from neighbour.uploads import attach
from neighbour.uploads.prepared import prepare

PICTURES = FOLDER / "pictures"


def add(post: Post, words: dict, author: User, at: datetime) -> None:
    if "picture" in words:
        keep(f"{words['picture']}.png", f"{words['picture']}.png", post, author, at, words["picture_words"])
    if "attachment" in words:
        keep(f"{words['attachment']}.pdf", words["attachment_name"], post, author, at, "")


def keep(source: str, name: str, post: Post, author: User, at: datetime, alt: str) -> None:
    prepared = prepare(name, (PICTURES / source).read_bytes())
    attach([prepared], "post", post.id, by=author, alt=alt, at=at)
