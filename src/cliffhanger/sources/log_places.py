"""The three kinds of places where a log can lie, each answering one question: where is the table of this name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

import ibis.expr.types as ir
from ibis.common.exceptions import TableNotFound

from cliffhanger.errors import InputError
from cliffhanger.sources import log_warehouse as warehouse
from cliffhanger.sources.log_files import BrokenLines, check_parquet, copy_csv, parquet_sql, table_files

SHOWN_NAMES = 20
SPARK = "spark://"
CATALOGUE = "catalogue"


def folder_on_cluster(source: str) -> str:
    """The folder that a source on a Spark cluster names, as the cluster sees it; empty for the tables of its catalogue.

    ``spark://HOST:PORT/FOLDER``, ``spark://HOST:PORT``, ``catalogue``, or a folder such as ``s3a://viewing/log``.
    """
    if source.startswith(SPARK):
        return urlsplit(source).path.rstrip("/")
    return "" if source == CATALOGUE else source.rstrip("/")


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A user's table as it lies there, and the words for where that is."""

    table: ir.Table
    place: str


class Place(Protocol):
    """Where tables are looked for."""

    connection: Any

    @property
    def name(self) -> str:
        """What messages call it."""

    def find(self, table: str, source: str | None) -> FoundTable | None:
        """The table of a declared name, or of the user's name ``source``; null where there is none."""

    def names(self) -> list[str]:
        """What is there, for messages."""


@dataclass(slots=True)
class Folder:
    """A folder of Parquet or CSV files, read through an in-memory DuckDB; copies of CSV files go to ``scratch``."""

    path: Path
    connection: Any
    scratch: Path
    broken: dict[str, BrokenLines] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The folder as given."""
        return str(self.path)

    def find(self, table: str, source: str | None) -> FoundTable | None:
        """The files of a table as one; raises InputError where their structure cannot be trusted."""
        files = table_files(self.path, table, source)
        if files is None:
            return None
        place = str(files.paths[0] if len(files.paths) == 1 else files.paths[0].parent)
        paths: Sequence[Path] = files.paths
        with warehouse.told_by_the_engine(place):
            if files.format == "csv":
                copy = self.scratch / f"{table}.parquet"
                self.broken[table] = copy_csv(self.connection.con, paths, copy)
                paths = [copy]
            check_parquet(paths)
            return FoundTable(self.connection.sql(f"SELECT * FROM {parquet_sql(paths)}"), place)  # noqa: S608 - quoted there

    def names(self) -> list[str]:
        """Files and folders in it."""
        return sorted(child.name for child in self.path.iterdir())[:SHOWN_NAMES]


@dataclass(slots=True)
class Database:
    """A database that Ibis reaches; ``catalog`` is that of an attached DuckDB file."""

    name: str
    connection: Any
    catalog: str | None = None

    def find(self, table: str, source: str | None) -> FoundTable | None:
        """The table ``name`` or ``schema.name``."""
        schema, _, name = (source or table).rpartition(".")
        database = (self.catalog, schema or "main") if self.catalog else schema or None
        try:
            with warehouse.told_by_the_engine(self.name):
                return FoundTable(self.connection.table(name, database=database), self.name)
        except InputError as error:
            if isinstance(error.__cause__, TableNotFound):
                return None
            raise

    def names(self) -> list[str]:
        """Its tables."""
        return sorted(self.connection.list_tables(database=(self.catalog, "main") if self.catalog else None))[:SHOWN_NAMES]


@dataclass(slots=True)
class Cluster:
    """A Spark cluster: Parquet files in a folder that all its machines see, else tables of its catalogue."""

    name: str
    connection: Any
    folder: str

    def find(self, table: str, source: str | None) -> FoundTable | None:
        """``<table>.parquet`` or ``<table>/`` in the folder, or the table of that name."""
        wanted = source or table
        if not self.folder and "/" not in wanted:
            return Database(self.name, self.connection).find(table, source)
        stem = wanted if wanted.startswith("/") or "://" in wanted else f"{self.folder}/{wanted}"
        for path in (stem, f"{stem}.parquet"):
            if self._is_there(path):
                with warehouse.told_by_the_engine(path):
                    return FoundTable(self.connection.read_parquet(path), path)
        return None

    def names(self) -> list[str]:
        """Tables of the catalogue; what a shared folder holds is not listed."""
        return [] if self.folder else sorted(self.connection.list_tables())[:SHOWN_NAMES]

    def _is_there(self, path: str) -> bool:
        # The cluster's own view of its file systems, which this machine need not share.
        context = self.connection._session.sparkContext  # noqa: SLF001 - Ibis gives no other way to the session
        java = context._jvm.org.apache.hadoop.fs.Path(path)  # noqa: SLF001 - the documented way to Hadoop's file systems
        return bool(java.getFileSystem(context._jsc.hadoopConfiguration()).exists(java))  # noqa: SLF001 - as above
