"""Brings the list of tools, the written pages and the wishes into the catalogue.

It may run again at any time. Entries are found by their slug, so nothing doubles. A field that somebody of the team has
changed is named in `Tool.edited_fields` and is left as they wrote it; every other field follows the files. Nothing is
deleted: an entry that left the files stays, because trials and printed codes point at it.
"""

import json
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import selectinload, undefer, undefer_group

from neighbour.db import db, uuid7
from neighbour.tools.models import Alternative, Category, Exclusion, Offer, Tool, Wish

HERE = Path(__file__).parent
TEXTS = ("stays_on_paper", "watch_out", "rather_not", "plain")
PAPER_FACTS = {
    "offline": "full", "account_organiser": "none", "account_participant": "none", "cost_model": "free",
    "difficulty": 1, "german": True,
}  # fmt: skip


@dataclass
class Outcome:
    """What an import did, in numbers."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0


def import_catalogue(file: Path | None = None) -> Outcome:
    """Everything, in the transaction of the caller."""
    listed = json.loads((file or HERE / "tools.json").read_text(encoding="utf-8"))
    written = {page["id"]: page for page in read_pages()}
    wishes = tomllib.loads((HERE / "wishes.toml").read_text(encoding="utf-8"))["wish"]
    categories = import_categories(listed["categories"])
    import_exclusions(listed["excluded"])
    known_wishes = import_wishes(wishes, {each["code"]: each["de"] for each in listed["analogue_processes"]})
    entries = {tool["id"]: facts(tool, listed["meta"]["as_of"], categories) for tool in listed["tools"]}
    for slug, written_page in written.items():
        entries.setdefault(slug, {}).update(page_fields(written_page))
    tools = {tool.slug: tool for tool in db.session.scalars(everything())}
    before = {slug: tool.version for slug, tool in tools.items()}
    for slug, fields in entries.items():
        tools[slug] = write(tools.get(slug), slug, fields)
    db.session.flush()
    import_offers(wishes, known_wishes, tools)
    import_links({tool["id"]: tool["alternatives"] for tool in listed["tools"]}, written, tools)
    for slug in entries:
        tools[slug].refold()
    db.session.flush()
    return count(before, {slug: tools[slug].version for slug in entries})


def everything():
    offers, links = selectinload(Tool.offers), selectinload(Tool.links)
    parts = (offers.joinedload(Offer.wish), links.joinedload(Alternative.other), selectinload(Tool.category))
    return select(Tool).options(undefer_group("page"), undefer(Tool.folded), *parts)


def count(before: dict, after: dict) -> Outcome:
    added = len(after.keys() - before.keys())
    changed = sum(1 for slug, version in after.items() if slug in before and before[slug] != version)
    return Outcome(added, changed, len(after) - added - changed)


def read_pages() -> list[dict]:
    return [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((HERE / "pages").glob("*.toml"))]


def import_categories(listed: list[dict]) -> dict[str, Category]:
    known = {category.code: category for category in db.session.scalars(select(Category))}
    for position, each in enumerate(listed):
        category = known.setdefault(each["code"], Category(code=each["code"]))
        category.label, category.position = each["de"], position
    db.session.add_all(known.values())
    db.session.flush()
    return known


def import_exclusions(listed: list[dict]) -> None:
    known = {exclusion.name: exclusion for exclusion in db.session.scalars(select(Exclusion))}
    for each in listed:
        exclusion = known.setdefault(each["name"], Exclusion(name=each["name"]))
        exclusion.reason, exclusion.evidence = each["reason_de"], each["evidence"] or ""
    db.session.add_all(known.values())


def import_wishes(listed: list[dict], processes: dict[str, str]) -> dict[str, Wish]:
    known = {wish.code: wish for wish in db.session.scalars(select(Wish))}
    for position, each in enumerate(listed):
        wish = known.setdefault(each["code"], Wish(code=each["code"]))
        wish.sentence, wish.analogue_process, wish.position = (
            each["sentence"],
            processes.get(each["code"], ""),
            position,
        )
    db.session.add_all(known.values())
    db.session.flush()
    return known


FACTS = {
    "name": "name", "one_line": "one_line_de", "offline": "offline", "difficulty": "difficulty",
    "account_organiser": "account.organiser", "account_participant": "account.participant",
    "cost_model": "cost.model", "eu_hosting": "hosting.eu_hosting_available", "us_provider": "hosting.us_provider",
    "self_host": "hosting.self_host", "german": "languages.de", "group_min": "typical_group_size.min",
    "group_max": "typical_group_size.max", "open_source": "licence.open_source",
    "licence_precision": "licence.spdx_precision",
}  # fmt: skip
WORDS = {
    "cost_note": "cost.note_de", "provider": "hosting.provider", "hosting_note": "hosting.note",
    "licence": "licence.spdx", "licence_evidence": "licence.evidence", "privacy_note": "privacy_note_de",
    "caution": "caution", "site": "site",
}  # fmt: skip


def at(tool: dict, path: str):
    """What stands at `hosting.provider` of an entry."""
    for part in path.split("."):
        tool = tool[part]
    return tool


def facts(tool: dict, as_of: str, categories: dict[str, Category]) -> dict:
    """The fields of an entry of tools.json. A fact that is null there stays None here: not known."""
    fields = {name: at(tool, path) for name, path in FACTS.items()}
    fields |= {name: at(tool, path) or "" for name, path in WORDS.items()}
    return {**fields, "category": categories[tool["category"]], "as_of": date.fromisoformat(as_of)}


def page_fields(page: dict) -> dict:
    """The fields of a written page; one of paper brings its facts and its form too."""
    fields = {name: page[name].strip() for name in TEXTS}
    fields |= {"steps": "\n".join(page["steps"]), "sure": page["sure"], "as_of": date.fromisoformat(page["as_of"])}
    if page["paper"]:
        fields |= {
            "paper": True,
            "name": page["name"],
            "one_line": page["one_line"],
            "cost_note": page["cost_note"],
            **PAPER_FACTS,
        }
    if form := page.get("form"):
        columns = "\n".join(form["columns"])
        fields |= {
            "form_title": form["title"],
            "form_intro": form["intro"],
            "form_columns": columns,
            "form_footer": form["footer"],
        }
    return fields


def write(tool: Tool | None, slug: str, fields: dict) -> Tool:
    """A new entry, or the known one with what the team did not change."""
    if tool is None:
        tool = Tool(slug=slug, **fields)
        db.session.add(tool)
        return tool
    free = {name: value for name, value in fields.items() if name not in (tool.edited_fields or ())}
    different = {name: value for name, value in free.items() if getattr(tool, name) != value}
    for name, value in different.items():
        setattr(tool, name, value)
    if different:
        tool.version = uuid7()
    return tool


def import_offers(listed: list[dict], wishes: dict[str, Wish], tools: dict[str, Tool]) -> None:
    """Which tools help with which wish, in the order of the file."""
    wanted: dict[str, dict[Wish, int]] = {}
    for each in listed:
        for position, slug in enumerate([*each["paper"], *each["tools"]]):
            wanted.setdefault(slug, {})[wishes[each["code"]]] = position
    for slug, places in wanted.items():
        if slug in tools and "wishes" not in (tools[slug].edited_fields or ()):
            tools[slug].wishes = list(places)
            for offer in tools[slug].offers:
                offer.position = places[offer.wish]


def import_links(alternatives: dict[str, list], pages: dict[str, dict], tools: dict[str, Tool]) -> None:
    """What stands beside what: paper, and other tools."""
    for slug in alternatives.keys() | pages.keys():
        listed = [*pages.get(slug, {}).get("stands_beside", ()), *alternatives.get(slug, ())]
        others = [tools[other] for other in listed if other in tools]
        if "beside" not in (tools[slug].edited_fields or ()):
            tools[slug].beside = others
