"""Pictures and files that came with a post, and the faces of the team: drawn for the demo, kept like every upload."""

from datetime import datetime
from uuid import UUID

from neighbour.accounts import User
from neighbour.demo.texts import FOLDER
from neighbour.forum.models import Post
from neighbour.uploads import Upload, attach
from neighbour.uploads.prepared import prepare

PICTURES = FOLDER / "pictures"


def add(post: Post, words: dict, author: User, at: datetime) -> None:
    if "picture" in words:
        keep(f"{words['picture']}.png", f"{words['picture']}.png", "post", post.id, author, at, words["picture_words"])
    if "attachment" in words:
        keep(f"{words['attachment']}.pdf", words["attachment_name"], "post", post.id, author, at, "")


def give_photo(person: User, at: datetime) -> None:
    """Everybody whose face was drawn shows it."""
    if person.photo_id is None and (PICTURES / f"{person.handle}.png").exists():
        person.photo_id = keep(f"{person.handle}.png", "foto.png", "person", person.id, person, at, person.name).id


def keep(source: str, name: str, kind: str, owner_id: UUID, by: User, at: datetime, alt: str) -> Upload:
    prepared = prepare(name, (PICTURES / source).read_bytes())
    return attach([prepared], kind, owner_id, by=by, alt=alt, at=at)[0]
