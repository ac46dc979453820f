"""The linters, which come with the test extra; each says its findings in lines that begin with a place."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

from neighbour.checks.tree import Tree

OURS = ("neighbour", "tests", "service_worker", "app.py")
PLACE = re.compile(r"^\S+?:\d+|^\S+\.(?:py|html)\b")


def printed_by(tree: Tree, program: str, *arguments: str) -> list[str]:
    """What the program prints when it finds something; a sentence when it is not installed."""
    path = Path(sys.executable).parent / program
    if not path.exists():
        return [f"{program} is missing: `python3 app.py test` installs it"]
    done = subprocess.run([path, *arguments], cwd=tree.root, capture_output=True, text=True)
    lines = (done.stdout + done.stderr).splitlines()
    return [line for line in lines if line.strip()] if done.returncode else []


def there(tree: Tree, names: Iterable[str]) -> list[str]:
    return [name for name in names if (tree.root / name).exists()]


def style(tree: Tree) -> list[str]:
    found = printed_by(tree, "ruff", "check", "--no-cache", "--output-format=concise", *there(tree, OURS))
    return [line for line in found if not line.startswith(("Found", "[*]", "warning", "No fixes"))]


def formatting(tree: Tree) -> list[str]:
    found = printed_by(tree, "ruff", "format", "--no-cache", "--check", "--output-format=concise", *there(tree, OURS))
    return [line for line in found if not re.match(r"\d+ file|warning", line)]


def layers(tree: Tree) -> list[str]:
    """Who may import whom, as pyproject.toml draws it."""
    found = printed_by(tree, "lint-imports", "--no-cache")
    wrong = [line.strip() for line in found if "->" in line or "missing" in line or "rror" in line]
    return wrong or found[-5:]


def names_of_layers(tree: Tree) -> list[str]:
    settings = tomllib.loads(tree.read("pyproject.toml"))["tool"]["importlinter"]["contracts"][0]
    return re.findall(r"[a-z_.]+", " ".join(settings["layers"]))


def markup(tree: Tree) -> list[str]:
    """djlint names the file once above its findings."""
    if not (tree.root / "templates").exists():
        return []
    found = printed_by(
        tree, "djlint", "templates", "--lint", "--quiet", "--linter-output-format={filename}:{line}: {code} {message}"
    )
    return [line for line in found if PLACE.match(line) or "missing" in line]


LINTERS: dict[str, Callable[[Tree], list[str]]] = {
    "style": style,
    "formatting": formatting,
    "layers": layers,
    "markup": markup,
}
