"""What pages of the catalogue read beside the tools themselves."""

from functools import lru_cache

from sqlalchemy import select

from neighbour.db import db
from neighbour.tools.models import Tool, Wish
from neighbour.tools.vocabulary import Vocabulary
from neighbour.web.slots import gather


def vocabulary() -> Vocabulary:
    """The words of the catalogue as it is now: built once, and anew after a change."""
    return built(tuple(db.session.scalars(select(Tool.version).order_by(Tool.id))))


@lru_cache(maxsize=4)
def built(_versions: tuple) -> Vocabulary:
    names = db.session.scalars(select(Tool.name).order_by(Tool.paper, Tool.name)).all()
    wishes = [" ".join(words) for words in db.session.execute(select(Wish.sentence, Wish.analogue_process))]
    texts = db.session.execute(select(Tool.one_line, Tool.steps, Tool.stays_on_paper, Tool.watch_out, Tool.plain)).all()
    return Vocabulary([*names, *wishes, *(" ".join(text) for text in texts)])


def evidence_lines(viewer) -> dict[str, str]:
    """What a list says of each tool's use among the initiatives, by slug; filled by who knows of trials."""
    lines: dict[str, str] = {}
    for known in gather("tools.evidence_lines", viewer):
        lines.update(known)
    return lines
