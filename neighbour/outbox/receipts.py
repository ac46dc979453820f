"""Answers an operation that has been done before as it was answered then.

The outbox names its operation in the header `Idempotency-Key`; a page without JavaScript in the field `operation_id`.
The browser's Back keeps that field, so with other content it is simply a new operation.
"""

from collections.abc import Callable
from uuid import UUID

from flask import Flask, Response, flash, g, make_response, redirect, request
from flask_babel import format_time, gettext
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError

from neighbour.db import db, now, uuid7
from neighbour.errors import Conflict, Invalid, Refusal
from neighbour.outbox.asking import fingerprint, has_key, named_operation
from neighbour.outbox.models import LONGEST_LOCATION, Receipt
from neighbour.outbox.words import spoken
from neighbour.web.fragments import is_from_outbox, wants_fragment
from neighbour.web.ways import own_path

TWINS_WAIT = "3s"


class StillRunning(Conflict):
    """The same operation is being carried out by another process this very moment."""

    wait = 2

    def __init__(self):
        super().__init__(_l("Das kommt gerade schon an. Bitte in einem Augenblick noch einmal."))


def init_app(app: Flask) -> None:
    app.extensions["around_writes"].append(once)
    app.context_processor(lambda: {"new_operation_id": uuid7})


def once(view: Callable) -> Callable:
    """The view, unless this operation has a receipt already; a success gets one in the same transaction."""

    def answered_once():
        operation = named_operation()
        if operation is None:
            refuse_other_keys()
            return view()
        wait_for_twins(operation)
        if not current_user.tag:
            return view()
        known = find(operation)
        if known is not None:
            return again(known)
        g.operation_id = operation if is_free(operation) else None
        answer = make_response(view())
        if answer.status_code < 400:
            keep(operation, answer)
        return answer

    return answered_once


def refuse_other_keys() -> None:
    """Without an id it could arrive twice."""
    if has_key():
        raise Refusal(_l("Das haben wir nicht verstanden. Bitte versuchen Sie es noch einmal."))


def wait_for_twins(operation: UUID) -> None:
    """Until the end of the transaction no other process carries out the same operation: the later one finds a receipt.

    Raises StillRunning."""
    if db.engine.dialect.name != "postgresql":  # SQLite lets one writer in at a time anyway
        return
    half = int.from_bytes(operation.bytes[8:], signed=True)
    patience = func.set_config("lock_timeout", TWINS_WAIT, True), func.set_config("lock_timeout", "0", True)
    try:
        db.session.execute(select(patience[0], func.pg_advisory_xact_lock(half), patience[1]))
    except OperationalError as error:
        raise StillRunning from error


def find(operation: UUID) -> Receipt | None:
    """Raises Conflict for somebody else's operation and Invalid for other content under the same header."""
    receipts = db.session.scalars(select(Receipt).where(Receipt.operation_id == operation)).all()
    mine = [receipt for receipt in receipts if receipt.account == current_user.tag]
    same = next((receipt for receipt in mine if receipt.fingerprint == fingerprint()), None)
    if has_key() and same is None and receipts:
        if not mine:
            raise Conflict(_l("Das wurde von einem anderen Konto aus gesendet."))
        raise Invalid(_l("Das haben wir schon, aber mit anderem Inhalt. Bitte rufen Sie uns an."))
    return same


def is_free(operation: UUID) -> bool:
    return db.session.scalar(select(Receipt.id).where(Receipt.operation_id == operation).limit(1)) is None


def keep(operation: UUID, answer: Response) -> None:
    location = answer.headers.get("Location") or answer.headers.get("HX-Redirect") or own_path(request.path)
    kept = location if len(location) <= LONGEST_LOCATION else "/"
    outcome = {"status": answer.status_code, "location": kept, "fingerprint": fingerprint()}
    outcome["kind"] = request.endpoint
    db.session.add(Receipt(account=current_user.tag, operation_id=operation, **outcome))
    if not wants_fragment():
        flash(said(operation), "arrived")


def said(operation: UUID) -> str:
    code, clock = spoken(operation), format_time(now(), "short")
    return gettext("Angekommen um %(clock)s. Quittungswort: %(code)s", clock=clock, code=code)


def receipt_words() -> str | None:
    """What a part of a page says of the operation that this request carries out; a whole page says it by itself."""
    operation = named_operation()
    return said(operation) if operation else None


def again(receipt: Receipt) -> Response:
    """A script is told to open the page: a redirect would put all of that page into a part of this one."""
    if wants_fragment():
        answer = make_response("", {"HX-Redirect": receipt.location})
    else:
        answer = redirect(receipt.location, 303)
    answer.headers["Idempotent-Replayed"] = "true"
    if not is_from_outbox():
        flash(said(receipt.operation_id), "arrived")
    return answer
