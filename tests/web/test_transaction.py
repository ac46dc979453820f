"""One transaction around the view of a write, and nothing that is slow inside it."""

import threading

import pytest

from neighbour.web.transaction import LOCK
from tests import probes


def test_a_get_cannot_write(visitor, stage):
    answer = visitor.get("/probe/write")

    assert answer.status_code == 500
    with stage():
        assert probes.notes() == []


def test_a_success_is_kept(sign_in, stage):
    sign_in("ada").post("/probe/keep", data={"words": "kept"})

    with stage():
        assert probes.notes() == ["kept"]


@pytest.mark.parametrize(("address", "status"), [("refuse", 422), ("raise", 403), ("break", 500)])
def test_what_is_not_a_success_leaves_nothing_of_the_view(visitor, stage, address, status):
    answer = visitor.post(f"/probe/{address}")

    assert answer.status_code == status
    with stage():
        assert not {"refused", "raised", "broken"} & set(probes.notes())


def test_what_must_survive_a_refusal_a_failure_or_a_get_does(visitor, stage):
    visitor.post("/probe/refuse")
    visitor.post("/probe/break")
    visitor.get("/probe/remember")

    with stage():
        assert probes.notes() == ["remembered beside a failure", "remembered beside a refusal", "remembered in a GET"]


def test_a_slow_preparation_does_not_hold_the_lock(app, sign_in, stage):
    """Removing @preparing, or taking the lock before it, makes this fail."""
    probes.HOLD.clear()
    ada = sign_in("ada")
    slow = threading.Thread(target=lambda: app.test_client().post("/probe/slow"))
    slow.start()

    try:
        assert not LOCK.locked()
        assert ada.post("/probe/keep", data={"words": "meanwhile"}).status_code == 200
        with stage():
            assert probes.notes() == ["meanwhile"]
    finally:
        probes.HOLD.set()
        slow.join()
    with stage():
        assert probes.notes() == ["meanwhile", "slow"]


def test_writes_at_the_same_moment_are_all_kept(sign_in, stage):
    browsers = [sign_in(handle) for handle in ("ada", "ben", "cem", "eva")]

    def write_five(browser, name):
        for number in range(5):
            assert browser.post("/probe/keep", data={"words": f"{name}{number}"}).status_code == 200

    threads = [threading.Thread(target=write_five, args=(browser, name)) for name, browser in enumerate(browsers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with stage():
        assert probes.notes() == sorted(f"{name}{number}" for name in range(4) for number in range(5))
