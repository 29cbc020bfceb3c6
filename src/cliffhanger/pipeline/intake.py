"""Opening a user's log and parting each of its tables into rows that are taken and rows that are set aside.

How to use it::

    with open_log("DIR", mapping, stored={"accounts": [path]}, memory_limit="1GB", temp_directory=folder) as log:
        log.require()                       # InputError for the first table whose shape is refused
        log.brought                         # names of the tables that DIR brings, in reading order
        found = log.count("viewing")        # rows = accepted + quarantined, rule by rule, repeated sessions; runs one query
        log.accepted("viewing")             # Ibis table: the declared columns and types, rows that break no rule
        log.quarantined("viewing")          # Ibis table: the declared columns and "reason"
        log.connection.con                  # the DuckDB connection itself, for files

Tables that DIR does not bring are taken from ``stored`` (Parquet, in the declared shape, accepted before) as what others
refer to; asking for their accepted rows gives them as they are. ``workspace_mapping`` reads the mapping of a workspace.
Moments are naive UTC in whole seconds. Repeated sessions are among the accepted: whoever stores or measures drops them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import ibis.expr.types as ir
import pyarrow as pa

from cliffhanger.engines import spark
from cliffhanger.errors import InternalError
from cliffhanger.measurements import checks, oddities
from cliffhanger.measurements.log_tables import LOG_TABLES, DeclaredTable
from cliffhanger.sources.log import OpenedLog, open_source
from cliffhanger.sources.log_files import BrokenLines
from cliffhanger.sources.log_mapping import ColumnSource, LogMapping, TableSource
from cliffhanger.sources.log_places import SPARK
from cliffhanger.sources.log_warehouse import told_by_the_engine
from cliffhanger.store.configuration import Configuration, SparkSection, TableSection

NO_MAPPING = LogMapping()
UNBROKEN = BrokenLines()


@dataclass(frozen=True, slots=True)
class Counted:
    """A table's rows: ``total`` = ``accepted`` + ``quarantined``.

    Attributes
    ----------
    total
        Rows, and lines of CSV files that could not be parted into columns.
    by_rule
        Rows that break each rule, in the order of the rules; a row that breaks several counts in each.
    broken
        Those lines; they are among the quarantined.
    repeated
        Accepted sessions that came before: dropped where sessions are counted.
    """

    total: int
    accepted: int
    quarantined: int
    by_rule: tuple[tuple[checks.Rule, int], ...]
    broken: BrokenLines
    repeated: int


@dataclass(slots=True)
class Log:
    """An opened log; see the module's own text."""

    opened: OpenedLog
    _kept: dict[str, ir.Table] = field(default_factory=dict)

    @property
    def connection(self) -> Any:
        """The Ibis backend that holds all tables."""
        return self.opened.connection

    @property
    def brought(self) -> tuple[str, ...]:
        """Names of the tables that the source itself brings, in reading order."""
        return tuple(table.name for table in LOG_TABLES if self._is_brought(table.name))

    def require(self) -> None:
        """Insist on every table's shape.

        Raises
        ------
        InputError
            For the first table that is missing or refused.
        """
        for declared in LOG_TABLES:
            if declared.name in self.opened.refused:
                raise self.opened.refused[declared.name]

    def count(self, name: str) -> Counted:
        """Count a table's rows by rule; one query.

        Raises
        ------
        InputError
            Reading failed.
        """
        declared, table, references = self._gate(name)
        (row,) = self.collect(checks.counts(declared, table, references)).to_pylist()
        broken = self.opened.broken.get(name, UNBROKEN)
        counted = {key: int(value) for key, value in row.items()}
        total = counted["rows"] + broken.lines
        rules = checks.rules(declared, table, references)
        by_rule = tuple((rule, counted[f"rule_{number}"]) for number, rule in enumerate(rules))
        return Counted(total, counted["accepted"], total - counted["accepted"], by_rule, broken, counted["repeated"])

    def sample(self, name: str, rule: checks.Rule) -> list[dict[str, Any]]:
        """Up to 20 keys of rows that break a rule.

        Raises
        ------
        InputError
            Reading failed.
        """
        return self.collect(checks.sample_keys(*self._gate(name), rule)).to_pylist()

    def odd(self) -> dict[str, int] | None:
        """Count odd sessions (``oddities.ODDITIES``) and ``sessions``; null unless viewing, episodes and accounts are there.

        Raises
        ------
        InputError
            Reading failed.
        """
        names = ("viewing", "episodes", "accounts")
        if any(name not in self.opened.tables for name in names):
            return None
        (row,) = self.collect(oddities.oddities(*(self.accepted(name) for name in names))).to_pylist()
        return {key: int(value) for key, value in row.items()}

    def accepted(self, name: str) -> ir.Table:
        """The rows of a table that break no rule, in the declared columns and types."""
        if name in self._kept:
            return self._kept[name]
        declared, table, references = self._gate(name)
        if name in self.opened.stored:
            return table
        rows = checks.accepted(declared, table, references)
        if self.connection.name == "duckdb" and name != "viewing":
            # Small, and asked for by everything that refers to it: judged once.
            with told_by_the_engine(self.opened.place):
                rows = self.connection.create_table(f"accepted_{name}", rows, temp=True)
        elif self.connection.name == "pyspark" and name != "viewing":
            rows = rows.cache()
        self._kept[name] = rows
        return rows

    def judged(self, name: str) -> ir.Table:
        """All rows of a table, with the ``reason`` why they are set aside, ``checks.FINE`` where they are not."""
        return checks.judged(*self._gate(name))

    def collect(self, rows: ir.Table) -> pa.Table:
        """Run an expression over the log's tables.

        Raises
        ------
        InputError, EngineError
            Reading failed.
        """
        if self.connection.name == "pyspark":
            return spark.collect(rows)
        with told_by_the_engine(self.opened.place):
            return rows.to_pyarrow()

    def quarantined(self, name: str) -> ir.Table:
        """The rows of a table that break a rule, with the ``reason``."""
        return checks.quarantined(*self._gate(name))

    def _gate(self, name: str) -> tuple[DeclaredTable, ir.Table, dict[str, ir.Table]]:
        if name not in self.opened.tables:
            raise InternalError(f"asked for {name}, which the log has not", place=self.opened.place)
        declared = next(table for table in LOG_TABLES if table.name == name)
        others = {reference.table for reference in declared.references}
        return declared, self.opened.tables[name], {other: self.accepted(other) for other in others & self.opened.tables.keys()}

    def _is_brought(self, name: str) -> bool:
        return name in self.opened.tables and name not in self.opened.stored


@contextmanager
def open_log(
    source: str,
    mapping: LogMapping = NO_MAPPING,
    *,
    stored: Mapping[str, Sequence[Path]] | None = None,
    memory_limit: str | None = None,
    temp_directory: Path | None = None,
    threads: int | None = None,
    cluster: SparkSection | None = None,
) -> Iterator[Log]:
    """Open a log; ``cluster`` is the one that reads it, other parameters and errors as ``sources.log.open_source``.

    Raises
    ------
    EngineError
        The cluster cannot be reached.
    """
    if source.startswith(SPARK):
        told = f"{SPARK}{urlsplit(source).netloc}"
        cluster = SparkSection(master=told) if cluster is None else cluster.model_copy(update={"master": told})
    with ExitStack() as closing:
        connection = closing.enter_context(spark.connected(cluster.master, cluster.settings)) if cluster else None
        opened = open_source(
            source,
            mapping,
            stored=stored or {},
            memory_limit=memory_limit,
            temp_directory=temp_directory,
            threads=threads,
            cluster=connection,
        )
        closing.callback(opened.close)
        yield Log(opened)


def workspace_mapping(configuration: Configuration) -> LogMapping:
    """The mapping that a workspace's ``cliffhanger.toml`` gives."""
    sections = {table.name: getattr(configuration.tables, table.name) for table in LOG_TABLES}
    return LogMapping({name: TableSource(section.source, _columns(section)) for name, section in sections.items()})


def _columns(section: TableSection) -> dict[str, ColumnSource]:
    return {
        name: ColumnSource(entry.from_, entry.unit, entry.zone, entry.value, entry.absent)
        for name, entry in section.columns.items()
    }
