"""What a device would hold of all packs, and where it would go on showing what is no longer so."""

import json
import re
from dataclasses import dataclass

# Only the clock says these; they are the same words for a moment that did not change. What waits to be written has no
# moment yet: pages hold the present one in its place.
CLOCK = re.compile(
    r"datetime=\"[^\"]*\"|\b(eben|vor einer Minute|vor \d+ Minuten|(heute|gestern) \d\d?:\d\d|Guten (Morgen|Tag|Abend))\b"
)


@dataclass(frozen=True)
class Seen:
    """One page as it was fetched."""

    version: str
    look: str


def packs_of(browser) -> dict[str, Seen]:
    """All pages of all parts, by address."""
    pages: dict[str, Seen] = {}
    for part in browser.get("/sync/packs").get_json()["packs"]:
        manifest = browser.get(f"/sync/packs/{part['name']}").get_json()
        pages |= fetched(browser, manifest)
    return pages


def fetched(browser, manifest: dict, first: int = 0) -> dict[str, Seen]:
    count, pages = len(manifest["pages"]), {}
    while len(pages) + first < count:
        asked = f"of={manifest['etag']}&want={len(pages) + first}-{count}"
        lines = browser.get(f"/sync/packs/{manifest['name']}/pages?{asked}").text.splitlines()
        for page in map(json.loads, lines):
            assert not page.get("gone"), page["url"]
            pages[page["url"]] = Seen(page["version"], CLOCK.sub("·", page["head"] + page["main"]))
    return pages


def untold(before: dict[str, Seen], after: dict[str, Seen]) -> list[str]:
    """Pages that look different under the same version."""
    return [
        f"{url}: {difference(before[url].look, page.look)}"
        for url, page in after.items()
        if url in before and before[url].version == page.version and before[url].look != page.look
    ]


def difference(one: str, other: str) -> str:
    start = next(number for number, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1])
    return f"{one[max(0, start - 40) : start + 80]!r} → {other[max(0, start - 40) : start + 80]!r}"
