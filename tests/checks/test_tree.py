"""The tree itself is clean: this is what makes `python3 app.py test` fail when it is not."""

import pytest

from neighbour.checks.commands import every_check
from neighbour.checks.tree import Tree

CHECKS = every_check()


@pytest.mark.parametrize("name", CHECKS)
def test_the_tree_is_clean(name):
    assert CHECKS[name](Tree()) == []
