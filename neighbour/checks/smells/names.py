"""Smells of names and sizes: files and words that say nothing, files that say too much."""

import ast
import re
from collections.abc import Iterator

from neighbour.checks.smells.python import OURS, parsed
from neighbour.checks.tree import Tree

EMPTY = {
    "util", "utils", "helper", "helpers", "manager", "managers", "service", "services", "handler", "handlers", "data",
    "info", "item", "items", "process", "do", "misc", "common", "base",
}  # fmt: skip
# Names that a library calls, and a word of the domain.
SAID_BY_OTHERS = {
    "process_bind_param",
    "process_result_value",
    "process_formdata",
    "handle_starttag",
    "handle_startendtag",
    "handle_endtag",
    "AnalogueProcess",
    "analogue_process",
}
# A handle is what people are mentioned by; only a function that handles something says nothing.
HANDLES = re.compile(r"^_?handle_(?!from|of)")
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
LONGEST = 200


def junk_drawer(tree: Tree) -> Iterator[str]:
    """A file in which anything could stand."""
    for path in tree.files("*.py", "*.js", "*.html", "*.css"):
        stem = path.rpartition("/")[2].partition(".")[0]
        if stem in EMPTY - {"base"} or path.endswith(("/base.py", "/base.js", "/base.html")):
            yield path


def empty_word(tree: Tree) -> Iterator[str]:
    """A name that could stand for anything."""
    for path, module in parsed(tree, *OURS):
        for name, number in named(module):
            words = {word.lower() for word in WORD.findall(name)}
            if (words & EMPTY or HANDLES.match(name)) and name not in SAID_BY_OTHERS:
                yield f"{path}:{number}: {name}"


def named(module: ast.Module) -> Iterator[tuple[str, int]]:
    """What this module gives a name to."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name, node.lineno
        elif isinstance(node, ast.arg):
            yield node.arg, node.lineno
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno


def long_file(tree: Tree) -> Iterator[str]:
    """A file that wants to be two."""
    for path in tree.files("*.py", "*.js", "*.mjs", "*.css", "*.html"):
        lines = tree.read(path).count("\n")
        if lines > LONGEST:
            yield f"{path}: {lines} lines"


def not_ours(tree: Tree) -> Iterator[str]:
    """Third-party or built code that was copied in."""
    yield from tree.files("*/vendor/*", "*.min.js", "*.min.css", "*.bundle.js")


SMELLS = [junk_drawer, empty_word, long_file, not_ours]
