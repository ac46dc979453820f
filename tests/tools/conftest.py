"""The catalogue as the files in the repository have it."""

import pytest

from neighbour.tools.importing import import_catalogue


@pytest.fixture
def catalogue(stage):
    with stage():
        import_catalogue()
