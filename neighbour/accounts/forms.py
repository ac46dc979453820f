"""What may be typed at the sign-in and about oneself."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField

from neighbour.accounts.models.device import Owner
from neighbour.accounts.passwords import SHORTEST
from neighbour.accounts.weak_passwords import refuse_weak
from neighbour.web.forms import Form, choice, line, named, text
from neighbour.web.forms import password as secret
from neighbour.web.language import choose

OWNERS = [(Owner.MINE, _l("Mir")), (Owner.SHARED, _l("Mehreren"))]
TEXT_SIZES = [("normal", _l("Normal")), ("large", _l("Groß")), ("larger", _l("Sehr groß"))]
LOOKS = [("", _l("Wie das Gerät")), ("light", _l("Hell")), ("dark", _l("Dunkel"))]
LANGUAGES = [("", _l("Wie das Gerät")), ("de", "Deutsch"), ("en", "English")]


class DeviceForm(Form):
    """„Wem gehört dieses Gerät?“ Whoever does not say it leaves nothing behind."""

    device = RadioField(_l("Wem gehört dieses Gerät?"), choices=named(OWNERS), validate_choice=False)

    @property
    def owner(self) -> Owner:
        return Owner.MINE if self.device.data == Owner.MINE else Owner.SHARED


class SignInForm(DeviceForm):
    email = line(
        _l("E-Mail oder Kurzname"),
        longest=254,
        required=_l("Bitte geben Sie Ihre E-Mail-Adresse oder Ihren Kurznamen ein."),
    )
    password = secret(_l("Passwort"))


class LinkForm(Form):
    email = line(_l("E-Mail"), longest=254, required=_l("Bitte geben Sie Ihre E-Mail-Adresse ein."))


class ProfileForm(Form):
    name = line(_l("Name"), longest=80, required=_l("Bitte schreiben Sie, wie Sie heißen."))
    phone = line(_l("Telefon"), longest=40, required=False)
    about = text(_l("Über mich"), longest=400, required=False)
    knows = line(_l("Damit kenne ich mich aus"), longest=200, required=False)


class ReadingForm(Form):
    """How pages look for this person, on every device. Of the language it says which one is in force."""

    text_size = choice(_l("Schrift"), TEXT_SIZES)
    look = choice(_l("Farben"), LOOKS)
    language = choice(_l("Sprache"), LANGUAGES)

    def __init__(self, *sources, **words):
        super().__init__(*sources, **words)
        in_force = dict(LANGUAGES)[choose()]
        as_device = _l("Wie das Gerät (gerade: %(language)s)", language=in_force)
        self.language.choices = named([("", as_device), *LANGUAGES[1:]])


class PasswordForm(Form):
    current = secret(_l("Jetziges Passwort"), required=False)
    password = secret(_l("Neues Passwort"), shortest=SHORTEST)

    def __init__(self, *sources, person=None):
        super().__init__(*sources)
        self.names = (person.name, person.handle, person.email) if person else ()

    def validate_password(self, field) -> None:
        refuse_weak(field.data, *self.names)
