"""What was told names a need as it is called now: who takes something out of a title has taken it out everywhere."""

import pytest

from tests.needs.conftest import WORDS, need_id


@pytest.fixture
def rename(sign_in, look_at):
    def renamed(handle: str, need: str, title: str) -> None:
        version = look_at(need, lambda need: str(need.version))
        words = {**WORDS, "title": title, "version": version}
        assert sign_in(handle).post(need, data=words).status_code == 303

    return renamed


@pytest.mark.parametrize("is_read", [False, True])
def test_an_old_title_does_not_stay_in_inboxes(sign_in, name_need, rename, is_read):
    need, cem = name_need(shared=True, title="Erna forgets the key"), sign_in("cem")
    cem.post(f"{need}/same-here", data={"words": ""})
    sign_in("eva").post(f"{need}/states", data={"state": "understood", "words": "We see"})
    assert "Erna forgets" in cem.get("/me/notifications").text
    if is_read:
        cem.get(need)

    rename("ada", need, "Who has the key?")

    for page in (cem.get("/me/notifications").text, cem.get("/").text, sign_in("ada").get("/me/notifications").text):
        assert "Erna forgets" not in page
    assert "Who has the key?" in cem.get("/me/notifications").text


def test_nor_does_the_old_title_of_the_need_into_which_another_went(sign_in, pair, rename):
    (first, other), eva, ada = pair, sign_in("eva"), sign_in("ada")
    eva.post(f"{first}/merger", data={"into": str(need_id(other))})
    assert "„Sheets“ steht jetzt bei „Notices“" in ada.get("/me/notifications").text

    rename("cem", other, "Boards")
    assert "„Sheets“ steht jetzt bei „Boards“" in ada.get("/me/notifications").text

    eva.post(f"{first}/separation")
    assert "„Sheets“ war zusammengelegt und steht wieder für sich" in ada.get("/me/notifications").text
