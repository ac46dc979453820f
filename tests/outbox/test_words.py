"""„AHORN-42“, says somebody on the telephone."""

import pytest

from neighbour.outbox import understood


@pytest.mark.parametrize(
    "said", ["AHORN-42", "ahorn 42", " Ahorn42 ", "ahorn - 42", "Ahorn\u201142", "AHORN–42", "a h o r n 4 2"]
)
def test_a_word_is_understood_however_it_is_typed(said):
    assert understood(said) == "AHORN-42"


@pytest.mark.parametrize(
    "said", ["", "AHORN", "42", "AHORN-4", "AHORN-421", "EICHHORN-42", "%", "AHORN-42; DROP TABLE"]
)
def test_nothing_else_is_one(said):
    assert understood(said) == ""
