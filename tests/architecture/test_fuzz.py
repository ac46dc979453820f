"""Whatever arrives in a form, the house answers with a sentence and stands."""

import io
import random

import pytest

from tests.architecture.addresses import NOWHERE, filled, rules
from tests.architecture.crawling import Crawl
from tests.architecture.pages import require_none

INVISIBLE = "\x00\x07\x1b\u202e\ufeff\u2066 unsichtbar \x7f"
WRONG = ("-1", "NaN", "1e999", "2026-02-30", "25:61", "true", "[]", "{}", "../../etc/passwd", "%s%n", "' OR 1=1 --")
USUAL = (
    "title",
    "body",
    "name",
    "email",
    "operation_id",
    "version",
    "reason",
    "id",
    "file",
    "photo",
    "back",
)
UNTOUCHED = {"account"}  # somebody else's form is refused before it is read
FORM = "application/x-www-form-urlencoded"
SEED = 20261122


def bodies(names: list[str], dice: random.Random) -> list[dict]:
    """What a request may carry instead of what the form asks for."""
    broken = b"\x89PNG\r\n\x1a\n" + dice.randbytes(40)
    return [
        {"data": {}},
        {"data": {name: dice.choice(("ä" * 300, "ä" * 300, "ä" * 300, "x" * 30_000)) for name in names}},
        {"data": dict.fromkeys(names, INVISIBLE)},
        {"data": {name: dice.choice(WRONG) for name in names}},
        {"data": {name: [str(NOWHERE), "x", ""] for name in names}},
        {"data": {name: (io.BytesIO(broken), "bild.png") for name in names}, "content_type": "multipart/form-data"},
        {"data": "&".join(f"{name}=%FF%FE%00%ED%A0%80" for name in names).encode(), "content_type": FORM},
        {"data": b'{"title": ["x", {"y": null}]}', "content_type": "application/json"},
        {"data": b"--b\r\nContent-Disposition: form-data; name=", "content_type": "multipart/form-data; boundary=b"},
        {"data": b"x" * 50, "content_type": "text/plain; charset=utf-99"},
    ]


def targets(app, walk: Crawl) -> list[tuple[str, list[str]]]:
    """Every address that takes a form: as pages name it, else with ids of nothing."""
    reached = {endpoint: way for (endpoint, _names), way in walk.forms.items()}
    found = [(address, [name for name, *_ in form.fields]) for address, form in reached.values()]
    found += [(filled(rule), []) for rule in rules(app, "POST") if rule.endpoint not in reached]
    return [(address, sorted({*names, *USUAL} - UNTOUCHED)) for address, names in found if address != "/sign-out"]


@pytest.mark.parametrize("handle", ["visitor", "ada", "eva"])
def test_no_form_brings_the_house_down(furnished, browser_of, crawl, handle):
    dice = random.Random(SEED)
    browser = browser_of(handle)
    wrong = []
    for address, names in targets(furnished, crawl(handle)):
        for number, body in enumerate(bodies(names, dice)):
            answer = send(browser, address, body, dice)
            if answer.status_code == 401 and handle == "visitor":
                break
            if answer.status_code == 401:
                browser = browser_of(handle)  # something in a form ended the visit, as it may
                answer = send(browser, address, body, dice)
            if answer.status_code >= 500:
                wrong.append(f"POST {address} with body {number} answers {answer.status_code}")

    require_none(wrong)


def send(browser, address: str, body: dict, dice: random.Random):
    """As a page sends it, or as a script does."""
    if dice.random() < 0.3:
        return browser.script("POST", address, **body)
    return browser.open(address, method="POST", **body)


@pytest.mark.parametrize("handle", ["visitor", "ada", "eva"])
def test_no_question_in_an_address_brings_it_down(browser_of, crawl, handle):
    browser, walk = browser_of(handle), crawl(handle)
    names = sorted(
        {name for visit in walk.visits for name in asked_in(visit.address)} | {"q", "before", "after", "page"}
    )
    wrong = []
    for path in one_of_each_kind(walk):
        for words in ("%00", "%FF%FE", "x" * 3000, str(NOWHERE), "-1", "%E2%80%AE", "%25_%5C", "1e999"):
            address = path + "?" + "&".join(f"{name}={words}" for name in names)
            status = browser.get(address).status_code
            wrong += [f"{path} asked for {words[:20]} answers {status}"] * (status >= 500)

    require_none(wrong)


def one_of_each_kind(walk: Crawl) -> list[str]:
    paths = {visit.address.partition("?")[0] for visit in walk.visits}
    return sorted({walk.endpoint(path, "GET"): path for path in paths}.values())


def asked_in(address: str) -> list[str]:
    return [pair.partition("=")[0] for pair in address.partition("?")[2].split("&") if pair]
