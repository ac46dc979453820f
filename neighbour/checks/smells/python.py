"""Smells of Python files, asked of their syntax tree."""

import ast
import re
from collections.abc import Iterator

from neighbour.checks.tree import Tree

OURS = ("neighbour/*.py", "app.py")
MARKED = {"_", "_l", "_n", "gettext", "ngettext", "lazy_gettext", "lazy_ngettext", "pgettext", "npgettext"}
GERMAN = re.compile(r"[A-Za-z][äöüß][a-z]|[ÄÖÜäöü][a-z]{2}|\b(und|nicht|Ihre?|Bitte|wurde|keine?)\b")
# Texts of the demo and of tools pages are written in German; the words of receipts are the same in every language.
GERMAN_TEXTS = ("neighbour/demo/", "neighbour/tools/pages/", "neighbour/checks/", "neighbour/bench/")
LONGEST = 25


def parsed(tree: Tree, *patterns: str) -> Iterator[tuple[str, ast.Module]]:
    for path in tree.files(*patterns):
        yield path, ast.parse(tree.read(path))


def functions(module: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def long_function(tree: Tree) -> Iterator[str]:
    """A function that nobody reads in one look."""
    for path, module in parsed(tree, *OURS):
        for function in functions(module):
            lines = function.end_lineno - function.lineno + 1
            if lines > LONGEST:
                yield f"{path}:{function.lineno}: {function.name} has {lines} lines"


def no_docstring(tree: Tree) -> Iterator[str]:
    """A module or a model that does not say in one sentence what it is."""
    for path, module in parsed(tree, *OURS, "tests/*.py"):
        if module.body and not ast.get_docstring(module):
            yield f"{path}:1: no sentence says what this module is"
        for model in ast.walk(module):
            if (
                isinstance(model, ast.ClassDef)
                and "Model" in map(ast.unparse, model.bases)
                and not ast.get_docstring(model)
            ):
                yield f"{path}:{model.lineno}: no sentence says what a {model.name} is"


def german_outside_gettext(tree: Tree) -> Iterator[str]:
    """A sentence that would stay German on an English page."""
    for path, module in parsed(tree, "neighbour/*.py"):
        if path.startswith(GERMAN_TEXTS):
            continue
        marked = {id(part) for call in calls_of(module, MARKED) for part in ast.walk(call)}
        said = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
        for node in ast.walk(module):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and GERMAN.search(node.value):
                if id(node) not in marked | said:
                    yield f"{path}:{node.lineno}: {node.value.strip()[:80]!r} is not marked for translation"


def calls_of(module: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in names:
            yield node


def variable_in_gettext(tree: Tree) -> Iterator[str]:
    """An f-string or a variable handed to gettext: no translation will ever be found for it."""
    for path, module in parsed(tree, "neighbour/*.py"):
        for call in calls_of(module, MARKED - {"_n"}):
            if call.args and not isinstance(call.args[0], ast.Constant):
                yield f"{path}:{call.lineno}: {ast.unparse(call)[:80]}"


def same_test_twice(tree: Tree) -> Iterator[str]:
    """Two tests of one name in one file: the first never runs."""
    for path, module in parsed(tree, "tests/*.py"):
        names = [node.name for node in module.body if isinstance(node, ast.FunctionDef)]
        yield from (
            f"{path}: {name}" for name in sorted(set(names)) if names.count(name) > 1 and name.startswith("test_")
        )


def test_without_assertion(tree: Tree) -> Iterator[str]:
    """A test that asserts nothing passes whatever the code does."""
    for path, module in parsed(tree, "tests/*test_*.py"):
        for function in functions(module):
            words = ast.unparse(function)
            if function.name.startswith("test_") and not re.search(
                r"\bassert\b|pytest\.(raises|fail)|\b(expect|require_none)\(", words
            ):
                yield f"{path}:{function.lineno}: {function.name}"


SMELLS = [
    long_function,
    no_docstring,
    german_outside_gettext,
    variable_in_gettext,
    same_test_twice,
    test_without_assertion,
]
