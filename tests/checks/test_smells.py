"""Every smell is found where it was put, and not beside it."""

import tomllib
from pathlib import Path

import pytest

from neighbour.checks.smells import SMELLS, findings
from neighbour.checks.tree import Tree

SEEDS = tomllib.loads(Path(__file__).with_name("seeds.toml").read_text("utf-8"))


def plant(folder: Path, path: str, text: str) -> Tree:
    """A tree with this one file."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return Tree(folder)


def test_every_smell_has_a_seed():
    assert list(SEEDS) == sorted(SEEDS, key=list(SMELLS).index)
    assert set(SEEDS) == set(SMELLS)


@pytest.mark.parametrize("name", SEEDS)
def test_a_seeded_smell_is_found(tmp_path, name):
    seed = SEEDS[name]
    more = (
        "".join(f"\n{seed['wrong_lines']}" if number == 0 else "\n    1" for number in range(220))
        if "wrong_lines" in seed
        else ""
    )
    tree = plant(tmp_path, seed["path"], seed["wrong"] + more)

    found = findings(name, tree)

    assert found
    assert all(seed["path"] in place for place in found)


@pytest.mark.parametrize("name", SEEDS)
def test_what_is_right_is_not_found(tmp_path, name):
    seed = SEEDS[name]

    assert findings(name, plant(tmp_path, seed.get("right_path", seed["path"]), seed["right"])) == []
