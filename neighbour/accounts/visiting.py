"""Somebody without an account who comes back: a random cookie, set only where a page for guests is opened.

The tag is a digest of that random token and of nothing else. So it is as random as the token, no secret of the server can
change or guess it, and it is stored where it counts, in receipts and registrations. The token itself is a key and is not.
"""

import hashlib
import re
import secrets
from datetime import datetime

from flask import Response, after_this_request, current_app, request
from flask_login import current_user

from neighbour.db import now

COOKIE = "visitor"
TOKEN = re.compile(r"[\w-]{43}", re.ASCII)
TAG = re.compile(r"v[0-9a-f]{31}")
DAYS = 400


def recognise(path: str, until: datetime | None = None) -> None:
    """From here on the visitor has a tag; the browser shows it again below `path` and nowhere else, until then."""
    if current_user.is_signed_in:
        return
    token = kept_token() or secrets.token_urlsafe(32)
    current_user.tag = tag_of(token)

    @after_this_request
    def keep(response: Response) -> Response:
        secure = current_app.config["SESSION_COOKIE_SECURE"]
        lasting = {"max_age": seconds_until(until), "path": path}
        response.set_cookie(COOKIE, token, httponly=True, samesite="Lax", secure=secure, **lasting)
        return response


def seconds_until(until: datetime | None) -> int:
    longest = DAYS * 24 * 3600
    return longest if until is None else min(longest, max(0, round((until - now()).total_seconds())))


def forget(path: str) -> None:
    """The browser below `path` is nobody's any more; what it has sent stays."""

    @after_this_request
    def drop(response: Response) -> Response:
        response.delete_cookie(COOKIE, path=path)
        return response


def known_tag() -> str:
    """The tag of the visitor whose browser sends this request; empty for one who is not known."""
    token = kept_token()
    return tag_of(token) if token else ""


def kept_token() -> str:
    token = request.cookies.get(COOKIE, "") if request else ""
    return token if TOKEN.fullmatch(token) else ""


def is_tag_of_visitor(tag: str) -> bool:
    return TAG.fullmatch(tag) is not None


def tag_of(token: str) -> str:
    """Names the visitor without being their key: who reads the tag in the database cannot act for them."""
    return "v" + hashlib.sha256(token.encode()).hexdigest()[:31]
