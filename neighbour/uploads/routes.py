"""Where uploads are on the web."""

import logging
from uuid import UUID

from flask import Blueprint, Flask, Response, request
from flask_login import current_user
from werkzeug.exceptions import NotFound

from neighbour.accounts.models.device import Owner
from neighbour.accounts.session import ask_to_sign_in
from neighbour.db import db
from neighbour.uploads.guards import is_visible
from neighbour.uploads.models import Upload
from neighbour.uploads.storage import storage
from neighbour.web.public import public

log = logging.getLogger("neighbour")
bp = Blueprint("uploads", __name__)

# Whatever it is, nothing in it runs, and nothing is loaded from it.
STRICT = "default-src 'none'; sandbox"
FOR_EVER = "private, max-age=31536000, immutable"


def init_app(app: Flask) -> None:
    app.register_blueprint(bp)


@bp.get("/uploads/<uuid:upload_id>/<name>")
@public
def upload(upload_id: UUID, name: str) -> Response:
    found = visible(upload_id)
    if found is not None and found.name != name:
        raise NotFound
    return shown(found, key=str(upload_id))


@bp.get("/uploads/<uuid:upload_id>/small")
@public
def small(upload_id: UUID) -> Response:
    found = visible(upload_id)
    if found is not None and not found.is_photo:
        raise NotFound
    return shown(found, key=f"{upload_id}-small")


def visible(upload_id: UUID) -> Upload | None:
    """None asks a visitor to sign in, whether or not there is such an upload. Raises NotFound."""
    found = db.session.scalars(Upload.with_id(upload_id)).first()
    if found is not None and is_visible(found, current_user):
        return found
    if current_user.is_signed_in:
        raise NotFound
    return None


def shown(found: Upload | None, *, key: str) -> Response:
    if found is None:
        return ask_to_sign_in()
    response = Response(mimetype=found.mime)
    response.set_etag(key)
    response.headers["Cache-Control"] = how_long()
    response.headers["Content-Security-Policy"] = STRICT
    disposition = "inline" if found.is_photo else "attachment"
    response.headers.set("Content-Disposition", disposition, filename=found.name)
    if not request.if_none_match.contains(key):
        response.set_data(stored(key))
    return response.make_conditional(request)


def stored(key: str) -> bytes:
    try:
        return storage().read(key)
    except FileNotFoundError:
        log.error("upload %s has a row and no bytes", key)
        raise NotFound from None


def how_long() -> str:
    """On one's own device for good, because bytes never change; on a shared one not at all."""
    if not current_user.is_signed_in:
        return "private, no-cache"
    return FOR_EVER if current_user.device.owner == Owner.MINE else "no-store"
