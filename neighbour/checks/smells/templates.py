"""Smells of templates."""

import re
from collections.abc import Iterator

from neighbour.checks.tree import Tree

LOGIC = re.compile(r"\{%-? *set |namespace\(|selectattr|rejectattr|groupby|\.is_admin|\.role *==")
TEMPLATE = re.compile(r"[\"']([a-z_]+/[a-z_/]+\.(?:html|txt))[\"']")
# Pieces that have a macro in templates/ui, so that a page never draws them by hand.
PIECES = {"row", "rows", "slip", "person", "facts", "breadcrumbs", "empty", "wish", "wishes", "state", "mark", "icon"}
CLASSES = re.compile(r'class="([^"{]*)')
REMARK = re.compile(r"\{#.*?#\}", re.DOTALL)
# Only a script takes what is in a <template> out of it.
DRAWN = re.compile(r"<template\b.*?</template>", re.DOTALL)
FORM = re.compile(r"<form\b[^>]*>")
SHELL = "templates/layouts/"


def logic_in_template(tree: Tree) -> Iterator[object]:
    """A template that decides what a model should."""
    return (line for line in tree.lines("templates/*") if LOGIC.search(line.text))


def silent_template(tree: Tree) -> Iterator[str]:
    """A template whose first line does not say what it is; a fragment with names of its own says what it needs."""
    for path in tree.files("templates/*.html"):
        first = tree.read(path).partition("\n")[0]
        if not first.startswith("{#"):
            yield f"{path}:1: the first line does not say what it is"


def template_nobody_renders(tree: Tree) -> Iterator[str]:
    named = set(TEMPLATE.findall(tree.read_all("neighbour/*.py", "templates/*", "tests/*.py")))
    for path in tree.files("templates/*"):
        name = path.removeprefix("templates/")
        if name not in named and name.replace("/_", "/") not in named:
            yield path


def template_that_is_not_there(tree: Tree) -> Iterator[str]:
    there = set(tree.files("templates/*"))
    for line in tree.lines("neighbour/*.py", "templates/*"):
        for name in TEMPLATE.findall(line.text):
            if f"templates/{name}" not in there and not line.path.startswith("neighbour/checks/"):
                yield f"{line.path}:{line.number}: {name}"


def piece_drawn_by_hand(tree: Tree) -> Iterator[object]:
    """The markup of a macro, copied."""
    for line in tree.lines("templates/*.html"):
        if line.path.startswith(("templates/ui/", SHELL)):
            continue
        if any(set(words.split()) & PIECES for words in CLASSES.findall(line.text)):
            yield line


def form_that_needs_javascript(tree: Tree) -> Iterator[str]:
    """A form without method or address; a dialog's own form only closes it."""
    for path in tree.files("templates/*.html"):
        for form in FORM.findall(DRAWN.sub("", REMARK.sub("", tree.read(path)))):
            complete = " method=" in form and (" action=" in form or 'method="dialog"' in form)
            if not complete:
                yield f"{path}: {form}"


SMELLS = [
    logic_in_template,
    silent_template,
    template_nobody_renders,
    template_that_is_not_there,
    piece_drawn_by_hand,
    form_that_needs_javascript,
]
