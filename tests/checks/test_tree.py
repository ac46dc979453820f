"""The tree itself is clean: this is what makes `python3 app.py test` fail when it is not."""

import pytest

from neighbour.checks.commands import every_check
from neighbour.checks.tree import Tree
from tests.architecture.pages import require_none

CHECKS = every_check()


@pytest.mark.parametrize("name", CHECKS)
def test_the_tree_is_clean(name):
    require_none(CHECKS[name](Tree()))
