"""The outbox's own code: its decisions, its types, and that device and server understand each other to the letter."""

import json
import re
from base64 import b64decode, b64encode
from io import BytesIO

import pytest
from werkzeug.formparser import parse_form_data

from neighbour.db import uuid7
from neighbour.outbox.words import spoken
from tests.javascript.conftest import HERE


def test_decisions_of_the_outbox_hold(node):
    ran = node("--test", "--test-reporter=tap", *sorted(str(path.name) for path in HERE.glob("*.test.js")))
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert int(re.search(r"# pass (\d+)", ran.stdout)[1]) > 15


@pytest.mark.parametrize("project", ["tsconfig.json", "tsconfig.worker.json"])
def test_types_are_right(node, project):
    ran = node("node_modules/typescript/bin/tsc", "-p", f"../../service_worker/{project}")
    assert ran.returncode == 0, ran.stdout


def test_device_and_server_say_the_same_receipt_words(node):
    ids = [uuid7() for _ in range(200)]
    assert node("spoken.mjs", *map(str, ids)).stdout.split() == [spoken(operation) for operation in ids]


def sent(node, *fields):
    """What the server reads of an operation: its fields, its files, and the request's type and digest."""
    said = json.dumps({"id": str(uuid7()), "fields": fields})
    ran = node("encode.mjs", said=said)
    assert ran.returncode == 0, ran.stderr
    body = json.loads(ran.stdout)
    octets = b64decode(body["body"])
    environ = {"CONTENT_TYPE": body["type"], "CONTENT_LENGTH": str(len(octets)), "wsgi.input": BytesIO(octets)}
    _, form, files = parse_form_data(environ)
    return form, files


HARD = 'Grüße „so“ & "anders"\nzweite Zeile = 100 % + 日本 🙂'


def test_words_arrive_as_they_were_written(node):
    form, _ = sent(node, ["body", HARD], ["show", "a"], ["show", "b"])
    assert form["body"].replace("\r\n", "\n") == HARD
    assert form.getlist("show") == ["a", "b"]


def test_words_beside_a_photo_arrive_as_they_were_written(node):
    octets = bytes(range(256)) * 40
    photo = {"name": 'Aushang "alt" ä.jpg', "type": "image/jpeg", "base64": b64encode(octets).decode()}
    form, files = sent(node, ["body", HARD], ["photos", photo])
    assert form["body"].replace("\r\n", "\n") == HARD
    assert (files["photos"].read(), files["photos"].mimetype) == (octets, "image/jpeg")
    assert files["photos"].filename.endswith(" ä.jpg")


def test_every_attempt_sends_the_same_octets(node):
    said = json.dumps(
        {
            "id": str(uuid7()),
            "fields": [["body", HARD], ["photos", {"name": "a.png", "type": "image/png", "base64": "AAEC"}]],
        }
    )
    assert node("encode.mjs", said=said).stdout == node("encode.mjs", said=said).stdout
