"""The files of a checkout as the checks read them: ours only, nothing built or installed."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cached_property, lru_cache
from pathlib import Path

from neighbour.config import ROOT

NOT_OURS = {"node_modules", "dist", "instance", "__pycache__", "versions"}


@dataclass(frozen=True)
class Line:
    """One line of a file, with its place as editors open it."""

    path: str
    number: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.number}: {self.text.strip()[:160]}"


@dataclass(frozen=True)
class Tree:
    """A folder and the files below it, named by their path from there."""

    root: Path = ROOT

    @cached_property
    def paths(self) -> list[str]:
        found = []
        for folder, names, files in os.walk(self.root):
            names[:] = [name for name in names if name not in NOT_OURS and not name.startswith(".")]
            found += [(Path(folder) / file).relative_to(self.root).as_posix() for file in files]
        return sorted(found)

    def files(self, *patterns: str) -> list[str]:
        """Those that a pattern names; a star crosses folders."""
        return [path for path in self.paths if any(fnmatch(path, pattern) for pattern in patterns)]

    def read(self, path: str) -> str:
        return text_of(self.root / path)

    def lines(self, *patterns: str) -> Iterator[Line]:
        for path in self.files(*patterns):
            for number, text in enumerate(self.read(path).splitlines(), 1):
                yield Line(path, number, text)

    def read_all(self, *patterns: str) -> str:
        return "\n".join(self.read(path) for path in self.files(*patterns))


@lru_cache(maxsize=2048)
def text_of(path: Path) -> str:
    return path.read_text("utf-8")
