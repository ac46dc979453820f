"""File fields for forms, and what may be said about a photo."""

from flask import request
from flask_babel import lazy_gettext as _l
from wtforms import FileField, MultipleFileField, SelectMultipleField
from wtforms.validators import InputRequired

from neighbour.uploads.models import LONGEST_ALT
from neighbour.web.forms import Form, line, one_id

PHOTOS_SHOW = _l("Was ist auf den Fotos zu sehen?")
AGAIN = {
    "photos": _l("Bitte wählen Sie die Fotos noch einmal aus. Sie sind noch nicht angekommen."),
    "files": _l("Bitte wählen Sie die Dateien noch einmal aus. Sie sind noch nicht angekommen."),
}


class WithWordsForPhotos(Form):
    """A form that changes a thing with photos; `removed` are uploads that shall go."""

    alt = line(PHOTOS_SHOW, longest=LONGEST_ALT, required=False)
    removed = SelectMultipleField(coerce=one_id, choices=(), validate_choice=False, default=())

    @property
    def new_alt(self) -> str | None:
        """None where the form did not ask for it."""
        return self.alt.data if self.alt.raw_data else None


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
