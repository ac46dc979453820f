"""The session's cookie changes only with what is in it."""

from datetime import timedelta

import time_machine

from neighbour.db import now


def test_after_a_sentence_is_said_once_the_cookie_is_as_it_was(app, sign_in):
    ada = sign_in("ada")
    before = ada.get_cookie("neighbour").value
    with time_machine.travel(now() + timedelta(minutes=5)):
        with ada.session_transaction() as session:
            session["_flashes"] = [("arrived", "Angekommen")]
        assert ada.get_cookie("neighbour").value != before
        assert "Angekommen" in ada.get("/me").text

    assert ada.get_cookie("neighbour").value == before
