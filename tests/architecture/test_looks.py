"""Every page loads the looks of whatever stands on it: its feature's own, and those that every page has."""

import re
from pathlib import Path

import pytest

from tests.architecture.pages import require_none

CSS = Path(__file__).resolve().parents[2] / "static" / "css"
IMPORT = re.compile(r'@import "([^"]+)"')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
CLASS = re.compile(r"\.([a-z][\w-]*)")


def looks_in(sheet: Path) -> set[str]:
    """The classes that a sheet and all that it imports speak of."""
    text = COMMENT.sub("", sheet.read_text())
    parts = [looks_in(sheet.parent / name) for name in IMPORT.findall(text)]
    return set(CLASS.findall(IMPORT.sub("", text))).union(*parts)


EVERYWHERE = looks_in(CSS / "app.css")
FEATURES = {sheet.stem: looks_in(sheet) - EVERYWHERE for sheet in (CSS / "features").glob("*.css")}


@pytest.mark.parametrize("handle", ("visitor", "renate", "jonas", "ada", "eva", "otto"))
def test_every_page_loads_the_looks_of_what_stands_on_it(crawl, handle):
    faults = []
    for visit in crawl(handle).visits:
        if not visit.is_page:
            continue
        worn = {name for names in re.findall(r'class="([^"]*)"', visit.text) for name in names.split()}
        loaded = set(re.findall(r'<link rel="stylesheet" href="[^"]*/(\w+)(?:-\w+)?\.css"', visit.text))
        bare = worn & set().union(*FEATURES.values()) - set().union(*(FEATURES.get(name, set()) for name in loaded))
        faults += [f"{visit.address} wears {name} without its sheet" for name in bare]

    require_none(faults)
