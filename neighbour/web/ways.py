"""Where a person is sent: only ever to an address of ours."""

from flask import current_app, request
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect


def own_path(wanted: str) -> str:
    """`wanted` if it is a path that one of our pages answers, else the start page."""
    if not wanted.startswith("/") or wanted.startswith(("//", "/\\")) or not wanted.isprintable():
        return "/"
    path, _, _query = wanted.partition("?")
    try:
        current_app.url_map.bind(request.host).match(path, method="GET")
    except RequestRedirect:
        return wanted
    except HTTPException:
        return "/"
    return wanted


def public_url(path: str) -> str:
    """A path as an absolute address for mails and prints."""
    return (current_app.config["PUBLIC_URL"] or request.host_url.rstrip("/")) + path
