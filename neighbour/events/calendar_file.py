"""An event as a file that calendars on telephones and computers read (RFC 5545)."""

from datetime import timedelta
from urllib.parse import urlsplit

from flask import current_app
from flask_babel import gettext

from neighbour.events.models import Event
from neighbour.web.filters import BERLIN
from neighbour.web.markdown import plain

REMINDER = timedelta(days=1)
LONGEST = 2000


def calendar_file(event: Event, address: str) -> bytes:
    """`address` leads to the event's page. Who loads it again after a change replaces what they had."""
    from icalendar import Calendar  # only here: it takes longer to load than the rest of a start

    calendar = Calendar()
    calendar.add("prodid", "-//Neighbour//Termine//DE")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(entry(event, address))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def entry(event: Event, address: str):
    from icalendar import Event as Entry

    host = urlsplit(current_app.config["PUBLIC_URL"]).hostname or "neighbour.invalid"
    written = Entry()
    written.add("uid", f"{event.id}@{host}")
    written.add("sequence", event.sequence)
    written.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    written.add("dtstamp", event.changed_at)
    written.add("created", event.created_at)
    written.add("last-modified", event.changed_at)
    written.add("dtstart", event.starts_at.astimezone(BERLIN))
    written.add("dtend", event.ends_at.astimezone(BERLIN))
    written.add("summary", titled(event))
    written.add("location", ", ".join(words for words in (event.venue, event.address) if words))
    written.add("description", described(event, address))
    written.add("url", address)
    if not event.is_cancelled:
        written.add_component(reminder(event))
    return written


def titled(event: Event) -> str:
    return gettext("Abgesagt: %(title)s", title=event.title) if event.is_cancelled else event.title


def described(event: Event, address: str) -> str:
    """What somebody on the way wants to know, and where to read on."""
    changed = event.cancel_reason or event.move_reason
    lines = [changed, event.summary, plain(event.body, LONGEST), event.bus, address]
    return "\n\n".join(line for line in lines if line)


def reminder(event: Event):
    """The telephone says it a day before."""
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event.title)
    alarm.add("trigger", -REMINDER)
    return alarm
