"""What is left of a photo: its pixels, upright, in two sizes; nothing says where, when or with what it was taken."""

import re
from pathlib import Path

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from tests.uploads import pictures

SECRET = b"53.5511N-0009.9937E-Musterkamera"
GPS = {1: "N", 2: (53.0, 33.0, 4.0), 3: "E", 4: (9.0, 59.0, 37.0), 29: SECRET.decode()}
HARMLESS = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression", "transparency"}
GPS_FOLDER, CAMERA_FOLDER, MAKER_NOTE, USER_COMMENT = 0x8825, 0x8769, 0x927C, 0x9286


def exif(orientation: int = 1) -> Image.Exif:
    written = Image.Exif()
    written[0x0112] = orientation
    written[0x010F] = SECRET.decode()
    written.get_ifd(GPS_FOLDER).update(GPS)
    written.get_ifd(CAMERA_FOLDER).update({MAKER_NOTE: SECRET, USER_COMMENT: SECRET})
    return written


def profile() -> bytes:
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return plain + SECRET


def segment(marker: int, octets: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(octets) + 2).to_bytes(2, "big") + octets


def jpeg() -> bytes:
    whole = pictures.jpeg(exif=exif(), icc_profile=profile(), comment=SECRET, xmp=b"<x:xmpmeta>" + SECRET)
    iptc = segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x22" + SECRET)
    unknown = segment(0xEB, SECRET)
    return whole[:2] + iptc + unknown + whole[2:] + SECRET


def png() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", SECRET.decode())
    words.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    words.add(b"prVt", SECRET)
    more = {"exif": exif(), "icc_profile": profile(), "pnginfo": words}
    return pictures.written(pictures.photo(300, 200), "PNG", **more) + SECRET


def clear_png() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", SECRET.decode())
    return pictures.written(pictures.photo(300, 200, "RGBA"), "PNG", exif=exif(), pnginfo=words)


def webp() -> bytes:
    more = {"exif": exif().tobytes(), "icc_profile": profile(), "xmp": SECRET}
    return pictures.written(pictures.photo(300, 200), "WEBP", **more)


def two_pictures() -> bytes:
    """What some phones write: a second picture behind the first."""
    more = [pictures.photo(150, 100)]
    return pictures.written(pictures.photo(300, 200), "MPO", save_all=True, append_images=more, exif=exif())


@pytest.fixture
def stored(app, sign_in):
    """`stored("a.jpg", octets)` sends the photo and returns its bytes on the disk, large and small."""

    def sent(name: str, octets: bytes) -> tuple[bytes, bytes]:
        ada = sign_in("ada")
        answer = ada.post("/me/photo", data={"photo": pictures.sent(name, octets)})
        assert answer.status_code == 303, re.findall(r"field__error[^>]*>([^<]*)", answer.text)
        one = pictures.own_address(ada).split("/")[2]
        folder = Path(app.config["HOME"]) / "uploads"
        return (folder / one).read_bytes(), (folder / f"{one}-small").read_bytes()

    return sent


@pytest.mark.parametrize("make", [jpeg, png, clear_png, webp, two_pictures])
def test_nothing_beside_the_pixels_is_left(stored, make):
    octets = make()
    assert SECRET in octets

    for kept in stored(f"holiday.{make.__name__}", octets):
        picture = pictures.opened(kept)
        picture.load()
        assert SECRET not in kept
        assert not dict(picture.getexif())
        assert set(picture.info) <= HARMLESS


@pytest.mark.parametrize(("orientation", "red"), [(1, "left"), (2, "right"), (3, "right"), (6, "top"), (8, "bottom")])
def test_a_photo_stands_upright(stored, orientation, red):
    picture = pictures.photo(400, 200)
    picture.paste((220, 20, 20), (0, 0, 200, 200))

    full, small = stored("turned.jpg", pictures.written(picture, "JPEG", quality=95, exif=exif(orientation)))

    for kept in map(pictures.opened, (full, small)):
        wide, high = kept.size
        across, down = wide // 2, high // 2
        places = {"left": (5, down), "right": (wide - 6, down), "top": (across, 5), "bottom": (across, high - 6)}
        assert (wide > high) == (red in ("left", "right"))
        assert [side for side, place in places.items() if is_red(kept.getpixel(place))].count(red) == 1


def is_red(colour: tuple[int, int, int]) -> bool:
    return colour[0] > 180 and colour[1] < 70 and colour[2] < 70


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_broken_note_of_the_camera_does_not_cost_the_photo(stored):
    broken = b"Exif\x00\x00II*\x00\x08\x00\x00\x00\xff\xff" + bytes(30)

    full, _small = stored("a.jpg", pictures.jpeg(exif=broken))

    assert pictures.size(full) == (300, 200)


def test_large_photos_become_smaller(stored):
    full, small = stored("big.jpg", pictures.jpeg(4000, 3000))

    assert (pictures.size(full), pictures.size(small)) == ((1600, 1200), (480, 360))
    assert len(full) < 400_000


def test_a_drawing_stays_sharp_and_clear(stored):
    drawing = Image.new("RGBA", (800, 400), (0, 0, 0, 0))
    drawing.paste((20, 90, 60, 255), (100, 100, 700, 300))

    full, small = map(pictures.opened, stored("drawing.png", pictures.written(drawing, "PNG")))

    assert (full.format, small.format) == ("PNG", "PNG")
    assert full.convert("RGBA").getpixel((5, 5))[3] == 0
    assert full.convert("RGBA").getpixel((400, 200)) == (20, 90, 60, 255)


@pytest.mark.parametrize("mode", ["L", "CMYK", "RGB"])
def test_photos_of_every_colour_space_are_taken(stored, mode):
    full, _small = stored("a.jpg", pictures.written(pictures.photo(300, 200).convert(mode), "JPEG"))

    assert pictures.opened(full).mode == "RGB"
