"""How templates write moments, texts and sizes."""

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from flask import Flask
from flask_babel import format_date, format_datetime, format_time, get_locale, gettext, ngettext
from jinja2 import StrictUndefined

from neighbour.db import now
from neighbour.web.markdown import plain, to_html

BERLIN = ZoneInfo("Europe/Berlin")


def init_app(app: Flask) -> None:
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.add_extension("jinja2.ext.do")
    app.jinja_env.filters.update(
        moment=moment, day=day, calendar_day=calendar_day, markdown=to_html, plain=plain, size=size
    )


def moment(when: datetime) -> str:
    """„vor 5 Minuten“, „heute 16:40“, „gestern 8:10“, „vor 3 Tagen“, then the date."""
    present = now()
    minutes = (present - when).total_seconds() // 60
    days = (present.astimezone(BERLIN).date() - when.astimezone(BERLIN).date()).days
    return ago(get_locale(), when, int(minutes) if 0 <= minutes < 60 else None, days)


@lru_cache(maxsize=4096)
def ago(_language: Locale | None, when: datetime, minutes: int | None, days: int) -> str:
    """Kept, because a page names the same few moments often, and a language finds its words slowly."""
    if minutes is not None:
        return ngettext("vor einer Minute", "vor %(num)d Minuten", minutes) if minutes else gettext("eben")
    if days == 0:
        return gettext("heute %(clock)s", clock=format_time(when, "short"))
    if days == 1:
        return gettext("gestern %(clock)s", clock=format_time(when, "short"))
    if 1 < days < 7:
        return gettext("vor %(days)d Tagen", days=days)
    return format_date(when, "medium")


def day(when: datetime, pattern: str = "EEEE, d. MMMM yyyy, HH:mm") -> str:
    """The full date, for tooltips, prints and records."""
    return format_datetime(when, in_language(pattern))


def in_language(pattern: str) -> str:
    """A German pattern as the language of the page writes it: only German puts a dot behind the day."""
    language = get_locale()
    return pattern if language is None or language.language == "de" else pattern.replace("d. ", "d ")


def calendar_day(when: date) -> str:
    """„2. August 2028“."""
    return format_date(when, "long")


def size(octets: int) -> str:
    """„12 kB“, „1,8 MB“: whole kilobytes, megabytes with one decimal."""
    if octets < 1_000_000:
        return f"{max(1, round(octets / 1000))} kB"
    return f"{octets / 1_000_000:.1f} MB".replace(".", ",")
