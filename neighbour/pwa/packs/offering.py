"""How a feature offers what may be taken along: parts of pages, each with the facts that its look depends on.

`offer(app, kinds, parts)`: `parts(viewer)` returns a list of Part in as many queries for many as for few; `kinds` are the
beginnings of their names (`room` of `room-mill`). Parts of one name are one part, whoever offers them.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace

from flask import Flask, current_app


@dataclass(frozen=True)
class Page:
    """One page. `facts` are everything that its look depends on beside the viewer, the words of the templates, and
    the clock: what only time changes makes no new version. Several features may know facts of one page.
    `title`: what is said to be missing while it is."""

    url: str
    facts: tuple = ()
    title: str = ""


@dataclass(frozen=True)
class File:
    """A picture or a file that stands on a page; its bytes never change."""

    url: str
    octets: int


@dataclass(frozen=True)
class Part:
    """What is taken along together. `wanted`: by itself, on a device of one's own."""

    name: str
    title: str = ""
    href: str = ""
    pages: list[Page] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    wanted: bool = False
    order: int = 50

    def with_more(self, other: "Part") -> "Part":
        """The same part with what another feature has for it."""
        named = self if self.title else other
        both = {"pages": [*self.pages, *other.pages], "files": [*self.files, *other.files]}
        return replace(named, **both, wanted=self.wanted or other.wanted, order=min(self.order, other.order))


def offer(app: Flask, kinds: Collection[str], parts: Callable[[object], list[Part]]) -> None:
    app.extensions.setdefault("packs", []).append((frozenset(kinds), parts))


def offered(viewer, kind: str | None = None) -> list[Part]:
    """All that the viewer may take along, or what is of one kind, in their order."""
    found: dict[str, Part] = {}
    for kinds, parts in current_app.extensions.get("packs", ()):
        for part in parts(viewer) if kind is None or kind in kinds else ():
            found[part.name] = found[part.name].with_more(part) if part.name in found else part
    return sorted(found.values(), key=lambda part: (part.order, part.title))
