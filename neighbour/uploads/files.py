"""Which files may be added, known by what is in them and not by what they are called."""

import re
import struct
import zipfile
from io import BytesIO

from flask_babel import lazy_gettext as _l

from neighbour.errors import Invalid

NOT_A_FILE = _l(
    "Diese Datei können wir nicht annehmen. Möglich: PDF, LibreOffice, Word, Excel, PowerPoint, Text (TXT), Tabelle (CSV)."
)
SWELLS = _l("Diese Datei wird beim Öffnen zu groß. Bitte speichern Sie sie neu.")

ODF = "application/vnd.oasis.opendocument."
OOXML = "application/vnd.openxmlformats-officedocument."
KINDS = {
    "application/pdf": ("pdf", _l("PDF")),
    ODF + "text": ("odt", _l("Text (LibreOffice)")),
    ODF + "spreadsheet": ("ods", _l("Tabelle (LibreOffice)")),
    ODF + "presentation": ("odp", _l("Vortrag (LibreOffice)")),
    OOXML + "wordprocessingml.document": ("docx", _l("Text (Word)")),
    OOXML + "spreadsheetml.sheet": ("xlsx", _l("Tabelle (Excel)")),
    OOXML + "presentationml.presentation": ("pptx", _l("Vortrag (PowerPoint)")),
    "text/plain": ("txt", _l("Text")),
    "text/csv": ("csv", _l("Tabelle (CSV)")),
}
EXTENSIONS = {mime: extension for mime, (extension, _words) in KINDS.items()}
KIND_WORDS = {mime: words for mime, (_extension, words) in KINDS.items()} | {
    "image/jpeg": _l("Foto"),
    "image/png": _l("Bild"),
}
CHIEF_PARTS = {
    "word/document.xml": OOXML + "wordprocessingml.document",
    "xl/workbook.xml": OOXML + "spreadsheetml.sheet",
    "ppt/presentation.xml": OOXML + "presentationml.presentation",
}
MOST_UNPACKED = 300 * 1024 * 1024
LONGEST_DIRECTORY = 512 * 1024
MARKUP = re.compile(rb"\s*(<!doctype|<html|<svg|<\?xml|<script)", re.IGNORECASE)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def recognise(octets: bytes, name: str) -> str:
    """The media type. Raises Invalid for every other kind of file."""
    if octets.startswith(b"%PDF-"):
        return "application/pdf"
    if octets.startswith(b"PK\x03\x04"):
        return document(octets)
    return text(octets, name)


def document(octets: bytes) -> str:
    """A LibreOffice or Microsoft document; nothing of it is unpacked."""
    parts = contents(octets)
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Invalid(SWELLS)
    names = {part.filename for part in parts}
    if any(name.endswith("vbaProject.bin") for name in names):
        raise Invalid(NOT_A_FILE)
    # An OpenDocument file begins with its type, unpacked (ODF 1.3, part 2, section 3.3).
    for mime in (mime for mime in KINDS if mime.startswith(ODF)):
        if octets[30:].startswith(b"mimetype" + mime.encode() + b"PK"):
            return mime
    if "[Content_Types].xml" in names:
        for part, mime in CHIEF_PARTS.items():
            if part in names:
                return mime
    raise Invalid(NOT_A_FILE)


def contents(octets: bytes) -> list[zipfile.ZipInfo]:
    """The parts of a package, if its directory is of a sensible length."""
    end = octets.rfind(b"PK\x05\x06")
    if end < 0 or len(octets) < end + 22 or octets[end - 20 : end - 16] == b"PK\x06\x07":
        raise Invalid(NOT_A_FILE)
    if struct.unpack_from("<L", octets, end + 12)[0] > LONGEST_DIRECTORY:
        raise Invalid(SWELLS)
    try:
        return zipfile.ZipFile(BytesIO(octets)).infolist()
    except Exception as error:  # a broken package speaks in many exceptions, all of which mean this
        raise Invalid(NOT_A_FILE) from error


def text(octets: bytes, name: str) -> str:
    """Plain text has no signature: it must read as text, be called so, and not be a page in disguise."""
    extension = name.rpartition(".")[2].lower()
    if extension not in ("txt", "csv") or MARKUP.match(octets.removeprefix(b"\xef\xbb\xbf")):
        raise Invalid(NOT_A_FILE)
    if CONTROL.search(octets.decode("utf-8", errors="replace")):
        raise Invalid(NOT_A_FILE)
    return "text/csv" if extension == "csv" else "text/plain"
