"""Writes from other sites are refused by what the browser says of their origin, without a token: a form that
waited on a device has no fresh token. After Fetch Metadata (W3C) and the `Origin` header (RFC 6454)."""

from flask import Flask, Response, request
from flask_babel import lazy_gettext as _l
from werkzeug.exceptions import Forbidden

from neighbour.web.bodies import READING


class FromElsewhere(Forbidden):
    """A write that did not come from a page of ours."""

    sentence = _l("Das kam von einer anderen Seite im Internet. Bitte öffnen Sie Neighbour und versuchen Sie es dort.")


def init_app(app: Flask) -> None:
    app.before_request(require_own_origin)


def require_own_origin() -> Response | None:
    """Raises FromElsewhere."""
    if request.method in READING:
        return None
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    if site is not None and site != "same-origin":
        raise FromElsewhere
    if origin is not None and not is_own(origin):
        raise FromElsewhere
    if site is None and origin is None:
        raise FromElsewhere
    return None


def is_own(origin: str) -> bool:
    return origin in (f"http://{request.host}", f"https://{request.host}")
