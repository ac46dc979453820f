"""A right taken away takes its pages out of the pack; a pack never holds more than its viewer may see."""

from neighbour.db import db
from neighbour.initiatives import Membership
from tests.cast import PASSWORD, person
from tests.pwa.asking import lines, names, urls


def test_who_only_runs_the_machine_takes_along_the_frame(house, sign_in):
    assert names(sign_in("otto")) == ["basic"]


def test_a_visitor_gets_nothing(house, visitor):
    for address in ("/sync/packs", "/sync/packs/tools", "/sync/packs/tools/pages"):
        assert visitor.script("GET", address).status_code == 401


def test_who_left_an_initiative_has_no_room_of_it(house, sign_in, stage):
    ben = sign_in("ben")
    topic, quiet = f"/forum/topics/{house.own.id}", f"/needs/{house.quiet}"
    assert "room-mill" in names(ben) and topic in urls(ben, "room-mill") and quiet in urls(ben, "needs")

    with stage():
        db.session.delete(db.session.query(Membership).filter_by(user_id=person("ben").id).one())

    assert "room-mill" not in names(ben)
    assert ben.get("/sync/packs/room-mill").status_code == 404
    assert quiet not in urls(ben, "needs")


def test_what_moved_away_is_not_named_any_more(house, sign_in, stage):
    cem, address = sign_in("cem"), f"/forum/topics/{house.noise.id}"
    assert address in urls(cem, "room-hall")

    sign_in("eva").post(f"{address}/move", data={"room": "mill"})

    assert address not in urls(cem, "room-hall")


def test_a_role_taken_away_takes_its_rooms_along(house, sign_in, stage):
    eva = sign_in("eva")
    assert "room-team" in names(eva)

    with stage():
        person("eva").roles = []

    assert "room-team" not in names(eva) and "room-mill" not in names(eva)


def test_taking_along_reads_nothing(house, sign_in, stage):
    """What somebody takes along they have not read."""
    ben = sign_in("ben")
    for name in names(ben):
        lines(ben, name)

    assert "neu" in ben.get("/forum/rooms/hall").text


def test_a_number_left_on_the_telephone_is_not_taken_along(house, sign_in):
    eva, cem = sign_in("eva"), sign_in("cem")
    told = {"initiative": "mill", "title": "Told", "difficulty": "Slow", "unknown": "y", "told_phone": "0221 4711"}
    address = eva.post("/needs", data={**told, "told_by": "Otto", "share": "y"}).headers["Location"].partition("#")[0]

    assert address not in urls(eva, "needs")
    assert all("4711" not in line.get("main", "") for name in names(cem) for line in lines(cem, name))


def test_a_shared_telephone_keeps_nothing(app, house):
    browser = app.test_client()
    browser.post("/sign-in", data={"email": "ada@example.org", "password": PASSWORD, "device": "shared"})

    assert browser.get("/sync/packs").headers["Cache-Control"] == "no-store"
