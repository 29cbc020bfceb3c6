"""A user's viewing log, wherever it lies, as tables in the declared shape on one connection.

SOURCE is a folder (Parquet or CSV), a DuckDB file (opened read-only), or an address that Ibis knows. Nothing of the log is
held in memory here: the tables are expressions.
"""

from __future__ import annotations

import difflib
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import ibis.expr.types as ir

from cliffhanger.errors import InputError
from cliffhanger.measurements.log_tables import LOG_TABLES, DeclaredTable
from cliffhanger.sources import log_warehouse as warehouse
from cliffhanger.sources.log_files import BrokenLines, check_parquet, parquet_sql
from cliffhanger.sources.log_mapping import CONFIGURATION, LogMapping, declared_shape
from cliffhanger.sources.log_places import Cluster, Database, Folder, Place, folder_on_cluster


@dataclass(slots=True)
class OpenedLog:
    """A log whose tables can be asked; close it when done.

    Attributes
    ----------
    place
        Where it lies, without a password.
    connection
        The Ibis backend that holds all tables.
    tables
        By declared name, in the declared shape.
    stored
        Names of the tables that came from ``stored`` files and were accepted before.
    refused
        Tables whose shape cannot be, or that are missing, with the error that says why.
    absent
        Tables that are not there and need not be.
    broken
        Lines of CSV files that could not be parted into columns.
    """

    place: str
    connection: Any
    tables: dict[str, ir.Table] = field(default_factory=dict)
    stored: set[str] = field(default_factory=set)
    refused: dict[str, InputError] = field(default_factory=dict)
    absent: list[str] = field(default_factory=list)
    broken: dict[str, BrokenLines] = field(default_factory=dict)
    closing: ExitStack = field(default_factory=ExitStack)

    def close(self) -> None:
        """Give back the connection, and the space that DuckDB and copies of CSV files took."""
        self.closing.close()


def open_source(
    source: str,
    mapping: LogMapping,
    *,
    stored: Mapping[str, Sequence[Path]],
    memory_limit: str | None,
    temp_directory: Path | None,
    threads: int | None,
    cluster: Any = None,
) -> OpenedLog:
    """Open a log.

    Parameters
    ----------
    source
        A folder, a DuckDB file, or an address; on a cluster what ``log_places.folder_on_cluster`` reads.
    mapping
        The user's own names and units.
    stored
        Parquet files, in the declared shape and accepted before, for tables that a folder does not bring.
    memory_limit, temp_directory, threads
        For DuckDB: such as ``4GB``; a folder for what does not fit and for copies of CSV files; cores. Null: its own choice.
    cluster
        The Ibis backend of a Spark cluster, which stays open; null: the log does not lie on one.

    Raises
    ------
    InputError
        There is nothing that could be a log. Tables of a wrong shape do not raise: they are in ``refused``.
    UsageError
        An address that nothing can read.
    """
    with ExitStack() as closing:
        place: Place
        if cluster is not None:
            place = Cluster(source, cluster, folder_on_cluster(source))
        elif "://" in source and not source.startswith("duckdb://"):
            place = _address(source, closing)
        else:
            scratch = Path(tempfile.mkdtemp(prefix="cliffhanger-", dir=temp_directory))
            closing.callback(shutil.rmtree, scratch, ignore_errors=True)
            place = _local(Path(source.removeprefix("duckdb://")), closing, scratch, memory_limit=memory_limit, threads=threads)
        log = OpenedLog(place.name, place.connection)
        for declared in LOG_TABLES:
            try:
                _take(log, place, declared, mapping, stored.get(declared.name, ()))
            except InputError as error:
                log.refused[declared.name] = error
        if isinstance(place, Folder):
            log.broken = place.broken
        log.closing = closing.pop_all()
    return log


def check_there(source: str) -> None:
    """Refuse a file or folder that is not there; an address is not asked.

    Raises
    ------
    InputError
        It is not there.
    """
    name = source.removeprefix("duckdb://")
    if "://" not in name and not Path(name).exists():
        raise InputError("there is no such file or folder", place=name, remedy="Check the name")


def _address(url: str, closing: ExitStack) -> Place:
    connection = warehouse.connect(url)
    closing.callback(connection.disconnect)
    return Database(warehouse.without_password(url), connection)


def _local(path: Path, closing: ExitStack, scratch: Path, *, memory_limit: str | None, threads: int | None) -> Place:
    check_there(str(path))
    if path.is_file() and not warehouse.is_duckdb_file(path):
        problem = "neither a folder of tables nor a DuckDB database"
        raise InputError(problem, place=str(path), remedy="Name the folder that holds viewing, episodes and accounts")
    connection = warehouse.duckdb_connection(memory_limit=memory_limit, scratch=scratch, threads=threads)
    closing.callback(connection.disconnect)
    if path.is_dir():
        return Folder(path, connection, scratch)
    warehouse.attach(connection, path)
    return Database(str(path), connection, warehouse.ATTACHED)


def _take(log: OpenedLog, place: Place, declared: DeclaredTable, mapping: LogMapping, stored: Sequence[Path]) -> None:
    """Put one table into the log, or its name among the absent; raises InputError where it is refused."""
    name, entry = declared.name, mapping.of(declared.name)
    found = place.find(name, entry.source)
    if found is not None:
        table = declared_shape(declared, found.table, entry, place=found.place, engine=log.connection.name)
        # A view keeps what DuckDB is asked short; without one it would keep whole tables aside (a CTE that is used twice).
        log.tables[name] = log.connection.create_view(name, table) if log.connection.name == "duckdb" else table
    elif stored and entry.source is None:
        check_parquet(stored)
        kept = log.connection.sql(f"SELECT * FROM {parquet_sql(stored)}").select(*declared.schema.names)  # noqa: S608 - quoted there
        log.tables[name] = log.connection.create_view(name, kept)
        log.stored.add(name)
    elif declared.required or entry.source is not None:
        raise _missing(place, name, entry.source)
    else:
        log.absent.append(name)


def _missing(place: Place, table: str, source: str | None) -> InputError:
    there = place.names()
    wanted = source or table
    close = difflib.get_close_matches(wanted, there, n=1)
    hint = f'Did you mean "{close[0]}"? ' if close else ""
    named = f"{wanted} (for {table})" if source else table
    return InputError(
        f"there is no {named}; found: {', '.join(there) or 'nothing'}",
        place=place.name,
        remedy=f'{hint}Say in {CONFIGURATION} where it is: [tables.{table}] source = "ITS NAME"',
    )
