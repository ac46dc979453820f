"""Without an account: the link opens the page, a name is enough, and nobody learns who used it before."""

from html import unescape

import pytest
from sqlalchemy import select

from neighbour.audit import LogLine
from neighbour.db import db, now
from tests.events.registration.lists import event_at, guest_link, rows, states
from tests.outbox.device import send


@pytest.fixture
def link(stage, announce):
    address = announce(venue="Dorfhaus", bus="Linie 7, an 13:51")
    with stage():
        return guest_link(address), address


def come(browser, link: str, name: str = "Heinz B.", **words):
    browser.get(link)
    return browser.post(f"{link}/registrations", data={"name": name, **words})


def test_the_page_says_what_when_where_and_how_to_get_there(visitor, link):
    text = visitor.get(link[0]).text

    for words in ("Soup", "Dorfhaus", "Linie 7, an 13:51", "Ihr Name", "Ich komme"):
        assert words in text
    assert 'data-text="large"' in text


def test_a_name_is_enough_and_the_slip_says_the_rest(visitor, link, stage):
    answer = come(visitor, link[0])

    assert answer.status_code == 303 and answer.headers["Location"].startswith(link[0])
    text = visitor.get(link[0]).text
    with stage():
        [heinz] = rows(link[1])
        assert (heinz.name, heinz.person_id, heinz.channel) == ("Heinz B.", None, "guest")
        for words in (heinz.code, heinz.key, "Platz ist sicher", f"{link[0]}/calendar.ics", "Ich kann doch nicht"):
            assert words in text
    assert visitor.get(f"{link[0]}/calendar.ics").mimetype == "text/calendar"


def test_devices_hear_that_somebody_waits(visitor, sign_in, announce, stage):
    event = announce(places="1")
    with stage():
        link = guest_link(event)
    sign_in("ben").post(f"{event}/registrations", data={"for": "me"})

    own = send(sign_in("cem"), f"{event}/registrations", **{"for": "me"}).json["notes"]
    visitor.get(link)
    guest = send(visitor, f"{link}/registrations", name="Heinz B.").json["notes"]

    assert own == ["Sie stehen auf der Warteliste, Platz 1."]
    assert guest == ["Heinz B. steht auf der Warteliste, Platz 2."]


def test_a_forwarded_link_shows_nothing_of_who_used_it_before(app, visitor, link, stage):
    come(visitor, link[0], food="nur Haferbrei", phone="0221 4711")
    other = app.test_client()

    seen = other.get(link[0]).text
    come(other, link[0], "Heinz B.")

    assert not [words for words in ("Heinz", "Haferbrei", "4711") if words in seen]
    assert "Haferbrei" not in other.get(link[0]).text
    with stage():
        assert [row.name for row in rows(link[1])] == ["Heinz B."] * 2
        first = {"registration": str(rows(link[1])[0].id)}
    assert other.post(f"{link[0]}/cancellations", data=first).status_code == 404
    with stage():
        assert [row.state for row in rows(link[1])] == ["confirmed"] * 2


def test_the_same_name_from_the_same_browser_counts_once(visitor, link, stage):
    come(visitor, link[0])
    come(visitor, link[0], "heinz b", access="Platz vorn")
    come(visitor, link[0], "Erna B.")

    with stage():
        assert [(row.name, row.access) for row in rows(link[1])] == [("Heinz B.", "Platz vorn"), ("Erna B.", "")]


def test_one_browser_brings_no_crowd(visitor, link, stage):
    answers = [come(visitor, link[0], f"Guest {number}").status_code for number in range(12)]

    assert answers == [303] * 10 + [403] * 2
    with stage():
        assert len(rows(link[1])) == 10


def test_the_first_browser_cancels(visitor, link, stage):
    come(visitor, link[0])
    with stage():
        form = {"registration": str(rows(link[1])[0].id)}

    assert visitor.post(f"{link[0]}/cancellations", data=form, follow_redirects=True).status_code == 200
    with stage():
        assert states(link[1]) == {"Heinz B.": "cancelled"}


def test_a_browser_without_cookies_gets_the_link_of_its_slip(app, link, stage):
    plain = app.test_client(use_cookies=False)

    answer = plain.post(f"{link[0]}/registrations", data={"name": "Heinz B."})

    slip = answer.headers["Location"]
    with stage():
        assert slip == f"/events/slips/{rows(link[1])[0].key}"
    assert "Heinz B." in plain.get(slip).text
    assert "Möchten Sie wirklich absagen?" in plain.get(f"{slip}/cancellations/new").text
    assert plain.post(f"{slip}/cancellations").status_code == 303
    assert "abgemeldet" in plain.get(slip).text


def test_the_word_and_the_name_cancel_from_anywhere(app, visitor, link, stage):
    come(visitor, link[0])
    with stage():
        code = rows(link[1])[0].code
    other = app.test_client()

    for wrong in ({"name": "Heinz B.", "code": "AHORN-00"}, {"name": "Erna", "code": code}):
        answer = other.post(f"{link[0]}/cancellations", data=wrong)
        assert answer.status_code == 422 and f'value="{wrong["code"]}"' in answer.text
    assert "Quittungswort" in other.get(f"{link[0]}/cancellations").text
    said = {"name": "heinz b", "code": code.lower().replace("-", " ")}

    assert other.post(f"{link[0]}/cancellations", data=said).status_code == 303
    with stage():
        assert states(link[1]) == {"Heinz B.": "cancelled"}


@pytest.mark.parametrize("kind", ["link", "key", "word"])
def test_guessing_waits_also_for_a_right_one(visitor, link, stage, kind):
    come(visitor, link[0])
    with stage():
        [heinz] = rows(link[1])
        key, code = heinz.key, heinz.code
    tries = {
        "link": lambda word: visitor.get(f"/events/guest/{word or link[0].rpartition('/')[2]}"),
        "key": lambda word: visitor.get(f"/events/slips/{word or key}"),
        "word": lambda word: visitor.post(f"{link[0]}/cancellations", data={"name": "Heinz B.", "code": word or code}),
    }
    statuses = [tries[kind](f"wrong-{number}").status_code for number in range(6)]

    assert statuses[0] in (404, 422) and statuses[-1] == 429
    assert tries[kind]("").status_code == 429


def test_a_renewed_link_ends_the_old_one_and_no_slip(visitor, sign_in, link, stage):
    come(visitor, link[0])
    with stage():
        slip = f"/events/slips/{rows(link[1])[0].key}"

    assert sign_in("ada").post(f"{link[1]}/guest-link/renewal").status_code == 403
    assert visitor.get(link[0]).status_code == 200
    assert sign_in("eva").post(f"{link[1]}/guest-link/renewal").status_code == 303

    assert visitor.get(link[0]).status_code == 404
    assert visitor.get(slip).status_code == 200
    with stage():
        assert guest_link(link[1]) != link[0]
        assert guest_link(link[1]) not in visitor.get(slip).text
        assert db.session.scalars(select(LogLine).where(LogLine.act == "events.guest_link")).one()


def test_a_cancelled_event_says_so_and_keeps_the_name(visitor, link, stage):
    visitor.get(link[0])
    with stage():
        event_at(link[1]).cancelled_at, event_at(link[1]).cancel_reason = now(), "Der Saal hat Wasser."

    answer = visitor.post(f"{link[0]}/registrations", data={"name": "Heinz B."})

    assert answer.status_code == 403
    assert "Der Saal hat Wasser." in answer.text and 'value="Heinz B."' in answer.text
    with stage():
        assert rows(link[1]) == []


def test_without_a_name_everything_else_stays(visitor, link):
    answer = visitor.post(f"{link[0]}/registrations", data={"name": " ", "food": "keine Nüsse", "email": "heinz"})

    assert answer.status_code == 422
    assert "Bitte schreiben Sie den Namen." in answer.text and 'value="keine Nüsse"' in unescape(answer.text)


def test_whose_account_is_open_on_the_phone_does_not_come_instead(sign_in, link, stage):
    erna = sign_in("ben")

    come(erna, link[0])

    with stage() as people:
        [heinz] = rows(link[1])
        assert (heinz.name, heinz.person_id, heinz.entered_by_id) == ("Heinz B.", None, people.ben.id)
    assert "Heinz B." in erna.get(link[0]).text and "Heinz B." in erna.get(link[1]).text
