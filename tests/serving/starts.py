"""A real start of server and worker, as an operator sees it."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(true, seconds: float = 120) -> bool:
    deadline = time.monotonic() + seconds
    while not (reached := true()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return reached


def is_running(process_id: int) -> bool:
    """A killed process whose parent has not noticed yet is not running either."""
    try:
        return Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


class Start:
    """`serve` with a home folder, a port and settings of its own; without the demo unless a setting asks for it."""

    def __init__(self, home: Path, port: int | None = None, **settings: str) -> None:
        self.port = port or free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.began = time.monotonic()
        command = [
            sys.executable,
            "-m",
            "flask",
            "--app",
            str(ROOT / "app.py"),
            "serve",
            "--port",
            str(self.port),
        ]
        environment = {**os.environ, "NEIGHBOUR_HOME": str(home), "NEIGHBOUR_DEMO": "0", **settings}
        self.process = subprocess.Popen(
            command, env=environment, cwd=home, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    def answers(self) -> bool:
        try:
            return urllib.request.urlopen(self.address + "/livez", timeout=5).status == 200
        except OSError:
            return False

    def wait_until_up(self) -> "Start":
        assert wait_until(lambda: self.answers() or self.process.poll() is not None), "it never answered"
        assert self.process.poll() is None, self.process.stdout.read()
        return self

    def children(self) -> list[int]:
        listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True, text=True)
        return [int(line) for line in listed.stdout.split()]

    def end(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        """The exit code, and everything that was printed."""
        self.process.send_signal(number)
        return self.result()

    def result(self) -> tuple[int, str]:
        printed, _ = self.process.communicate(timeout=120)
        return self.process.returncode, printed
