"""Everything the environment decides, read once when the application is made."""

import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
MEGABYTE = 1024 * 1024
MOST_PROXIES = 5


class Misconfigured(Exception):
    """An environment variable that Neighbour cannot work with."""


@dataclass(frozen=True)
class Config:
    """Settings of one installation; `from_env` reads them, tests make their own."""

    HOME: Path
    SECRET_KEY: str = field(repr=False)
    DATABASE_URL: str = ""
    UPLOADS_URL: str = ""
    PUBLIC_URL: str = ""
    MAIL_URL: str = ""
    PROXIES: int = 0
    DEMO: bool = True
    WORKER: bool = True
    TESTING: bool = False
    ARGON2_MEMORY_KIB: int = 19 * 1024
    MAX_CONTENT_LENGTH: int = 17 * MEGABYTE
    MAX_FORM_MEMORY_SIZE: int = 2 * MEGABYTE
    MAX_FORM_PARTS: int = 200

    @classmethod
    def from_env(cls) -> "Config":
        home = Path(os.environ.get("NEIGHBOUR_HOME") or ROOT / "instance").resolve()
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        return cls(
            HOME=home,
            SECRET_KEY=secret(home, "secret_key"),
            DATABASE_URL=os.environ.get("NEIGHBOUR_DATABASE_URL", ""),
            UPLOADS_URL=os.environ.get("NEIGHBOUR_UPLOADS_URL", ""),
            PUBLIC_URL=os.environ.get("NEIGHBOUR_PUBLIC_URL", "").rstrip("/"),
            MAIL_URL=os.environ.get("NEIGHBOUR_MAIL_URL", ""),
            PROXIES=number("NEIGHBOUR_PROXIES", default=0),
            DEMO=switch("NEIGHBOUR_DEMO", default=True),
            WORKER=is_on("NEIGHBOUR_WORKER"),
        )

    @property
    def trusted_hosts(self) -> list[str] | None:
        """With a public address: that one and the machine itself, so that a forged Host header leads nowhere."""
        return (
            [urlsplit(self.PUBLIC_URL).hostname or "", "localhost", "127.0.0.1", "[::1]"] if self.PUBLIC_URL else None
        )

    @property
    def database_url(self) -> str:
        return self.DATABASE_URL or f"sqlite:///{self.HOME / 'neighbour.db'}"


def number(name: str, *, default: int) -> int:
    """A small whole number. Raises Misconfigured for anything else."""
    value = os.environ.get(name, str(default))
    if not value.isdecimal() or int(value) > MOST_PROXIES:
        raise Misconfigured(f"{name} must be a number from 0 to {MOST_PROXIES}, not {value!r}")
    return int(value)


def switch(name: str, *, default: bool) -> bool:
    """An on/off variable. Raises Misconfigured for anything but 0 and 1."""
    value = os.environ.get(name, "1" if default else "0")
    if value not in ("0", "1"):
        raise Misconfigured(f"{name} must be 0 or 1, not {value!r}")
    return value == "1"


def is_on(name: str) -> bool:
    """A variable that says on, as long as nobody says off. Raises Misconfigured for other words."""
    value = os.environ.get(name, "on")
    if value not in ("on", "off"):
        raise Misconfigured(f"{name} must be on or off, not {value!r}")
    return value == "on"


def secret(home: Path, name: str) -> str:
    """A random key kept in the home folder, made at the first start, readable by its owner only."""
    folder = home / "secrets"
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / name
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(48))
        file.flush()
        os.fsync(file.fileno())
    return path.read_text()
