"""Who accompanies which initiatives, changed for many at once."""

from uuid import uuid4

from sqlalchemy import select

from neighbour.audit import LogLine
from neighbour.db import db
from neighbour.initiatives import Initiative
from tests.cast import initiative


def companions() -> dict[str, str | None]:
    found = db.session.scalars(select(Initiative)).unique()
    return {each.slug: each.companion.handle if each.companion else None for each in found}


def test_many_initiatives_get_a_new_companion_in_one_go(sign_in, stage):
    with stage() as people:
        form = {
            "id": [initiative("mill").id, initiative("harbour").id],
            "companion": people.lea.id,
            "operation_id": uuid4(),
        }

    assert sign_in("eva").post("/desk/initiatives/companion", data=form).status_code == 303
    with stage():
        assert companions() == {"mill": "lea", "harbour": "lea"}
        assert db.session.scalars(select(LogLine.act)).all() == ["initiatives.edit"] * 2


def test_a_companion_is_of_the_team_and_every_initiative_is_known(sign_in, stage):
    with stage() as people:
        mill, lea, ben = initiative("mill").id, people.lea.id, people.ben.id
    browser = sign_in("eva")
    wrong = [
        {"id": [mill], "companion": ben},
        {"id": [mill], "companion": "nobody"},
        {"id": [mill], "companion": uuid4()},
        {"id": [mill]},
        {"id": [mill, uuid4()], "companion": lea},
        {"id": ["mill"], "companion": lea},
        {"companion": lea},
    ]

    answers = [browser.post("/desk/initiatives/companion", data=form).status_code for form in wrong]

    assert set(answers) == {422}
    with stage():
        assert companions() == {"mill": "eva", "harbour": None}


def test_the_table_names_companion_and_members_without_a_query_for_each(sign_in, stage, queries):
    browser = sign_in("eva")
    text = browser.get("/desk/initiatives").text
    assert "The Mill" in text and "Eva" in text and "noch niemand" in text
    few = queries(browser, "/desk/initiatives")
    with stage() as people:
        words = {"place": "Somewhere", "region": "revier", "status": "selected"}
        db.session.add_all(Initiative(slug=f"i{n}", name=f"I {n}", companion=people.lea, **words) for n in range(20))

    assert queries(browser, "/desk/initiatives") == few
