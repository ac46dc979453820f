"""Takes photos and files out of a request, before its transaction."""

from collections.abc import Callable
from dataclasses import dataclass, field

from flask import g, request
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import FileStorage

from neighbour.db import db
from neighbour.errors import Invalid
from neighbour.uploads.forms import WithUploads
from neighbour.uploads.prepared import LARGEST, Checked, Prepared, check_file, check_photo, keep
from neighbour.web.forms import Form

MOST_PHOTOS = 6
MOST_FILES = 3


@dataclass
class Received:
    """What came with a form: ready to be attached, or refused by field, with a sentence each."""

    photos: list[Prepared] = field(default_factory=list)
    files: list[Prepared] = field(default_factory=list)
    refusals: dict[str, list[str]] = field(default_factory=dict)

    @property
    def all(self) -> list[Prepared]:
        return [*self.photos, *self.files]

    def fits(self, form: Form) -> bool:
        """Whether all could be taken; else the form's fields say why. To be asked after form.validate()."""
        for name, sentences in self.refusals.items():
            for sentence in sentences:
                form.refuse(name, sentence)
        if self.refusals and isinstance(form, WithUploads):
            form.ask_again()
        return not self.refusals


def receiving(**fields) -> Callable[[], None]:
    """For `@preparing(receiving())`: receives before the view, which asks for `received()`."""

    def slow() -> None:
        g.received = receive(**fields)

    return slow


def received() -> Received:
    return g.received


def receive(
    *,
    photos_in: str | None = "photos",
    files_in: str | None = "files",
    most_photos: int = MOST_PHOTOS,
    most_files: int = MOST_FILES,
) -> Received:
    """Reads the named file fields (None: no such field). Nothing is stored if anything is refused."""
    sent = {"photos": sent_in(photos_in), "files": sent_in(files_in)}
    db.session.rollback()  # decoding takes long: no connection waits for it
    refusals: dict[str, list[str]] = {}
    checked = {
        "photos": check_all(sent["photos"], check_photo, refusals, photos_in, too_many_photos(most_photos)),
        "files": check_all(sent["files"], check_file, refusals, files_in, too_many_files(most_files)),
    }
    if refusals:
        return Received(refusals=refusals)
    return Received(**{name: [keep(one) for one in ones] for name, ones in checked.items()})


def sent_in(name: str | None) -> list[tuple[str, bytes]]:
    """Names and bytes of a field; a browser sends an empty part when nothing was chosen."""
    sent = request.files.getlist(name) if name else []
    return [(file.filename or "", read(file)) for file in sent if file.filename]


def read(file: FileStorage) -> bytes:
    """One byte more than may be is enough to know; the receipt reads the file again from its beginning."""
    octets = file.stream.read(LARGEST + 1)
    file.stream.seek(0)
    return octets


def too_many_photos(most: int) -> tuple[int, str]:
    return most, _l("Das sind zu viele Fotos. Möglich: %(most)s.", most=most)


def too_many_files(most: int) -> tuple[int, str]:
    return most, _l("Das sind zu viele Dateien. Möglich: %(most)s.", most=most)


def check_all(sent, check, refusals, field_name, limit) -> list[Checked]:
    most, sentence = limit
    if len(sent) > most:
        refusals[field_name] = [str(sentence)]
        return []
    checked = []
    for name, octets in sent:
        try:
            checked.append(check(name, octets))
        except Invalid as refusal:
            named = f"{name[-60:]}: " if len(sent) > 1 else ""
            refusals.setdefault(field_name, []).append(f"{named}{refusal.sentence}")
    return checked
