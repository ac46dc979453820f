"""English is complete: every string that is marked for translation has one."""

import io
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from neighbour.checks.tree import Tree

FOLDER = "neighbour/translations"
LANGUAGE = "en"
PYTHON, JINJA = ("**.py", "python"), ("**.html", "jinja2")
SOURCES = (("neighbour", [PYTHON]), ("templates", [JINJA, ("**.txt", "jinja2"), ("**.svg", "jinja2")]))
OPTIONS = {"jinja2": {"extensions": "jinja2.ext.do", "silent": "false"}}
KEYWORDS = {
    "_": None,
    "_l": None,
    "gettext": None,
    "lazy_gettext": None,
    "ngettext": (1, 2),
    "lazy_ngettext": (1, 2),
}


def po_file(tree: Tree) -> Path:
    return tree.root / FOLDER / LANGUAGE / "LC_MESSAGES" / "messages.po"


def marked(tree: Tree) -> Catalog:
    """Every string that code and templates mark, in alphabetical order."""
    catalog = Catalog(charset="utf-8")
    for folder, mapping in SOURCES:
        found = extract_from_dir(
            tree.root / folder, mapping, {f"**.{end}": OPTIONS["jinja2"] for end in ("html", "txt", "svg")}, KEYWORDS
        )
        for _file, _line, words, _comments, context in found:
            catalog.add(words, context=context)
    return catalog


def translated(tree: Tree) -> Catalog:
    path = po_file(tree)
    if not path.exists():
        return Catalog(locale=LANGUAGE)
    return read_po(io.BytesIO(path.read_bytes()), locale=LANGUAGE)


def missing(tree: Tree | None = None) -> list[str]:
    """The strings without an English translation that somebody has confirmed."""
    tree = tree or Tree()
    english = translated(tree)
    return [str(message.id) for message in marked(tree) if message.id and not is_said(english.get(message.id))]


def is_said(message: Message | None) -> bool:
    if message is None or message.fuzzy:
        return False
    words = message.string if isinstance(message.string, (tuple, list)) else [message.string]
    return all(words)


def update(tree: Tree | None = None) -> int:
    """Brings the English file to what is marked now, and returns how many strings are still to be translated.

    Nothing in it depends on the day or the machine, so that a commit shows only what was said.
    """
    tree = tree or Tree()
    old, new = (
        translated(tree),
        Catalog(locale=LANGUAGE, fuzzy=False, header_comment="# English, of strings written in German."),
    )
    for message in marked(tree):
        if message.id:
            known = old.get(message.id)
            new.add(message.id, known.string if known else None, flags=known.flags if known else message.flags)
    path = po_file(tree)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(written(new))
    return len(missing(tree))


def written(catalog: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_po(buffer, catalog, no_location=True, sort_output=True, width=120, ignore_obsolete=True)
    head, blank, rest = buffer.getvalue().decode().partition("\n\n")
    kept = [line for line in head.splitlines() if not line.startswith(CHANGING)]
    return ("\n".join(kept) + blank + rest).encode()


CHANGING = tuple(
    f'"{name}'
    for name in (
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Generated-By",
        "Report-Msgid",
        "Project-Id",
        "Language-Team",
    )
)
