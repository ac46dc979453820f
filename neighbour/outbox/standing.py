"""What an operation has made, as it stands on its page now and as the present viewer sees it."""

import logging
from urllib.parse import urlsplit

from neighbour.db import db
from neighbour.outbox.cutting import element
from neighbour.web.inside import fragment_at

log = logging.getLogger("neighbour")


def thing_at(location: str, operation: str) -> str:
    """The part that the address names, else the thing that bears the operation's id; empty if it cannot be seen (any more).

    It has arrived, whatever becomes of its page: a page that breaks is no reason to have it sent again."""
    db.session.expire_all()
    try:
        html = fragment_at(location)
        named = urlsplit(location).fragment
        return element(html, named.__eq__) if named else element(html, lambda id: id.endswith(f"-{operation}"))
    except Exception:
        log.exception("the page at %s", urlsplit(location).path)
        db.session.rollback()
        return ""
