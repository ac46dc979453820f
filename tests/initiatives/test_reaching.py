"""How somebody outside an initiative reaches it."""

import pytest

from tests import cast


def test_everybody_outside_can_ask_an_initiative_in_the_forum(sign_in):
    page = sign_in("cem").get("/initiatives/mill").text

    assert "Frage an The Mill stellen" in page
    assert "/forum/topics/new?room=alle&amp;title=Frage+an+The+Mill" in page or "title=Frage%20an%20The%20Mill" in page
    assert "@ada" in page
    assert "Frage an The Mill stellen" not in sign_in("ben").get("/initiatives/mill").text


def test_the_coordination_releases_a_number_to_the_network(sign_in, stage):
    form = {"active": "3", "light": "none", "version": "", "contact_phone": "0221 4710-500"}

    assert sign_in("ada").post("/initiatives/mill/edit", data=form).status_code == 303

    assert 'href="tel:02214710500"' in sign_in("cem").get("/initiatives/mill").text


@pytest.mark.parametrize("handle", ["ben", "cem"])
def test_nobody_else_changes_the_number(sign_in, stage, handle):
    form = {"active": "3", "light": "none", "version": "", "contact_phone": "0221 4710-500"}

    assert sign_in(handle).post("/initiatives/mill/edit", data=form).status_code == 403

    with stage():
        assert cast.initiative("mill").contact_phone == ""
