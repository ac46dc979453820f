"""Which operation a request carries out, and what exactly was sent."""

import hashlib
from uuid import UUID

from flask import g, request

from neighbour.web.forms import one_id


def has_key() -> bool:
    """Whether the outbox has sent it: the same id is the same operation, whatever it says."""
    return "Idempotency-Key" in request.headers


def named_operation() -> UUID | None:
    key = request.headers.get("Idempotency-Key")
    return one_id(request.form.get("operation_id") if key is None else key.strip('"'))


def operation_id() -> UUID | None:
    """The id for what this request creates, chosen by the device; None lets the database layer choose."""
    return g.get("operation_id")


def fingerprint() -> str:
    """A digest of what was sent, and where to: of the body for the outbox, of fields and files for a plain form."""
    if has_key():
        digest = hashlib.sha256(f"{request.method} {request.full_path}\n".encode())
        digest.update(request.get_data())
        return digest.hexdigest()
    digest = hashlib.sha256(request.path.encode())
    for name, value in sorted(request.form.items(multi=True)):
        digest.update(repr((name, value)).encode())
    for name, file in sorted(request.files.items(multi=True), key=lambda pair: pair[0]):
        digest.update(repr((name, file.filename)).encode() + hashlib.file_digest(file.stream, "sha256").digest())
        file.stream.seek(0)
    return digest.hexdigest()
