"""Dates as the language of the page writes them."""

from datetime import UTC, datetime

import pytest
from flask_babel import force_locale

from neighbour.web.filters import day

AT = datetime(2026, 12, 1, 13, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "words"), [("de", "Dienstag, 1. Dezember 2026, 14:00"), ("en", "Tuesday, 1 December 2026, 14:00")]
)
def test_only_german_puts_a_dot_behind_the_day(app, language, words):
    with app.test_request_context(), force_locale(language):
        assert day(AT) == words
