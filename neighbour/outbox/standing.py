"""What an operation has made, as it stands on its page now and as the present viewer sees it."""

import logging
import re
from html import unescape
from typing import NamedTuple
from urllib.parse import urlsplit

from neighbour.db import db
from neighbour.outbox.cutting import element
from neighbour.web.inside import fragment_at
from neighbour.web.transaction import start_over

log = logging.getLogger("neighbour")

TITLE = re.compile(r"<title>(?:\(\d+\+?\) )?(.*?)(?: · Neighbour)?</title>", re.DOTALL)


class Seen(NamedTuple):
    """The title of the page, and of what is on it the part that was meant; both empty where the viewer gets no page."""

    title: str
    html: str


def thing_at(location: str, operation: str) -> str:
    """After a write: what is kept in memory may be older than what the database has made of it."""
    db.session.expire_all()
    return seen_at(location, operation).html


def seen_at(location: str, operation: str) -> Seen:
    """The part that the address names, else the thing that bears the operation's id.

    It has arrived, whatever becomes of its page: a page that breaks is no reason to have it sent again."""
    try:
        html = fragment_at(location)
    except Exception:
        log.exception("the page at %s", urlsplit(location).path)
        start_over()
        return Seen("", "")
    named, title = urlsplit(location).fragment, TITLE.search(html)
    part = element(html, named.__eq__ if named else lambda id: id.endswith(f"-{operation}"))
    return Seen(unescape(title[1]).strip() if title else "", part)
