"""Bytes in a folder of this machine."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

A_DAY = 24 * 3600


class Folder:
    """One file for each key. A file appears under its name only when all of it is on the disk."""

    def __init__(self, path: Path):
        self.path = path

    def write(self, key: str, octets: bytes) -> None:
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial = self.path / f".{key}.partial"
        with open(partial, "wb") as file:
            file.write(octets)
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, self.path / key)
        self.settle()

    def settle(self) -> None:
        """A new name is safe only when the folder itself is on the disk."""
        descriptor = os.open(self.path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def read(self, key: str) -> bytes:
        return (self.path / key).read_bytes()

    def delete(self, key: str) -> None:
        (self.path / key).unlink(missing_ok=True)

    def keys(self) -> Iterator[str]:
        """Every name; what a crash left half written a day ago is removed on the way."""
        if not self.path.is_dir():
            return
        for file in self.path.iterdir():
            if not file.name.startswith("."):
                yield file.name
            elif file.stat().st_mtime < time.time() - A_DAY:
                file.unlink(missing_ok=True)
