"""The mails about an event; what guests have typed themselves never makes one a letter to strangers."""

from collections import Counter
from collections.abc import Iterable

from flask import url_for
from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from neighbour import mail
from neighbour.events.models import Event
from neighbour.events.models.registration import News, Registration
from neighbour.web.fragments import page
from neighbour.web.ways import public_url

# A couple with one address hears of a place, a move and a cancellation; whoever typed a stranger's address stops there.
MOST_LETTERS = 6
MAILS = {
    News.MOVED: (_l("Verlegt: %(title)s"), "events/registration/moved_mail.txt"),
    News.CANCELLED: (_l("Fällt aus: %(title)s"), "events/registration/cancelled_mail.txt"),
    News.PLACE_FREE: (_l("Sie haben einen Platz: %(title)s"), "events/registration/place_free_mail.txt"),
    News.TAKEN_OFF: (_l("Abgemeldet: %(title)s"), "events/registration/taken_off_mail.txt"),
}


class GuestLetters:
    """How many mails about one event the addresses that guests have typed still get."""

    def __init__(self, event: Event, registrations: Iterable[Registration]):
        typed = {each.email for each in registrations} - {""}
        self.written = Counter(mail.written_for(causes_of(event), typed) if typed else {})

    def address_of(self, registration: Registration) -> str:
        """Empty for who left none, or when it has had its mails: somebody calls."""
        address = registration.email
        if not address or self.written[address] >= MOST_LETTERS:
            return ""
        self.written[address] += 1
        return address


def causes_of(event: Event) -> str:
    return f"events/{event.id}/"


def write(address: str, registration: Registration, event: Event, news: News) -> None:
    own = url_for("events.event", event_id=event.id) if registration.person_id else slip_address(registration)
    words = {"name": name_of(registration), "event": event, "address": public_url(own)}
    subject, template = MAILS[news]
    cause = f"{causes_of(event)}{registration.id}/{news}"
    mail.write(address, str(subject) % {"title": event.title}, page(template, **words), cause=cause)


def name_of(registration: Registration) -> str:
    """A guest may have typed anything as a name, and the address of anybody."""
    return registration.name if registration.person_id else gettext("liebe Nachbarin, lieber Nachbar")


def slip_address(registration: Registration) -> str:
    return url_for("events.slip", key=registration.key)
