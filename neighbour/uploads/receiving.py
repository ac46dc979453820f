"""Takes photos and files out of a request, makes them harmless and stores their bytes, before the transaction."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from flask import g, request
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import FileStorage

from neighbour.db import db, uuid7
from neighbour.errors import Invalid
from neighbour.uploads import files, photos
from neighbour.uploads.names import safe_name
from neighbour.uploads.storage import storage
from neighbour.web.forms import Form

LARGEST = 15 * 1024 * 1024
MOST_PHOTOS = 6
MOST_FILES = 3

TOO_LARGE = _l("Das ist zu groß. Möglich sind 15 MB.")
EMPTY = _l("Die Datei ist leer. Bitte wählen Sie sie noch einmal.")


@dataclass(frozen=True)
class Prepared:
    """An upload whose bytes are stored and whose row is still to be written."""

    id: UUID
    kind: str
    name: str
    mime: str
    sha256: str
    octets: int
    small_octets: int = 0
    width: int | None = None
    height: int | None = None


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
        """Whether all could be taken; if not, the sentences stand at the form's fields. Call after form.validate()."""
        for name, sentences in self.refusals.items():
            for sentence in sentences:
                form.refuse(name, sentence)
        return not self.refusals


@dataclass(frozen=True)
class Checked:
    """An upload that may be stored: its bytes by the ending of their key."""

    prepared: Prepared
    bodies: dict[str, bytes]


def receiving(**fields) -> Callable[[], None]:
    """For `@preparing(receiving())`: receives before the view, which asks for `received()`."""

    def slow() -> None:
        g.received = receive(**fields)

    return slow


def received() -> Received:
    return g.received


def receive(*, photos_in="photos", files_in="files", most_photos=MOST_PHOTOS, most_files=MOST_FILES) -> Received:
    """Reads the named file fields (None: there is no such field). Nothing is stored if anything is refused."""
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


def refuse_by_length(octets: bytes) -> None:
    if not octets:
        raise Invalid(EMPTY)
    if len(octets) > LARGEST:
        raise Invalid(TOO_LARGE)


def check_photo(name: str, octets: bytes) -> Checked:
    """Raises Invalid."""
    refuse_by_length(octets)
    photo = photos.reencode(octets)
    prepared = Prepared(
        id=uuid7(),
        kind="photo",
        name=safe_name(name, photos.EXTENSIONS[photo.mime], "foto"),
        mime=photo.mime,
        sha256=hashlib.sha256(photo.full).hexdigest(),
        octets=len(photo.full),
        small_octets=len(photo.small),
        width=photo.width,
        height=photo.height,
    )
    return Checked(prepared, {"": photo.full, "-small": photo.small})


def check_file(name: str, octets: bytes) -> Checked:
    """A picture among the files is treated as the photo it is. Raises Invalid."""
    refuse_by_length(octets)
    if octets.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return check_photo(name, octets)
    mime = files.recognise(octets, name)
    named = safe_name(name, files.EXTENSIONS[mime], "datei")
    digest = hashlib.sha256(octets).hexdigest()
    return Checked(Prepared(uuid7(), "file", named, mime, digest, len(octets)), {"": octets})


def keep(checked: Checked) -> Prepared:
    """Stores the bytes. Whatever happens to the row, it is never there without them."""
    for ending, octets in checked.bodies.items():
        storage().write(f"{checked.prepared.id}{ending}", octets)
    return checked.prepared


def prepare(name: str, octets: bytes) -> Prepared:
    """The same for bytes that come from no form (demo, import). Raises Invalid."""
    return keep(check_file(name, octets))
