"""Between the form of an entry and the entry: what the form shows of it, what it says of it."""

import re
from dataclasses import dataclass

from flask_babel import gettext

from neighbour.db import db
from neighbour.tools import words
from neighbour.tools.forms import NUMBERS, TEXTS, ToolForm, spelled
from neighbour.tools.models import Category, Tool, Wish
from neighbour.web.folding import fold
from neighbour.web.forms import named
from neighbour.web.short_names import first_free


@dataclass
class Offered:
    """What a form lets choose from, by what the form calls it."""

    categories: dict[str, Category]
    wishes: dict[str, Wish]
    tools: dict[str, Tool]

    @classmethod
    def now(cls, viewer) -> "Offered":
        categories, wishes = db.session.scalars(Category.in_order()), db.session.scalars(Wish.in_order())
        tools = db.session.scalars(Tool.visible_to(viewer).order_by(Tool.paper.desc(), Tool.name))
        return cls(
            {each.code: each for each in categories},
            {each.code: each for each in wishes},
            {each.slug: each for each in tools},
        )

    def ask(self, typed=None, tool: Tool | None = None) -> ToolForm:
        """The form, with what was typed or with what the entry says."""
        form = ToolForm(typed, data=shown(tool) if tool else None)
        labels = [(code, category.label) for code, category in self.categories.items()]
        form.category.choices = named([("", gettext("keines")), *labels])
        form.wishes.choices = [(code, wish.sentence) for code, wish in self.wishes.items()]
        form.beside.choices = [(slug, each.name) for slug, each in self.tools.items() if each is not tool]
        return form

    def said(self, form: ToolForm, tool: Tool | None = None) -> dict:
        """The fields of the entry that the form speaks of; what was chosen before keeps its order."""
        fields = {name: form[name].data for name in TEXTS}
        fields |= {name: meant(name, form[name].data) for name in words.EXPLAINED}
        fields |= {name: int(form[name].data) if form[name].data else None for name in NUMBERS}
        fields["category"] = self.categories.get(form.category.data)
        for name, known in (("wishes", self.wishes), ("beside", self.tools)):
            chosen = [known[each] for each in form[name].data or ()]
            before = [each for each in getattr(tool, name) if each in chosen] if tool else []
            fields[name] = before + [each for each in chosen if each not in before]
        return fields


def shown(tool: Tool) -> dict:
    values = {name: getattr(tool, name) for name in TEXTS}
    values |= {name: spelled(getattr(tool, name)) for name in (*words.EXPLAINED, *NUMBERS)}
    values["category"] = tool.category.code if tool.category else ""
    values["wishes"] = [wish.code for wish in tool.wishes]
    values["beside"] = [other.slug for other in tool.beside]
    return values | {"version": str(tool.version)}


def meant(name: str, typed: str):
    """The value behind a choice; None for what is not known."""
    return next((value for value in words.EXPLAINED[name] if spelled(value) == typed), None)


def labels() -> dict[str, str]:
    return {field.name: str(field.label.text) for field in ToolForm()}


RESERVED = frozenset({"new", "found", "wishes", "compare", "upkeep", "left-out"})


def free_slug(name: str) -> str:
    """The first of `schliessfach`, `schliessfach_2`, … that nobody has."""
    stem = re.sub(r"[^a-z0-9]+", "_", fold(name.replace("-", " "))).strip("_")[:36] or "werkzeug"
    return first_free(stem, Tool.slug, joint="_", reserved=RESERVED)
