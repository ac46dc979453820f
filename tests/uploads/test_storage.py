"""Where bytes are kept: a folder and a bucket keep the same promises."""

from types import SimpleNamespace
from uuid import uuid4

import pytest

from neighbour.config import Misconfigured
from neighbour.uploads.storage import Bucket, Folder, chosen
from tests.uploads import pictures


@pytest.fixture(params=["folder", "bucket"])
def place(request, tmp_path):
    return Folder(tmp_path / "uploads") if request.param == "folder" else request.getfixturevalue("bucket")


def test_what_was_written_is_read_again(place):
    place.write("one", b"\x00bytes\xff" * 1000)
    place.write("two", b"")

    assert (place.read("one"), place.read("two")) == (b"\x00bytes\xff" * 1000, b"")
    assert sorted(place.keys()) == ["one", "two"]


def test_what_is_not_there_is_not_found(place):
    with pytest.raises(FileNotFoundError):
        place.read("nothing")


def test_what_was_removed_is_gone_and_may_be_removed_again(place):
    place.write("one", b"bytes")

    place.delete("one")
    place.delete("one")

    assert list(place.keys()) == []
    with pytest.raises(FileNotFoundError):
        place.read("one")


def test_an_empty_place_has_no_keys(place):
    assert list(place.keys()) == []


@pytest.fixture
def app_with_bucket(app, bucket):
    app.extensions["uploads_storage"] = bucket
    yield app
    del app.extensions["uploads_storage"]


def test_a_photo_lives_in_the_bucket_from_form_to_page(app_with_bucket, bucket, sign_in):
    ada = sign_in("ada")
    ada.post("/me/photo", data={"photo": pictures.sent("ada.jpg", pictures.jpeg(900, 600))})
    answer = sign_in("ben").get(pictures.own_address(ada))

    assert pictures.size(answer.data) == (480, 320)
    assert len(list(bucket.keys())) == 2


def test_a_bucket_that_does_not_answer_keeps_nothing(bucket, monkeypatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")

    with pytest.raises(Exception, match="(?i)connect|request"):
        Bucket(f"s3://uploads-{uuid4().hex[:8]}/x").write("one", b"bytes")


def test_an_address_of_another_kind_is_refused():
    app = SimpleNamespace(config={"UPLOADS_URL": "ftp://example.org/x", "HOME": "/nowhere"})

    with pytest.raises(Misconfigured, match="s3://"):
        chosen(app)
