"""What was measured, beside what is wanted."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One line of the table. A goal is the most that may be, or the least where more is better; some have none."""

    name: str
    value: float
    unit: str = ""
    goal: float | None = None
    more_is_better: bool = False

    @property
    def is_reached(self) -> bool | None:
        if self.goal is None:
            return None
        return self.value >= self.goal if self.more_is_better else self.value <= self.goal

    def cells(self) -> tuple[str, str, str, str]:
        sign = "≥" if self.more_is_better else "≤"
        goal = f"{sign} {self.goal:g} {self.unit}" if self.goal is not None else "–"
        reached = {True: "yes", False: "no", None: ""}[self.is_reached]
        return (
            self.name,
            f"{self.value:,.4g} {self.unit}" if self.value < 1000 else f"{self.value:,.0f} {self.unit}",
            goal,
            reached,
        )


def table(figures: Iterable[Figure]) -> str:
    rows = [("figure", "measured", "goal", "reached"), *(figure.cells() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = [
        "  ".join(cell.rstrip().ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])
