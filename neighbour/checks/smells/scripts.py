"""Smells of the browser's code and of the looks."""

import re
from collections.abc import Iterator

from neighbour.checks.tree import Tree

SCRIPTS = ("static/js/*.js", "service_worker/*.js", "service_worker/*.mjs")
EXPORTED = re.compile(r"export (?:async )?(?:function|const|class) (\w+)")
ROUTER = "service_worker/router.js"


def export_nobody_imports(tree: Tree) -> Iterator[str]:
    words = re.findall(r"\w+", tree.read_all(*SCRIPTS, "tests/*.js", "tests/*.mjs"))
    for line in tree.lines(*SCRIPTS):
        for name in EXPORTED.findall(line.text):
            if words.count(name) < 2:
                yield f"{line.path}:{line.number}: {name}"


def worker_touches_writes(tree: Tree) -> Iterator[str]:
    """A service worker that does more with a POST than let it pass loses its body on some phones."""
    if ROUTER in tree.paths and 'request.method !== "GET") return' not in tree.read(ROUTER):
        yield f"{ROUTER}: does not begin by letting every write pass"


def fetch_in_page(tree: Tree) -> Iterator[object]:
    """Asking the server is the work of htmx, of the outbox, and of service_worker/asking.js."""
    return (line for line in tree.lines("static/js/*.js") if re.search(r"\bfetch\(", line.text))


def block_not_imported(tree: Tree) -> Iterator[str]:
    """A block that neither app.css nor a feature's sheet names has no looks at all."""
    sheets = [*tree.files("static/css/app.css"), *tree.files("static/css/features/*.css")]
    contents = "".join(tree.read(path) for path in sheets)
    for path in tree.files("static/css/blocks/*.css"):
        if path.removeprefix("static/css/") not in contents:
            yield path


SMELLS = [export_nobody_imports, worker_touches_writes, fetch_in_page, block_not_imported]
