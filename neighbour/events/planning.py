"""The form of a run sheet: a line for each step, some empty ones below, read back as it was typed."""

from dataclasses import dataclass, field
from typing import ClassVar

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import HiddenField, ValidationError

from neighbour.events.models import Event
from neighbour.events.moments import read_clock
from neighbour.web.forms import Form, line, one_id

EMPTY_LINES = 3
MOST_LINES = 60
NAMES = ("time", "minutes", "goal", "method", "who", "material")


class LineForm(Form):
    """One line; all of it empty is no line."""

    time = line(_l("Uhrzeit"), longest=8, required=False)
    minutes = line(_l("Minuten"), longest=4, required=False)
    goal = line(_l("Wozu"), longest=120, required=False)
    method = line(_l("Wie"), longest=300, required=False)
    who = line(_l("Wer"), longest=120, required=False)
    material = line(_l("Material"), longest=200, required=False)

    def validate_time(self, field) -> None:
        try:
            field.data = f"{read_clock(field.data):%H:%M}"
        except ValueError as error:
            raise ValidationError(_l("Das ist keine Uhrzeit. Sie sieht zum Beispiel so aus: 14:30")) from error

    def validate_minutes(self, field) -> None:
        if not (field.data.isascii() and field.data.isdigit() and 1 <= int(field.data) <= 600):
            raise ValidationError(_l("Bitte eine ganze Zahl von 1 bis 600."))

    @property
    def is_empty(self) -> bool:
        return not any(self[name].data for name in NAMES)

    def validate(self, **more) -> bool:
        super().validate(**more)
        if not self.is_empty and not self.goal.data and not self.goal.errors:
            self.refuse("goal", _l("Bitte schreiben Sie, wozu dieser Schritt da ist."))
        return not self.errors

    @property
    def words(self) -> dict:
        minutes = int(self.minutes.data) if self.minutes.data else None
        return {name: self[name].data or "" for name in NAMES} | {"minutes": minutes}


class VersionForm(Form):
    version = HiddenField(filters=[one_id])


@dataclass
class RunSheetForm:
    """All lines; `errors` count only once, the fields say the rest."""

    version: VersionForm
    lines: list[LineForm] = field(default_factory=list)
    PREFIX: ClassVar[str] = "line{}-"

    @classmethod
    def showing(cls, event: Event) -> "RunSheetForm":
        form = cls(VersionForm(version=str(event.run_sheet_version)))
        for known in event.run_sheet:
            words = {name: getattr(known, name) for name in NAMES} | {"minutes": str(known.minutes or "")}
            form.lines.append(LineForm(prefix=cls.PREFIX.format(len(form.lines)), **words))
        form.add_empty_lines()
        return form

    @classmethod
    def typed(cls, sent: MultiDict) -> "RunSheetForm":
        """As many lines as were sent, numbered without a gap."""
        form = cls(VersionForm(sent))
        for number in range(MOST_LINES):
            prefix = cls.PREFIX.format(number)
            if any(prefix + name in sent for name in NAMES):
                form.lines.append(LineForm(sent, prefix=prefix))
        return form

    def add_empty_lines(self) -> None:
        for _line in range(min(EMPTY_LINES, MOST_LINES - len(self.lines))):
            self.lines.append(LineForm(prefix=self.PREFIX.format(len(self.lines))))

    def validate(self) -> bool:
        self.version.validate()
        return all([line.validate() for line in self.lines])

    @property
    def faulty(self) -> list[tuple[int, LineForm]]:
        """The steps, as the page counts them, in which something is wrong."""
        return [(number, line) for number, line in enumerate(self.lines, start=1) if line.errors]

    @property
    def words(self) -> list[dict]:
        """The lines in the order of their clocks; a line without one stays below the line above it."""
        clock, timed = "", []
        for line_form in (each for each in self.lines if not each.is_empty):
            clock = line_form.time.data or clock
            timed.append((clock, line_form.words))
        return [words for _clock, words in sorted(timed, key=lambda pair: pair[0])]
