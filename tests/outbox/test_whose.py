"""Nothing is ever sent as somebody else."""

import pytest

from neighbour.db import uuid7
from tests import probes
from tests.outbox.device import account_of, send

KEEP = "/probe/keep"


@pytest.fixture
def kept(stage):
    """The words that were kept."""

    def notes() -> list[str]:
        with stage():
            return probes.notes()

    return notes


def test_a_device_sends_for_the_account_that_is_signed_in(sign_in, kept):
    ada = sign_in("ada")

    assert send(ada, KEEP, account=account_of(ada), words="mine").status_code == 200
    assert kept() == ["mine"]


def test_for_another_account_nothing_is_done_and_it_is_said_who_is_here(sign_in, kept):
    ada, ben, operation = sign_in("ada"), sign_in("ben"), uuid7()

    answer = send(ben, KEEP, operation, account=account_of(ada), words="Ada's")

    assert (answer.status_code, answer.headers["X-Account"]) == (409, account_of(ben))
    assert (answer.json["operation_id"], kept()) == (str(operation), [])
    assert "anderes Konto" in answer.json["reason"]


def test_for_nobody_nothing_is_sent_by_somebody(sign_in, kept):
    assert send(sign_in("ben"), KEEP, account="", words="nobody's").status_code == 409
    assert kept() == []


def test_who_is_signed_out_is_asked_to_sign_in_also_on_public_addresses(sign_in, visitor, kept):
    account = account_of(sign_in("ada"))

    for address in (KEEP, "/probe/guest/keep"):
        answer = send(visitor, address, account=account, words="Ada's")
        assert (answer.status_code, answer.headers["X-Account"]) == (401, "")

    assert kept() == []


def test_a_visitor_sends_for_the_browser_that_they_were(app, visitor, kept):
    own, other = visitor, app.test_client()
    tag = own.get("/probe/guest").headers["X-Account"]
    other.get("/probe/guest")

    assert send(other, "/probe/guest/keep", account=tag, words="not mine").status_code == 409
    assert send(own, "/probe/guest/keep", account=tag, words="mine").status_code == 200
    assert kept() == ["mine"]


def test_a_form_from_the_page_of_another_account_is_refused_and_its_text_kept(sign_in, kept):
    ada, ben = sign_in("ada"), sign_in("ben")
    form = {"account": account_of(ada), "operation_id": str(uuid7()), "words": "What Ada wrote"}

    answer = ben.post(KEEP, data=form)

    assert (answer.status_code, kept()) == (409, [])
    assert "anderes Konto angemeldet" in answer.text and "What Ada wrote" in answer.text
    assert account_of(ada) not in answer.text


def test_a_form_from_a_page_of_before_the_sign_out_is_refused_on_public_addresses(sign_in, visitor, kept):
    form = {"account": account_of(sign_in("ada")), "words": "What Ada wrote"}

    answer = visitor.post("/probe/guest/keep", data=form)

    assert (answer.status_code, kept()) == (401, [])
    assert "What Ada wrote" in answer.text


def test_a_visitor_without_cookies_may_send_a_form(app, visitor, kept):
    form = {"account": app.test_client().get("/probe/guest").headers["X-Account"], "words": "mine"}

    assert visitor.post("/probe/guest/keep", data=form).status_code == 200
    assert kept() == ["mine"]


@pytest.mark.parametrize("address", ["/forum/topics/new", "/needs/new"])
def test_pages_say_whose_they_are_where_nothing_is_kept(sign_in, rooms, address):
    ada = sign_in("ada")

    page = ada.get(address).text

    once = page[page.rindex("<!--once-->") : page.rindex("<!--/once-->")]
    assert f'name="account" value="{account_of(ada)}"' in once and 'name="operation_id"' in once
