"""What a device asks the server by itself, and only about its own account."""

from base64 import b64decode

import pytest

from neighbour.db import db, uuid7
from neighbour.outbox import OutboxKey
from tests import cast
from tests.outbox.device import account_of, send


def test_ping_names_the_account_and_the_build(sign_in, visitor):
    ada = sign_in("ada")

    for browser, account in ((ada, account_of(ada)), (visitor, "")):
        answer = browser.get("/sync/ping")
        assert answer.json == {"account": account, "build": answer.headers["X-Neighbour"]}
        assert answer.headers["Cache-Control"] == "no-store" and len(answer.data) < 500


def test_receipts_say_what_has_arrived_and_where(sign_in, open_topic):
    ben, operation, unknown = sign_in("ben"), uuid7(), uuid7()
    sent = send(ben, f"{open_topic('ada')}/posts", operation, body="Here").json

    answer = ben.get(f"/sync/receipts?ids={operation},{unknown},nonsense")

    (arrived,) = answer.json["arrived"].values()
    assert list(answer.json["arrived"]) == [str(operation)]
    assert (arrived["receipt_code"], arrived["location"]) == (sent["receipt_code"], sent["location"])
    assert arrived["arrived_at"].endswith("+00:00")


def test_nobody_learns_of_the_receipts_of_others(sign_in, visitor):
    operation = uuid7()
    send(sign_in("ada"), "/probe/keep", operation, words="Ada's")

    assert sign_in("ben").get(f"/sync/receipts?ids={operation}").json == {"arrived": {}}
    assert sign_in("eva").get(f"/sync/receipts?ids={operation}").json == {"arrived": {}}
    assert visitor.get(f"/sync/receipts?ids={operation}").status_code == 401


def test_some_of_too_many_are_not_named_as_all(sign_in):
    ada = sign_in("ada")

    assert ada.get("/sync/receipts?ids=" + ",".join(str(uuid7()) for _ in range(100))).json == {"arrived": {}}
    assert ada.get("/sync/receipts?ids=" + ",".join(str(uuid7()) for _ in range(101))).status_code == 400


def test_a_question_for_another_account_is_not_answered(sign_in):
    ada, ben = sign_in("ada"), sign_in("ben")

    answer = ben.get("/sync/receipts?ids=", headers={"X-Account": account_of(ada)})

    assert (answer.status_code, answer.headers["X-Account"]) == (409, account_of(ben))


def test_the_key_is_the_same_on_every_device_and_another_for_everybody(sign_in):
    keys = [sign_in(handle).get("/sync/key") for handle in ("ada", "ada", "ben")]

    assert keys[0].json == keys[1].json != keys[2].json
    assert len(b64decode(keys[0].json["key"])) == 32
    assert {answer.headers["Cache-Control"] for answer in keys} == {"no-store"}


@pytest.mark.parametrize("address", ["/sync/key", "/sync/receipts?ids="])
def test_who_is_signed_out_gets_nothing(visitor, address):
    answer = visitor.get(address)

    assert (answer.status_code, set(answer.json), answer.headers["Cache-Control"]) == (401, {"reason"}, "no-store")
    assert len(answer.data) < 500


def test_of_two_who_ask_first_both_get_the_key_that_is_kept(stage):
    with stage():
        ada = cast.person("ada")
        OutboxKey.make(ada.id)
        first = OutboxKey.octets_of(ada)
        OutboxKey.make(ada.id)
        assert db.session.query(OutboxKey).count() == 1
        assert OutboxKey.octets_of(ada) == first
