"""What a list of needs and the page of one say first, to whom."""

import io

import pytest

from neighbour.needs.words import LABELS
from tests.needs.conftest import WORDS, need_id
from tests.uploads.pictures import photo


def row_of(page: str, need: str) -> str:
    return page.split(f'id="need-{need_id(need)}"')[1].split("</li>")[0]


def test_the_state_stands_first_and_that_nobody_confirmed_it_second(sign_in, name_need):
    need, eva = name_need("eva"), sign_in("eva")
    row = row_of(eva.get("/needs").text, need)
    assert row.index("eingegangen") < row.index("noch nicht bestätigt")

    eva.post(f"{need}/declination", data={"reason": "Too large.", "seen": "received"})

    row = row_of(eva.get("/needs").text, need)
    assert "abgelehnt" in row and "noch nicht bestätigt" not in row


def test_the_team_sees_who_takes_care_by_when_and_which_are_its_own(sign_in, name_need, stage):
    need, eva = name_need(), sign_in("eva")

    row = row_of(eva.get("/needs?show=mine").text, need)

    for words in ("Eva kümmert sich darum.", "Antwort bis ", "nur die Initiative und das Team"):
        assert words in row
    assert WORDS["title"] not in sign_in("lea").get("/needs?show=mine").text
    assert "kümmert sich" not in row_of(sign_in("ada").get("/needs").text, need)
    assert "nur Ihre Initiative und das Team" in sign_in("ada").get("/needs").text


def test_more_needs_cost_the_team_no_more_queries(sign_in, name_need, queries):
    name_need()
    eva = sign_in("eva")
    few = queries(eva, "/needs"), queries(eva, "/desk")
    for number in range(5):
        name_need(title=f"Number {number}")

    assert (queries(eva, "/needs"), queries(eva, "/desk")) == few


def test_what_is_alike_elsewhere_is_not_ones_own(sign_in, name_need):
    need = name_need(shared=True, title="Notice board")
    name_need("ben", shared=True, title="Notice board again")
    name_need("cem", "harbour", shared=True, title="Notice board at sea")

    page, harbour = sign_in("ada").get(need).text, sign_in("cem").get(need).text

    assert "Notice board at sea" in page and "Notice board again" not in page
    assert "Notice board at sea" not in harbour


def test_an_unconfirmed_need_has_one_way_to_change_it(sign_in, name_need):
    need, ada = name_need("eva"), sign_in("ada")

    assert ada.get(need).text.count(f'href="{need}/edit"') == 1
    assert sign_in("eva").get(need).text.count(f'href="{need}/edit"') == 1
    assert "Ändern und bestätigen</button>" in ada.get(f"{need}/edit").text
    assert "Speichern</button>" in sign_in("eva").get(f"{need}/edit").text


def test_who_takes_out_a_photo_sees_which_one(sign_in):
    file, ada = io.BytesIO(), sign_in("ada")
    photo(40, 30).save(file, "PNG")
    file.seek(0)
    need = ada.post("/needs", data={**WORDS, "photos": (file, "board.png"), "alt": "The board"}).headers["Location"]

    page = ada.get(f"{need}/edit").text

    assert '<img class="photo__preview" src="/uploads/' in page


def test_no_heading_says_the_same_as_its_label(sign_in):
    page = sign_in("ada").get("/needs/new").text

    assert page.count(str(LABELS["analogue_process"])) == 1
    assert "Wie es heute geht" not in page


@pytest.mark.parametrize(("shared", "why"), [(True, "den auch alle lesen"), (False, "derselben Initiative")])
def test_why_nothing_can_be_merged_is_said(sign_in, name_need, shared, why):
    need = name_need(shared=shared)

    assert why in sign_in("eva").get(f"{need}/merger").text


def test_merging_has_a_receipt(sign_in, pair):
    first, second = pair
    into = {"into": str(need_id(second))}

    page = sign_in("eva").post(f"{first}/merger", data=into, follow_redirects=True).text

    assert "„Sheets“ gehört jetzt hierher." in page
