"""The database under the claims ledger: its address, its tables made or brought up to date, its transactions.

One writer at a time. On SQLite a lock of the operating system holds off the others before SQLite's own does: releases before
3.51.3 can damage a file when one connection writes while another copies the write-ahead log back
(https://www.sqlite.org/wal.html#walresetbug), and many systems carry such a release. A transaction commits whole or not at
all; readers wait for nobody and see one state.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from filelock import FileLock, Timeout
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import NullPool

from cliffhanger.errors import UsageError, WorkspaceError
from cliffhanger.store.workspace import Workspace

FILE = "claims.db"
WRITERS = 0x636C6966  # PostgreSQL's advisory locks are numbers: the first four letters of our name
LOCK_NOT_AVAILABLE = "55P03"
_MIGRATIONS = Path(__file__).with_name("ledger_migrations")
_FORMS = "Give a workspace, postgresql+psycopg://USER@HOST/DATABASE, or sqlite:/// with the path of a file"


@dataclass(frozen=True, slots=True)
class Database:
    """Where a ledger lies. ``file`` is SQLite's, null on PostgreSQL; ``lock_timeout_s`` is how long to wait for a writer."""

    engine: Engine
    place: str
    file: Path | None
    lock_timeout_s: float

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Hold one state of the ledger for as long as the reading takes.

        Raises
        ------
        WorkspaceError
            When the database cannot be reached or read.
        """
        engine = self.engine if self.file else self.engine.execution_options(isolation_level="REPEATABLE READ")
        with _told(self.place, "read"), engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write alone; all of it is kept when the block ends, and none of it when it raises or the process dies.

        Raises
        ------
        WorkspaceError
            When another writer holds the ledger too long, or the database cannot be reached or written.
        """
        engine = self.engine.execution_options(ledger_writing=True)
        with self._alone(), _told(self.place, "written"), engine.begin() as connection:
            if self.file is None:
                self._hold_off_others(connection)
            yield connection

    def _alone(self) -> AbstractContextManager[None]:
        return nullcontext() if self.file is None else _locked(self.file, self.lock_timeout_s)

    def _hold_off_others(self, connection: Connection) -> None:
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {max(round(self.lock_timeout_s * 1000), 1)}")
        try:
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(WRITERS)))
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) == LOCK_NOT_AVAILABLE:
                raise _busy(self.place, self.lock_timeout_s) from error
            raise


def open_database(where: str | Path, *, lock_timeout_s: float) -> Database:
    """Open the ledger of a workspace, or the one at an address; make its tables, or bring them up to date.

    Raises
    ------
    UsageError
        When the address is none, or its driver is not installed.
    WorkspaceError
        When there is no such workspace, the database cannot be reached, or a newer cliffhanger made its tables.
    """
    url = _address(where)
    file = Path(url.database or "") if url.get_backend_name() == "sqlite" else None
    place = url.render_as_string(hide_password=True) if file is None else str(file)
    if file is not None and not file.parent.is_dir():
        raise WorkspaceError("there is no such folder", place=str(file.parent), remedy="Make it, or give another address")
    database = Database(_engine(url, lock_timeout_s), place, file, lock_timeout_s)
    if file is None or file.exists():
        with database.reading() as connection:
            if _is_current(connection, place):
                return database
    _prepare(database)
    return database


def _address(where: str | Path) -> URL:
    if isinstance(where, str) and "://" in where:
        return _checked(where)
    workspace = Workspace.open(Path(where))
    given = workspace.config.claims.ledger
    return _checked(given) if given else URL.create("sqlite", database=str(workspace.path / FILE))


def _checked(text: str) -> URL:
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise UsageError("the ledger's address cannot be read", remedy=_FORMS) from error
    shown = url.render_as_string(hide_password=True)
    if url.drivername in {"postgres", "postgresql", "postgresql+psycopg"}:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername != "sqlite":
        raise UsageError(f"no ledger is kept in {url.drivername}", place=shown, remedy=_FORMS)
    if url.database in {None, "", ":memory:"}:
        raise UsageError("a ledger in memory would be lost", place=shown, remedy=_FORMS)
    return url


def _engine(url: URL, lock_timeout_s: float) -> Engine:
    serializer = partial(json.dumps, allow_nan=False)
    try:
        # No pool: nothing is left open for a fork or an exit to trip over, and opening costs milliseconds.
        engine = sa.create_engine(url, poolclass=NullPool, json_serializer=serializer)
    except ImportError as error:
        problem, shown = f"the driver for PostgreSQL is not installed ({error.name})", url.render_as_string(hide_password=True)
        raise UsageError(problem, place=shown, remedy="Install it: pip install 'cliffhanger[postgres]'") from error
    if url.get_backend_name() != "sqlite":
        return engine

    def connected(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # the driver would begin by itself, and later than asked
        for setting in (f"busy_timeout = {round(lock_timeout_s * 1000)}", "foreign_keys = ON", "synchronous = FULL"):
            connection.execute(f"PRAGMA {setting}")

    def begun(connection: Connection) -> None:
        writing = connection.get_execution_options().get("ledger_writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    sa.event.listen(engine, "connect", connected)
    sa.event.listen(engine, "begin", begun)
    return engine


def _prepare(database: Database) -> None:
    if database.file is not None:
        # A setting of the file, made while nobody writes: SQLite does not wait for others when it is changed.
        with database._alone(), _told(database.place, "made"):  # noqa: SLF001 - the same module
            raw = database.engine.raw_connection()
            try:
                raw.cursor().execute("PRAGMA journal_mode = WAL")
            finally:
                raw.close()
    with database.writing() as connection:
        if not _is_current(connection, database.place):
            config = _alembic()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def _alembic() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _is_current(connection: Connection, place: str) -> bool:
    here = MigrationContext.configure(connection).get_current_heads()
    script = ScriptDirectory.from_config(_alembic())
    if set(here) - {revision.revision for revision in script.walk_revisions()}:
        raise WorkspaceError("a newer cliffhanger made this ledger", place=place, remedy="Update cliffhanger")
    return here == tuple(script.get_heads())


@contextmanager
def _locked(file: Path, timeout_s: float) -> Iterator[None]:
    lock = FileLock(file.with_name(f"{file.name}.lock"))
    try:
        lock.acquire(timeout=max(timeout_s, 0.0))
    except Timeout as error:
        raise _busy(str(file), timeout_s) from error
    except OSError as error:
        problem = f"the claims ledger cannot be written ({error.strerror or error})"
        raise WorkspaceError(problem, place=str(file), remedy="See to the rights and the state of that folder") from error
    try:
        yield
    finally:
        lock.release()


def _busy(place: str, timeout_s: float) -> WorkspaceError:
    problem = f"another process is writing the claims ledger; waited {timeout_s:g} s for it"
    return WorkspaceError(problem, place=place, remedy="Run the command again when that one has ended")


@contextmanager
def _told(place: str, doing: str) -> Iterator[None]:
    """Turn what the driver raises into an error that names the place; what was on file is still there."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig).strip().partition("\n")[0]
        problem = f"the claims ledger cannot be {doing}: {said}"
        raise WorkspaceError(problem, place=place, remedy="See that the database is there, free and yours") from error
