"""A device as it sends what it has kept."""

import hashlib
from base64 import b64encode
from urllib.parse import urlencode

from neighbour.db import uuid7

FORM = "application/x-www-form-urlencoded"


def digest(body: bytes) -> str:
    return f"sha-256=:{b64encode(hashlib.sha256(body).digest()).decode()}:"


def headers_of(body: bytes, operation, **more) -> dict:
    known = {
        "Idempotency-Key": str(operation),
        "Accept": "application/json",
        "Content-Digest": digest(body),
    }
    return {**known, **{name.replace("_", "-"): value for name, value in more.items()}}


def send(browser, address: str, operation=None, /, *, account: str | None = None, **fields):
    """The answer; the same words under the same id are the same bytes."""
    body = urlencode(fields, doseq=True).encode() or b" "
    headers = headers_of(body, operation or uuid7())
    if account is not None:
        headers["X-Account"] = account
    return browser.post(address, data=body, headers=headers, content_type=FORM)


def account_of(browser) -> str:
    """Whose device it is, as the server says."""
    return browser.get("/privacy").headers["X-Account"]
