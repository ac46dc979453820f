"""The run sheet of an event: when what is done, to what end, by whom, with what."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from neighbour.db import Model


class RunSheetLine(Model):
    """One line of a run sheet; `time` is the clock at the place, „14:15“."""

    __tablename__ = "events_run_sheet_lines"
    __table_args__ = (UniqueConstraint("event_id", "position"),)

    event_id: Mapped[UUID] = mapped_column(ForeignKey("events_events.id", ondelete="CASCADE"))
    position: Mapped[int]
    time: Mapped[str] = mapped_column(String(5), default="")
    minutes: Mapped[int | None]
    goal: Mapped[str] = mapped_column(String(120))
    method: Mapped[str] = mapped_column(String(300), default="")
    who: Mapped[str] = mapped_column(String(120), default="")
    material: Mapped[str] = mapped_column(String(200), default="")


def as_text(lines: Iterable[RunSheetLine]) -> str:
    """One line each, to compare two versions."""
    words = ((line.time, line.goal, line.method, line.who, line.material) for line in lines)
    return "\n".join(" · ".join(part for part in line if part) for line in words)
