"""When an event is, as people say it."""

from datetime import datetime

from flask_babel import format_date, format_time, gettext

from neighbour.db import now
from neighbour.events.models import Event
from neighbour.web.filters import BERLIN, in_language


def when(event: Event) -> str:
    """„Samstag, 1. August 2026, 14:00 bis 17:00 Uhr“; over days both are named."""
    return f"{day_of(event.starts_at, 'EEEE, d. MMMM yyyy')}, {clock(event)}"


def when_briefly(event: Event) -> str:
    """„Sa., 1. August, 14:00 bis 17:00 Uhr“, for lists; another year is named."""
    is_this_year = event.starts_at.astimezone(BERLIN).year == now().astimezone(BERLIN).year
    return f"{day_of(event.starts_at, 'EE, d. MMMM' if is_this_year else 'EE, d. MMMM yyyy')}, {clock(event)}"


def clock(event: Event) -> str:
    starts, ends = event.starts_at.astimezone(BERLIN), event.ends_at.astimezone(BERLIN)
    begins, until = format_time(event.starts_at, "short"), format_time(event.ends_at, "short")
    if starts.date() == ends.date():
        return gettext("%(begins)s bis %(until)s Uhr", begins=begins, until=until)
    day = format_date(ends.date(), in_language("EEEE, d. MMMM"))
    return gettext("%(begins)s Uhr bis %(day)s, %(until)s Uhr", begins=begins, day=day, until=until)


def day_of(moment: datetime, pattern: str) -> str:
    return format_date(moment.astimezone(BERLIN).date(), in_language(pattern))


def ahead(moment: datetime) -> str:
    """„heute“, „morgen“, „in 9 Tagen“."""
    days = (moment.astimezone(BERLIN).date() - now().astimezone(BERLIN).date()).days
    if days <= 0:
        return gettext("heute")
    return gettext("morgen") if days == 1 else gettext("in %(days)s Tagen", days=days)


def host_of(event: Event) -> str:
    return event.initiative.name if event.initiative else gettext("Projektteam")


def facts(event: Event) -> list[tuple[str, str]]:
    """How to get there and what is there. What nobody has said is left out, not called no."""
    stairs = {True: gettext("ohne Stufen erreichbar"), False: gettext("es gibt Stufen"), None: ""}[event.step_free]
    until = event.registration_until
    known = [
        (gettext("Bus und Bahn"), event.bus),
        (gettext("Stufen"), stairs),
        (gettext("Ringschleife"), event.induction_loop),
        (gettext("Internet"), event.network_words),
        (gettext("Essen"), event.food),
        (gettext("Anmelden bis"), day_of(until, "EEEE, d. MMMM") if until and not event.is_over else ""),
    ]
    return [(label, words) for label, words in known if words]


def where(event: Event) -> str:
    return ", ".join(words for words in (event.venue, event.address) if words)
