"""One template, two answers: the whole page for a browser, the changed part for a script that asked for it."""

from flask import Flask, Response, make_response, redirect, render_template, request
from flask_htmx import HTMX
from jinja2 import Template
from jinja2.runtime import Context

from neighbour.db import db

htmx = HTMX()


def init_app(app: Flask) -> None:
    htmx.init_app(app)
    app.jinja_env.template_class = SharedTemplate
    app.context_processor(choose_layout)


class SharedTemplate(Template):
    """A template whose macros are made once: Jinja would compare all global names at every import, on every page."""

    def _get_default_module(self, ctx: Context | None = None):
        return super()._get_default_module()


def wants_fragment() -> bool:
    """Whether a script will put the answer into a page that is already open (htmx 4 says partial or full)."""
    is_part = request.headers.get("HX-Request-Type", "partial") == "partial"
    return is_from_outbox() or (bool(htmx) and is_part and not wants_main())


def is_from_outbox() -> bool:
    """Whether a device sends what it has kept: the part it gets is wrapped in JSON."""
    return "Idempotency-Key" in request.headers and "application/json" in request.headers.get("Accept", "")


def wants_main() -> bool:
    """Whether a device asks for all of <main>, and its title, to put them into the shell that it has kept."""
    return bool(htmx) and htmx.target == "main#main"


def choose_layout() -> dict:
    return {"layout": "layouts/main.html" if wants_fragment() or wants_main() else "layouts/page.html"}


def page(template: str, **words) -> str:
    return render_template(template, **words)


def page_or_fragment(template: str, fragment: str, **words) -> str:
    """The same address as a page, or as the part of it that htmx swaps."""
    return render_template(fragment if wants_fragment() else template, **words)


def fragment_or_redirect(fragment: str, *, to: str, status: int = 200, **words) -> Response:
    """After a write: the changed part for a script, the page it stands on for everybody else."""
    db.session.flush()  # show what will be stored, with its defaults
    if not wants_fragment():
        return redirect(to, code=303)
    response = make_response(render_template(fragment, **words), status)
    response.headers["Location"] = to
    return response
