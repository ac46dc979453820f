"""What may be typed when whole initiatives are invited."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectMultipleField, ValidationError

from neighbour.web.forms import Form, named, one_id, text


class MailingForm(Form):
    initiatives = SelectMultipleField(_l("Wen laden Sie ein?"), coerce=one_id, validate_choice=False)
    words = text(_l("Ein paar Worte dazu"), longest=1000, required=False)

    def offer(self, initiatives: list) -> None:
        self.initiatives.choices = named((initiative.id, initiative.name) for initiative in initiatives)

    def validate_initiatives(self, field) -> None:
        offered = {choice.value for choice in field.choices}
        if not field.data or not set(field.data) <= offered:
            raise ValidationError(_l("Bitte kreuzen Sie mindestens eine Initiative an."))
