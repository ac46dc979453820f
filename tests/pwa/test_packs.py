"""The packs as a device asks for them: what there is, what has changed, the pages; only what the viewer may see."""

import pytest

from neighbour.accounts import User
from neighbour.db import db
from neighbour.forum.models import Topic
from tests.architecture.queries import counted, grow
from tests.pwa.asking import lines, manifest, names, urls


@pytest.fixture(autouse=True)
def seconds(app):
    """Time enough to measure everything at once; a test may take it away."""
    kept, app.config["PACK_SECONDS"] = app.config["PACK_SECONDS"], 60
    yield
    app.config["PACK_SECONDS"] = kept


@pytest.fixture
def ada(house, sign_in):
    return sign_in("ada")


def test_a_member_may_take_along_what_they_read(ada, house):
    offered = {part["name"]: part for part in ada.get("/sync/packs").get_json()["packs"]}

    assert list(offered)[:2] == ["basic", "tools"]
    assert {f"event-{house.soup}", f"event-{house.ball}", "room-mill", "room-hall", "needs"} <= set(offered)
    assert "room-team" not in offered
    assert {name for name, part in offered.items() if part["wanted"]} == {"basic", "tools", f"event-{house.soup}"}


def test_its_size_is_what_is_sent(ada):
    tools = next(part for part in ada.get("/sync/packs").get_json()["packs"] if part["name"] == "tools")
    answer = ada.get(f"/sync/packs/tools/pages?of={tools['etag']}&want=", headers={"Accept-Encoding": "br"})

    assert answer.headers["Content-Encoding"] == "br"
    assert tools["size"] == len(answer.data)
    assert tools["count"] == len(manifest(ada, "tools")["pages"])


def test_what_was_not_measured_yet_is_not_guessed(app, ada):
    app.config["PACK_SECONDS"] = 0
    sizes = {part["size"] for part in ada.get("/sync/packs").get_json()["packs"]}

    assert sizes == {None}


def test_asked_again_nothing_is_sent(ada):
    first, part = ada.get("/sync/packs"), ada.get("/sync/packs/tools")

    again = ada.get("/sync/packs", headers={"If-None-Match": first.headers["ETag"]})
    part_again = ada.get("/sync/packs/tools", headers={"If-None-Match": part.headers["ETag"]})

    assert [(one.status_code, one.data) for one in (again, part_again)] == [(304, b""), (304, b"")]
    assert {one.headers["Cache-Control"] for one in (first, part)} == {"private, no-cache"}


def test_another_build_makes_no_page_new(app, ada):
    before, built = manifest(ada, "tools"), app.extensions["release"]
    app.extensions["release"] = {name: f"another-{file}" for name, file in built.items()}
    try:
        assert manifest(ada, "tools") == before
    finally:
        app.extensions["release"] = built


def test_the_list_names_the_etag_of_each_part(ada):
    for part in ada.get("/sync/packs").get_json()["packs"]:
        answer = ada.get(f"/sync/packs/{part['name']}")
        assert answer.headers["ETag"].strip('"') == part["etag"] == answer.get_json()["etag"]


def test_a_page_of_the_pack_is_the_page_without_what_is_said_once(ada):
    address = urls(ada, "tools")[1]

    page = next(line for line in lines(ada, "tools") if line["url"] == address)

    assert page["head"].startswith("<title>") and "<main" in page["main"]
    assert "<!--" not in page["main"] and "operation_id" not in page["main"]
    assert page["main"].split("<h1>")[1].split("</h1>")[0] in ada.get(address).text


def test_only_wanted_pages_come(ada):
    every = urls(ada, "tools")

    assert [line["url"] for line in lines(ada, "tools", "0,2-3")] == [every[0], *every[2:4]]
    assert len(lines(ada, "tools", "0-9999999,3,x,-4")) <= len(every)


def test_of_another_manifest_nothing_is_sent(ada):
    assert ada.get("/sync/packs/tools/pages?of=other&want=0").status_code == 412
    assert ada.get("/sync/packs/tools/pages").status_code == 412


def test_what_there_is_not_is_not_found(ada):
    for name in ("nothing", "room-nothing", "event-nothing", "room-", "%00", "tools-x"):
        assert ada.get(f"/sync/packs/{name}").status_code == 404
        assert ada.get(f"/sync/packs/{name}/pages?of=x").status_code == 404


def test_pictures_and_files_of_a_workshop_come_along(ada, house, stage):
    from tests.uploads.pictures import jpeg, sent

    leek = {"place": f"event:{house.soup}", "title": "Leek", "body": "Green"}
    ada.post("/materials", data={**leek, "photos": sent("leek.jpg", jpeg()), "alt": "Leek"})

    [[url, _version, octets]] = manifest(ada, f"event-{house.soup}")["files"]

    assert url.endswith("/small") and len(ada.get(url).data) == octets


def test_every_page_of_every_part_is_there(house, sign_in):
    for handle in ("ada", "cem", "eva", "gil", "dora"):
        browser = sign_in(handle)
        gone = [line["url"] for name in names(browser) for line in lines(browser, name) if line.get("gone")]
        assert gone == [], handle


@pytest.mark.parametrize("address", ["/sync/packs", "/sync/packs/room-hall", "/sync/packs/needs", "/sync/packs/basic"])
def test_more_rows_need_no_more_questions(app, house, sign_in, stage, address):
    eva = sign_in("eva")
    app.config["PACK_SECONDS"] = 0
    few = asked(app, eva, address)
    with stage():
        assert {"Topic", "Need", "Event", "Material"} <= set(grow(20))
    many = asked(app, eva, address)

    assert many <= few


def asked(app, browser, address: str) -> int:
    browser.get(address)
    with counted(app) as statements:
        assert browser.get(address).status_code == 200
    return len(statements)


def test_the_newest_topics_of_a_room_come_first(ada, house, stage):
    with stage():
        author = db.session.query(User).filter_by(handle="ada").one()
        room = db.session.get(Topic, house.key.id).room
        for number in range(45):
            Topic.open_in(room, by=author, title=f"Topic {number}", body="…")
            db.session.flush()

    topics = [url for url in urls(ada, "room-hall") if url.startswith("/forum/topics/0")]

    assert len(topics) == 40 and f"/forum/topics/{house.key.id}" not in topics
