"""Checking a user's tables where they lie: how many rows can be taken, how many are set aside, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cliffhanger.measurements.checks import Rule
from cliffhanger.measurements.log_tables import LOG_TABLES
from cliffhanger.measurements.oddities import ODDITIES
from cliffhanger.pipeline.apart import run_apart
from cliffhanger.pipeline.intake import Counted, Log, open_log, workspace_mapping
from cliffhanger.sources.log_mapping import LogMapping
from cliffhanger.sources.log_places import SPARK
from cliffhanger.store.configuration import Configuration, SparkSection
from cliffhanger.store.workspace import Workspace

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class RuleCount:
    """A rule and the rows that break it.

    Attributes
    ----------
    share
        Of all rows of the table, fraction.
    sample_keys
        Up to 20 keys of such rows, as column and value; of broken lines file, line and reason.
    """

    rule: str
    reason: str
    rows: int
    share: float
    sample_keys: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class TableCheck:
    """What became of one table: ``rows`` = ``accepted`` + ``quarantined``.

    Attributes
    ----------
    repeated
        Accepted sessions that are there already; they are dropped where sessions are counted.
    rules
        All rules, also those that every row keeps; a row that breaks several counts in each.
    not_judged
        What could not be asked, because the table it needs is not there.
    """

    table: str
    rows: int
    accepted: int
    quarantined: int
    repeated: int
    rules: tuple[RuleCount, ...]
    not_judged: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RefusedTable:
    """A table whose shape cannot be, or that is missing, and why."""

    table: str
    why: str


@dataclass(frozen=True, slots=True)
class OddSessions:
    """Accepted sessions that are odd without being wrong; ``share`` of all accepted ones, fraction."""

    name: str
    sentence: str
    rows: int
    share: float


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The check of a source; ``warnings`` is empty where viewing, episodes or accounts are not there."""

    source: str
    tables: tuple[TableCheck, ...]
    refused: tuple[RefusedTable, ...]
    absent: tuple[str, ...]
    warnings: tuple[OddSessions, ...]


def check(
    source: str,
    *,
    workspace: Path | None,
    memory_limit: str | None,
    temp_directory: Path | None,
    progress: Progress,
) -> CheckReport:
    """Check the tables of a source; nothing is written.

    Parameters
    ----------
    source
        A folder, a DuckDB file, or an address.
    workspace
        Where the names and units of the user's columns stand; null: they are as declared.
    memory_limit, temp_directory
        For DuckDB: such as ``4GB``, and a folder for what does not fit.

    Raises
    ------
    InputError
        There is nothing to check, or reading failed. Tables of a wrong shape are in ``refused``.
    EngineError
        The cluster that holds the source cannot be reached.
    WorkspaceError
        The workspace is none.
    """
    config = Configuration() if workspace is None else Workspace.open(workspace).config
    mapping = workspace_mapping(config)
    if source.startswith(SPARK):
        return checked(source, mapping, memory_limit, temp_directory, progress, cluster=config.engines.spark)
    if "://" in source:
        return checked(source, mapping, memory_limit, temp_directory, progress)
    return run_apart(checked, source, mapping, memory_limit, temp_directory, place=source, progress=progress)


def checked(
    source: str,
    mapping: LogMapping,
    memory_limit: str | None,
    temp_directory: Path | None,
    progress: Progress,
    *,
    cluster: SparkSection | None = None,
) -> CheckReport:
    """Check in this process; ``cluster`` holds settings of Spark; errors as ``check``."""
    progress(f"opening {source.rpartition('@')[2]}")
    with open_log(source, mapping, memory_limit=memory_limit, temp_directory=temp_directory, cluster=cluster) as log:
        tables = []
        for name in log.brought:
            progress(f"checking {name}")
            tables.append(_table(log, name))
        progress("looking for odd sessions")
        return CheckReport(
            source=log.opened.place,
            tables=tuple(tables),
            refused=tuple(RefusedTable(name, str(error)) for name, error in log.opened.refused.items()),
            absent=tuple(log.opened.absent),
            warnings=_odd(log),
        )


def _table(log: Log, name: str) -> TableCheck:
    found = log.count(name)
    rules = [_rule(log, name, rule, rows, found.total) for rule, rows in found.by_rule]
    if found.broken.lines:
        rules.insert(0, _broken(found))
    declared = next(table for table in LOG_TABLES if table.name == name)
    missing = [reference for reference in declared.references if reference.table not in log.opened.tables]
    return TableCheck(
        table=name,
        rows=found.total,
        accepted=found.accepted,
        quarantined=found.quarantined,
        repeated=found.repeated,
        rules=tuple(rules),
        not_judged=tuple(f"whether {reference.table} has its {', '.join(reference.columns)}" for reference in missing),
    )


def _rule(log: Log, name: str, rule: Rule, rows: int, total: int) -> RuleCount:
    keys = log.sample(name, rule) if rows else []
    return RuleCount(rule.name, rule.reason, rows, rows / total if total else 0.0, tuple(keys))


def _broken(found: Counted) -> RuleCount:
    keys = tuple({"line": line} for line in found.broken.sample)
    share = found.broken.lines / found.total
    return RuleCount("line broken", "the line cannot be parted into the header's columns", found.broken.lines, share, keys)


def _odd(log: Log) -> tuple[OddSessions, ...]:
    counted = log.odd()
    if counted is None:
        return ()
    sessions = counted["sessions"]
    return tuple(
        OddSessions(odd.name, odd.sentence, counted[odd.name], counted[odd.name] / sessions if sessions else 0.0)
        for odd in ODDITIES
    )
