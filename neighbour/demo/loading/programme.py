"""The frame: name, dates, phases."""

from datetime import date, timedelta

from sqlalchemy import select

from neighbour.db import db, now
from neighbour.demo.loading.clock import BERLIN, Clock
from neighbour.demo.texts import read
from neighbour.programme import OPERATOR, Phase, Programme


def first_day() -> date:
    """The day of the first loading, told from the start that was written then."""
    there = db.session.scalars(select(Programme)).first()
    if there is None or there.starts_on is None:
        return now().astimezone(BERLIN).date()
    return there.starts_on + timedelta(days=read("programme.toml")["start_days_ago"])


def load(clock: Clock) -> None:
    if db.session.scalar(select(Programme.id).limit(1)) is not None:
        return
    words = read("programme.toml")
    phases = [
        Phase(
            name=phase["name"], goal=phase["goal"], starts_on=clock.day(phase["from"]), ends_on=clock.day(phase["to"])
        )
        for phase in words["phases"]
    ]
    frame = {name: words[name] for name in ("name", "land", "promise", "phone_hour", *OPERATOR)}
    dates = {"starts_on": clock.day(-words["start_days_ago"]), "ends_on": clock.day(words["end_in_days"])}
    db.session.add(Programme(**frame, **dates, is_demo=True, phases=phases))
