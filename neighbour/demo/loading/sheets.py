"""Materials: those beside tools, and how each is laid at its place."""

from sqlalchemy import select

from neighbour.accounts import User
from neighbour.db import db
from neighbour.demo.loading.clock import Clock, id_of
from neighbour.demo.loading.enclosures import PICTURES
from neighbour.demo.loading.people import by_handle
from neighbour.demo.texts import read_all
from neighbour.materials import Material, Place
from neighbour.tools import Tool
from neighbour.uploads.prepared import prepare


def load(clock: Clock) -> None:
    people, tools = by_handle(), {tool.slug: tool for tool in db.session.scalars(select(Tool))}
    for words in read_all("tool_materials"):
        tool = tools[words["tool"]]
        lay(Place(kind="tool", id=tool.id, title=tool.name, editable=True), words, clock, people)


def lay(place: Place, words: dict, clock: Clock, people: dict[str, User]) -> None:
    """With its picture, unless it is there already."""
    moment = clock.moment(words["days_ago"], "10:00")
    material_id = id_of(f"materials/{words['key']}", moment)
    if db.session.get(Material, material_id) is not None:
        return
    texts = {name: words.get(name, "").strip() for name in ("title", "body", "plain", "plain_state")}
    drawings = [f"{words['picture']}.png"] if "picture" in words else []
    Material.write(
        place,
        by=people[words["by"]],
        id=material_id,
        is_minutes=words.get("minutes", False),
        at=moment,
        uploads=[prepare(drawing, (PICTURES / drawing).read_bytes()) for drawing in drawings],
        alt=words.get("picture_words", ""),
        **texts,
    )
