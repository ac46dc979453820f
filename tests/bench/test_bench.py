"""The bench measures a real server and says everything it was asked for; how fast it is, no test says."""

import os
import re
import subprocess
import sys

from neighbour.bench.figures import Figure, table
from neighbour.config import ROOT

ROWS = (
    "first visit of a topic page",
    "requests",
    "a later topic page",
    "JavaScript on the page",
    "style on the page",
    "a new post on a known page, body",
    "queries of the topic page",
    "queries of the start page",
    "queries of the catalogue page",
    "topic page signed in, CPU",
    "durable reply with receipt, CPU",
    "first page, many topics to few",
    "last page, many topics to few",
    "memory, server and worker",
)


def test_a_figure_says_whether_its_goal_is_reached():
    figures = [Figure("page", 6, "kB", 6), Figure("pages", 599, "", 600, more_is_better=True), Figure("style", 3, "kB")]

    lines = table(figures).splitlines()[2:]

    assert [re.split(r"\s{2,}", line) for line in lines] == [
        ["page", "6 kB", "≤ 6 kB", "yes"],
        ["pages", "599", "≥ 600", "no"],
        ["style", "3 kB", "–"],
    ]


def test_a_quick_run_measures_everything(tmp_path):
    environment = {**os.environ, "NEIGHBOUR_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "flask", "--app", str(ROOT / "app.py"), "bench", "--quick"]

    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=120)

    assert done.returncode == 0, done.stderr
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert [name for name in ROWS if not any(re.match(rf"{name}\s+[\d.,]+", line) for line in lines)] == []
