"""Smells: one small question each, asked of every line that could answer it with a place."""

from collections.abc import Callable, Iterable

from neighbour.checks.smells import lines, names, python, scripts, templates
from neighbour.checks.tree import Tree

SMELLS: dict[str, Callable[[Tree], Iterable[object]]] = {
    **{pattern.name: pattern.find for pattern in lines.PATTERNS},
    **{
        smell.__name__.replace("_", "-"): smell for part in (python, names, templates, scripts) for smell in part.SMELLS
    },
}


def findings(name: str, tree: Tree) -> list[str]:
    """Where the tree has this smell."""
    return [str(place) for place in SMELLS[name](tree)]
