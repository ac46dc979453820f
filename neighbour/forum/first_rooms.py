"""The rooms that every programme begins with; initiatives bring their own later."""

import tomllib
from pathlib import Path

from neighbour.db import db
from neighbour.forum.models import Room

FILE = Path(__file__).parent / "first_rooms.toml"


def open_all() -> None:
    """In the transaction of the caller."""
    rooms = tomllib.loads(FILE.read_text(encoding="utf-8"))["rooms"]
    db.session.add_all(Room(**words, position=position) for position, words in enumerate(rooms))
