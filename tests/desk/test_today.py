"""What waits, in which order, and who takes it."""

from datetime import timedelta
from uuid import uuid4

from sqlalchemy import select

from neighbour.db import db, now
from neighbour.desk.models import Assignment
from neighbour.desk.waiting import Waiting
from neighbour.forum.models import Topic
from neighbour.web.slots import fill

ORDER = ("reported", "overdue", "next-week", "old", "new", "invitation")


def lay_on_the_desk(app, *things) -> None:
    fill(app, "desk.waiting", lambda viewer: list(things))


def thing(title: str, **more) -> dict:
    return {
        "title": title,
        "href": f"/desk/{title}",
        "lines": [],
        "since": now() - timedelta(days=2),
        "label": "Los",
        **more,
    }


def test_an_unanswered_question_waits_until_somebody_answers_it(sign_in, stage, question):
    browser = sign_in("eva")
    assert "Who has the key?" in browser.get("/desk").text

    browser.post(f"{question}/posts", data={"body": "I have it."})

    assert "Who has the key?" not in browser.get("/desk").text


def test_reports_and_promises_stand_first_then_what_waits_longest_then_invitations(sign_in, app):
    offers = app.extensions["slots"]["desk.waiting"]
    kept = list(offers)
    lay_on_the_desk(
        app,
        thing("new", since=now()),
        thing("old"),
        thing("next-week", due=now() + timedelta(days=7)),
        thing("overdue", due=now() - timedelta(hours=1), mine=True),
        thing("reported", since=now() - timedelta(days=3), state=("needs", "gemeldet")),
        thing("invitation", since=now() - timedelta(days=9), due=now() - timedelta(days=1), owed=False),
    )
    try:
        browser = sign_in("eva")
        text = browser.get("/desk").text
        places = [text.index(f"<strong>{title}</strong>") for title in ORDER]
        mine, due = browser.get("/desk?show=mine").text, browser.get("/desk?show=due").text
    finally:
        offers[:] = kept

    assert places == sorted(places)
    assert "6 Dinge, davon 1 in Ihren Initiativen" in text
    for page in (mine, due):
        assert "<strong>overdue</strong>" in page and "<strong>next-week</strong>" not in page


def test_a_promise_runs_out_from_the_day_before():
    words = {"title": "", "href": "", "label": "", "since": now()}

    assert Waiting(**words, due=now() + timedelta(hours=1)).runs_out
    assert not Waiting(**words, due=now() + timedelta(days=3)).runs_out
    assert not Waiting(**words).runs_out


def test_who_takes_something_is_seen_by_the_others(sign_in, stage, question):
    place = waiting_place(sign_in("eva"))
    sign_in("eva").post("/desk/assignments", data={"place": place})

    seen = sign_in("lea").get("/desk").text

    assert "<span>Eva</span>" in seen and "Stattdessen ich" in seen
    assert "<span>Sie</span>" in sign_in("eva").get("/desk").text


def test_two_who_take_the_same_do_not_both_believe_it_is_theirs(sign_in, stage, question):
    eva, lea = sign_in("eva"), sign_in("lea")
    place = waiting_place(eva)

    first = eva.post("/desk/assignments", data={"place": place})
    second = lea.post("/desk/assignments", data={"place": place})

    assert (first.status_code, second.status_code) == (303, 409)
    assert "Eva hat das eben übernommen" in second.text


def test_somebody_takes_over_on_purpose_and_only_they_give_it_back(sign_in, stage, question):
    eva, lea = sign_in("eva"), sign_in("lea")
    place = waiting_place(eva)
    eva.post("/desk/assignments", data={"place": place})
    with stage() as people:
        former = people.eva.id

    assert lea.post("/desk/assignments", data={"place": place, "instead_of": former}).status_code == 303
    with stage():
        taken = db.session.scalars(select(Assignment)).one().id
    assert eva.post(f"/desk/assignments/{taken}/return").status_code == 403
    assert lea.post(f"/desk/assignments/{taken}/return").status_code == 303
    with stage():
        assert db.session.scalars(select(Assignment)).all() == []


def test_only_what_waits_can_be_taken(sign_in, stage):
    browser = sign_in("eva")

    for place in ("/desk/nothing", "", "https://elsewhere.example/", "x" * 5000, "a\x00b"):
        assert browser.post("/desk/assignments", data={"place": place}).status_code == 404
    assert browser.post(f"/desk/assignments/{uuid4()}/return").status_code == 404
    with stage():
        assert db.session.scalars(select(Assignment)).all() == []


def test_what_waits_again_is_nobodys(sign_in, stage, question):
    browser = sign_in("eva")
    place = waiting_place(browser)
    browser.post("/desk/assignments", data={"place": place})
    with stage():
        db.session.scalars(select(Assignment)).one().taken_at = now() - timedelta(days=30)

    assert "Ich übernehme</button>" in browser.get("/desk").text


def test_more_questions_cost_no_more_queries(sign_in, stage, question, queries):
    browser = sign_in("eva")
    browser.get("/desk")
    few = queries(browser, "/desk")
    with stage() as people:
        room = db.session.scalars(select(Topic)).first().room
        for number in range(12):
            Topic.open_in(room, by=people.cem, title=f"Question {number}?", body="Who knows?")

    assert browser.get("/desk").text.count("Question") >= 12
    assert queries(browser, "/desk") == few


def test_nothing_waits_is_a_sentence_without_a_name(sign_in):
    text = sign_in("eva").get("/desk").text

    assert "Nichts wartet." in text and "Sankt Wenden" not in text


def waiting_place(browser) -> str:
    """The address of the first thing that waits, as its form names it."""
    return browser.get("/desk").text.split('name="place" value="')[1].split('"')[0]
