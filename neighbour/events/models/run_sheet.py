"""The run sheet of an event: when what is done, to what end, by whom, with what."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from flask_babel import gettext
from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from neighbour.db import Model
from neighbour.web.filters import BERLIN

A_DAY = 24 * 60


class RunSheetLine(Model):
    """One line of a run sheet; `time` is the clock at the place, „14:15“."""

    __tablename__ = "events_run_sheet_lines"
    __table_args__ = (UniqueConstraint("event_id", "position"),)
    shown_on = ("event_id",)

    event_id: Mapped[UUID] = mapped_column(ForeignKey("events_events.id", ondelete="CASCADE"))
    position: Mapped[int]
    time: Mapped[str] = mapped_column(String(5), default="")
    minutes: Mapped[int | None]
    goal: Mapped[str] = mapped_column(String(120))
    method: Mapped[str] = mapped_column(String(300), default="")
    who: Mapped[str] = mapped_column(String(120), default="")
    material: Mapped[str] = mapped_column(String(200), default="")

    def copied(self, time: str) -> "RunSheetLine":
        """The same step for another event."""
        kept = ("position", "minutes", "goal", "method", "who", "material")
        return RunSheetLine(time=time, **{name: getattr(self, name) for name in kept})


def as_text(lines: Iterable[RunSheetLine]) -> str:
    """One line each, to compare two versions."""
    return "\n".join(" · ".join(part for part in words_of(line) if part) for line in lines)


def words_of(line: RunSheetLine) -> tuple[str, ...]:
    length = gettext("%(minutes)s Min.", minutes=line.minutes) if line.minutes else ""
    return line.time, length, line.goal, line.method, line.who, line.material


def minutes_between(before: datetime, after: datetime) -> int:
    """How much later the clock at the place shows, whatever the day."""
    clocks = [moment.astimezone(BERLIN) for moment in (before, after)]
    was, becomes = [clock.hour * 60 + clock.minute for clock in clocks]
    return becomes - was


def later(clock: str, minutes: int) -> str:
    """„14:15“ and 90 is „15:45“; a line without a time keeps none."""
    if not clock:
        return ""
    hours, past = clock.split(":")
    becomes = (int(hours) * 60 + int(past) + minutes) % A_DAY
    return f"{becomes // 60:02}:{becomes % 60:02}"
