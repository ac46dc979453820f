"""Where nobody of an initiative signs in, the team notes who confirmed a need on the telephone."""

from neighbour.audit import LogLine
from neighbour.db import db


def test_the_team_notes_who_confirmed_it(sign_in, name_need, stage, look_at):
    need, eva = name_need("eva"), sign_in("eva")
    assert "Am Telefon bestätigt" in eva.get(need).text
    assert eva.post(f"{need}/spoken-confirmation", data={"name": ""}).status_code == 422

    assert eva.post(f"{need}/spoken-confirmation", data={"name": "Old Ben W."}).status_code == 303

    page = eva.get(need).text
    assert "am Telefon bestätigt von Old Ben W." in page
    assert "W.." not in page
    assert "Noch nicht bestätigt" not in page
    assert look_at(need, lambda need: (need.is_confirmed, need.confirmed_by.handle)) == (True, "eva")
    with stage():
        assert db.session.query(LogLine).filter_by(act="needs.spoken_confirmation").count() == 1


def test_whoever_signs_in_says_so_themselves(sign_in, name_need, look_at):
    need, eva, ada = name_need("eva"), sign_in("eva"), sign_in("ada")

    assert "spoken-confirmation" not in eva.get(need).text
    for browser in (eva, ada):
        assert browser.post(f"{need}/spoken-confirmation", data={"name": "Ben"}).status_code == 403
    assert eva.get(f"{need}/spoken-confirmation").status_code == 403
    assert not look_at(need, lambda need: need.is_confirmed)


def test_nobody_outside_the_team_notes_it(sign_in, name_need, look_at):
    need = name_need("eva")

    assert sign_in("cem").post(f"{need}/spoken-confirmation", data={"name": "Ben"}).status_code == 404
    assert not look_at(need, lambda need: need.is_confirmed)
