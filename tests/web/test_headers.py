"""Every answer says what a browser may do with it; every cookie stays with us."""

import dataclasses
from http.cookies import SimpleCookie

import pytest

from neighbour import create_app
from neighbour.config import Config
from neighbour.db import db
from neighbour.web.headers import HEADERS
from tests.architecture.addresses import both_methods, filled
from tests.architecture.pages import require_none
from tests.cast import PASSWORD

FILES = ("/static/css/app.css", "/static/icons.svg", "/static/icons/icon-192.png", "/static/nothing.css")
SIGN_IN = {"email": "ada@example.org", "password": PASSWORD, "device": "mine"}


def lacking(answer) -> list[str]:
    return [name for name, words in HEADERS.items() if answer.headers.get(name) != words]


@pytest.mark.parametrize("handle", ["visitor", "ada", "eva"])
def test_every_answer_of_a_view_has_them(app, visitor, sign_in, handle):
    browser = visitor if handle == "visitor" else sign_in(handle)
    wrong = []
    for method, rule in both_methods(app):
        answer = browser.open(filled(rule), method=method)
        wrong += [f"{method} {rule} answers {answer.status_code} without {name}" for name in lacking(answer)]
        wrong += [f"{method} {rule} does not say X-Neighbour"] * ("X-Neighbour" not in answer.headers)

    require_none(wrong)


@pytest.mark.parametrize(
    ("status", "method", "address", "headers"),
    [
        (404, "GET", "/nowhere", {}),
        (405, "POST", "/livez", {}),
        (403, "POST", "/sign-in", {"Origin": "https://elsewhere.example"}),
        (400, "POST", "/sign-in", {"Content-Digest": "sha-256=:AAAA:"}),
        (500, "POST", "/probe/break", {}),
        (200, "GET", "/livez", {}),
        (303, "GET", "/", {}),
    ],
)
def test_every_kind_of_answer_has_them(visitor, status, method, address, headers):
    answer = visitor.open(address, method=method, headers=headers)

    assert (answer.status_code, lacking(answer)) == (status, [])


@pytest.mark.parametrize("address", FILES)
def test_a_file_has_them(visitor, address):
    assert lacking(visitor.get(address)) == []


def test_no_policy_allows_what_is_not_ours():
    policy = HEADERS["Content-Security-Policy"]

    assert "unsafe" not in policy
    assert "*" not in policy
    assert "http" not in policy
    assert policy.startswith("default-src 'none'")


def cookies_of(answer) -> list[SimpleCookie]:
    return [SimpleCookie(line) for line in answer.headers.getlist("Set-Cookie")]


def answers_with_cookies(browser) -> list:
    requests = [
        ("GET", "/me", None),
        ("POST", "/sign-in", SIGN_IN),
        ("GET", "/language/en?back=/menu", None),
        ("POST", "/sign-out", None),
    ]
    return [browser.open(address, method=method, data=form) for method, address, form in requests]


def test_every_cookie_is_sent_by_our_pages_only_and_not_read_by_scripts(visitor):
    cookies = [cookie for answer in answers_with_cookies(visitor) for cookie in cookies_of(answer)]

    assert {name for cookie in cookies for name in cookie} == {"neighbour", "language"}
    for cookie in cookies:
        for name, morsel in cookie.items():
            assert (name, morsel["samesite"], morsel["httponly"], morsel["path"]) == (name, "Lax", True, "/")


def test_every_view_that_sets_a_cookie_sets_it_so(app, visitor, sign_in):
    wrong = []
    for method, rule in both_methods(app):
        for browser in (visitor, sign_in("ada")):
            for cookie in cookies_of(browser.open(filled(rule), method=method)):
                wrong += [
                    str(cookie) for morsel in cookie.values() if morsel["samesite"] != "Lax" or not morsel["httponly"]
                ]

    require_none(wrong)


@pytest.fixture
def secure(app):
    """The same installation behind an address that begins with https."""
    settings = {field.name: app.config[field.name] for field in dataclasses.fields(Config)}
    secure = create_app(Config(**{**settings, "PUBLIC_URL": "https://neighbour.example"}))
    secure.test_client_class = app.test_client_class
    yield secure.test_client()
    with secure.app_context():
        db.engine.dispose()


def test_on_https_every_cookie_stays_on_https(secure):
    cookies = [
        morsel for answer in answers_with_cookies(secure) for cookie in cookies_of(answer) for morsel in cookie.values()
    ]

    assert len(cookies) >= 3
    assert [morsel.key for morsel in cookies if not morsel["secure"]] == []
