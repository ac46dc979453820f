"""The inbox, and the number in the title."""

import re
from datetime import timedelta

import pytest

from neighbour.db import db, now, uuid7
from neighbour.notifications import Notification
from tests.architecture.queries import counted

INBOX = "/me/notifications"
GONE = "Das gibt es nicht mehr, oder Sie gehören nicht mehr dazu."


def titles(page: str) -> list[str]:
    return re.findall(r'row__title"(?: href="[^"]+")?>([^<]+)<', page.partition("<main")[2])


@pytest.fixture
def many(stage, kite):
    """`many("ada", 30)` are thirty kites, the highest number the newest; those in `read` were read."""

    def flown(handle: str, number: int, *, read=()) -> None:
        with stage() as people:
            person, present = getattr(people, handle), now()
            for each in range(number):
                row = Notification(recipient_id=person.id, kind="kite_flew", subject_kind="kite", subject_id=uuid7())
                row.at, row.href, row.words = present - timedelta(hours=number - each), "/forum", {"name": f"K{each}"}
                row.read_at = present if each in read else None
                db.session.add(row)

    return flown


def test_what_is_new_comes_before_what_was_read(sign_in, many):
    many("ada", 4, read=(1, 3))

    page = sign_in("ada").get(INBOX).text

    assert [title.split()[0] for title in titles(page)] == ["K2", "K0", "K3", "K1"]
    assert page.index("Neu</h2>") < page.index("K2") < page.index("Schon gelesen") < page.index("K3")


def test_an_empty_inbox_says_so(sign_in):
    page = sign_in("ada").get(INBOX).text

    assert "Nichts Neues." in page
    assert "Alle gelesen" not in page


def test_it_goes_on_by_key_through_unread_and_read(sign_in, many):
    many("ada", 50, read=range(25, 50))
    ada, address, seen = sign_in("ada"), INBOX, []

    while address:
        page = ada.get(address).text
        seen += [title.split()[0] for title in titles(page)]
        older = re.search(r'href="(/me/notifications\?before=[^"]+)"', page)
        address = older and older[1]

    assert seen == [f"K{number}" for number in [*range(24, -1, -1), *range(49, 24, -1)]]


@pytest.mark.parametrize("key", ["x", "u-1", "u-99999999999999999999-0", "r--", "u-1e9-zz", "%00", "r-1-" + "0" * 32])
def test_no_key_brings_it_down(sign_in, many, key):
    many("ada", 1)

    assert sign_in("ada").get(f"{INBOX}?before={key}").status_code == 200


def test_nobody_sees_what_another_was_told(sign_in, tell, visitor):
    """Without the recipient in the question everybody would read Ada's."""
    tell("ada", name="Secret")

    assert "Secret" in sign_in("ada").get(INBOX).text
    for somebody in ("ben", "eva", "lea", "otto"):
        assert "Secret" not in sign_in(somebody).get(INBOX).text + sign_in(somebody).get("/").text
    assert visitor.get(INBOX).status_code == 303


def test_all_are_read_at_once_but_only_one_s_own(sign_in, tell, rows_of):
    tell("ada", "ben")
    ada = sign_in("ada")

    assert ada.post(f"{INBOX}/reading", data=form_of(ada)).status_code == 303

    assert [is_read for *_, is_read in rows_of("ada")] == [True]
    assert [is_read for *_, is_read in rows_of("ben")] == [False]


def form_of(browser) -> dict:
    return {"until": re.search(r'name="until" value="(\d+)"', browser.get(INBOX).text)[1]}


def test_what_came_after_the_page_was_made_stays_unread(sign_in, tell, rows_of):
    tell("ada", name="First")
    ada = sign_in("ada")
    form = form_of(ada)
    tell("ada", id=uuid7(), name="Second")

    ada.post(f"{INBOX}/reading", data=form)

    assert [(words["name"], is_read) for words, _, is_read in rows_of("ada")] == [("First", True), ("Second", False)]


@pytest.mark.parametrize("until", ["", "x", "9" * 5000, "-1e9", "\x00"])
def test_a_wrong_moment_is_no_moment(sign_in, tell, until):
    tell("ada")

    assert sign_in("ada").post(f"{INBOX}/reading", data={"until": until}).status_code == 303


def test_the_title_and_the_menu_say_how_much_is_new(sign_in, tell, title_of):
    ada = sign_in("ada")
    assert title_of(ada) == "Menü · Neighbour"

    tell("ada")
    tell("ada", id=uuid7())

    assert title_of(ada) == "(2) Menü · Neighbour"
    assert re.search(r'class="unread" href="/me/notifications">.*2 neu<', ada.get("/menu").text)
    assert title_of(ada, "/nowhere") == "(2) Nicht gefunden · Neighbour"


def test_very_many_are_not_counted(sign_in, many, title_of):
    many("ada", 120)

    assert title_of(sign_in("ada")) == "(99+) Menü · Neighbour"


def test_a_page_that_says_sorry_does_not_fail_for_its_title(sign_in, stage):
    ada = sign_in("ada")
    with stage():
        Notification.__table__.drop(db.session.connection())

    page = ada.get("/nowhere")

    assert page.status_code == 404
    assert "<title>Nicht gefunden" in page.text


def test_what_is_gone_is_shown_without_its_words_and_leads_nowhere(sign_in, tell, kite):
    tell("ada", name="Secret")
    ada = sign_in("ada")
    assert "Secret flew" in ada.get(INBOX).text

    kite.hidden.add(kite.id)

    page = ada.get(INBOX).text
    assert GONE in page
    assert "Secret" not in page + ada.get("/").text
    assert titles(page) == [GONE]


def test_a_kind_that_nobody_knows_any_more_is_gone_too(sign_in, tell, stage):
    tell("ada", name="Secret")
    with stage():
        db.session.query(Notification).update({"kind": "of_an_older_house"})

    assert GONE in sign_in("ada").get(INBOX).text


def test_members_words_cannot_run(sign_in, tell):
    tell("ada", name="<script>alert(1)</script>")

    page = sign_in("ada").get(INBOX).text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def test_many_cost_as_many_queries_as_few(app, sign_in, many):
    ada = sign_in("ada")
    spent = []
    for number in (2, 40):
        many("ada", number)
        ada.get(INBOX)
        for address in (INBOX, "/", "/menu"):
            with counted(app) as statements:
                ada.get(address)
            spent.append(len(statements))

    assert spent[3:] == spent[:3]
