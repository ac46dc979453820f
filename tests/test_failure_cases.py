"""docs/failure-cases.md tells the truth: every case is there, and every test that it names exists."""

import ast
import re
from functools import cache

from neighbour.config import ROOT

CASES = 85
ROW = re.compile(r"^\| ([\d–, ]+) \| (.+) \| (.+) \|$", re.M)
NAMED = re.compile(r"`([\w/]+\.py)::(\w+)`")


def rows() -> list[tuple[str, str]]:
    text = (ROOT / "docs" / "failure-cases.md").read_text()
    return [(numbers, held) for numbers, _what, held in ROW.findall(text)]


def numbers_in(words: str) -> list[int]:
    found = []
    for part in words.split(","):
        first, _, last = part.strip().partition("–")
        found += range(int(first), int(last or first) + 1)
    return found


@cache
def names_in(path: str) -> set[str]:
    tree = ast.parse((ROOT / "tests" / path).read_text())
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_case_is_there_once():
    assert sorted(number for numbers, _held in rows() for number in numbers_in(numbers)) == list(range(1, CASES + 1))


def test_every_case_is_held_by_a_test_or_says_why_not():
    silent = [numbers for numbers, held in rows() if not NAMED.search(held) and not re.search(r"[Ii]ssue \d", held)]

    assert silent == []


def test_every_test_that_is_named_exists():
    named = {found for _numbers, held in rows() for found in NAMED.findall(held)}

    assert sorted(f"{path}::{name}" for path, name in named if name not in names_in(path)) == []
