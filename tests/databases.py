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
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"


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
        self.line: psycopg.Connection | None = None
        self.kept: dict[str, tuple[list[str], str]] = {}
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

    def keep(self, name: str = "filled") -> None:
        """A copy of every table, in a schema of that name; and of the whole database, for what changes its tables."""
        self.hang_up()
        tables = [table for (table,) in self.statement(TABLES, dbname="neighbour")]
        copies = [f"CREATE TABLE {name}.{table} AS TABLE public.{table}" for table in tables]
        self.statement(f"CREATE SCHEMA {name}", *copies, dbname="neighbour")
        self.statement(f"CREATE DATABASE {name} TEMPLATE neighbour")
        filled = [table for table in tables if self.statement(f"SELECT 1 FROM {table} LIMIT 1", dbname=name)]
        emptied = [f"DELETE FROM public.{table}" for table in tables]
        put_back = [f"INSERT INTO public.{table} SELECT * FROM {name}.{table}" for table in filled]
        rows = "; ".join(["SET LOCAL session_replication_role = replica", *emptied, *put_back])
        self.kept[name] = (tables, f"BEGIN; {rows}; COMMIT")

    def restore(self, name: str = "filled") -> None:
        """In one transaction and without asking foreign keys; who is still connected is sent away first."""
        tables, rows_anew = self.kept[name]
        try:
            line = self.connected()
            line.execute(SEND_AWAY)
            there = [table for (table,) in line.execute(TABLES)]
            if there == tables:
                line.execute(rows_anew)
                return
        except psycopg.Error:  # a test has changed the tables themselves, or sent us away
            pass
        self.hang_up()
        self.statement("DROP DATABASE neighbour WITH (FORCE)", f"CREATE DATABASE neighbour TEMPLATE {name}")

    def connected(self) -> psycopg.Connection:
        """One line for all tests: to connect takes as long as to put the rows back."""
        if not self.line or self.line.closed:
            self.line = psycopg.connect(f"host={self.folder} user=neighbour dbname=neighbour", autocommit=True)
        return self.line

    def hang_up(self) -> None:
        if self.line:
            self.line.close()
        self.line = None

    def stop(self) -> None:
        self.hang_up()
        self.run("pg_ctl", "-D", self.folder / "cluster", "-m", "immediate", "stop")
        shutil.rmtree(self.folder)
