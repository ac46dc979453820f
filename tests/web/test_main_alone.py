"""What a device asks for behind a page that it shows: the title and <main>, nothing of the shell."""

import pytest

MAIN = {"HX-Target": "main#main"}


@pytest.fixture
def ada(sign_in):
    return sign_in("ada")


@pytest.fixture
def mains(ada):
    return lambda address: ada.script("GET", address, headers=MAIN)


def test_main_alone_is_what_stands_between_the_marks_of_the_page(ada, mains):
    whole, alone = ada.get("/needs").text, mains("/needs").text
    for part in ("head", "main"):
        start, end = f"<!--{part}-->", f"<!--/{part}-->"
        assert whole.split(start)[1].split(end)[0].strip() == alone.split(start)[1].split(end)[0].strip()
    assert alone.strip().startswith("<!--head-->") and alone.strip().endswith("<!--/main-->")
    assert "<header" not in alone


def test_main_alone_is_the_page_where_a_script_gets_a_smaller_part(ada, mains):
    assert "<main" in mains("/forum/rooms/alle").text
    assert "<main" not in ada.script("GET", "/forum/rooms/alle").text


def test_who_is_signed_out_is_told_so_instead_of_led_elsewhere(visitor):
    assert visitor.script("GET", "/needs", headers=MAIN).status_code == 401


def test_each_of_the_three_answers_is_kept_apart(mains):
    assert {"HX-Request", "HX-Request-Type", "HX-Target"} <= set(mains("/needs").vary)


def test_the_device_on_which_pages_may_stay_says_so(ada):
    assert 'data-device="mine"' in ada.get("/needs").text


def test_nobody_has_a_device(visitor):
    assert 'data-device=""' in visitor.get("/sign-in").text
