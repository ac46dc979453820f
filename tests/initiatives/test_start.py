"""What initiatives put on the start page."""

import pytest

from neighbour.web.slots import gather
from tests import cast
from tests.initiatives.doors import invitation, invite


@pytest.fixture
def offered(app):
    """`offered("start.next", "ada")` is what Ada gets there."""

    def ask(slot: str, handle: str) -> list[dict]:
        with app.test_request_context():
            return [offer for offer in gather(slot, cast.person(handle)) if isinstance(offer, dict)]

    return ask


def test_members_see_their_companion_with_the_promise(offered, stage):
    with stage() as people:
        people.eva.phone = "0221 4710-100"

    assert [(card["name"], card["phone"]) for card in offered("start.companion", "ben")] == [("Eva", "0221 4710-100")]
    assert offered("start.companion", "cem") == offered("start.companion", "gil") == []


def test_a_coordination_is_led_from_portrait_to_people(offered, stage):
    assert offered("start.next", "ada")[-1]["href"] == "/initiatives/mill/edit"
    assert all("Initiative vor" not in card["title"] for card in offered("start.next", "ben"))
    with stage():
        cast.initiative("mill").portrait = "Wir mahlen."

    assert offered("start.next", "ada")[-1]["title"] == "Laden Sie jemanden ein"


def test_an_old_invitation_is_asked_about(offered, stage):
    from datetime import timedelta

    from neighbour.db import now

    with stage():
        cast.initiative("mill").portrait = "Wir mahlen."
        invitation(invite()).invited_at = now() - timedelta(days=9)

    assert "Heinz Berg" in offered("start.next", "ada")[-1]["lines"][0]


def test_several_old_invitations_are_counted(offered, stage):
    from datetime import timedelta

    from neighbour.db import now

    with stage():
        cast.initiative("mill").portrait = "Wir mahlen."
        for name in ("Heinz", "Anni"):
            invitation(invite(name=name)).invited_at = now() - timedelta(days=9)

    assert "2 Einladungen sind noch offen" in offered("start.next", "ada")[-1]["lines"][0]


def test_the_note_begins_with_the_short_name_and_says_whom_to_call(sign_in, stage):
    with stage() as people:
        people.eva.phone = "0221 4710-100"

    page = sign_in("ben").get("/join/welcome").text

    note = page[page.index('<article class="slip') :]
    assert note.index('slip__name" translate="no">ben<') < note.index("<dl")
    assert "Eva, <strong>0221 4710-100</strong>" in note
