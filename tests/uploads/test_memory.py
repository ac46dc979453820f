"""A small file that decodes to a very large picture costs no memory: it is refused by its header."""

import subprocess
import sys

import pytest

from tests.uploads import pictures

MOST_GROWTH_KIB = 60 * 1024
MEASURE = """
import resource, sys
from pathlib import Path
from neighbour.errors import Invalid
from neighbour.uploads.photos import reencode

small, bomb = (Path(name).read_bytes() for name in sys.argv[1:])
reencode(small)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    reencode(bomb)
except Invalid:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.parametrize("make", [pictures.bomb, pictures.webp_bomb])
def test_a_bomb_is_refused_without_growth(tmp_path, make):
    small, bomb = tmp_path / "small.jpg", tmp_path / "bomb"
    small.write_bytes(pictures.jpeg())
    bomb.write_bytes(make())

    command = [sys.executable, "-c", MEASURE, small, bomb]
    run = subprocess.run(command, capture_output=True, text=True, check=True)

    assert int(run.stdout) < MOST_GROWTH_KIB
