"""The shell that a device keeps says nothing of the person, and brings what a page without a network needs."""

import pytest

from neighbour.web.headers import CONTENT_SECURITY_POLICY


@pytest.fixture
def ada(sign_in):
    return sign_in("ada")


def test_the_shell_is_the_page_without_title_and_main(ada):
    shell = ada.get("/sync/shell").get_json()

    assert "<!--head--><!--/head-->" in shell["html"] and "<!--main--><!--/main-->" in shell["html"]
    assert shell["html"].startswith("<!doctype html>") and shell["html"].endswith("</html>")
    assert shell["csp"] == CONTENT_SECURITY_POLICY
    assert shell["language"] == "de"


def test_the_shell_has_the_menu_of_whoever_asks_and_nothing_of_them(ada, visitor):
    own, nobodys = ada.get("/sync/shell").get_json(), visitor.get("/sync/shell").get_json()
    tag = ada.get("/").headers["X-Account"]

    assert 'href="/forum"' in own["html"] and 'href="/forum"' not in nobodys["html"]
    for words in ("Ada", tag, "The Mill"):
        assert words not in own["html"]
    assert "<!--once-->" not in own["html"]


def test_both_pages_without_a_network_come_with_it(ada):
    shell = ada.get("/sync/shell").get_json()

    assert "<!--list-->" in shell["here"] and "<main" in shell["here"]
    assert "Sie sind abgemeldet" in shell["left"]


def test_the_page_after_signing_out_is_nobodys(ada):
    tag = ada.get("/").headers["X-Account"]

    assert tag not in ada.get("/sync/shell").get_json()["left"]


def test_every_file_that_a_page_loads_is_named(ada):
    shell = ada.get("/sync/shell").get_json()

    assert all(address.startswith("/static/dist/") for address in shell["assets"])
    assert not [address for address in shell["assets"] if "service-worker" in address]


def test_the_same_shell_is_not_sent_twice(ada):
    first = ada.get("/sync/shell")

    again = ada.get("/sync/shell", headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.data) == (304, b"")
    assert first.headers["Cache-Control"] == "private, no-cache"
