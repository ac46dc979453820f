"""What a part of the pack consists of, for one viewer at this moment."""

from dataclasses import dataclass
from functools import cached_property

from neighbour.pwa.packs.offering import Part, offered
from neighbour.pwa.packs.versions import around, short, version

UNCHANGING = "1"


@dataclass(frozen=True)
class Manifest:
    """A part with the versions of its pages. Who may see less, or sees something else, gets another one."""

    part: Part
    around: str

    @property
    def name(self) -> str:
        return self.part.name

    @cached_property
    def pages(self) -> list[tuple[str, str]]:
        facts: dict[str, list[tuple]] = {}
        for page in self.part.pages:
            facts.setdefault(page.url, []).append(page.facts)
        return [(url, version(known, self.around)) for url, known in facts.items()]

    @cached_property
    def titles(self) -> dict[str, tuple[str]]:
        return {page.url: (page.title,) for page in self.part.pages if page.title}

    @cached_property
    def files(self) -> list[tuple[str, str, int]]:
        return [
            (url, UNCHANGING, octets) for url, octets in {file.url: file.octets for file in self.part.files}.items()
        ]

    @cached_property
    def etag(self) -> str:
        return short((self.part.title, self.pages, self.files))

    def as_words(self) -> dict:
        return {
            "name": self.name,
            "title": self.part.title,
            "etag": self.etag,
            "pages": [(*page, *self.titles.get(page[0], ())) for page in self.pages],
            "files": self.files,
        }


def manifests(viewer) -> list[Manifest]:
    return all_of(viewer, offered(viewer))


def manifest(viewer, name: str) -> Manifest | None:
    """None for what there is not, and for what this viewer may not see."""
    named = [part for part in offered(viewer, name.partition("-")[0]) if part.name == name]
    return next(iter(all_of(viewer, named)), None)


def all_of(viewer, parts: list[Part]) -> list[Manifest]:
    shared = around(viewer)
    return [Manifest(part, shared) for part in parts if part.pages]
