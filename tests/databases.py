"""Real databases for the tests: SQLite files and a PostgreSQL cluster of our own, filled once, copied for each test."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import psycopg

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60", "listen_addresses=")


class SQLiteFiles:
    """One database file; `restore` puts back one that was kept."""

    def __init__(self, folder: Path):
        self.file = folder / "neighbour.db"
        self.url = f"sqlite:///{self.file}"

    def keep(self, name: str = "filled") -> None:
        for rest in ("-wal", "-shm"):
            assert not Path(f"{self.file}{rest}").exists(), "the database is still open"
        shutil.copy(self.file, self.file.with_stem(name))

    def restore(self, name: str = "filled") -> None:
        for rest in ("-wal", "-shm"):
            Path(f"{self.file}{rest}").unlink(missing_ok=True)
        shutil.copy(self.file.with_stem(name), self.file)

    def stop(self) -> None:
        """Nothing runs."""


class PostgreSQLCluster:
    """A server on a socket in its own folder; `restore` makes the database anew from the filled one."""

    def __init__(self, _folder: Path):
        """In a folder of its own: pytest's is closed to the account that the server runs as, and too deep for a socket."""
        assert BINARIES, "PostgreSQL is missing: apt-get install postgresql"
        self.folder = folder = Path(tempfile.mkdtemp(prefix="neighbour-"))
        self.owner = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
        if os.geteuid() == 0:
            shutil.chown(folder, self.owner, self.owner)
        self.run(
            "initdb",
            "-D",
            folder / "cluster",
            "-U",
            "neighbour",
            "-A",
            "trust",
            "--no-sync",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        )
        options = " ".join(f"-c {option}" for option in FAST) + f" -k {folder}"
        self.run("pg_ctl", "-D", folder / "cluster", "-w", "-l", folder / "log", "-o", options, "start")
        self.statement("CREATE DATABASE neighbour")
        self.url = f"postgresql+psycopg://neighbour@/neighbour?host={folder}"

    def run(self, program: str, *arguments) -> None:
        user = {"user": self.owner, "group": self.owner} if os.geteuid() == 0 else {}
        command = [BINARIES[-1] / program, *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=self.folder, **user)

    def statement(self, *statements: str) -> None:
        with psycopg.connect(f"host={self.folder} user=neighbour dbname=postgres", autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)

    def keep(self, name: str = "filled") -> None:
        self.statement(f"ALTER DATABASE neighbour RENAME TO {name}", f"CREATE DATABASE neighbour TEMPLATE {name}")

    def restore(self, name: str = "filled") -> None:
        self.statement("DROP DATABASE neighbour WITH (FORCE)", f"CREATE DATABASE neighbour TEMPLATE {name}")

    def stop(self) -> None:
        self.run("pg_ctl", "-D", self.folder / "cluster", "-m", "immediate", "stop")
        shutil.rmtree(self.folder)
