"""A slip from the desk lets somebody in who cannot get in, and nobody prints one to act as the lead."""

import re

import pytest
from sqlalchemy import select

from neighbour.accounts.models import SignInLink
from neighbour.audit import LogLine
from neighbour.db import db


def links() -> list[SignInLink]:
    return db.session.scalars(select(SignInLink)).unique().all()


def test_a_printed_slip_signs_its_person_in_once(sign_in, stage, at, app):
    browser, ben = sign_in("eva"), at("ben")
    assert "Anmeldezettel drucken" in browser.get(ben).text

    page = browser.post(f"{ben}/slip")

    assert page.status_code == 200 and page.headers["Cache-Control"] == "no-store"
    assert "@ben" in page.text and "<svg" in page.text and "Gilt einmal, bis" in page.text
    path = re.search(r"(/sign-in/link/[\w-]+)<", page.text)[1]
    elsewhere = app.test_client()
    assert "Ben" in elsewhere.get(path).text
    assert elsewhere.post(path, data={"owner": "mine"}).status_code == 303
    assert app.test_client().post(path, data={"owner": "mine"}).status_code == 404
    with stage() as people:
        line = db.session.scalars(select(LogLine).where(LogLine.act == "accounts.sign_in_slip")).one()
        assert (line.sentence, line.actor_id, line.subject_id) == ("Ben", people.eva.id, people.ben.id)


@pytest.mark.parametrize(("who", "whom"), [("eva", "lea"), ("eva", "eva"), ("lea", "lea"), ("eva", "otto")])
def test_nobody_prints_a_slip_to_become_more_than_they_are(sign_in, stage, at, who, whom):
    browser = sign_in(who)

    assert "Anmeldezettel drucken" not in browser.get(at(whom)).text
    assert browser.post(f"{at(whom)}/slip").status_code == 403
    with stage():
        assert links() == []


def test_a_slip_for_the_team_is_the_leads_and_none_is_for_an_ended_account(sign_in, stage, at):
    lea = sign_in("lea")

    assert lea.post(f"{at('eva')}/slip").status_code == 200
    lea.post(f"{at('ben')}/end")
    assert lea.post(f"{at('ben')}/slip").status_code == 403
    assert sign_in("ada").post(f"{at('cem')}/slip").status_code == 404
    with stage():
        assert len(links()) == 1


def test_the_number_of_a_person_can_be_called(sign_in, stage, at):
    with stage() as people:
        people.ben.phone = "0221 4710-2"

    assert 'href="tel:022147102"' in sign_in("eva").get(at("ben")).text
