"""Writes that come from elsewhere are refused."""

import pytest

from tests import probes

OWN = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
ELSEWHERE = [
    {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"},
    {"Origin": "http://localhost", "Sec-Fetch-Site": "same-site"},
    {"Origin": "http://localhost", "Sec-Fetch-Site": "none"},
    {"Origin": "http://localhost:81", "Sec-Fetch-Site": "same-origin"},
    {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
    {"Origin": "http://localhost.evil.example"},
    {"Origin": "http://["},
    {},
]


@pytest.mark.parametrize("headers", ELSEWHERE)
def test_a_write_from_elsewhere_changes_nothing(app, sign_in, stage, headers):
    ada = sign_in("ada")
    plain = app.test_client_class.__bases__[0]

    answer = plain.open(ada, "/probe/keep", method="POST", data={"words": "forged"}, headers=headers)

    assert answer.status_code == 403
    with stage():
        assert probes.notes() == []


@pytest.mark.parametrize("headers", [OWN, {"Origin": "http://localhost"}, {"Sec-Fetch-Site": "same-origin"}])
def test_a_write_from_a_page_of_ours_is_kept(app, sign_in, stage, headers):
    ada = sign_in("ada")
    plain = app.test_client_class.__bases__[0]

    answer = plain.open(ada, "/probe/keep", method="POST", data={"words": "own"}, headers=headers)

    assert answer.status_code == 200
    with stage():
        assert probes.notes() == ["own"]
