"""An address with a character that no name has leads nowhere: databases cannot even be asked for it."""

from flask import Flask, abort, request


def init_app(app: Flask) -> None:
    app.before_request(refuse_nameless)


def refuse_nameless() -> None:
    """404 for NUL in any part of the path."""
    if any(isinstance(part, str) and "\x00" in part for part in (request.view_args or {}).values()):
        abort(404)
