"""File fields for forms, and what may be said about a photo."""

from flask_babel import lazy_gettext as _l
from wtforms import FileField, MultipleFileField
from wtforms.validators import InputRequired

from neighbour.uploads.models import LONGEST_ALT
from neighbour.web.forms import Form, line

PHOTOS_SHOW = _l("Was ist auf den Fotos zu sehen?")


class WithUploads(Form):
    """A form whose thing may have photos and files: inherit from it and include `uploads/_inputs.html`."""

    photos = MultipleFileField(_l("Fotos"))
    alt = line(PHOTOS_SHOW, longest=LONGEST_ALT, required=False)
    files = MultipleFileField(_l("Dateien"))


class PhotoForm(Form):
    """A person's own photo."""

    photo = FileField(_l("Foto von Ihnen"), validators=[InputRequired()])
