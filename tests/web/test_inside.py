"""A page asked for from within a request is the viewer's own, changes nothing, and leaves the request as it was."""

import pytest
from flask import g, request, session
from sqlalchemy.exc import SQLAlchemyError

from neighbour.web.inside import fragment_at


@pytest.fixture
def as_person(app, sign_in):
    """`with as_person("ada"):` is within a request of Ada's; nobody's without a name."""

    def within(handle: str = "", address: str = "/privacy"):
        cookie = f"neighbour={sign_in(handle).get_cookie('neighbour').value}" if handle else ""
        return app.test_request_context(address, headers={"Cookie": cookie})

    return within


def test_it_is_the_title_and_main_of_the_page_that_this_viewer_gets(as_person):
    with as_person("ada"):
        page = fragment_at("/menu?from=here#part")

    assert page.lstrip().startswith("<!--head--><title>") and "<html" not in page
    assert page.count("<main") == 1 and "/sign-out" in page


def test_who_is_signed_out_gets_public_pages_only(as_person):
    with as_person():
        assert "<main" in fragment_at("/privacy")
        assert fragment_at("/forum") == fragment_at("/me") == fragment_at("/menu/nowhere") == ""


@pytest.mark.parametrize(
    "address", ["/desk", "/desk/letters", "/nowhere", "/forum/topics/nothing", "/sync/ping", "/sign-out%00"]
)
def test_what_the_viewer_may_not_see_and_what_is_no_page_is_empty(as_person, address):
    with as_person("ada"):
        assert fragment_at(address) == ""


def test_the_request_goes_on_as_before(as_person):
    with as_person("ada", "/privacy?own=1"):
        g.remembered, g.word = [len], "kept"
        session["_flashes"] = [("arrived", "said later")]

        fragment_at("/me/notifications")

        assert (g.remembered, g.word, request.path, request.args["own"]) == ([len], "kept", "/privacy", "1")
        assert session["_flashes"] == [("arrived", "said later")]
        g.remembered = []


def test_nothing_is_remembered_and_nothing_written(as_person):
    with as_person("ada"):
        assert fragment_at("/probe/remember") == "read"
        assert g.remembered == []
        with pytest.raises(SQLAlchemyError):
            fragment_at("/probe/write")
