"""Who sees an upload: whoever sees what it belongs to, and nobody else."""

from uuid import uuid4

import pytest

from neighbour import uploads
from tests.uploads import documents, pictures


@pytest.fixture
def added(stage):
    """`added("person", "ada")` is the address of a photo that belongs to Ada and was sent by her."""

    def add(kind: str, handle: str, owner_id=None, octets=None) -> str:
        with stage() as people:
            person = getattr(people, handle)
            owner = person.id if kind == "person" else owner_id
            prepared = uploads.prepare("a.jpg", octets or pictures.jpeg())
            [upload] = uploads.attach([prepared], kind, owner, by=person, alt="A mill")
            return f"/uploads/{upload.id}/{upload.name}"

    return add


@pytest.fixture
def guard(app):
    """Registers a guard for one test."""
    guards = app.extensions["upload_guards"]
    before = dict(guards)
    yield lambda kind, sees: uploads.guard(app, kind, sees)
    guards.clear()
    guards.update(before)


def small(address: str) -> str:
    return address.rpartition("/")[0] + "/small"


def statuses(browser, address: str) -> list[int]:
    return [browser.get(one).status_code for one in (address, small(address))]


def test_a_persons_photo_is_seen_by_who_reads_content_and_not_by_the_operator(added, sign_in):
    address = added("person", "ada")

    assert statuses(sign_in("cem"), address) == [200, 200]
    assert statuses(sign_in("otto"), address) == [404, 404]


def test_the_operator_sees_their_own_photo(added, sign_in):
    assert statuses(sign_in("otto"), added("person", "otto")) == [200, 200]


def test_a_visitor_is_asked_to_sign_in_whether_or_not_there_is_such_an_upload(added, visitor):
    for address in (added("person", "ada"), f"/uploads/{uuid4()}/a.jpg"):
        answer = visitor.get(address)
        assert (answer.status_code, answer.headers["Location"]) == (303, "/sign-in")


def test_the_guard_of_its_kind_decides(added, guard, sign_in, visitor):
    shelf = uuid4()
    guard("shelf", lambda viewer, owner_id: owner_id == shelf and viewer.name == "Ben")
    address, other = added("shelf", "ada", shelf), added("shelf", "ada", uuid4())

    assert statuses(sign_in("ben"), address) == [200, 200]
    assert statuses(sign_in("ben"), other) == [404, 404]
    assert statuses(sign_in("ada"), address) == [404, 404]
    assert visitor.get(address).status_code == 303


def test_what_everybody_may_see_needs_no_sign_in(added, guard, visitor):
    guard("press", lambda _viewer, _owner_id: True)

    assert statuses(visitor, added("press", "ada", uuid4())) == [200, 200]


def test_a_kind_without_a_guard_is_seen_by_nobody(added, sign_in):
    address = added("unheard-of", "ada", uuid4())

    assert statuses(sign_in("ada"), address) == [404, 404]
    assert statuses(sign_in("lea"), address) == [404, 404]


def test_what_belongs_to_nothing_yet_is_seen_by_who_sent_it(added, sign_in):
    address = added("", "ada")

    assert statuses(sign_in("ada"), address) == [200, 200]
    assert statuses(sign_in("lea"), address) == [404, 404]


def test_other_names_and_ids_lead_nowhere(added, sign_in):
    address, ben = added("person", "ada"), sign_in("ben")

    wrong = [address + "x", f"/uploads/{uuid4()}/a.jpg", "/uploads/1/a.jpg", "/uploads/../a.jpg", "/uploads/x/small"]
    for one in wrong:
        assert ben.get(one).status_code == 404, one


def test_a_file_has_no_small_version(added, sign_in):
    assert statuses(sign_in("ben"), added("person", "ada", octets=documents.PDF)) == [200, 404]


def test_an_own_device_keeps_it_and_a_shared_one_does_not(added, app, sign_in):
    address, shared = added("person", "ada"), app.test_client()
    form = {"email": "ben@example.org", "password": "a good long password", "device": "shared"}
    assert shared.post("/sign-in", data=form).status_code == 303

    own = sign_in("ben").get(address)

    assert own.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert shared.get(address).headers["Cache-Control"] == "no-store"


def test_what_the_device_has_is_not_sent_again(added, sign_in):
    address, ben = added("person", "ada"), sign_in("ben")
    tag = ben.get(address).headers["ETag"]

    again = ben.get(address, headers={"If-None-Match": tag})

    assert (again.status_code, again.data) == (304, b"")
    assert ben.get(small(address), headers={"If-None-Match": tag}).status_code == 200


def test_a_photo_is_shown_in_its_place_and_nothing_runs_in_it(added, sign_in):
    answer = sign_in("ben").get(added("person", "ada"))

    assert answer.headers["Content-Disposition"].startswith("inline")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
