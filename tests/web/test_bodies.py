"""A write is looked at only when all of it has arrived."""

import base64
import hashlib
from io import BytesIO

import pytest

from tests import probes

BODY = b"words=all+of+it"
FORM = {"content_type": "application/x-www-form-urlencoded"}


def digest(body: bytes) -> str:
    return f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"


@pytest.mark.parametrize("cut", range(len(BODY)))
def test_a_body_cut_anywhere_is_refused_and_may_be_sent_again(sign_in, stage, cut):
    answer = sign_in("ada").post(
        "/probe/keep", input_stream=BytesIO(BODY[:cut]), environ_overrides={"CONTENT_LENGTH": str(len(BODY))}, **FORM
    )

    assert (answer.status_code, answer.headers["Retry-After"]) == (400, "0")
    with stage():
        assert probes.notes() == []


def test_a_body_without_a_length_is_refused(sign_in, stage):
    chunked = {"HTTP_TRANSFER_ENCODING": "chunked"}

    answer = sign_in("ada").post("/probe/keep", input_stream=BytesIO(BODY), environ_overrides=chunked, **FORM)

    assert answer.status_code == 411
    with stage():
        assert probes.notes() == []


@pytest.mark.parametrize("header", [digest(b"words=something+else"), "sha-256=:not base64:", "sha-256=:\u00e9:"])
def test_a_body_that_is_not_the_one_announced_is_refused(sign_in, stage, header):
    answer = sign_in("ada").post("/probe/keep", data=BODY, headers={"Content-Digest": header}, **FORM)

    assert (answer.status_code, answer.headers["Retry-After"]) == (400, "0")
    with stage():
        assert probes.notes() == []


def test_the_body_that_was_announced_is_kept(sign_in, stage):
    answer = sign_in("ada").post("/probe/keep", data=BODY, headers={"Content-Digest": digest(BODY)}, **FORM)

    assert answer.status_code == 200
    with stage():
        assert probes.notes() == ["all of it"]


def test_too_large_a_body_is_refused_with_a_sentence(sign_in):
    answer = sign_in("ada").post("/probe/keep", data=b"words=" + b"x" * 18 * 1024 * 1024, **FORM)

    assert answer.status_code == 413
    assert "Möglich sind 15 MB" in answer.text
