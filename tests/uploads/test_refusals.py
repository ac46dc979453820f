"""What is not taken, and the sentence that the person reads. Refused: no row, no bytes, the old photo stays."""

from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import func, select

from neighbour.db import db
from neighbour.uploads import Upload
from tests.uploads import documents, pictures

NOT_A_PHOTO = "Das ist kein Foto, das wir lesen können. Möglich: JPEG oder PNG."
TOO_MANY_PIXELS = "Das Foto ist zu groß (mehr als 40 Millionen Bildpunkte)."
MOVING = "Bewegte Bilder können wir nicht zeigen."
NOT_WHOLE = "Das Foto ist beschädigt oder nicht vollständig."
TOO_LARGE = "Das ist zu groß. Möglich sind 15 MB."


@cache
def moving(kind: str) -> bytes:
    frames = [pictures.photo(40 + step, 40).resize((40, 40)) for step in range(3)]
    return pictures.written(frames[0], kind, save_all=True, append_images=frames[1:])


def repeating() -> bytes:
    """A progressive JPEG that goes over its surface 500 times."""
    whole = pictures.jpeg(progressive=True)
    last = whole.rindex(b"\xff\xda")
    return whole[:last] + whole[last:-2] * 500 + b"\xff\xd9"


REFUSED = {
    "words.jpg": (lambda: b"Guten Tag, ich bin kein Foto.", NOT_A_PHOTO),
    "drawing.svg": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", NOT_A_PHOTO),
    "page.png": (lambda: b"<!doctype html><script>alert(1)</script>", NOT_A_PHOTO),
    "old.gif": (lambda: pictures.written(pictures.photo(40, 40), "GIF"), NOT_A_PHOTO),
    "scan.tif": (lambda: pictures.written(pictures.photo(40, 40), "TIFF"), NOT_A_PHOTO),
    "new.heic": (lambda: b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(200), NOT_A_PHOTO),
    "form.pdf": (lambda: documents.PDF, NOT_A_PHOTO),
    "half.jpg": (lambda: pictures.jpeg()[: len(pictures.jpeg()) // 2], NOT_WHOLE),
    "half.png": (lambda: pictures.written(pictures.photo(200, 200), "PNG")[:20_000], NOT_WHOLE),
    "start.jpg": (lambda: pictures.jpeg()[:20], NOT_A_PHOTO),
    "flood.png": (cache(pictures.bomb), TOO_MANY_PIXELS),
    "flood.webp": (pictures.webp_bomb, TOO_MANY_PIXELS),
    "loop.jpg": (repeating, NOT_A_PHOTO),
    "moving.png": (lambda: moving("PNG"), MOVING),
    "moving.webp": (lambda: moving("WEBP"), MOVING),
    "large.jpg": (lambda: pictures.jpeg() + bytes(15 * 1024 * 1024), TOO_LARGE),
    "empty.jpg": (lambda: b"", "Die Datei ist leer."),
}


def kept(app) -> set[str]:
    return {file.name for file in (Path(app.config["HOME"]) / "uploads").glob("*")}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_a_sentence_and_leaves_nothing(app, sign_in, stage, name):
    octets, sentence = REFUSED[name]
    ada, before = sign_in("ada"), kept(app)

    answer = ada.post("/me/photo", data={"photo": pictures.sent(name, octets())})

    assert answer.status_code == 422
    assert sentence in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert kept(app) == before
    with stage() as people:
        assert db.session.scalar(select(func.count()).select_from(Upload)) == 0
        assert people.ada.photo_id is None


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_what_the_decoder_itself_would_let_pass_is_refused_too(sign_in):
    flood = pictures.sent("flood.png", pictures.bomb(7000, 6000))

    answer = sign_in("ada").post("/me/photo", data={"photo": flood})

    assert answer.status_code == 422
    assert TOO_MANY_PIXELS in answer.text


def test_nothing_chosen_is_said(sign_in):
    answer = sign_in("ada").post("/me/photo", data={"photo": pictures.sent("", b"")})

    assert answer.status_code == 422
    assert "Bitte wählen Sie ein Foto." in answer.text


def test_two_photos_where_one_is_asked_for(sign_in):
    two = [pictures.sent("a.jpg", pictures.jpeg()), pictures.sent("b.jpg", pictures.jpeg())]

    answer = sign_in("ada").post("/me/photo", data={"photo": two})

    assert answer.status_code == 422
    assert "Das sind zu viele Fotos. Möglich: 1." in answer.text


def test_a_body_beyond_every_limit_is_answered_with_a_sentence(sign_in):
    huge = pictures.sent("huge.jpg", bytes(18 * 1024 * 1024))

    answer = sign_in("ada").post("/me/photo", data={"photo": huge})

    assert answer.status_code == 413
    assert "Möglich sind 15 MB" in answer.text


def test_a_refused_photo_leaves_the_old_one(sign_in):
    ada = sign_in("ada")
    ada.post("/me/photo", data={"photo": pictures.sent("ada.jpg", pictures.jpeg())})
    before = pictures.own_address(ada)

    ada.post("/me/photo", data={"photo": pictures.sent("words.jpg", b"no photo")})

    assert pictures.own_address(ada) == before
    assert ada.get(before).status_code == 200
