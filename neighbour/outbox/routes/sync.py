"""What a device asks without a page: who is here, what has arrived, the key of its outbox."""

from base64 import b64encode

from flask import Blueprint, Response, current_app, jsonify, request
from flask_babel import gettext
from flask_login import current_user

from neighbour.db import db
from neighbour.outbox.models import OutboxKey, Receipt
from neighbour.web.forms import one_id
from neighbour.web.public import public

MOST_IDS = 100


def add_to(bp: Blueprint) -> None:
    bp.add_url_rule("/sync/ping", "ping", ping, methods=["GET"])
    bp.add_url_rule("/sync/receipts", "receipts", receipts, methods=["GET"])
    bp.add_url_rule("/sync/key", "key", key, methods=["GET"])


def said(status: int = 200, **words) -> Response:
    answer = jsonify(words)
    answer.status_code = status
    answer.headers["Cache-Control"] = "no-store"
    return answer


def ask_to_sign_in() -> Response:
    return said(401, reason=gettext("Bitte melden Sie sich an. Ihr Text ist sicher auf diesem Gerät."))


@public
def ping() -> Response:
    """Whether this is our server, and whose device it takes this to be."""
    return said(account=current_user.tag, build=current_app.config["BUILD"])


@public
def receipts() -> Response:
    """Which of these operations of this account have arrived; the others are not named."""
    if not current_user.tag:
        return ask_to_sign_in()
    asked = [words for words in request.args.get("ids", "").split(",") if words]
    if len(asked) > MOST_IDS:  # an answer about some of them would say of the others that they are not here
        return said(400, reason=gettext("Bitte höchstens %(most)s auf einmal.", most=MOST_IDS))
    ids = {one_id(words): words for words in asked}
    rows = db.session.scalars(Receipt.of(current_user.tag, ids.keys() - {None}))
    return said(arrived={ids[row.operation_id]: outcome(row) for row in rows})


def outcome(receipt: Receipt) -> dict:
    at = receipt.arrived_at.isoformat(timespec="seconds")
    return {"receipt_code": receipt.code, "location": receipt.location, "arrived_at": at}


@public
def key() -> Response:
    """Of one's own account, for as long as one is signed in."""
    if not current_user.is_signed_in:
        return ask_to_sign_in()
    octets = OutboxKey.octets_of(current_user._get_current_object())
    return said(key=b64encode(octets).decode())
