"""File fields for forms, and what may be said about a photo."""

from flask import request
from flask_babel import lazy_gettext as _l
from wtforms import FileField, MultipleFileField
from wtforms.validators import InputRequired

from neighbour.uploads.models import LONGEST_ALT
from neighbour.web.forms import Form, line

PHOTOS_SHOW = _l("Was ist auf den Fotos zu sehen?")
AGAIN = {
    "photos": _l("Bitte wählen Sie die Fotos noch einmal aus. Sie sind noch nicht angekommen."),
    "files": _l("Bitte wählen Sie die Dateien noch einmal aus. Sie sind noch nicht angekommen."),
}


class WithUploads(Form):
    """A form whose thing may have photos and files: inherit from it and include `uploads/_inputs.html`."""

    photos = MultipleFileField(_l("Fotos"))
    alt = line(PHOTOS_SHOW, longest=LONGEST_ALT, required=False)
    files = MultipleFileField(_l("Dateien"))

    def validate(self, *args, **words) -> bool:
        valid = super().validate(*args, **words)
        if not valid:
            self.ask_again()
        return valid

    def ask_again(self) -> None:
        """No page may choose files for a person: what came with a refused form has to be chosen once more."""
        for name, sentence in AGAIN.items():
            if any(file.filename for file in request.files.getlist(name)):
                self.refuse(name, sentence)


class PhotoForm(Form):
    """A person's own photo."""

    photo = FileField(_l("Foto von Ihnen"), validators=[InputRequired()])
