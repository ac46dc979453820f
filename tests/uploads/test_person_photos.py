"""One's own photo."""

from tests.uploads import pictures


def test_a_photo_is_shown_to_others(sign_in):
    ada = sign_in("ada")

    answer = ada.post("/me/photo", data={"photo": pictures.sent("ada.jpg", pictures.jpeg(2000, 1000))})

    assert (answer.status_code, answer.headers["Location"]) == (303, "/me")
    address = pictures.own_address(ada)
    seen = sign_in("cem").get(address)
    assert (seen.status_code, seen.mimetype) == (200, "image/jpeg")
    assert pictures.size(seen.data) == (480, 240)
