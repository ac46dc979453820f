"""Real databases for the tests: SQLite files and a PostgreSQL cluster of our own, filled once, copied for each test."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import psycopg

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
FAST = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum_naptime=5",
    "max_connections=60",
    "listen_addresses=",
)
SEND_AWAY = (
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


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
    """A server on a socket in its own folder; `restore` puts back every row as it was kept. Making the database anew
    from a template took 0.7 s for each test, this takes some milliseconds."""

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

    def statement(self, *statements: str, dbname: str = "postgres") -> list:
        """Runs them one after the other; the rows of the last."""
        connected = psycopg.connect(f"host={self.folder} user=neighbour dbname={dbname}", autocommit=True)
        with connected as connection:
            for statement in statements:
                answer = connection.execute(statement)
            return answer.fetchall() if answer.description else []

    def tables(self, schema: str = "public") -> list[str]:
        named = self.statement(f"SELECT tablename FROM pg_tables WHERE schemaname = '{schema}'", dbname="neighbour")
        return [name for (name,) in named]

    def keep(self, name: str = "filled") -> None:
        """A copy of every table, in a schema of that name; and of the whole database, for what changes its tables."""
        copies = [f"CREATE TABLE {name}.{table} AS TABLE public.{table}" for table in self.tables()]
        self.statement(f"CREATE SCHEMA {name}", *copies, dbname="neighbour")
        self.statement(f"CREATE DATABASE {name} TEMPLATE neighbour")

    def restore(self, name: str = "filled") -> None:
        """In one transaction and without asking foreign keys; who is still connected is sent away first."""
        self.statement(SEND_AWAY, dbname="neighbour")
        try:
            self.statement(f"BEGIN; {self.rows_anew(name)}; COMMIT", dbname="neighbour")
        except psycopg.Error:  # a test has changed the tables themselves
            self.statement("DROP DATABASE neighbour WITH (FORCE)", f"CREATE DATABASE neighbour TEMPLATE {name}")

    def rows_anew(self, name: str) -> str:
        """Raises psycopg.Error where a table is missing, there or here."""
        tables = sorted({*self.tables(name), *self.tables()})
        emptied = [f"DELETE FROM public.{table}" for table in tables]
        filled = [f"INSERT INTO public.{table} SELECT * FROM {name}.{table}" for table in tables]
        return "; ".join(["SET LOCAL session_replication_role = replica", *emptied, *filled])

    def stop(self) -> None:
        self.run("pg_ctl", "-D", self.folder / "cluster", "-m", "immediate", "stop")
        shutil.rmtree(self.folder)
