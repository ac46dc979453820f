"""Photos are decoded and written anew: turned upright, smaller, and without anything that is not picture."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from flask_babel import lazy_gettext as _l
from PIL import Image, ImageOps

from neighbour.errors import Invalid

MOST_PIXELS = 40_000_000
MOST_SCANS = 100
FULL = 1600
SMALL = 480
QUALITY = 80
FEW_COLOURS = 256
FROM_CAMERAS = ("JPEG", "MPO")  # Pillow calls a JPEG with a second picture behind it MPO
EXTENSIONS = {"image/jpeg": "jpg", "image/png": "png"}

NOT_A_PHOTO = _l("Das ist kein Foto, das wir lesen können. Möglich: JPEG oder PNG.")
TOO_MANY_PIXELS = _l("Das Foto ist zu groß (mehr als 40 Millionen Bildpunkte). Bitte wählen Sie ein kleineres.")
MOVING = _l("Bewegte Bilder können wir nicht zeigen. Möglich: JPEG oder PNG.")
NOT_WHOLE = _l("Das Foto ist beschädigt oder nicht vollständig. Bitte wählen Sie es noch einmal.")

# Pillow's own limit stands behind ours: it only warns from here on, and refuses twice as much.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS

# A decoded photo of 40 million pixels takes 160 MB: two at a time fit beside the rest.
DECODING = threading.BoundedSemaphore(2)


@dataclass(frozen=True)
class Photo:
    """A photo ready to be kept, in two sizes."""

    full: bytes
    small: bytes
    mime: str
    width: int
    height: int


def reencode(octets: bytes) -> Photo:
    """Raises Invalid for what is no photo, is too large to decode, moves, or is not whole."""
    with DECODING:
        source = opened(octets)
        refuse_by_header(source, octets)
        picture = decoded(source)
        save = jpeg if source.format in FROM_CAMERAS or not is_drawing(picture) else png
        full = shrunk(picture, FULL)
        return Photo(save(full), save(shrunk(full, SMALL)), MIMES[save], *full.size)


def opened(octets: bytes) -> Image.Image:
    """The picture with its header read and nothing decoded."""
    try:
        return Image.open(BytesIO(octets), formats=("JPEG", "PNG", "WEBP"))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Invalid(TOO_MANY_PIXELS) from error
    except Exception as error:  # decoders name broken bytes in many ways; to a person they mean the same
        raise Invalid(NOT_A_PHOTO) from error


def refuse_by_header(picture: Image.Image, octets: bytes) -> None:
    if picture.width * picture.height > MOST_PIXELS:
        raise Invalid(TOO_MANY_PIXELS)
    if picture.format in ("PNG", "WEBP") and getattr(picture, "is_animated", False):
        raise Invalid(MOVING)
    # A progressive JPEG may repeat its whole surface in each scan: a small file that decodes for minutes.
    if picture.format in FROM_CAMERAS and octets.count(b"\xff\xda") > MOST_SCANS:
        raise Invalid(NOT_A_PHOTO)


def decoded(picture: Image.Image) -> Image.Image:
    """Upright, RGB or RGBA, nothing beside the pixels."""
    try:
        picture.draft("RGB", (FULL, FULL))
        picture.load()
        picture = upright(picture)
        plain = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    except Exception as error:
        raise Invalid(NOT_WHOLE) from error
    if plain.mode == "RGBA" and plain.getextrema()[3][0] == 255:
        plain = plain.convert("RGB")
    plain.info.clear()
    return plain


def upright(picture: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(picture)
    except Exception:  # what the camera wrote beside the picture may be broken; the picture is not
        return picture


def is_drawing(picture: Image.Image) -> bool:
    """Transparent, or of few colours: JPEG would smear it."""
    return picture.mode == "RGBA" or picture.getcolors(FEW_COLOURS) is not None


def fitted(width: int, height: int, longest: int) -> tuple[int, int]:
    share = min(1.0, longest / max(width, height))
    return max(1, round(width * share)), max(1, round(height * share))


def shrunk(picture: Image.Image, longest: int) -> Image.Image:
    size = fitted(*picture.size, longest)
    if size == picture.size:
        return picture
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def jpeg(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return file.getvalue()


def png(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.quantize(FEW_COLOURS, method=Image.Quantize.FASTOCTREE).save(file, "PNG", optimize=True)
    return file.getvalue()


MIMES: dict[Callable, str] = {jpeg: "image/jpeg", png: "image/png"}
