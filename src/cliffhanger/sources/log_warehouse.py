"""Connections that hold a log's tables: DuckDB over files, a DuckDB file, and whatever Ibis reaches by an address."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import duckdb
import ibis

from cliffhanger.errors import InputError, UsageError

DUCKDB_MAGIC = b"DUCK"  # at byte 8 of every DuckDB file
ATTACHED = "source"
ENGINES = {"duckdb", "psycopg", "pyspark", "py4j", "sqlite3", "ibis", "sqlalchemy", "MySQLdb", "pymysql", "snowflake", "google"}
EXTRAS = {"postgres": "postgres", "postgresql": "postgres"}


def duckdb_connection(*, memory_limit: str | None, scratch: Path, threads: int | None) -> Any:
    """Open an in-memory DuckDB, in UTC, that loads no extension by itself and spills into ``scratch``.

    Raises
    ------
    UsageError
        A setting that DuckDB does not take.
    """
    asked = {"memory_limit": memory_limit, "temp_directory": str(scratch), "threads": threads}
    try:
        connection = ibis.duckdb.connect(**{name: value for name, value in asked.items() if value is not None})
    except duckdb.Error as error:
        raise UsageError(f"DuckDB does not take that setting: {_first_line(error)}", remedy="Write memory as 4GB") from error
    for setting in (
        "autoinstall_known_extensions = false",
        "autoload_known_extensions = false",
        "preserve_insertion_order = false",  # no answer here depends on it, and it costs memory
        "TimeZone = 'UTC'",
        "enable_progress_bar = false",  # it would stand in the midst of the answer
    ):
        connection.raw_sql(f"SET {setting}")
    return connection


def is_duckdb_file(path: Path) -> bool:
    """Whether a file is a DuckDB database, by its first bytes."""
    with path.open("rb") as file:
        return file.read(12)[8:] == DUCKDB_MAGIC


def attach(connection: Any, path: Path) -> None:
    """Attach a DuckDB file, read-only.

    Raises
    ------
    InputError
        It is no DuckDB file, damaged, of a newer version, or another process is writing it.
    """
    quoted = str(path).replace("'", "''")
    try:
        connection.raw_sql(f"ATTACH '{quoted}' AS {ATTACHED} (READ_ONLY)")
    except duckdb.Error as error:
        locked = "lock" in str(error).lower()
        remedy = "End the process that writes it, or copy the file" if locked else "Check that it is a DuckDB database"
        raise InputError(f"DuckDB cannot open it: {_first_line(error)}", place=str(path), remedy=remedy) from error


def connect(url: str) -> Any:
    """Connect to an address: ``postgres://`` and whatever else Ibis knows; a Spark cluster is connected by its engine.

    Raises
    ------
    UsageError
        No such scheme, or its driver is not installed.
    InputError
        Nothing answers there, or it refuses.
    """
    scheme = urlsplit(url).scheme
    try:
        connection = ibis.connect(url)
    except (ImportError, ModuleNotFoundError) as error:
        extra = EXTRAS.get(scheme, scheme)
        remedy = f"Install it: pip install 'cliffhanger[{extra}]'" if scheme in EXTRAS else f"pip install ibis-framework[{extra}]"
        raise UsageError(f"the driver for {scheme} is not installed", place=without_password(url), remedy=remedy) from error
    except ValueError as error:
        remedy = "Give a folder, a .duckdb file, or an address such as postgres://HOST/DATABASE or spark://HOST:PORT/FOLDER"
        raise UsageError(
            f"nothing reads {scheme}://: {_first_line(error)}", place=without_password(url), remedy=remedy
        ) from error
    except Exception as error:
        if not _is_of_an_engine(error):
            raise
        problem = f"no connection: {_hidden(_first_line(error), url)}"
        raise InputError(problem, place=without_password(url), remedy="Check the address, the rights and that it runs") from error
    if connection.name == "postgres":
        with connection.con.cursor() as cursor:
            cursor.execute("SET TIME ZONE 'UTC'")
            cursor.execute("SET default_transaction_read_only = on")
        connection.con.commit()
    return connection


def without_password(url: str) -> str:
    """The address as it may be shown."""
    address = urlsplit(url)
    if address.password is None:
        return url
    return urlunsplit(address._replace(netloc=address.netloc.replace(f":{address.password}@", ":***@")))


def _hidden(text: str, url: str) -> str:
    password = urlsplit(url).password
    return text.replace(password, "***") if password else text


@contextmanager
def told_by_the_engine(place: str) -> Iterator[None]:
    """Turn what an engine raises while it reads into an error that names the place.

    Raises
    ------
    InputError
        In place of an engine's own error.
    """
    try:
        yield
    except Exception as error:
        if not _is_of_an_engine(error):
            raise
        if isinstance(error, duckdb.OutOfMemoryException):
            remedy = "Give it more memory, or a folder for what does not fit"
        else:
            remedy = "Check that it is whole, and fetch it again if not"
        raise InputError(f"reading it failed: {_first_line(error)}", place=place, remedy=remedy) from error


def _is_of_an_engine(error: BaseException) -> bool:
    return any(kind.__module__.partition(".")[0].lstrip("_") in ENGINES for kind in type(error).__mro__)


def _first_line(error: BaseException) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".")
