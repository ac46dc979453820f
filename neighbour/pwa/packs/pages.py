"""Pages of a pack as they travel: each on a line of its own, made by the same view that a browser would ask."""

import json
import re
from collections.abc import Iterable, Iterator

from neighbour.pwa.shell import lasting
from neighbour.web.inside import fragment_at

MOST = 60
MOST_OCTETS = 400_000
HEAD = re.compile(r"<!--head-->(.*?)<!--/head-->", re.DOTALL)
MAIN = re.compile(r"<!--main-->(.*?)<!--/main-->", re.DOTALL)
RANGE = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?", re.ASCII)


def line(url: str, version: str) -> bytes:
    """`gone` is what the viewer cannot see at this moment: not sent yet looks different."""
    words = {"url": url, "version": version, **parts_of(fragment_at(url))}
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def parts_of(fragment: str) -> dict:
    head, main = HEAD.search(fragment), MAIN.search(fragment)
    if head is None or main is None:
        return {"gone": True}
    return {"head": lasting(head[1]), "main": lasting(main[1])}


def lines(pages: Iterable[tuple[str, str]]) -> Iterator[bytes]:
    """As many as fit into one answer; the device asks for the rest."""
    octets = 0
    for number, page in enumerate(pages):
        if number >= MOST or octets >= MOST_OCTETS:
            return
        made = line(*page)
        octets += len(made)
        yield made


def wanted(typed: str, pages: list) -> list:
    """The pages that `0,3-7` names, counted from nothing; all of them where nothing is named."""
    if not typed:
        return pages
    numbers = []
    for match in map(RANGE.fullmatch, typed.split(",")):
        if match is not None:
            numbers += range(int(match[1]), min(int(match[2] or match[1]) + 1, len(pages)))
    return [pages[number] for number in dict.fromkeys(numbers) if number < len(pages)]
