"""The receipt word can be guessed from many networks, and typed in any alphabet."""

import pytest

from tests.events.registration.lists import guest_link, rows


@pytest.fixture
def link(stage, announce, visitor) -> str:
    """The link of an event to which Heinz comes."""
    address = announce()
    with stage():
        link = guest_link(address)
    visitor.get(link)
    visitor.post(f"{link}/registrations", data={"name": "Heinz B."})
    with stage():
        assert [row.name for row in rows(address)] == ["Heinz B."]
    return link


@pytest.mark.parametrize("code", ["ÄHRE-12", "ахорн-12", "🌳"])
def test_a_word_in_any_alphabet_is_only_wrong(app, link, code):
    answers = [
        app.test_client().post(f"{link}/cancellations", data={"name": name, "code": code})
        for name in ("Heinz B.", "Nobody")
    ]

    assert [answer.status_code for answer in answers] == [422, 422]


def test_guesses_for_one_name_wait_from_everywhere(app, link):
    statuses = [
        app.test_client()
        .post(
            f"{link}/cancellations",
            data={"name": "heinz b", "code": "AHORN-00"},
            environ_overrides={"REMOTE_ADDR": f"10.0.{number}.1"},
        )
        .status_code
        for number in range(24)
    ]

    assert statuses[0] == 422 and statuses[-1] == 429
