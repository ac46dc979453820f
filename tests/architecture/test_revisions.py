"""A bulk statement passes by the listener that raises revisions: no kept page would notice."""

import ast
from collections.abc import Iterator
from pathlib import Path

from neighbour.config import ROOT
from neighbour.db import Model, Revised

BULK = {"update", "delete", "insert"}
# Each with the reason why no version is missed.
ALLOWED = {
    ("accounts/plain_language.py", "User"),  # what a viewer chose is in every version of theirs
    ("bench/rows.py", "Post"),  # rows of a house that nobody has taken along
    ("bench/rows.py", "Topic"),
    ("uploads/attaching.py", "Upload"),  # of a person who gets another photo, which their row says
    ("uploads/sweeping.py", "Upload"),  # belongs to nothing
}


def watched() -> set[str]:
    """Models that have pages, stand on pages, or are named there."""
    classes = [mapper.class_ for mapper in Model.registry.mappers]
    return {
        one.__name__ for one in classes if issubclass(one, Revised) or one.shown_on or one.shown_on_kind or one.shown
    }


def bulk_statements(tree: ast.AST, owner: str = "") -> Iterator[str]:
    """The names of the models that a module changes without their objects; `cls` is the class around."""
    for node in ast.iter_child_nodes(tree):
        inside = node.name if isinstance(node, ast.ClassDef) else owner
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in BULK and node.args:
            named = ast.unparse(node.args[0]).partition(".")[0]
            yield inside if named == "cls" else named
        yield from bulk_statements(node, inside)


def found_in(folder: Path) -> set[tuple[str, str]]:
    return {
        (path.relative_to(folder).as_posix(), name)
        for path in folder.rglob("*.py")
        if "migrations" not in path.parts
        for name in bulk_statements(ast.parse(path.read_text()))
    }


def test_the_reader_finds_what_is_seeded():
    source = "class Topic:\n  def a(cls): update(cls)\ndef b():\n  db.session.execute(delete(Post.__table__).where(x))"

    assert set(bulk_statements(ast.parse(source))) == {"Topic", "Post"}


def test_nothing_that_stands_on_pages_is_changed_in_bulk():
    names = watched()

    assert {"Topic", "Post", "Upload", "User", "Wish"} <= names
    assert {(path, name) for path, name in found_in(ROOT / "neighbour") if name in names} == ALLOWED


def test_no_query_is_changed_in_bulk_either():
    for path in (ROOT / "neighbour").rglob("*.py"):
        calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
        chained = [ast.unparse(call.func) for call in calls if isinstance(call.func, ast.Attribute)]
        bulk = [name for name in chained if ".query(" in name and name.endswith((".update", ".delete"))]
        assert bulk == [], path


def test_every_model_says_where_it_stands_or_stands_nowhere():
    """Whoever adds a model decides: does a row of it stand on a page that somebody may have taken along?"""
    nowhere = {
        "Assignment", "Attempts", "CallNote", "Device", "Exclusion", "Invitation", "Letter", "LogLine", "Mail", "Mention",
        "Notification", "OutboxKey", "Phase", "Programme", "ReadMark", "Receipt", "Role", "SignInLink", "Watch",
    }  # fmt: skip
    silent = {mapper.class_.__name__ for mapper in Model.registry.mappers} - watched()

    assert silent == nowhere
