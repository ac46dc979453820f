"""Smells that one line gives away: a name, a pattern, where it is looked for, and where it is right."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch

from neighbour.checks.tree import Line, Tree

PYTHON, TEMPLATES, CSS = "neighbour/*.py", "templates/*.html", "static/css/*.css"
SCRIPTS = ("static/js/*.js", "service_worker/*.js", "service_worker/*.mjs")
VERBS = "close|open|accept|reject|approve|publish|delete|remove|toggle|submit|cancel|hide|undo"
# They have transactions of their own: commands, the worker, set-up.
WRITERS = (
    "neighbour/web/transaction.py",
    "neighbour/*/commands.py",
    "neighbour/cli.py",
    "neighbour/*delivery.py",
    "neighbour/*sweeping.py",
    "neighbour/*tidying.py",
    "neighbour/uploads/receiving.py",  # lets its connection go before it looks at a picture
    "neighbour/worker.py",
    "neighbour/db/*",
    "neighbour/demo/*",
    "neighbour/bench/*",
)


@dataclass(frozen=True)
class Pattern:
    """A line that matches `wrong` is a finding, unless its file is among `right_in`."""

    name: str
    wrong: str
    looked_for_in: tuple[str, ...]
    right_in: tuple[str, ...] = ()

    def find(self, tree: Tree) -> Iterator[Line]:
        wrong = re.compile(self.wrong)
        for line in tree.lines(*self.looked_for_in):
            if wrong.search(line.text) and not any(fnmatch(line.path, path) for path in self.right_in):
                yield line


PATTERNS = [
    Pattern(
        "past-the-viewer",
        r"session\.get\(|get_or_404\(|\bselect\((?!.*\.(shown|visible)_to\()",
        ("neighbour/*routes*.py",),
        ("neighbour/accounts/routes/signing_in.py",),  # nobody is signed in yet
    ),
    Pattern("own-transaction", r"\.(commit|rollback)\(", (PYTHON,), WRITERS),
    Pattern("flush-in-route", r"session\.flush\(", ("neighbour/*routes*.py",)),
    Pattern(
        "verb-in-address",
        rf"(bp|app)\.(get|post|route|add_url_rule)\([^,]*/({VERBS})[\"/<]",
        (PYTHON,),
    ),
    Pattern(
        "model-knows-http",
        r"current_user|from flask import|\brequest\.|render_template",
        ("neighbour/*/models.py", "neighbour/*/models/*.py"),
    ),
    Pattern("mock", r"MagicMock|\bmonkeypatch\.(set|del)(attr|item)|mock\.patch|\bmocker\b|@patch", ("tests/*.py",)),
    Pattern("markup-in-script", r"innerHTML|outerHTML\s*=|insertAdjacentHTML|XMLHttpRequest", ("static/js/*.js",)),
    Pattern(
        "colour-outside-tokens",
        r"#[0-9a-fA-F]{3,8}\b(?!.*\{)|\b(rgb|hsl|oklch|lab)a?\(",
        (CSS,),
        ("static/css/tokens.css", "static/css/print.css"),
    ),
    Pattern("important", r"!important", (CSS,), ("static/css/reset.css", "static/css/print.css")),
    Pattern("bare-z-index", r"z-index:\s*-?\d", (CSS,)),
    Pattern("inline-code", r"\sstyle=|<style|<script(?![^>]*\bsrc=)|\son[a-z]+=|hx-on|[\"']js:", (TEMPLATES,)),
    Pattern(
        "note-to-self",
        r"\b(TO(?=D)DO|FI(?=X)XME|XX(?=X)X|HA(?=C)CK)\b",
        (PYTHON, "templates/*", *SCRIPTS, CSS, "tests/*.py"),
    ),
    Pattern("token-against-other-sites", r"(?i)cs(?=r)rf", (PYTHON, "templates/*", *SCRIPTS)),
    Pattern("another-host", r"(src|action)=\"(https?:)?//|<link[^>]*href=\"(https?:)?//", (TEMPLATES,)),
    Pattern("offset-or-count", r"\.offset\(|func\.count\(|\.paginate\(", ("neighbour/*routes*.py",)),
    Pattern("boost", r"hx-boost", (TEMPLATES,)),
    Pattern("cut-text", r"^(?!.*ui\.search).*\bmaxlength\b", (TEMPLATES,)),  # a browser cuts what is pasted, in silence
]
