"""A write is looked at only when all of it has arrived; what was cut on the way is sent again."""

import hashlib
from base64 import b64decode

from flask import Flask, Response, g, request
from flask_babel import lazy_gettext as _l
from werkzeug.exceptions import BadRequest, ClientDisconnected, LengthRequired

READING = ("GET", "HEAD", "OPTIONS")


class CutBody(BadRequest):
    """The body is shorter than announced, or is not the one whose digest was sent."""

    sentence = _l("Es ist nicht alles angekommen. Bitte noch einmal senden.")

    def get_headers(self, *args, **kwargs):
        return [*super().get_headers(*args, **kwargs), ("Retry-After", "0")]


def init_app(app: Flask) -> None:
    app.before_request(require_complete_body)


def require_complete_body() -> Response | None:
    """Raises LengthRequired, RequestEntityTooLarge or CutBody."""
    if request.method in READING:
        return None
    if request.content_length is None:
        raise LengthRequired
    try:
        body = request.get_data()
    except ClientDisconnected as error:
        raise CutBody from error
    if len(body) != request.content_length or not matches_digest(body):
        raise CutBody
    g.body_is_complete = True
    return None


def matches_digest(body: bytes) -> bool:
    """RFC 9530, `Content-Digest: sha-256=:…:`. A request without the header matches."""
    for member in request.headers.get("Content-Digest", "").split(","):
        algorithm, _, digest = member.strip().partition("=")
        if algorithm.lower() == "sha-256":
            try:
                return hashlib.sha256(body).digest() == b64decode(digest.strip(":"), validate=True)
            except ValueError:  # not base64, or not even ASCII
                return False
    return True
