"""What is true of every address, whoever writes the next one."""

import pytest
from flask import Request
from werkzeug.exceptions import HTTPException, NotFound
from werkzeug.test import create_environ

from neighbour.web.public import is_public
from tests.architecture.addresses import MALFORMED, both_methods, filled, rules, takes_words
from tests.architecture.pages import require_none
from tests.cast import PEOPLE

# Nothing here shows what somebody wrote, except `uploads.*`, which ask for each file whom it is for.
PUBLIC = {
    "accounts.create_link",
    "accounts.create_look",
    "accounts.create_sign_in",
    "accounts.create_sign_out",
    "accounts.link",
    "accounts.new_link",
    "accounts.sign_in",
    "accounts.sign_out",
    "accounts.use_link",
    "events.cancel_guest_registration",
    "events.cancel_slip",
    "events.create_guest_registration",
    "events.forget_browser",
    "events.guest",
    "events.guest_calendar",
    "events.new_guest_cancellation",
    "events.new_slip_cancellation",
    "events.slip",
    "initiatives.create_join",
    "initiatives.find_join",
    "initiatives.join",
    "initiatives.new_join",
    "language.language",
    "navigation.menu",
    "outbox.key",
    "outbox.outbox",
    "outbox.ping",
    "outbox.receipts",
    "pages.accessibility",
    "pages.imprint",
    "pages.plain_language",
    "pages.privacy",
    "pages.questions",
    "pwa.manifest",
    "shell.shell",
    "start.livez",
    "start.readyz",
    "uploads.small",
    "uploads.upload",
    "worker.script",
}
# Any words are answered: a language is chosen or not, an invitation is looked for on the page that follows.
NAMES_NOTHING = {"language.language", "initiatives.join_with_account"}
SCRIPT = {"HX-Request": "true", "HX-Request-Type": "partial"}
ELSEWHERE = {"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}


@pytest.fixture
def plain(app):
    """A client that says of its writes only what it is told to say."""
    return app.test_client_class.__bases__[0]


def test_the_public_addresses_are_these(app):
    open_to_all = {rule.endpoint for rule in rules(app) if is_public(app.view_functions[rule.endpoint])}

    assert open_to_all == PUBLIC


def test_every_other_address_asks_a_visitor_to_sign_in(app, visitor):
    wrong = []
    for method, rule in both_methods(app):
        if rule.endpoint in PUBLIC:
            continue
        page = visitor.open(filled(rule), method=method)
        part = visitor.script(method, filled(rule))
        wanted = (303, "/sign-in", 401) if method == "GET" else (401, None, 401)
        if (page.status_code, page.headers.get("Location"), part.status_code) != wanted:
            wrong.append(f"{method} {rule} answers {page.status_code} as a page, {part.status_code} as a part")

    require_none(wrong)


@pytest.mark.parametrize("handle", ["visitor", *PEOPLE])
def test_every_write_refuses_another_site(app, visitor, sign_in, plain, handle):
    browser = visitor if handle == "visitor" else sign_in(handle)
    wrong = []
    for rule in rules(app, "POST"):
        for headers in (ELSEWHERE, {**ELSEWHERE, **SCRIPT}, {}):
            answer = plain.open(browser, filled(rule), method="POST", data={"title": "forged"}, headers=headers)
            if answer.status_code != 403:
                wrong.append(f"POST {rule} from elsewhere answers {answer.status_code}")

    require_none(wrong)


@pytest.mark.parametrize("handle", ["visitor", "ada", "eva", "otto"])
def test_what_does_not_exist_is_not_found(app, visitor, sign_in, handle):
    browser = visitor if handle == "visitor" else sign_in(handle)
    wrong = []
    for method, rule in both_methods(app):
        if (
            not takes_words(rule)
            or rule.endpoint in NAMES_NOTHING
            or (handle == "visitor" and rule.endpoint not in PUBLIC)
        ):
            continue
        for address in worth_opening(app, method, rule):
            status = browser.open(address, method=method).status_code
            if status != 404 and not is_stopped_before(status, rule.endpoint, handle):
                wrong.append(f"{method} {address[:90]} answers {status}")

    require_none(wrong)


def worth_opening(app, method: str, rule) -> list[str]:
    """All that lead to a view, and one of those that lead to none: nothing but the map of addresses looks at these."""
    addresses = [filled(rule, words) for words in (None, *MALFORMED)]
    astray = [address for address in addresses if not leads_to_a_view(app, method, address)]
    return [address for address in addresses if address not in astray[1:]]


def leads_to_a_view(app, method: str, address: str) -> bool:
    try:
        app.create_url_adapter(Request(create_environ(address, method=method))).match()
    except NotFound:
        return False
    except HTTPException:
        return True
    return True


def is_stopped_before(status: int, endpoint: str, handle: str) -> bool:
    """Some answer before they look: asked too often; only for the team; a visitor may sign in and then see the file."""
    if endpoint.startswith("uploads.") and handle == "visitor":
        return status == 303
    return status == 429 or (status == 403 and handle in ("ada", "otto"))


def test_addresses_of_nothing_are_not_found(app, sign_in):
    browser = sign_in("eva")
    answers = {words: browser.get(f"/{words}").status_code for words in MALFORMED}

    assert set(answers.values()) == {404}
