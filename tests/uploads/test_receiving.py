"""Several photos and files in one form."""

from pathlib import Path

import pytest

from neighbour.uploads import receive
from neighbour.uploads.forms import WithUploads
from tests.uploads import documents, pictures


@pytest.fixture
def taken(app):
    """`taken(photos=[…], files=[…])` is what a form with these files leaves, and its form."""

    def take(**fields):
        sent = {field: [pictures.sent(*one) for one in ones] for field, ones in fields.items()}
        with app.test_request_context("/", method="POST", data=sent):
            form, found = WithUploads(), receive()
            found.fits(form)
            errors = {name: [str(error) for error in sentences] for name, sentences in form.errors.items()}
            return found, errors

    return take


def stored(app) -> int:
    return len(list((Path(app.config["HOME"]) / "uploads").glob("*")))


def test_photos_and_files_are_taken_in_their_order(taken):
    photos = [(f"{number}.jpg", pictures.jpeg()) for number in range(6)]
    files = [("plan.pdf", documents.PDF), ("list.csv", b"a;b\n"), ("letter.odt", documents.libreoffice("text"))]

    found, errors = taken(photos=photos, files=files)

    assert errors == {}
    assert [one.name for one in found.photos] == [name for name, _ in photos]
    assert [one.name for one in found.files] == ["plan.pdf", "list.csv", "letter.odt"]


def test_one_that_is_refused_is_named_and_nothing_is_stored(app, taken):
    before = stored(app)

    found, errors = taken(photos=[("good.jpg", pictures.jpeg()), ("bad.jpg", b"words")], files=[("x.exe", b"MZ")])

    assert found.all == []
    assert errors["photos"][0] == "bad.jpg: Das ist kein Foto, das wir lesen können. Möglich: JPEG oder PNG."
    assert errors["files"][0].startswith("Diese Datei können wir nicht annehmen.")
    assert stored(app) == before


def test_too_many_are_refused_before_they_are_read(taken):
    photos, files = [("a.jpg", b"words")] * 7, [("a.txt", b"words")] * 4

    found, errors = taken(photos=photos, files=files)

    assert found.all == []
    assert errors["photos"][0] == "Das sind zu viele Fotos. Möglich: 6."
    assert errors["files"][0] == "Das sind zu viele Dateien. Möglich: 3."


def test_fields_left_empty_are_nothing(taken):
    found, errors = taken(photos=[("", b"")], files=[("", b"")])

    assert (found.all, errors) == ([], {})
