"""A PostgreSQL server, and prepared databases on it that are copied for each test."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil
from sqlalchemy import create_engine
from sqlalchemy.engine import URL, make_url

from model import sample
from model.store import database, seeding

EMPTY, SAMPLED, OWN, BESIDE = "migrated", "sampled", "of_this_test", "beside"  # databases on the server


class Server:
    """The server, and the databases on it that are copied."""

    def __init__(self, running: Any) -> None:
        """``running``: as the wheel with the server in it gives it."""
        self.running = running
        self.url = make_url(running.get_uri().replace("postgresql://", "postgresql+psycopg://", 1))
        self.made: set[str] = set()
        # the test that asks for a copy is not always the one that has let go of what is copied
        self.server = create_engine(self.url, isolation_level="AUTOCOMMIT", pool_pre_ping=True)
        with self.server.connect() as connection:  # what is on it need not outlive the machine
            connection.exec_driver_sql("ALTER SYSTEM SET fsync = off")
            connection.exec_driver_sql("SELECT pg_reload_conf()")

    def at(self, name: str) -> URL:
        """The address of a database on it."""
        return self.url.set(database=name)

    def anew(self, template: str | None = EMPTY, name: str = OWN) -> URL:
        """The address of a fresh copy of a prepared database (None: of one with nothing in it at all)."""
        if template and template not in self.made:
            self._prepare(template)
        with self.server.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            connection.exec_driver_sql(f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else ""))
        return self.at(name)

    def _prepare(self, template: str) -> None:
        self.anew(None if template == EMPTY else EMPTY, template)
        made = database.create(address(self.at(template)))
        if template == EMPTY:
            assert seeding.migrate(made) is True
        else:
            sample.load(made)
        made.dispose()  # a database that is in use cannot be copied
        self.made.add(template)

    def stop(self) -> None:
        """Stop it as an operator does: who is connected is thrown off."""
        self.running.stop()

    def kill(self) -> None:
        """Kill every process of it at once (SIGKILL), as a machine does that runs out of memory."""
        first = psutil.Process(self.running.get_pid())
        every = [*first.children(recursive=True), first]
        for process in every:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(every)

    def start(self) -> None:
        """Start it again on the same address."""
        self.running.ensure_postgres_running()


def address(url: URL) -> str:
    """An address as the setting takes it."""
    return url.render_as_string(hide_password=False)


@contextmanager
def started(pgserver: Any) -> Iterator[Server]:
    """A server of its own, from the wheel with the server in it. Its folder is readable by the user it drops to."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    running = pgserver.get_server(folder / "data")
    made = Server(running)
    try:
        yield made
    finally:
        made.server.dispose()
        running.cleanup()
        shutil.rmtree(folder)
