"""What may be typed about needs: few questions in everyday words, most of them voluntary."""

import re

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, RadioField, StringField, ValidationError
from wtforms.validators import Optional

from neighbour.needs.models.kinds import NETWORK_WORDS, ON_THE_WAY, OUTCOME_WORDS, STATE_WORDS, URGENCY_WORDS, State
from neighbour.needs.words import LABELS
from neighbour.uploads.forms import WithUploads, WithWordsForPhotos
from neighbour.web.forms import Form, choice, line, listed, named, one_id, one_line, text

LONGEST_TITLE = 120
LONGEST_LINE = 200
ANYTHING = _l("Keine Angabe")


def short(name: str) -> StringField:
    return line(LABELS[name], longest=LONGEST_LINE, required=False)


def few(label, *, most: int) -> StringField:
    """A whole number that may be left out."""

    def is_few(_form, field) -> None:
        if not re.fullmatch(r"[0-9]{1,4}", field.data) or int(field.data) > most:
            raise ValidationError(_l("Bitte eine ganze Zahl von %(least)s bis %(most)s.", least=0, most=most))

    return StringField(label, validators=[Optional(), is_few], filters=[one_line])


def one_of(name: str, words: dict) -> RadioField:
    """Dots to choose from, one of which says nothing."""

    def is_offered(_form, field) -> None:
        if field.data not in words:
            raise ValidationError(_l("Bitte wählen Sie etwas aus der Liste."))

    offered = named([*words.items(), ("", ANYTHING)])
    checks = [Optional(), is_offered]
    return RadioField(LABELS[name], choices=offered, default="", validate_choice=False, validators=checks)


class NeedForm(WithWordsForPhotos, WithUploads):
    """A need, asked in the order in which one tells it: how it is done today, what does not work, what one has."""

    unknown = BooleanField(_l("Wir wissen nicht, wie"))
    analogue_process = text(LABELS["analogue_process"], required=False)
    who, place, paper = short("who"), short("place"), short("paper")
    how_often, annoys, must_stay = short("how_often"), short("annoys"), short("must_stay")
    difficulty = text(LABELS["difficulty"], required=_l("Bitte schreiben Sie, was nicht gut klappt."))
    urgency = one_of("urgency", URGENCY_WORDS)
    hours, hands = few(LABELS["hours"], most=168), few(LABELS["hands"], most=9999)
    devices = short("devices")
    network = one_of("network", NETWORK_WORDS)
    title = line(LABELS["title"], longest=LONGEST_TITLE, required=_l("Bitte schreiben Sie, worum es geht."))
    body = text(LABELS["body"], required=False)
    version = HiddenField(filters=[one_id])

    def validate(self) -> bool:
        """Nobody has to know how it is done today who says so."""
        fits = super().validate()
        if not self.unknown.data and not self.analogue_process.data and not self.analogue_process.errors:
            self.refuse(
                "analogue_process",
                _l("Bitte erzählen Sie, wie Sie es heute machen. Oder setzen Sie das Häkchen darunter."),
            )
            return False
        return fits

    @property
    def words(self) -> dict:
        """What is written into the need."""
        typed = {name: self[name].data or "" for name in LABELS}
        numbers = {name: int(self[name].data) if self[name].data else None for name in ("hours", "hands")}
        return {**typed, **numbers, "unknown": bool(self.unknown.data)}


class NewNeedForm(NeedForm):
    """A need that is named for the first time: for whom, and whether others may read it at once."""

    initiative = choice(_l("Für welche Initiative?"), [])
    told_by = line(_l("Wer hat angerufen?"), longest=80, required=False)
    told_phone = line(_l("Telefon"), longest=40, required=False)
    caller = choice(_l("Ist es jemand von diesen Mitgliedern?"), [], default="")
    share = BooleanField(_l("Alle, die hier ein Konto haben, dürfen das lesen"))

    def __init__(self, formdata=None, *, initiatives, chosen=None, callers=()):
        super().__init__(formdata)
        self.initiative.choices = named([("", _l("Bitte wählen")), *((one.slug, one.name) for one in initiatives)])
        if chosen is not None or not self.initiative.raw_data:
            self.initiative.data = chosen.slug if chosen else ""
        self.caller.choices = named([("", _l("Jemand anderes")), *((str(one.id), one.name) for one in callers)])
        self.caller.data = self.caller.data or ""

    def validate_initiative(self, field) -> None:
        if not field.data:
            raise ValidationError(_l("Bitte wählen Sie die Initiative."))


class SameHereForm(Form):
    initiative = choice(_l("Für welche Initiative?"), [], id="same-here-initiative")
    words = line(_l("Ein Satz dazu"), longest=300, required=False, id="same-here-words")

    def __init__(self, formdata=None, *, initiatives=(), **words):
        super().__init__(formdata, **words)
        self.initiative.choices = named((str(one.id), one.name) for one in initiatives)
        if not self.initiative.data and initiatives:
            self.initiative.data = str(initiatives[0].id)


class AnswerForm(Form):
    body = text(_l("Ihre Antwort"), required=_l("Bitte schreiben Sie etwas."))


class StepForm(Form):
    """`seen` is the state that the page showed."""

    state = choice(_l("Neuer Stand"), [(state, STATE_WORDS[state]) for state in (State.RECEIVED, *ON_THE_WAY)])
    words = text(_l("Ein Satz an die Initiative"), longest=2_000, required=False)
    seen = HiddenField()


class SettlementForm(Form):
    outcome = RadioField(
        _l("Wie ging es aus?"), choices=named(OUTCOME_WORDS.items()), validate_choice=False, validators=[listed]
    )
    words = text(_l("Was ist das Ergebnis?"), longest=2_000, required=_l("Bitte schreiben Sie, wie es ausging."))
    seen = HiddenField()


class DeclinationForm(Form):
    reason = text(
        _l("Warum wir das nicht können"), longest=2_000, required=_l("Bitte schreiben Sie der Initiative, warum.")
    )
    seen = HiddenField()


class ResponsibilityForm(Form):
    person = choice(_l("Wer kümmert sich darum?"), [])
    words = text(_l("Ein Satz dazu"), longest=1_000, required=False)

    def __init__(self, formdata=None, *, team, **words):
        super().__init__(formdata, **words)
        self.person.choices = named((str(person.id), person.name) for person in team)


class SpokenConfirmationForm(Form):
    name = line(
        _l("Wer hat am Telefon bestätigt?"), longest=80, required=_l("Bitte schreiben Sie, wer es bestätigt hat.")
    )


class WithdrawalForm(Form):
    words = text(_l("Ein Satz dazu"), longest=2_000, required=_l("Bitte schreiben Sie, was daraus wurde."))


class MergerForm(Form):
    into = choice(_l("Mit welchem Bedarf?"), [])

    def __init__(self, formdata=None, *, needs, **words):
        super().__init__(formdata, **words)
        self.into.choices = named((str(need.id), f"{need.title} ({need.initiative.name})") for need in needs)
