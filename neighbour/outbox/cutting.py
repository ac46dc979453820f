"""One element out of a page, by its id."""

from collections.abc import Callable
from html.parser import HTMLParser
from itertools import accumulate


class Cutting(HTMLParser):
    """Finds where the first element begins and ends whose id is wanted. Nothing within `skipped` elements counts: what a
    template holds is not on the page."""

    skipped = "template"

    def __init__(self, html: str, wanted: Callable[[str], bool]):
        super().__init__()
        self.html, self.wanted = html, wanted
        self.lines = [0, *accumulate(len(line) for line in html.split("\n"))]
        self.tag, self.depth, self.hidden = "", 0, 0
        self.start = self.end = -1
        self.feed(html)
        self.close()

    @property
    def place(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + line - 1 + column

    def handle_starttag(self, tag: str, attrs) -> None:
        self.hidden += tag == self.skipped
        if self.start < 0 and not self.hidden and self.wanted(dict(attrs).get("id") or ""):
            self.tag, self.start = tag, self.place
        if tag == self.tag and self.end < 0:
            self.depth += 1

    def handle_startendtag(self, tag: str, attrs) -> None:
        """Drawings close themselves; nothing that is cut out does."""

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag == self.skipped
        if tag == self.tag and self.start >= 0 and self.end < 0:
            self.depth -= 1
            if not self.depth:
                self.end = self.place + len(f"</{tag}>")


def element(html: str, wanted: Callable[[str], bool]) -> str:
    """The element with its tags; empty if there is none."""
    found = Cutting(html, wanted)
    return html[found.start : found.end] if found.end > 0 else ""
