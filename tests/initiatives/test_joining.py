"""Joining by a link or a slip."""

import pytest

from neighbour.db import now
from tests import cast
from tests.initiatives.doors import LONG, accounts, invitation, invite, typed


def test_a_slip_makes_an_account_a_member_and_signs_in(visitor, stage):
    with stage():
        code = invite()

    answer = visitor.post(f"/join/{code}", data=typed())

    assert (answer.status_code, answer.headers["Location"]) == (303, "/join/welcome")
    assert "heinz" in visitor.get("/join/welcome").text
    with stage():
        heinz = cast.person("heinz")
        assert (heinz.name, heinz.email) == ("Heinz Berg", None)
        assert [(m.initiative.slug, m.role) for m in heinz.memberships] == [("mill", "member")]
        assert invitation(code).redeemed_by_id == heinz.id


def test_without_an_address_one_signs_in_by_short_name(visitor, app, stage):
    with stage():
        code = invite()
    visitor.post(f"/join/{code}", data=typed())

    for written in ("heinz", " Heinz ", "@heinz"):
        phone = app.test_client()
        assert phone.post("/sign-in", data={"email": written, "password": LONG}).status_code == 303
        assert phone.get("/initiatives/mill").status_code == 200


def test_two_of_one_name_get_two_short_names(app, stage):
    with stage():
        codes = [invite(), invite()]

    for code in codes:
        app.test_client().post(f"/join/{code}", data=typed())

    with stage():
        assert cast.person("heinz").id != cast.person("heinz2").id


def test_opening_the_link_changes_nothing_and_says_who_invites_to_what(visitor, stage):
    with stage():
        code = invite()
        before = accounts()

    pages = [visitor.get(f"/join/{code}").text for _ in range(3)]

    assert all("The Mill" in page and "Ada" in page and "Heinz Berg" in page for page in pages)
    with stage():
        assert (accounts(), invitation(code).redeemed_at) == (before, None)


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("name", ""), ("name", "x" * 81), ("name", "a\x00b"), ("name", "a\u202eb"),
        ("email", "no address"), ("email", "a@b"), ("email", "x" * 250 + "@b.de"), ("email", "a\x00@b.de"),
        ("password", ""), ("password", "too short"), ("password", "x" * 201),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_named_and_the_rest_stays(visitor, stage, field, words):
    with stage():
        code = invite()
        before = accounts()

    answer = visitor.post(f"/join/{code}", data=typed(**{field: words}))

    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert field == "name" or "Heinz Berg" in answer.text
    assert LONG not in answer.text
    with stage():
        assert (accounts(), invitation(code).redeemed_at) == (before, None)


def test_smuggled_fields_change_nothing(visitor, stage):
    with stage() as people:
        code = invite()
        ben = people.ben.id
    smuggled = {
        "role": "lead",
        "membership_role": "coordinator",
        "initiative": "harbour",
        "id": str(ben),
        "handle": "ada",
    }

    visitor.post(f"/join/{code}", data=typed(initiative_id=str(ben), **smuggled))

    with stage():
        heinz = cast.person("heinz")
        assert heinz.role_names == frozenset()
        assert [(m.initiative.slug, m.role) for m in heinz.memberships] == [("mill", "member")]


def test_a_known_address_signs_in_first_and_keeps_the_invitation(visitor, stage):
    with stage():
        code = invite(to="harbour", by="cem", name="Gil")
        before = accounts()

    answer = visitor.post(f"/join/{code}", data=typed(email="GIL@example.org"))

    assert answer.status_code == 422
    assert "gibt es schon ein Konto" in answer.text
    signed_in = visitor.post("/sign-in", data={"email": "gil@example.org", "password": cast.PASSWORD})
    assert signed_in.headers["Location"] == f"/join/{code}"
    assert visitor.post(f"/join/{code}").headers["Location"] == "/initiatives/harbour"
    with stage() as people:
        assert accounts() == before
        assert [m.initiative.slug for m in people.gil.memberships] == ["harbour"]


def test_whoever_has_an_account_is_led_back_after_signing_in(visitor, stage):
    with stage():
        code = invite()

    assert visitor.get(f"/join/{code}/account").headers["Location"] == "/sign-in"
    answer = visitor.post("/sign-in", data={"email": "gil", "password": cast.PASSWORD})

    assert visitor.get(answer.headers["Location"]).headers["Location"] == f"/join/{code}"


def test_a_member_does_not_use_up_the_slip_of_somebody_else(sign_in, stage):
    with stage():
        code = invite()
    ben = sign_in("ben")

    assert "Sie gehören schon dazu" in ben.get(f"/join/{code}").text
    assert ben.post(f"/join/{code}").status_code == 403

    with stage():
        assert invitation(code).redeemed_at is None


def test_a_role_comes_with_the_invitation_of_the_lead(visitor, stage):
    with stage():
        code = invite(by="lea", to=None, name="Prof. Okafor", role="juror")

    visitor.post(f"/join/{code}", data=typed(name="Olu Okafor"))

    with stage():
        assert cast.person("olu").role_names == {"juror"}


@pytest.mark.parametrize(
    ("words", "issuer"),
    [({"to": None, "role": "lead"}, "lea"), ({"to": "mill", "membership_role": "coordinator"}, "eva")],
)
@pytest.mark.parametrize("end", ["account", "role"])
def test_who_lost_their_role_gives_it_to_nobody_by_an_invitation_from_before(visitor, stage, words, issuer, end):
    with stage() as people:
        code = invite(by=issuer, **words)
        gone = getattr(people, issuer)
        if end == "account":
            gone.ended_at = now()
        else:
            gone.roles = []

    answer = visitor.post(f"/join/{code}", data=typed())

    assert answer.status_code == 403
    with stage():
        assert invitation(code).redeemed_at is None


def test_a_plain_slip_outlives_who_printed_it(visitor, stage):
    with stage() as people:
        code = invite()
        people.ada.ended_at = now()

    assert visitor.post(f"/join/{code}", data=typed()).status_code == 303


def test_the_note_has_no_password_and_is_for_oneself(sign_in, visitor):
    assert visitor.get("/join/welcome").status_code == 303
    page = sign_in("ben").get("/join/welcome").text
    assert "ben" in page
    assert cast.PASSWORD not in page
