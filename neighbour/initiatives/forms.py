"""What may be typed about initiatives, their people, and at the door."""

import re
from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, IntegerField, ValidationError
from wtforms.validators import InputRequired, NumberRange

from neighbour.accounts.forms import DeviceForm
from neighbour.accounts.models import NETWORK_ROLE_WORDS
from neighbour.accounts.passwords import SHORTEST
from neighbour.accounts.weak_passwords import refuse_weak
from neighbour.initiatives.models.kinds import LIGHT_WORDS, MARK_WORDS, REGION_WORDS, ROLE_WORDS, STATUS_WORDS
from neighbour.web.forms import Form, choice, line, named, one_id, one_line, text
from neighbour.web.forms import password as secret

MANY = 60
NAME_LENGTH = 80
ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+")
NETWORK_ROLES = [("", _l("Keine besondere Rolle")), *NETWORK_ROLE_WORDS.items()]


def number(label, *, least: int = 0, most: int) -> IntegerField:
    """A whole number; everything else is refused with a sentence."""
    sentence = _l("Bitte eine ganze Zahl von %(least)s bis %(most)s.", least=least, most=most)
    return WholeNumber(
        label, sentence, validators=[InputRequired(message=sentence), NumberRange(least, most, sentence)]
    )


class WholeNumber(IntegerField):
    """A number whose refusal is our sentence, not the library's."""

    def __init__(self, label, sentence, **more):
        super().__init__(label, **more)
        self.sentence = sentence

    def process_formdata(self, valuelist: list[str]) -> None:
        typed = valuelist[0].strip() if valuelist else ""
        self.data = int(typed) if re.fullmatch(r"-?[0-9]{1,6}", typed) else None
        if typed and self.data is None:
            raise ValueError(str(self.sentence))


class AddressForm(Form):
    """Somebody who may have an e-mail address, and need not."""

    email = line(_l("E-Mail"), longest=254, required=False)

    def validate_email(self, field) -> None:
        if not ADDRESS.fullmatch(field.data):
            raise ValidationError(_l("Das ist keine E-Mail-Adresse. Sie sieht zum Beispiel so aus: name@beispiel.de"))


class VersionedForm(Form):
    version = HiddenField()

    @property
    def read_version(self):
        return one_id(self.version.data)


class PortraitForm(VersionedForm):
    """What an initiative says of itself."""

    about = line(_l("Worum es bei uns geht, in einem Satz"), longest=200, required=False)
    portrait = text(_l("Unser Portrait"), longest=6000, required=False)
    quarter = line(_l("Unser Quartier"), longest=120, required=False)
    contact_phone = line(_l("Telefonnummer für das Netzwerk"), longest=40, required=False)
    active = number(_l("So viele sind bei uns aktiv"), most=9999)
    light = choice(_l("So geht es uns gerade"), list(LIGHT_WORDS.items()))
    light_note = line(_l("Ein Satz dazu"), longest=200, required=False)


class ProgrammeForm(VersionedForm):
    """What the team keeps about an initiative: where it stands and who accompanies it."""

    name = line(_l("Name"), longest=NAME_LENGTH, required=_l("Bitte schreiben Sie, wie die Initiative heißt."))
    place = line(_l("Ort"), longest=80, required=_l("Bitte schreiben Sie, wo die Initiative zu Hause ist."))
    municipality = line(_l("Kommune"), longest=80, required=False)
    status = choice(_l("Stand im Programm"), list(STATUS_WORDS.items()))
    companion_id = choice(_l("Begleitung"), [])
    region = choice(_l("Gegend"), list(REGION_WORDS.items()))
    mark = choice(_l("Wegzeichen"), list(MARK_WORDS.items()))
    map_x = number(_l("Auf der Karte von links"), most=100)
    map_y = number(_l("Auf der Karte von oben"), most=80)

    def offer_companions(self, team: Iterable) -> None:
        people = [(str(person.id), person.name) for person in team]
        self.companion_id.choices = named([("", _l("Noch niemand")), *people])

    @property
    def words(self) -> dict:
        typed = {name: value for name, value in self.data.items() if name != "version"}
        return {**typed, "companion_id": one_id(self.companion_id.data)}


class MemberForm(Form):
    role = choice(_l("Rolle in der Initiative"), list(ROLE_WORDS.items()))


class InvitationForm(AddressForm):
    """Whom a coordinator invites; it has no field for a role, so none can be smuggled in."""

    name = line(_l("Name"), longest=NAME_LENGTH, required=_l("Bitte schreiben Sie, wen Sie einladen."))

    @property
    def words(self) -> dict:
        return self.data


class TeamInvitationForm(InvitationForm):
    membership_role = choice(_l("Rolle in der Initiative"), list(ROLE_WORDS.items()), default="member")


class LeadInvitationForm(TeamInvitationForm):
    role = choice(_l("Rolle im Netzwerk"), NETWORK_ROLES, default="")


class ManyForm(Form):
    """Many at once, for slips: one name a line."""

    names = text(
        _l("Ein Name pro Zeile"),
        longest=MANY * (NAME_LENGTH + 1),
        required=_l("Bitte schreiben Sie mindestens einen Namen."),
    )

    def validate_names(self, field) -> None:
        if len(self.listed_names) > MANY:
            raise ValidationError(_l("Das sind mehr als %(many)s Namen. Bitte in zwei Schritten.", many=MANY))
        if any(len(name) > NAME_LENGTH for name in self.listed_names):
            raise ValidationError(_l("Ein Name ist zu lang. Möglich sind 80 Zeichen in einer Zeile."))

    @property
    def listed_names(self) -> list[str]:
        names = [one_line(name) for name in (self.names.data or "").split("\n")]
        return [name for name in names if name]


class CodeForm(Form):
    code = line(_l("Ihr Code"), longest=40, required=_l("Bitte tippen Sie den Code von Ihrem Zettel ab."))


class JoinForm(AddressForm, DeviceForm):
    """The door: nothing here says to which initiative or role, that stands in the invitation alone."""

    name = line(_l("Ihr Name"), longest=NAME_LENGTH, required=_l("Bitte schreiben Sie, wie Sie heißen."))
    password = secret(_l("Passwort"), shortest=SHORTEST)

    def validate_password(self, field) -> None:
        refuse_weak(field.data, self.name.data, self.email.data)
