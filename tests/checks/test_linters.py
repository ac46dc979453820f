"""Each linter finds what was put in its way, and says so when it is not installed."""

import shutil
import sys

import pytest

from neighbour.checks import linters
from neighbour.checks.tree import Tree
from neighbour.config import ROOT

SEEDS = {
    "style": ("neighbour/forum.py", "import os\n"),
    "formatting": ("neighbour/forum.py", "TOPICS = [ 'one' ]\n"),
    "layers": ("neighbour/web/__init__.py", "from neighbour import forum\n"),
    "markup": ("templates/forum.html", '<img src="/photo">\n'),
}


@pytest.fixture
def tree(tmp_path):
    """A small house with our settings."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for layer in linters.names_of_layers(Tree()):
        folder = tmp_path / layer.replace(".", "/")
        folder.mkdir(parents=True)
        (folder / "__init__.py").touch()
    (tmp_path / "neighbour" / "__init__.py").touch()
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "start.html").write_text("<p>Start</p>\n")
    return Tree(tmp_path)


@pytest.mark.parametrize("name", SEEDS)
def test_a_clean_house_has_no_findings(tree, name):
    assert linters.LINTERS[name](tree) == []


@pytest.mark.parametrize("name", SEEDS)
def test_what_is_wrong_is_found(tree, name):
    path, text = SEEDS[name]
    (tree.root / path).write_text(text)

    found = linters.LINTERS[name](tree)

    assert found
    assert any(path in place or "forum" in place for place in found)


@pytest.mark.parametrize("name", SEEDS)
def test_a_linter_that_is_not_installed_is_a_finding(tree, name, tmp_path):
    here, sys.executable = sys.executable, str(tmp_path / "python")
    try:
        found = linters.LINTERS[name](tree)
    finally:
        sys.executable = here

    assert len(found) == 1
    assert "is missing" in found[0]
