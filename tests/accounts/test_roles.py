"""Who gives and takes roles, who ends accounts, and that somebody always leads."""

import pytest
from sqlalchemy import select

from neighbour.accounts import Device
from neighbour.audit import LogLine
from neighbour.db import db
from neighbour.errors import Invalid, NotAllowed


def acts() -> list[str]:
    db.session.flush()
    return [line.act for line in db.session.scalars(select(LogLine).order_by(LogLine.id))]


def test_the_team_makes_somebody_a_juror_and_it_is_written_down(stage):
    with stage() as people:
        people.gil.give_role("juror", by=people.eva)
        people.gil.give_role("juror", by=people.eva)

        assert people.gil.role_names == {"juror"}
        assert acts() == ["accounts.role"]


@pytest.mark.parametrize("role", ["team", "lead", "operator"])
def test_only_the_lead_gives_and_takes_what_opens_the_desk_or_the_machine(stage, role):
    with stage() as people:
        with pytest.raises(NotAllowed):
            people.gil.give_role(role, by=people.eva)
        people.gil.give_role(role, by=people.lea)
        with pytest.raises(NotAllowed):
            people.gil.take_role(role, by=people.eva)
        people.gil.take_role(role, by=people.lea)

        assert people.gil.role_names == frozenset()


@pytest.mark.parametrize("handle", ["ada", "dora", "otto", "gil"])
def test_nobody_else_changes_roles_or_accounts(stage, handle):
    with stage() as people:
        somebody = getattr(people, handle)
        for act in (people.ben.end, people.ben.reopen):
            with pytest.raises(NotAllowed):
                act(by=somebody)
        with pytest.raises(NotAllowed):
            people.ben.give_role("juror", by=somebody)
        with pytest.raises(NotAllowed):
            people.dora.take_role("juror", by=somebody)


def test_an_unknown_role_is_refused(stage):
    with stage() as people, pytest.raises(Invalid):
        people.gil.give_role("emperor", by=people.lea)


def test_the_last_lead_stays_until_somebody_else_leads(stage):
    with stage() as people:
        with pytest.raises(NotAllowed):
            people.lea.take_role("lead", by=people.lea)
        people.eva.give_role("lead", by=people.lea)
        people.lea.take_role("lead", by=people.lea)

        assert not people.lea.is_lead
        with pytest.raises(NotAllowed):
            people.eva.take_role("lead", by=people.eva)


def test_a_lead_whose_account_has_ended_does_not_count(stage):
    with stage() as people:
        people.eva.give_role("lead", by=people.lea)
        people.eva.end(by=people.lea)

        with pytest.raises(NotAllowed):
            people.lea.take_role("lead", by=people.lea)


def test_the_team_does_not_end_the_account_of_the_lead_and_nobody_their_own(stage):
    with stage() as people:
        for person, by in ((people.lea, people.eva), (people.lea, people.lea), (people.eva, people.eva)):
            with pytest.raises(NotAllowed):
                person.end(by=by)


def test_an_ended_account_is_signed_out_and_stays_so_when_it_is_opened_again(stage, sign_in):
    phone = sign_in("ben")
    with stage() as people:
        people.ben.end(by=people.eva)
    assert phone.get("/me").status_code == 303

    with stage() as people:
        people.ben.reopen(by=people.eva)
        assert acts() == ["accounts.end", "accounts.reopening"]
        assert db.session.scalars(Device.running_of(people.ben)).unique().all() == []
    assert phone.get("/me").status_code == 303
    assert sign_in("ben").get("/me").status_code == 200


def test_an_ended_account_gets_no_roles(stage):
    with stage() as people:
        people.ben.end(by=people.eva)

        with pytest.raises(NotAllowed):
            people.ben.give_role("juror", by=people.eva)
