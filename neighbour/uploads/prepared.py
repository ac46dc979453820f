"""One photo or file, looked at, made harmless, and stored: all that is slow about an upload."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from flask_babel import lazy_gettext as _l

from neighbour.db import uuid7
from neighbour.errors import Invalid
from neighbour.uploads import files, photos
from neighbour.uploads.names import safe_name
from neighbour.uploads.storage import storage

LARGEST = 15 * 1024 * 1024

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


@dataclass(frozen=True)
class Checked:
    """An upload that may be stored: its bytes by the ending of their key."""

    prepared: Prepared
    bodies: dict[str, bytes]


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
