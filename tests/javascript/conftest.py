"""Node.js with what checks the browser code, for tests that need no browser."""

import subprocess
from pathlib import Path

import pytest

from service_worker import hatch_build

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def node(tmp_path_factory):
    """`node("file.mjs", words)` runs it here and gives what it prints; its own tests and tsc are run in the same way."""
    command, npm = hatch_build.system_node() or hatch_build.wheel_node()
    hatch_build.install_packages(npm, HERE)

    def run(*words: str, said: str = "") -> subprocess.CompletedProcess:
        return subprocess.run([*command, *words], cwd=HERE, input=said, capture_output=True, text=True)

    return run
