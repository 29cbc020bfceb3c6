"""Ingest, the part that reads the user's files: check, set aside what is bad, sort, write aside. It runs in a child process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq

from cliffhanger.errors import InternalError
from cliffhanger.measurements.run_layout import SORT, rows_of
from cliffhanger.pipeline.apart import Progress
from cliffhanger.pipeline.intake import Log, open_log
from cliffhanger.sources.log_mapping import LogMapping
from cliffhanger.sources.log_warehouse import told_by_the_engine
from cliffhanger.store.log_runs import RunWriter, Written
from cliffhanger.store.log_store import LogManifest, StoredFile, extended, run_of, stored_file

BATCH = 500_000


@dataclass(frozen=True, slots=True)
class TableTaken:
    """What became of one table: ``total`` = ``accepted`` + ``quarantined``.

    Attributes
    ----------
    reasons
        Quarantined rows by the first rule that they break.
    duplicates
        Accepted sessions dropped because an equal one had arrived before; zero for other tables.
    moved
        Accepted accounts on file under another territory. They keep that one, so that all their viewing counts in one place.
    """

    table: str
    total: int
    accepted: int
    quarantined: int
    duplicates: int
    reasons: dict[str, int]
    moved: int = 0


@dataclass(frozen=True, slots=True)
class Staged:
    """Files written aside, and the manifest that would name them."""

    files: tuple[str, ...]
    manifest: LogManifest
    tables: tuple[TableTaken, ...]


def stage(
    source: str,
    mapping: LogMapping,
    incoming: Path,
    stored: Mapping[str, Sequence[Path]],
    before: LogManifest,
    memory: str,
    progress: Progress,
) -> Staged:
    """Everything up to the commit: files written aside, and the manifest that would name them."""
    scratch = incoming / "scratch"
    scratch.mkdir()
    sequence = before.sequence + 1
    with open_log(source, mapping, stored=stored, memory_limit=memory, temp_directory=scratch) as log, told_by_the_engine(source):
        log.require()
        tables, quarantined = dict(before.tables), list(before.quarantined)
        accounts, moved = _at_home(log, stored.get("accounts", ()))
        taken = []
        for name in (name for name in log.brought if name != "viewing"):
            progress(f"{name}: checking and writing")
            rows, elsewhere = (accounts, moved) if name == "accounts" else (log.accepted(name), 0)
            taken.append(_small_table(log, name, rows, elsewhere, incoming, sequence, tables, quarantined))
        runs = list(before.runs)
        progress("viewing: which territories and plans it names")
        named = _named(log, before)
        if "viewing" in log.brought:
            progress("viewing: looking for rows to set aside")
            reasons = _set_aside(log, "viewing", incoming, sequence, quarantined)
            total = int(log.opened.tables["viewing"].count().to_pyarrow().as_py()) + _broken(log, "viewing")
            written = _write_run(log, accounts, named, incoming / f"runs-{sequence}.parquet", progress, total)
            quarantine = sum(reasons.values()) + _broken(log, "viewing")
            accepted = written.rows + written.duplicates
            if accepted + quarantine != total:
                raise InternalError(f"of {total} sessions {accepted} were taken and {quarantine} set aside", place=source)
            taken.append(TableTaken("viewing", total, accepted, quarantine, written.duplicates, reasons))
            if written.rows:
                runs.append(run_of(_placed(incoming, "runs", sequence, written.rows), written))
    manifest = named.model_copy(
        update={"sequence": sequence, "runs": tuple(runs), "tables": tables, "quarantined": tuple(quarantined)}
    )
    known = {file.file for file in before.files}
    fresh = [file.file for file in manifest.files if file.file not in known]
    return Staged(tuple(fresh), manifest, tuple(taken))


def _small_table(
    log: Log,
    name: str,
    accepted: ir.Table,
    moved: int,
    incoming: Path,
    sequence: int,
    tables: dict[str, StoredFile],
    quarantined: list[StoredFile],
) -> TableTaken:
    counted = log.count(name)
    reasons = _set_aside(log, name, incoming, sequence, quarantined)
    rows = accepted.to_pyarrow()
    pq.write_table(rows, incoming / f"{name}-{sequence}.parquet", write_page_checksum=True)
    tables[name] = _placed(incoming, name, sequence, rows.num_rows)
    return TableTaken(name, counted.total, counted.accepted, counted.quarantined, 0, reasons, moved)


def _at_home(log: Log, stored: Sequence[Path]) -> tuple[ir.Table, int]:
    """The log's accounts, each in the territory under which it was first brought; and how many moved."""
    accounts = log.accepted("accounts")
    if "accounts" not in log.brought or not stored:
        return accounts, 0
    known = pa.concat_tables(pq.read_table(path, columns=["account_id", "territory"]) for path in stored)
    first = log.connection.create_table("first_homes", known).rename(home="territory")
    both = accounts.left_join(first, "account_id").drop("account_id_right")
    moved = int(both.filter(both.home != both.territory).count().to_pyarrow().as_py())
    return both.mutate(territory=ibis.coalesce(both.home, both.territory)).select(accounts.columns), moved


def _set_aside(log: Log, name: str, incoming: Path, sequence: int, quarantined: list[StoredFile]) -> dict[str, int]:
    """Write the rows that break a rule, with the reason; how many there are by reason."""
    rows = log.quarantined(name).to_pyarrow()
    if not rows.num_rows:
        return {}
    pq.write_table(rows, incoming / f"quarantine_{name}-{sequence}.parquet", write_page_checksum=True)
    quarantined.append(_placed(incoming, f"quarantine_{name}", sequence, rows.num_rows))
    return {item["values"]: item["counts"] for item in rows.column("reason").value_counts().to_pylist()}


def _broken(log: Log, name: str) -> int:
    return log.opened.broken[name].lines if name in log.opened.broken else 0


def _placed(incoming: Path, name: str, sequence: int, rows: int) -> StoredFile:
    """Move a finished file to its place under the folder written aside; folders are named for the kind."""
    place = f"{name}/{sequence:06}.parquet"
    (incoming / name).mkdir()
    (incoming / f"{name}-{sequence}.parquet").rename(incoming / place)
    return stored_file(incoming, place, rows)


def _named(log: Log, before: LogManifest) -> LogManifest:
    """The manifest with codes for every season, territory and plan of the log."""
    episodes = log.accepted("episodes").select("title_id", "season").distinct().to_pyarrow().to_pylist()
    found = {(row["title_id"], row["season"]) for row in episodes}
    seasons = (*before.seasons, *sorted(found - set(before.seasons)))
    homes = log.accepted("accounts").select("territory").distinct().to_pyarrow().column(0).to_pylist()
    played: list[dict[str, str | None]] = []
    if "viewing" in log.brought:
        played = log.accepted("viewing").select("territory", "plan").distinct().to_pyarrow().to_pylist()
    territories = extended(before.territories, [*homes, *(row["territory"] for row in played)])
    plans = extended(before.plans, [row["plan"] for row in played])
    return before.model_copy(update={"seasons": seasons, "territories": territories, "plans": plans})


def _write_run(log: Log, accounts: ir.Table, named: LogManifest, path: Path, progress: Progress, total: int) -> Written:
    """Sort the accepted sessions and write them; DuckDB sorts, with its limit of memory, in the scratch folder."""
    seasons = pa.table(
        {
            "code": pa.array(range(len(named.seasons)), pa.int32()),
            "title_id": pa.array([title for title, _ in named.seasons], pa.string()),
            "season": pa.array([season for _, season in named.seasons], pa.int16()),
        }
    )
    words = {"territories": named.territories, "plans": named.plans}
    codes = {
        name: log.connection.create_table(
            name, pa.table({"code": pa.array(range(len(w)), pa.int16()), "name": pa.array(w, pa.string())})
        )
        for name, w in words.items()
    }
    coded = log.connection.create_table("season_codes", seasons)
    rows = rows_of(log.accepted("viewing"), accounts, coded, codes["territories"], codes["plans"])
    progress(f"viewing: sorting {total:,} sessions")
    done = 0
    with RunWriter(path) as writer:
        for batch in rows.order_by([*SORT, ibis.desc("seconds")]).to_pyarrow_batches(chunk_size=BATCH):
            writer.add({name: batch.column(name).to_numpy(zero_copy_only=False) for name in batch.schema.names})
            done += batch.num_rows
            progress(f"viewing: writing {done:,} of {total:,} sessions ({done / max(total, 1):.0%})")
    return writer.written
