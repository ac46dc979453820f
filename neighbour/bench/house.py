"""A house of its own to measure: a home folder that goes away, filled with rows, and a real server on one core."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask

from neighbour.bench.rows import Size, fill
from neighbour.config import ROOT, Config
from neighbour.db import migrating

PATIENCE = 30


class House:
    """The server's address, what it costs, and the application on the same database."""

    def __init__(self, app: Flask, port: int, server: subprocess.Popen):
        self.app = app
        self.port = port
        self.server = server

    def processes(self) -> list[int]:
        """The server, its web process and its worker."""
        found = [self.server.pid]
        for parent in found:
            children = Path(f"/proc/{parent}/task/{parent}/children")
            found += [int(child) for child in children.read_text().split()]
        return found

    def cpu_seconds(self) -> float:
        """Of all threads together, to the nanosecond; the clock ticks of `stat` are too coarse for few requests."""
        threads = [task for number in self.processes() for task in Path(f"/proc/{number}/task").iterdir()]
        return sum(int((task / "schedstat").read_text().split()[0]) for task in threads) / 1e9

    def megabytes(self) -> float:
        """Memory that would be free without it: shared pages count in parts."""
        kilobytes = 0
        for number in self.processes():
            for line in Path(f"/proc/{number}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    kilobytes += int(line.split()[1])
        return kilobytes / 1000

    def answers(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True


@contextmanager
def open_house(size: Size) -> Iterator[House]:
    from neighbour import create_app

    with tempfile.TemporaryDirectory(prefix="neighbour-bench-") as folder:
        os.environ["NEIGHBOUR_HOME"], os.environ["NEIGHBOUR_DEMO"] = folder, "0"
        os.environ.pop("NEIGHBOUR_DATABASE_URL", None)
        app = create_app(Config.from_env())
        with app.app_context():
            migrating.bring_up_to_date()
            fill(size)
        server, port = start(Path(folder))
        try:
            house = House(app, port, server)
            wait_for(house)
            yield house
        finally:
            server.terminate()
            server.wait(PATIENCE)


def start(home: Path) -> tuple[subprocess.Popen, int]:
    """On the first core; we move to the last one, so that asking costs the server nothing."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    if len(cores) > 1:
        os.sched_setaffinity(0, {cores[0]})
    command = [sys.executable, "-m", "flask", "--app", str(ROOT / "app.py"), "serve", "--port", str(port)]
    with (home / "server.log").open("w") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log)
    if len(cores) > 1:
        os.sched_setaffinity(0, {cores[-1]})
    return server, port


def wait_for(house: House) -> None:
    deadline = time.monotonic() + PATIENCE
    while not house.answers():
        if house.server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError("the server to be measured did not start")
        time.sleep(0.05)
