"""What may be typed when somebody registers, is registered, or cancels."""

import re
from uuid import UUID

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectMultipleField, ValidationError

from neighbour.events.models.registration import LONGEST_NEED, NEEDS, Channel
from neighbour.initiatives import Initiative
from neighbour.web.forms import Form, choice, line, listed, named, one_id, text

ME, OTHER = "me", "other"
NAME_MISSING = _l("Bitte schreiben Sie den Namen.")
MOST_LINES = 60


class NeedsForm(Form):
    """Four voluntary answers, seen only by whom they concern."""

    food = line(_l("Essen"), longest=LONGEST_NEED, required=False)
    travel = line(_l("Hin und zurück"), longest=LONGEST_NEED, required=False)
    childcare = line(_l("Kinder"), longest=LONGEST_NEED, required=False)
    access = line(_l("Hören, Sehen, Gehen"), longest=LONGEST_NEED, required=False)

    @property
    def needs(self) -> dict[str, str]:
        return {name: self[name].data or "" for name in NEEDS}

    @property
    def says_needs(self) -> bool:
        return any(self.needs.values()) or any(self[name].errors for name in NEEDS)


class OwnForm(NeedsForm):
    """In the app: for oneself, or for somebody of the own initiative who has no account."""

    name = line(_l("Name"), longest=80, required=False)
    whom = RadioField(
        _l("Wen melden Sie an?"),
        name="for",
        choices=named([(ME, _l("Mich selbst")), (OTHER, _l("Jemanden aus meiner Initiative, ohne Konto"))]),
        validate_choice=False,
        validators=[listed],
        default=ME,
    )
    initiative = choice(_l("Initiative"), [], default="")
    phone = line(_l("Telefon"), longest=40, required=False)

    def __init__(self, formdata=None, *, initiatives: list[Initiative]):
        super().__init__(formdata)
        self.initiative.choices = named((str(initiative.id), initiative.name) for initiative in initiatives)
        if not self.initiative.data:
            self.initiative.data = str(initiatives[0].id) if initiatives else ""
        if not initiatives:
            del self.initiative
        if not self.whom.raw_data:
            self.whom.data = ME

    def validate(self, **more) -> bool:
        sound = super().validate(**more)
        if self.is_for_other and not self.name.data and not self.name.errors:
            self.refuse("name", NAME_MISSING)
        return sound and not self.errors

    def validate_whom(self, field) -> None:
        if field.data == OTHER and "initiative" not in self:
            raise ValidationError(_l("Sie gehören zu keiner Initiative."))

    @property
    def is_for_other(self) -> bool:
        return self.whom.data == OTHER

    @property
    def initiative_id(self):
        return one_id(self.initiative.data) if "initiative" in self else None


# One address and nothing that a mail server could read as a second one.
ONE_ADDRESS = re.compile(r"[^\s@,;:<>()\[\]\"\\]+@[^\s@,;:<>()\[\]\"\\.]+(\.[^\s@,;:<>()\[\]\"\\.]+)+")


def mail_address(_form: Form, field) -> None:
    if field.data and not ONE_ADDRESS.fullmatch(field.data):
        raise ValidationError(_l("Das ist keine E-Mail-Adresse. Es geht auch ohne."))


class GuestForm(NeedsForm):
    """Without an account: a name is enough."""

    name = line(_l("Ihr Name"), longest=80, required=NAME_MISSING)
    phone = line(_l("Telefon"), longest=40, required=False)
    email = line(_l("E-Mail"), longest=254, required=False)

    def validate_email(self, field) -> None:
        mail_address(self, field)

    @property
    def says_more(self) -> bool:
        return self.says_needs or any(self[name].data or self[name].errors for name in ("phone", "email"))

    @property
    def words(self) -> dict[str, str]:
        return {"phone": self.phone.data or "", "email": self.email.data or "", **self.needs}


class WordForm(Form):
    """Cancelling from another device: the name, and the word on the slip."""

    name = line(_l("Ihr Name"), longest=80, required=NAME_MISSING)
    code = line(_l("Quittungswort"), longest=20, required=_l("Es steht auf Ihrem Zettel."))

    def refuse_both(self) -> None:
        self.refuse("code", _l("Name und Quittungswort passen nicht zusammen. Bitte schauen Sie auf Ihren Zettel."))


def channel_field(**words) -> RadioField:
    return RadioField(
        _l("Wie kam es an?"),
        choices=named([(Channel.PHONE, _l("am Telefon")), (Channel.SLIP, _l("auf einem Zettel"))]),
        validate_choice=False,
        validators=[listed],
        default=Channel.PHONE,
        **words,
    )


class ProxyForm(NeedsForm):
    """By the hosts, for a caller or from a reply slip."""

    name = line(_l("Name"), longest=80, required=NAME_MISSING)
    initiative = choice(_l("Initiative"), [], default="")
    phone = line(_l("Telefon"), longest=40, required=False)
    channel = channel_field()

    def __init__(self, formdata=None, *, initiatives: list[Initiative]):
        super().__init__(formdata)
        known = [(str(initiative.id), initiative.name) for initiative in initiatives]
        self.initiative.choices = named([("", _l("keine")), *known])
        self.initiative.data = self.initiative.data or ""
        if not self.channel.raw_data:
            self.channel.data = Channel.PHONE


class LinesForm(Form):
    """Several at once, one a line."""

    lines = text(_l("Ein Mensch in jeder Zeile"), longest=6000, required=NAME_MISSING)
    channel = channel_field(id="lines-channel")

    def __init__(self, formdata=None):
        super().__init__(formdata)
        if not self.channel.raw_data:
            self.channel.data = Channel.PHONE


class CancelForm(Form):
    registration = HiddenField(filters=[one_id])


class ToldForm(Form):
    """Ticks of a list of calls."""

    told = SelectMultipleField(_l("Angerufen"), choices=(), validate_choice=False)

    @property
    def ids(self) -> list[UUID]:
        known = (one_id(mark.partition(":")[0]) for mark in self.told.data or ())
        return [id for id in known if id]
