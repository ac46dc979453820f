"""What may be typed about an event."""

from datetime import datetime, time

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, ValidationError

from neighbour.db import now
from neighbour.events.models import AUDIENCE_WORDS, KIND_WORDS, NETWORK_WORDS, Event
from neighbour.events.moments import moment_of, read_clock, read_day
from neighbour.web.filters import BERLIN
from neighbour.web.forms import Form, choice, line, named, one_id, text

MOST_PLACES = 5000
KNOWN = {"yes": True, "no": False, "": None}
AS_WRITTEN = ("kind", "title", "summary", "body", "induction_loop", "network", "food", "audience")
STEP_FREE = [("", _l("nicht bekannt")), ("yes", _l("ja, ohne Stufen")), ("no", _l("nein, es gibt Stufen"))]


def is_day(_form: Form, field) -> None:
    try:
        year = (read_day(field.data) or now().date()).year
    except ValueError:
        year = 0
    if not now().year - 20 <= year <= now().year + 20:
        raise ValidationError(_l("Das ist kein Tag. Er sieht zum Beispiel so aus: 1.8.2027"))


def is_clock(_form: Form, field) -> None:
    try:
        read_clock(field.data)
    except ValueError as error:
        raise ValidationError(_l("Das ist keine Uhrzeit. Sie sieht zum Beispiel so aus: 14:30")) from error


class WhenForm(Form):
    """Day, beginning and end on the clock of the place."""

    day = line(_l("Tag"), longest=12, required=_l("Bitte nennen Sie den Tag."))
    starts = line(_l("Beginn"), longest=10, required=_l("Bitte nennen Sie die Uhrzeit."))
    ends = line(_l("Ende"), longest=10, required=_l("Bitte nennen Sie die Uhrzeit."))
    ends_day = line(_l("Letzter Tag, wenn es mehrere sind"), longest=12, required=False)
    venue = line(_l("Ort"), longest=120, required=_l("Bitte schreiben Sie, wo es ist."))
    address = line(_l("Anschrift"), longest=200, required=False)
    bus = line(_l("Bus und Bahn"), longest=200, required=False)

    def validate_day(self, field) -> None:
        is_day(self, field)

    validate_ends_day = validate_day

    def validate_starts(self, field) -> None:
        is_clock(self, field)

    validate_ends = validate_starts

    def validate(self, **more) -> bool:
        """Everything that is wrong is said at once; times are compared as soon as each can be read."""
        super().validate(**more)
        if not any(self[name].errors for name in ("day", "starts", "ends", "ends_day")):
            self.compare_times()
        return not self.errors

    def compare_times(self) -> None:
        try:
            self.starts_at, self.ends_at = self.moments()
        except ValueError:
            self.refuse("starts", _l("Diese Uhrzeit gibt es an dem Tag nicht: Die Uhr wird umgestellt."))
            return
        if self.ends_at <= self.starts_at:
            self.refuse("ends", _l("Das Ende liegt vor dem Beginn."))
        elif (self.ends_at - self.starts_at).days > 30:
            self.refuse("ends_day", _l("Länger als 30 Tage geht es nicht."))

    def moments(self) -> tuple[datetime, datetime]:
        day = read_day(self.day.data)
        last = read_day(self.ends_day.data) or day
        return moment_of(day, read_clock(self.starts.data)), moment_of(last, read_clock(self.ends.data))

    def show(self, event: Event) -> None:
        starts, ends = event.starts_at.astimezone(BERLIN), event.ends_at.astimezone(BERLIN)
        self.day.data, self.starts.data, self.ends.data = f"{starts:%Y-%m-%d}", f"{starts:%H:%M}", f"{ends:%H:%M}"
        self.ends_day.data = f"{ends:%Y-%m-%d}" if ends.date() != starts.date() else ""
        self.venue.data, self.address.data, self.bus.data = event.venue, event.address, event.bus

    @property
    def when_and_where(self) -> dict:
        place = {name: self[name].data or "" for name in ("venue", "address", "bus")}
        return {"starts_at": self.starts_at, "ends_at": self.ends_at, **place}


class WordsForm(Form):
    """What an event is for, whom it is for, and what its place is like."""

    kind = choice(_l("Was ist es?"), list(KIND_WORDS.items()))
    title = line(_l("Titel"), longest=120, required=_l("Bitte schreiben Sie, worum es geht."))
    summary = line(_l("In einem Satz"), longest=160, required=False)
    body = text(_l("Einladung"), longest=6000, required=False)
    step_free = choice(_l("Ohne Stufen erreichbar"), STEP_FREE, default="")
    induction_loop = line(_l("Ringschleife für Hörgeräte"), longest=120, required=False)
    network = choice(_l("Internet vor Ort"), [("", _l("nicht bekannt")), *NETWORK_WORDS.items()], default="")
    food = line(_l("Essen und Trinken"), longest=120, required=False)
    places = line(_l("Plätze"), longest=5, required=False)
    contact_id = choice(_l("Wer Fragen beantwortet"), [], default="")
    registration_until = line(_l("Anmelden bis"), longest=12, required=False)
    audience = choice(_l("Wer darf kommen?"), list(AUDIENCE_WORDS.items()), default="all")

    def validate_places(self, field) -> None:
        if not (field.data.isascii() and field.data.isdigit() and 1 <= int(field.data) <= MOST_PLACES):
            sentence = _l("Bitte eine ganze Zahl von 1 bis %(most)s. Leer: keine Grenze.", most=MOST_PLACES)
            raise ValidationError(sentence)

    def validate_registration_until(self, field) -> None:
        is_day(self, field)

    def offer_contacts(self, people: list) -> None:
        offered = [(str(person.id), person.name) for person in people]
        self.contact_id.choices = named([("", _l("Das Projektteam")), *offered])

    def show_words(self, event: Event) -> None:
        """What stands there, as somebody would have typed it."""
        for name in AS_WRITTEN:
            self[name].data = getattr(event, name)
        until = event.registration_until
        self.registration_until.data = f"{until.astimezone(BERLIN):%Y-%m-%d}" if until else ""
        self.step_free.data = {True: "yes", False: "no", None: ""}[event.step_free]
        self.places.data, self.contact_id.data = str(event.places or ""), str(event.contact_id or "")

    @property
    def words(self) -> dict:
        last = read_day(self.registration_until.data)
        return {
            **{name: self[name].data or "" for name in AS_WRITTEN},
            "step_free": KNOWN[self.step_free.data],
            "places": int(self.places.data) if self.places.data else None,
            "contact_id": one_id(self.contact_id.data),
            "registration_until": moment_of(last, time(23, 59)) if last else None,
        }


class NewEventForm(WordsForm, WhenForm):
    """A whole event; who invites is chosen once. `like_id` names the event that it is a copy of."""

    initiative_id = choice(_l("Wer lädt ein?"), [], default="")
    like_id = HiddenField(filters=[one_id])

    def offer_hosts(self, initiatives: list, *, team: bool) -> None:
        hosts = [("", _l("Das Projektteam"))] if team else []
        hosts += [(str(initiative.id), initiative.name) for initiative in initiatives]
        self.initiative_id.choices = named(hosts)

    def show_like(self, event: Event) -> None:
        """All of another event but its days."""
        self.show(event)
        self.show_words(event)
        self.day.data = self.ends_day.data = self.registration_until.data = ""
        self.like_id.data = event.id
        for field, wanted in ((self.initiative_id, event.initiative_id), (self.contact_id, event.contact_id)):
            offered = [str(each.value) for each in field.choices]
            field.data = str(wanted or "") if str(wanted or "") in offered else offered[0]

    def validate_audience(self, field) -> None:
        if field.data != "all" and not self.initiative_id.data:
            raise ValidationError(_l("Zu Terminen des Projektteams sind alle eingeladen."))

    def compare_times(self) -> None:
        super().compare_times()
        if not (self.starts.errors or self.ends.errors) and self.ends_at <= now():
            self.refuse("day", _l("Dieser Tag ist schon vorbei."))


class VersionedForm(Form):
    version = HiddenField(filters=[one_id])


class EditForm(WordsForm, VersionedForm):
    """What an event is for, written anew; when and where it is, moves."""

    @classmethod
    def showing(cls, event: Event) -> "EditForm":
        form = cls(version=str(event.version))
        form.show_words(event)
        return form


class MoveForm(WhenForm, VersionedForm):
    reason = line(_l("Warum?"), longest=300, required=_l("Bitte nennen Sie den Grund. Alle Angemeldeten lesen ihn."))


class CancellationForm(Form):
    reason = line(_l("Warum?"), longest=300, required=_l("Bitte nennen Sie den Grund. Alle Angemeldeten lesen ihn."))
