"""Fields as every form of ours has them: trimmed, bounded, and without characters that cannot be seen or stored."""

import re
from collections.abc import Callable
from uuid import UUID

from flask import g
from flask_babel import format_decimal, gettext
from flask_babel import lazy_gettext as _l
from wtforms import Form as PlainForm
from wtforms import PasswordField, SelectField, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, Optional

INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


class Form(PlainForm):
    """A form whose messages are ours; `reason` is said at the top when no single field is to blame. The request remembers
    the form it was about: an answer that is no page names the reasons by themselves."""

    reason = ""

    class Meta:
        locales = ("de",)

        def bind_field(self, form, unbound_field, options):
            """Blanks are no choice, however a field came to be: `Optional()` would let them through as one."""
            if issubclass(unbound_field.field_class, SelectField):
                options = {**options, "filters": [*unbound_field.kwargs.get("filters", ()), chosen]}
            return super().bind_field(form, unbound_field, options)

    def validate(self, extra_validators=None) -> bool:
        is_good = super().validate(extra_validators)
        if g and not (is_good and "form" in g):
            g.form = self
        return is_good

    def refuse(self, field: str, sentence: str) -> None:
        """Names a field as the cause after the class's own validators have passed."""
        if g:
            g.form = self
        self[field].errors = [*self[field].errors, sentence]


def tidy(text: str | None) -> str:
    """Line ends as one character, no blanks around it."""
    return (text or "").replace("\r\n", "\n").replace("\r", "\n").strip()


def one_line(text: str | None) -> str:
    return " ".join(tidy(text).split())


def chosen(value):
    """What was sent for one choice without blanks around it; what was not sent, and several choices, as they are."""
    return one_line(value) if isinstance(value, str) else value


def visible(_form: PlainForm, field) -> None:
    """Refuses characters that nobody sees; they are taken out, so that sending once more works."""
    clean = INVISIBLE.sub("", field.data or "")
    if clean != (field.data or ""):
        field.data = clean
        raise ValidationError(
            _l("Hier standen unsichtbare Zeichen. Wir haben sie entfernt. Bitte noch einmal absenden.")
        )


def not_longer(longest: int) -> Callable:
    """Says how long it is. Without `maxlength`: a browser would cut a text that somebody pastes, and say nothing."""

    def check(_form: PlainForm, field) -> None:
        if (length := len(field.data or "")) > longest:
            numbers = {"length": format_decimal(length), "longest": format_decimal(longest)}
            raise ValidationError(
                gettext("Der Text ist zu lang: %(length)s Zeichen, möglich sind %(longest)s.", **numbers)
            )

    return check


def bounds(longest: int, required, shortest: int = 0) -> list:
    """Validators of a text; `required` is False or the sentence said when it is empty."""
    presence = [DataRequired(message=required)] if required else [Optional()]
    too_short = _l("Der Text ist zu kurz. Nötig sind %(shortest)s Zeichen.", shortest=shortest)
    lengths: list = [not_longer(longest)]
    if shortest:
        lengths.append(Length(min=shortest, message=too_short))
    return [visible, *presence, *lengths]


def line(label, *, longest: int = 120, required=_l("Bitte füllen Sie dieses Feld aus."), **more) -> StringField:
    return StringField(label, validators=bounds(longest, required), filters=[one_line], **more)


def text(label, *, longest: int = 10_000, required=_l("Bitte schreiben Sie, worum es geht."), **more) -> TextAreaField:
    return TextAreaField(label, validators=bounds(longest, required), filters=[tidy], **more)


def password(label, *, shortest: int = 0, required=_l("Bitte geben Sie ein Passwort ein.")) -> PasswordField:
    return PasswordField(label, validators=bounds(200, required, shortest))


def choice(label, choices, **more) -> SelectField:
    """A value out of a list; anything else is refused with a sentence."""
    # Not to the browser: it takes a first option without a value („Alle“) for an answer that is missing.
    words = {"render_kw": {"required": False}, **more}
    return SelectField(label, choices=named(choices), validate_choice=False, validators=[listed], **words)


def named(choices) -> list[SelectChoice]:
    """(value, label) pairs as WTForms wants them."""
    return [SelectChoice(value=value, label=label) for value, label in choices]


def listed(_form: PlainForm, field) -> None:
    if str(field.data) not in {str(offered.value) for offered in field.iter_choices()}:
        raise ValidationError(_l("Bitte wählen Sie etwas aus der Liste."))


def one_id(value: str | None) -> UUID | None:
    """An id out of a form or an address; None for anything that is not one."""
    try:
        return UUID(value or "")
    except ValueError:
        return None


listed.field_flags = {"required": True}  # WTForms reads this from the validator: a list is never left open
