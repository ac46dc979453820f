"""The link for guests, made anew when it has gone too far; who has registered keeps their slip."""

import secrets

from flask_babel import lazy_gettext as _l

from neighbour import audit
from neighbour.errors import NotAllowed
from neighbour.events.models import Event


def renew(event: Event, *, by) -> None:
    if not event.hosted_by(by):
        raise NotAllowed(_l("Das darf nur, wer zu diesem Termin einlädt, oder das Projektteam."))
    event.lock()
    event.guest_token = secrets.token_urlsafe(15)
    audit.log("events.guest_link", event.title, by=by.id, subject=event.id)
