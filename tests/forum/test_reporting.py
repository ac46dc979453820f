"""Reporting a post to the team."""

import re

import pytest

from neighbour.db import db
from neighbour.forum.models import Report


@pytest.fixture
def post(open_topic, posts_of):
    return posts_of(open_topic("ada", replies=["ben"]))[1]


def test_a_report_waits_on_the_desk_until_it_is_settled(sign_in, post, stage):
    sign_in("cem").post(f"{post}/report", data={"reason": "A phone number stands there"})

    assert "A phone number stands there" in sign_in("eva").get("/desk").text
    with stage():
        report = db.session.query(Report).one().id
    assert sign_in("cem").post(f"/forum/reports/{report}/settlement").status_code == 404
    assert sign_in("eva").post(f"/forum/reports/{report}/settlement").status_code == 303
    assert "A phone number stands there" not in sign_in("eva").get("/desk").text


def test_the_team_settles_a_report_beside_the_post(sign_in, post):
    sign_in("cem").post(f"{post}/report", data={"reason": "A phone number stands there"})
    eva = sign_in("eva")
    page = eva.get(post, follow_redirects=True).text
    assert "Cem meldet: A phone number stands there" in page

    answer = eva.post(re.search(r'action="(/forum/reports/[^"]+/settlement)"', page)[1], follow_redirects=True)

    assert "Die Meldung ist erledigt." in answer.text
    assert "A phone number" not in answer.text


def test_reporting_twice_is_one_report_with_the_new_reason(sign_in, post, stage):
    for reason in ("First", "Second"):
        sign_in("cem").post(f"{post}/report", data={"reason": reason})

    with stage():
        assert [report.reason for report in db.session.query(Report)] == ["Second"]


def test_one_s_own_post_is_not_reported(sign_in, post, stage):
    assert sign_in("ben").post(f"{post}/report", data={"reason": "Me"}).status_code == 403
    with stage():
        assert db.session.query(Report).count() == 0


@pytest.mark.parametrize("reason", ["", "x" * 301, "a\x00b"])
def test_a_report_needs_a_reason(sign_in, post, stage, reason):
    assert sign_in("cem").post(f"{post}/report", data={"reason": reason}).status_code == 422
    with stage():
        assert db.session.query(Report).count() == 0


def test_the_report_is_not_shown_to_others(sign_in, post):
    sign_in("cem").post(f"{post}/report", data={"reason": "A phone number stands there"})

    for somebody in ("ada", "ben", "gil"):
        browser = sign_in(somebody)
        assert "A phone number" not in browser.get(post, follow_redirects=True).text + browser.get("/").text
