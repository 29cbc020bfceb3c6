"""Writing a simulated service: its tables in one folder, the truth about it in another, which no estimate reads."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from cliffhanger.errors import UsageError, WorkspaceError
from cliffhanger.pipeline.world_log import WRITING, Progress, gather_log, spill_log
from cliffhanger.pipeline.world_tables import accounts_table, costs_table, episodes_table, titles_table
from cliffhanger.pipeline.world_truth import EVERYTHING, Asked, WorldSpec, check_truth, write_truth
from cliffhanger.world.catalogue import Catalogue, make_catalogue
from cliffhanger.world.costs import cost_lines, season_costs
from cliffhanger.world.parameters import rules as rules_of
from cliffhanger.world.simulation import entry_days

MOST_ACCOUNTS, MOST_SEASONS, MOST_DAYS = 50_000_000, 10_000, 2_000
SCAN = 65_536  # households whose day of joining is worked out at a time


@dataclass(frozen=True, slots=True)
class WorldWritten:
    """What was written: where, and how much of it."""

    folder: str
    truth: str | None
    accounts: int
    households: int
    seasons: int
    series: int
    days: int
    sessions: int
    seed: int


def write_world(
    out: Path,
    *,
    accounts: int,
    seasons: int,
    days: int,
    seed: int,
    overrides: Mapping[str, float],
    by: str = "month",
    truth: Path | None = None,
    parts: Asked = EVERYTHING,
    threads: int = 2,
    progress: Progress,
) -> WorldWritten:
    """Simulate a service and write its tables; the folder appears whole or not at all.

    With ``truth``, the truth about it is written to that folder once the tables stand; the tables are the same without.

    Raises
    ------
    UsageError
        A size that cannot be, or a folder of truth where an estimate would find it.
    NotFoundError
        A parameter that there is not.
    WorkspaceError
        The folder is there already, or cannot be written.
    """
    _check_sizes(accounts=accounts, seasons=seasons, days=days, seed=seed)
    if truth is not None:
        check_truth(truth, out, accounts=accounts, seasons=seasons)
    rules = rules_of(overrides)
    catalogue = make_catalogue(seasons=seasons, days=days, seed=seed, rules=rules)
    aside = _aside(out)
    try:
        households, scanned = account_households(catalogue, rules, accounts=accounts, threads=threads)
        sessions = _write_tables(aside, catalogue, rules, households, by=by, threads=threads, progress=progress)
        _put(aside, out)
    except OSError as error:
        raise WorkspaceError(
            f"could not be written ({error})", place=str(out), remedy="Free space or name another folder"
        ) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    if truth is not None:
        spec = WorldSpec(accounts=accounts, households=scanned, seasons=seasons, days=days, seed=seed, overrides=dict(overrides))
        write_truth(truth, spec, asked=parts, threads=threads, progress=progress)
    return WorldWritten(
        folder=str(out),
        truth=None if truth is None else str(truth),
        accounts=accounts,
        households=scanned,
        seasons=seasons,
        series=len(catalogue.series),
        days=days,
        sessions=sessions,
        seed=seed,
    )


def account_households(catalogue: Catalogue, rules: Any, *, accounts: int, threads: int) -> tuple[NDArray[np.int64], int]:
    """The first households, so many, that were members at some time of the log; and how many households that took."""
    found: list[NDArray[np.int64]] = []
    have = at = 0
    with ThreadPoolExecutor(threads) as pool:
        while have < accounts:
            starts = [at + i * SCAN for i in range(threads)]
            days = np.concatenate(
                list(pool.map(lambda first: entry_days(catalogue.shelf, rules, first=first, households=SCAN), starts))
            )
            some = at + np.flatnonzero(days < catalogue.days)
            found.append(some)
            have, at = have + some.size, at + days.size
            if not some.size and at > 50 * SCAN:
                raise UsageError("nobody ever joins", place="--param", remedy="Raise member_share, organic_joins or join_pull")
    households = np.concatenate(found)[:accounts].astype(np.int64)
    return households, int(households[-1]) + 1


def _check_sizes(*, accounts: int, seasons: int, days: int, seed: int) -> None:
    for name, value, most in (
        ("accounts", accounts, MOST_ACCOUNTS),
        ("seasons", seasons, MOST_SEASONS),
        ("days", days, MOST_DAYS),
    ):
        if not 1 <= value <= most:
            raise UsageError(f"{value:,} {name}", place=f"--{name}", remedy=f"Give between 1 and {most:,}")
    if not 0 <= seed < 2**62:
        raise UsageError(f"seed {seed}", place="--seed", remedy="Give a whole number from 0 up")


def _aside(out: Path) -> Path:
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise WorkspaceError("is there already", place=str(out), remedy="Remove it or name another folder")
    aside = out.absolute().parent / f".{out.name}.partial"
    try:
        shutil.rmtree(aside, ignore_errors=True)
        (aside / "spill").mkdir(parents=True)
        (aside / "tables" / "viewing").mkdir(parents=True)
    except OSError as error:
        raise WorkspaceError(f"cannot be written ({error})", place=str(out), remedy="Name another folder") from error
    return aside


def _put(aside: Path, out: Path) -> None:
    if out.exists():
        out.rmdir()
    (aside / "tables").rename(out)


def _write_tables(
    aside: Path, catalogue: Catalogue, rules: Any, households: NDArray[np.int64], *, by: str, threads: int, progress: Progress
) -> int:
    first_day = int(rules.first_day)
    tables = aside / "tables"
    spills, accounts = spill_log(
        catalogue, rules, households=households, folder=aside / "spill", threads=threads, progress=progress
    )
    sessions = gather_log(
        catalogue, spills, folder=tables / "viewing", first_day=first_day, by=by, threads=threads, progress=progress
    )
    costs = season_costs(catalogue, accounts=households.size, rules=rules)
    small = {
        "titles": titles_table(catalogue),
        "episodes": episodes_table(catalogue, first_day),
        "accounts": accounts_table(households, accounts, catalogue, first_day),
        "costs": costs_table(cost_lines(catalogue, costs)),
    }
    for name, table in small.items():
        _write(table, tables / f"{name}.parquet")
    return sessions


def _write(table: pa.Table, path: Path) -> None:
    pq.write_table(table, path, **WRITING)
