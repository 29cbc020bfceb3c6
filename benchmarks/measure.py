"""Season measures at size: every figure as a ratio of times taken in this run, on this machine, from the same rows.

    python benchmarks/measure.py --sessions 100000000 --json

A simulated service of about that many sessions is written and taken in. Then, each in a process of its own so that its peak
of memory is its own: a DuckDB scan of the columns that the kernel reads (the limit), the kernel, the Ibis definition on
DuckDB, hand-written SQL of the same outputs over the sorted store (season by season, as Ibis runs, and whole) and over the
raw log, and pandas, Polars and SQL on the seasons that hold a tenth of the rows. Compilation is not counted; times are the
best of ``--rounds`` for the scan and the kernel, of ``--slow-rounds`` for the others.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import multiprocessing
import os
import platform
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import duckdb
import psutil
from measure_rivals import BEGINNING_S, by_pandas, by_polars, hand_sql

from cliffhanger.engines import duck
from cliffhanger.engines.clustered import Names, count_files, schedule_of, tables_of
from cliffhanger.measurements import releases as releasing
from cliffhanger.measurements.run_layout import COUNTED
from cliffhanger.pipeline.counting import DUCKDB_ROWS, by_duckdb, code_tables, small_tables
from cliffhanger.pipeline.ingest import ingest, last_day, store_of
from cliffhanger.pipeline.world import write_world
from cliffhanger.store.log_store import season_batches
from cliffhanger.store.workspace import Workspace
from cliffhanger.terms import cut_of

DAYS = 200
SEASONS = 120
SESSIONS_PER_ACCOUNT = 263  # seen on this service over 200 days
OUTPUTS = ("season_counts", "episode_counts", "completion_days")


def best(work: Callable[[], Any], rounds: int) -> float:
    """Seconds of the fastest round."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


class Tree:
    """Most memory that this process and its children held together, sampled; the sampling itself is in neither figure."""

    def __enter__(self) -> Self:
        self.peak_mb, self._ended = 0.0, threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        own = psutil.Process()
        while not self._ended.wait(0.05):
            held = 0
            for process in (own, *own.children(recursive=True)):
                try:
                    held += process.memory_info().rss
                except psutil.Error:
                    continue
            self.peak_mb = max(self.peak_mb, held / 2**20)


def apart(step: Callable[..., Any], *arguments: Any) -> tuple[Any, float]:
    """What a step answers, and the most memory of its own process and of those that it starts, in MB."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_step, args=(theirs, step, arguments))
    process.start()
    theirs.close()
    answer: tuple[Any, float] = ours.recv()
    process.join()
    return answer


def _step(theirs: Any, step: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    with Tree() as tree:
        answer = step(*arguments)
    theirs.send((answer, tree.peak_mb))


class Service:
    """The workspace as every step opens it."""

    def __init__(self, workspace: str) -> None:
        self.store = store_of(Workspace.open(Path(workspace)))
        self.manifest = self.store.manifest()
        self.day = last_day(self.manifest) or dt.date.max
        self.cut = cut_of(self.day)
        loaded = duck.connect(small_tables(self.store, self.manifest))
        self.releases = releasing.releases(loaded["episodes"], loaded["accounts"]).to_pyarrow()
        self.path = self.store.path(self.manifest.runs[0])

    def plain(self) -> duckdb.DuckDBPyConnection:
        """DuckDB with the schedule by code, for SQL written by hand."""
        plain = duckdb.connect()
        plain.execute("SET enable_progress_bar = false")
        for name, table in {"releases": self.releases, **code_tables(self.manifest)}.items():
            plain.register(f"given_{name}", table)
        plain.execute("""CREATE TABLE plan AS SELECT s.code AS season_code, t.code AS home, r.episode, r.runtime_s,
          min(r.released_s) OVER w AS premiere_s, sum(r.runtime_s) OVER w AS season_runtime_s
          FROM given_releases r JOIN given_seasons s USING (title_id, season) JOIN given_territories t ON t.name = r.territory
          WINDOW w AS (PARTITION BY r.title_id, r.season, r.territory)""")
        return plain


def world_step(folder: str, sessions: int, seed: int) -> float:
    accounts = max(sessions // SESSIONS_PER_ACCOUNT, 200)
    out = Path(folder) / "log"
    return best(
        lambda: write_world(out, accounts=accounts, seasons=SEASONS, days=DAYS, seed=seed, overrides={}, progress=lambda _: None),
        1,
    )


def ingest_step(log: str, workspace: str) -> tuple[float, int, dict[str, float]]:
    """Seconds in all, sessions, and seconds by stage: reading and checking; sorting and writing; the rest."""
    began = time.perf_counter()
    stages: dict[str, float] = {}

    def note(message: str) -> None:
        for stage in ("viewing: sorting", "bringing it into place"):
            if message.startswith(stage):
                stages[stage] = time.perf_counter() - began

    taken = ingest(log, workspace=Path(workspace), progress=note)
    whole = time.perf_counter() - began
    sort, place = stages["viewing: sorting"], stages["bringing it into place"]
    return whole, taken.sessions, {"ingest_check_s": sort, "ingest_sort_s": place - sort, "ingest_place_s": whole - place}


def scan_step(workspace: str, rounds: int) -> float:
    service, plain = Service(workspace), duckdb.connect()
    sums = ", ".join(f"sum({name})" for name in COUNTED)
    return best(lambda: plain.execute(f"SELECT {sums} FROM '{service.path}'").fetchall(), rounds)


def kernel_step(workspace: str, rounds: int) -> tuple[float, dict[str, int], int]:
    service = Service(workspace)
    names = Names(service.manifest.seasons, service.manifest.territories)
    schedule = schedule_of(service.releases, names)
    threads = os.cpu_count() or 1

    def work() -> Any:
        return count_files({service.path: None}, schedule, cut=service.cut, threads=threads)

    counts = work()  # compiles
    totals = {name: table.num_rows for name, table in tables_of(counts, schedule, names).items()}
    return best(work, rounds), totals, int(counts.seconds.sum())


def ibis_step(workspace: str, rounds: int) -> tuple[float, dict[str, int]]:
    service = Service(workspace)
    found: dict[str, Any] = {}

    def work() -> None:
        found.update(by_duckdb(service.store, service.manifest, service.releases, service.day, lambda _: None))

    seconds = best(work, rounds)
    return seconds, {name: found[name].num_rows for name in OUTPUTS}


def sql_step(workspace: str, rounds: int, chunked: bool) -> tuple[float, dict[str, int], int]:
    service = Service(workspace)
    plain = service.plain()
    plain.execute(f"CREATE VIEW runs AS SELECT * FROM '{service.path}'")
    chunks = list(season_batches(service.manifest.runs, rows=DUCKDB_ROWS)) if chunked else None
    return _timed_sql(plain, service.cut, chunks, rounds)


def raw_sql_step(workspace: str, log: str, rounds: int) -> tuple[float, dict[str, int], int]:
    service = Service(workspace)
    plain = service.plain()
    started, arrived = "epoch(v.started_at)::BIGINT", "epoch(coalesce(v.arrived_at, v.started_at))::BIGINT"
    plain.execute(f"""CREATE VIEW runs AS SELECT s.code AS season_code, v.account_id, v.profile_id, v.episode, t.code AS home,
      {started} - {BEGINNING_S} AS started, {arrived} - {started} AS arrived_lag, v.seconds_viewed AS seconds
      FROM '{log}/viewing/*.parquet' v JOIN '{log}/accounts.parquet' a USING (account_id)
      JOIN given_territories t ON t.name = a.territory JOIN given_seasons s ON s.title_id = v.title_id AND s.season = v.season""")
    return _timed_sql(plain, service.cut, None, rounds)


def _timed_sql(
    plain: duckdb.DuckDBPyConnection, cut: int, chunks: list[list[int]] | None, rounds: int
) -> tuple[float, dict[str, int], int]:
    answers: dict[str, Any] = {}
    seconds = best(lambda: answers.update(hand_sql(plain, cut, chunks)), rounds)
    return seconds, {name: len(answers[name]) for name in OUTPUTS}, int(sum(row[3] for row in answers["season_counts"]))


def tenth_step(workspace: str, rival: str, rounds: int) -> tuple[float, int]:
    """SQL, pandas or Polars on the seasons of about a tenth of the rows, held in memory by pandas and Polars."""
    service = Service(workspace)
    plain = service.plain()
    wanted = ", ".join(str(code) for code in tenth(service.manifest.runs[0].seasons))
    kind = "TEMP TABLE" if rival == "sql" else "VIEW"  # pandas and Polars hold their rows in memory too
    plain.execute(f"CREATE {kind} runs AS SELECT * FROM '{service.path}' WHERE season_code IN ({wanted})")
    rows = plain.sql("SELECT count(*) FROM runs").fetchone()
    if rival == "sql":
        return best(lambda: hand_sql(plain, service.cut), rounds), int(rows[0] if rows else 0)
    if rival == "pandas":
        part, plan = plain.sql("FROM runs").df(), plain.sql("FROM plan").df()
        return best(lambda: by_pandas(part, plan, service.cut), rounds), len(part)
    part, plan = plain.sql("FROM runs").pl(), plain.sql("FROM plan").pl()
    return best(lambda: by_polars(part, plan, service.cut), rounds), len(part)


def tenth(seasons: dict[int, int]) -> list[int]:
    """Seasons that together hold about a tenth of the rows, largest first that still fit."""
    left, chosen = sum(seasons.values()) // 10, []
    for code, rows in sorted(seasons.items(), key=lambda item: -item[1]):
        if rows <= left:
            chosen.append(code)
            left -= rows
    return chosen


def run(asked: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """Everything; see the module."""
    rounds, slow = asked.rounds, asked.slow_rounds
    found: dict[str, Any] = {"machine": f"{platform.machine()}, {os.cpu_count()} cores", "rounds": rounds, "slow_rounds": slow}
    log, workspace = asked.log or str(folder / "log"), str(folder / "W")

    def step(name: str, work: Callable[..., Any], *arguments: Any) -> Any:
        print(f"{name} ...", file=sys.stderr, flush=True)
        answer, found[f"{name}_peak_mb"] = apart(work, *arguments)
        found[f"{name}_s"] = answer[0] if isinstance(answer, tuple) else answer
        return answer

    if not asked.log:
        step("world", world_step, str(folder), asked.sessions, asked.seed)
    _, found["sessions"], stages = step("ingest", ingest_step, log, workspace)
    found |= stages
    step("scan", scan_step, workspace, rounds)
    _, rows, seconds = step("kernel", kernel_step, workspace, rounds)
    by_ibis = step("ibis", ibis_step, workspace, slow)
    answers = [step("sql", sql_step, workspace, slow, True)]
    answers.append(step("sql_whole", sql_step, workspace, slow, False))
    answers.append(step("raw_sql", raw_sql_step, workspace, log, 1))
    found["equal"] = by_ibis[1] == rows and all(answer[1:] == (rows, seconds) for answer in answers)
    for rival in ("sql", "pandas", "polars"):
        found["tenth_sessions"] = step(f"tenth_{rival}", tenth_step, workspace, rival, slow)[1]
    found["peak_mb"] = found["kernel_peak_mb"]
    found |= {
        "kernel_scan_ratio": found["kernel_s"] / found["scan_s"],
        "sql_kernel_ratio": found["sql_s"] / found["kernel_s"],
        "ibis_sql_ratio": found["ibis_s"] / min(found["sql_s"], found["sql_whole_s"]),
        "pandas_sql_ratio": found["tenth_pandas_s"] / found["tenth_sql_s"],
        "polars_sql_ratio": found["tenth_polars_s"] / found["tenth_sql_s"],
        "raw_sql_to_sort_and_kernel_ratio": found["raw_sql_s"] / (found["ingest_sort_s"] + found["kernel_s"]),
        "raw_sql_to_ingest_and_kernel_ratio": found["raw_sql_s"] / (found["ingest_s"] + found["kernel_s"]),
        "store_mb": sum(path.stat().st_size for path in Path(workspace).rglob("*.parquet")) / 2**20,
        "log_mb": sum(path.stat().st_size for path in Path(log).rglob("*.parquet")) / 2**20,
    }
    return found


def main() -> None:
    """Read the options, run, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sessions", type=int, default=1_000_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--slow-rounds", type=int, default=2)
    options.add_argument("--log", help="a log written before by `cliffhanger world`, in the place of a new one")
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="cliffhanger-measure-"))
    try:
        found = run(asked, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if asked.json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"{name:36} {value:.3f}" if isinstance(value, float) else f"{name:36} {value}")


if __name__ == "__main__":
    main()
