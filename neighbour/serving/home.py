"""One start per home folder: two would send every mail twice and fight for the database."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click


@contextmanager
def claim(home: Path, url: str) -> Iterator[None]:
    """Raises ClickException naming the start that has the folder. The lock ends with its processes."""
    home.mkdir(parents=True, exist_ok=True)
    with (home / "serving.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.seek(0)
            first = lock.read().strip() or "starting"
            raise click.ClickException(f"Neighbour already runs with {home}: {first}") from error
        lock.truncate(0)
        lock.write(f"{url} (process {os.getpid()})\n")
        lock.flush()
        yield
        lock.truncate(0)
