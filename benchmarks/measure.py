"""Season measures at size: every figure as a ratio of times taken in this run, on this machine, from the same rows.

    python benchmarks/measure.py --sessions 100000000 --json

A simulated service of about that many sessions is written, taken in, and measured by: a DuckDB scan of the columns that the
kernel reads (the limit), the kernel, the Ibis definition on DuckDB, hand-written SQL of the same outputs, and pandas and
hand-written SQL on the seasons that hold a tenth of the rows. Compilation is not counted; times are the best of ``--rounds``.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import multiprocessing
import os
import platform
import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from cliffhanger.engines import duck
from cliffhanger.engines.clustered import Names, count_files, schedule_of, tables_of
from cliffhanger.measurements import releases as releasing
from cliffhanger.measurements.run_layout import COUNTED
from cliffhanger.pipeline.counting import by_duckdb, code_tables, small_tables
from cliffhanger.pipeline.ingest import ingest, last_day, store_of
from cliffhanger.pipeline.world import write_world
from cliffhanger.store.workspace import Workspace
from cliffhanger.terms import cut_of

DAYS = 200
SEASONS = 120
SESSIONS_PER_ACCOUNT = 135  # seen on this service over 200 days
BEGINNING_S = 946_684_800
WINDOWS = (7, 28, 91)
OUTPUTS = ("season_counts", "episode_counts", "completion_days")

HAND_SQL = """
CREATE OR REPLACE TEMP TABLE once AS
  SELECT season_code, account_id, episode, started, profile_id, first(home) AS home,
         131071 - min((started + arrived_lag)::BIGINT * 131072 + 131071 - seconds) % 131072 AS seconds
  FROM runs WHERE started + {b} < {cut} AND started + arrived_lag + {b} < {cut} GROUP BY ALL;
CREATE OR REPLACE TEMP VIEW inside AS
  SELECT o.*, r.runtime_s, r.season_runtime_s, o.started + {b} - r.premiere_s AS since
  FROM once o JOIN plan r ON r.season_code = o.season_code AND r.home = o.home AND r.episode = o.episode
  WHERE o.started + {b} - r.premiere_s BETWEEN 0 AND 91 * 86400 - 1;
CREATE OR REPLACE TEMP TABLE ae AS
  SELECT account_id, season_code, episode, max(home) AS home, max(runtime_s) AS rt, max(season_runtime_s) AS whole, min(started) AS first,
         sum(seconds) FILTER (since < 7 * 86400) AS s7, sum(seconds) FILTER (since < 28 * 86400) AS s28, sum(seconds) AS s91
  FROM inside GROUP BY account_id, season_code, episode;
CREATE OR REPLACE TEMP TABLE acs AS
  SELECT account_id, season_code, max(home) AS home, min(first) AS first, {acs} FROM ae GROUP BY account_id, season_code;
"""
ACS = """sum(s{d}) AS s{d}, max(coalesce(s{d}, 0) >= 120) AS st{d}, max(coalesce(s{d}, 0) * 10 >= rt * 7) AS w{d},
  sum(least(coalesce(s{d}, 0), rt)) * 10 >= max(whole) * 9 AS c{d},
  max(CASE WHEN s{d} * 10 >= rt * 7 AND s{d} >= 120 THEN episode ELSE -1 END) AS far{d}"""
SEASON_SQL = """SELECT season_code, home, {d} AS window_days, sum(s{d}) AS seconds, count(*) FILTER (s{d} > 0) AS viewers,
  count(*) FILTER (st{d}) AS starters, count(*) FILTER (w{d}) AS watchers, count(*) FILTER (c{d}) AS completers
  FROM acs GROUP BY ALL HAVING viewers > 0"""
EPISODE_SQL = """SELECT season_code, home, window_days, episode, sum(reached) AS reached, sum(furthest) AS furthest FROM (
  SELECT season_code, home, {d} AS window_days, episode, count(*) AS reached, 0 AS furthest FROM ae
    WHERE s{d} * 10 >= rt * 7 AND s{d} >= 120 GROUP BY ALL
  UNION ALL SELECT season_code, home, {d}, far{d}, 0, count(*) FROM acs WHERE far{d} >= 0 GROUP BY ALL) GROUP BY ALL"""
DAYS_SQL = """WITH m AS (SELECT i.account_id, i.season_code, i.home, i.episode, i.runtime_s, i.season_runtime_s AS whole, a.first, i.started, sum(i.seconds) AS s
    FROM inside i JOIN acs a ON a.c91 AND a.account_id = i.account_id AND a.season_code = i.season_code GROUP BY ALL),
  c AS (SELECT *, sum(s) OVER (PARTITION BY account_id, season_code, episode ORDER BY started ROWS UNBOUNDED PRECEDING) AS so FROM m),
  g AS (SELECT account_id, season_code, home, whole, first, started, sum(least(so, runtime_s) - least(so - s, runtime_s)) AS gain FROM c GROUP BY ALL),
  t AS (SELECT *, sum(gain) OVER (PARTITION BY account_id, season_code ORDER BY started ROWS UNBOUNDED PRECEDING) AS total FROM g),
  f AS (SELECT account_id, season_code, home, first, min(started) AS done FROM t WHERE total * 10 >= whole * 9 GROUP BY ALL)
  SELECT season_code, home, (done - first) // 86400 AS days, count(*) AS completers FROM f GROUP BY ALL"""


def hand_sql(connection: duckdb.DuckDBPyConnection, cut: int) -> dict[str, list[tuple[Any, ...]]]:
    """The three outputs by SQL written for the store's own codes."""
    acs = ", ".join(ACS.format(d=days) for days in WINDOWS)
    connection.execute(HAND_SQL.format(b=BEGINNING_S, cut=cut, acs=acs))
    union = " UNION ALL "
    return {
        "season_counts": connection.sql(union.join(SEASON_SQL.format(d=days) for days in WINDOWS)).fetchall(),
        "episode_counts": connection.sql(union.join(f"({EPISODE_SQL.format(d=days)})" for days in WINDOWS)).fetchall(),
        "completion_days": connection.sql(DAYS_SQL).fetchall(),
    }


def by_pandas(rows: pd.DataFrame, plan: pd.DataFrame, cut: int) -> dict[str, int]:
    """The same, in pandas, as an analyst would write it; grand totals are returned."""
    known = (rows.started + BEGINNING_S < cut) & (rows.started + rows.arrived_lag + BEGINNING_S < cut)
    rows = rows[known].sort_values("arrived_lag", kind="stable")
    rows = rows.drop_duplicates(["season_code", "account_id", "episode", "started", "profile_id"])
    rows = rows.merge(plan, on=["season_code", "home", "episode"])
    rows["since"] = rows.started + BEGINNING_S - rows.premiere_s
    rows = rows[(rows.since >= 0) & (rows.since < 91 * 86_400)]
    for days in WINDOWS:
        rows[f"s{days}"] = rows.seconds.where(rows.since < days * 86_400, 0)
    by_episode = ["account_id", "season_code", "home", "episode", "runtime_s", "season_runtime_s"]
    seen = rows.groupby(by_episode, as_index=False)[[f"s{days}" for days in WINDOWS]].sum()
    for days in WINDOWS:
        seconds = seen[f"s{days}"]
        seen[f"w{days}"] = seconds * 10 >= seen.runtime_s * 7
        seen[f"st{days}"] = seconds >= 120
        seen[f"cap{days}"] = seconds.clip(upper=seen.runtime_s)
        seen[f"far{days}"] = seen.episode.where(seen[f"w{days}"] & seen[f"st{days}"], -1)
    wanted = {
        f"{name}{days}": how
        for days in WINDOWS
        for name, how in (("s", "sum"), ("w", "max"), ("st", "max"), ("cap", "sum"), ("far", "max"))
    }
    who = seen.groupby(["account_id", "season_code", "home", "season_runtime_s"], as_index=False).agg(wanted)
    totals = {}
    for days in WINDOWS:
        who[f"c{days}"] = who[f"cap{days}"] * 10 >= who.season_runtime_s * 9
        table = who.groupby(["season_code", "home"])[[f"s{days}", f"st{days}", f"w{days}", f"c{days}"]].sum()
        totals[f"starters_{days}"] = int(table[f"st{days}"].sum())
        totals[f"completers_{days}"] = int(table[f"c{days}"].sum())
        seen[seen[f"far{days}"] >= 0].groupby(["season_code", "home", "episode"]).size()
        who[who[f"far{days}"] >= 0].groupby(["season_code", "home", f"far{days}"]).size()
    done = rows.merge(who.loc[who.c91, ["account_id", "season_code"]], on=["account_id", "season_code"])
    done = done.groupby([*by_episode, "started"], as_index=False).seconds.sum().sort_values("started")
    so_far = done.groupby(["account_id", "season_code", "episode"]).seconds.cumsum()
    done["gain"] = so_far.clip(upper=done.runtime_s) - (so_far - done.seconds).clip(upper=done.runtime_s)
    done["total"] = done.groupby(["account_id", "season_code"]).gain.cumsum()
    first = done.groupby(["account_id", "season_code"]).started.min()
    end = done[done.total * 10 >= done.season_runtime_s * 9].groupby(["account_id", "season_code"]).started.min()
    totals["completed"] = int(((end - first) // 86_400).value_counts().sum())
    return totals


def best(work: Callable[[], Any], rounds: int) -> float:
    """Seconds of the fastest round."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def peak_mb() -> float:
    """Most memory that this process ever held; ``ru_maxrss`` would count that of the process it was forked from."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def kernel_apart(workspace: str, rounds: int, answer: Any) -> None:
    """Time the kernel in a process of its own, so that its peak of memory is its own."""
    store = store_of(Workspace.open(Path(workspace)))
    manifest = store.manifest()
    names = Names(manifest.seasons, manifest.territories)
    cut = cut_of(last_day(manifest) or dt.date.max)
    loaded = duck.connect(small_tables(store, manifest))
    schedule = schedule_of(releasing.releases(loaded["episodes"], loaded["accounts"]).to_pyarrow(), names)
    files = {store.path(run): None for run in manifest.runs}
    threads = os.cpu_count() or 1
    counts = count_files(files, schedule, cut=cut, threads=threads)  # compiles
    seconds = best(lambda: count_files(files, schedule, cut=cut, threads=threads), rounds)
    totals = {name: table.num_rows for name, table in tables_of(counts, schedule, names).items()}
    answer.send((seconds, peak_mb(), totals, int(counts.seconds.sum())))


def run(sessions: int, seed: int, rounds: int, folder: Path) -> dict[str, Any]:
    """Everything; see the module."""
    found: dict[str, Any] = {"machine": f"{platform.machine()}, {os.cpu_count()} cores", "rounds": rounds}
    began = time.perf_counter()
    accounts = max(sessions // SESSIONS_PER_ACCOUNT, 200)
    write_world(folder / "log", accounts=accounts, seasons=SEASONS, days=DAYS, seed=seed, overrides={}, progress=lambda _: None)
    found["world_s"] = time.perf_counter() - began
    began = time.perf_counter()
    taken = ingest(str(folder / "log"), workspace=folder / "W", progress=lambda _: None)
    found |= {"sessions": taken.sessions, "ingest_s": time.perf_counter() - began}
    found["ingest_child_peak_mb"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024

    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=kernel_apart, args=(str(folder / "W"), rounds, theirs))
    process.start()
    found["kernel_s"], found["peak_mb"], rows, seconds = ours.recv()
    process.join()

    store = store_of(Workspace.open(folder / "W"))
    manifest = store.manifest()
    path = store.path(manifest.runs[0])
    plain = duckdb.connect()
    sums = ", ".join(f"sum({name})" for name in COUNTED)
    found["scan_s"] = best(lambda: plain.execute(f"SELECT {sums} FROM '{path}'").fetchall(), rounds)

    cut = cut_of(taken.last_day or dt.date.max)
    loaded = duck.connect(small_tables(store, manifest))
    releases = releasing.releases(loaded["episodes"], loaded["accounts"]).to_pyarrow()
    plan_of(plain, releases, code_tables(manifest))
    slow = max(rounds // 2, 1)
    plain.execute(f"CREATE VIEW runs AS SELECT * FROM '{path}'")
    answers = hand_sql(plain, cut)
    found["sql_s"] = best(lambda: hand_sql(plain, cut), slow)
    found["ibis_s"] = best(lambda: by_duckdb(store, manifest, releases, taken.last_day or dt.date.max, lambda _: None), slow)
    found["equal"] = {name: len(answers[name]) for name in OUTPUTS} == rows and sum(
        row[3] for row in answers["season_counts"]
    ) == seconds

    codes = tenth(manifest.runs[0].seasons)
    wanted = ", ".join(str(code) for code in codes)
    part = pd.DataFrame(store.merged(manifest, codes))
    plain.execute("DROP VIEW runs")
    plain.execute(f"CREATE VIEW runs AS SELECT * FROM '{path}' WHERE season_code IN ({wanted})")
    plan = plain.sql("FROM plan").df()
    found["tenth_sessions"] = len(part)
    found["tenth_sql_s"] = best(lambda: hand_sql(plain, cut), slow)
    found["tenth_pandas_s"] = best(lambda: by_pandas(part, plan, cut), 1)
    found |= {
        "kernel_scan_ratio": found["kernel_s"] / found["scan_s"],
        "ibis_sql_ratio": found["ibis_s"] / found["sql_s"],
        "pandas_sql_ratio": found["tenth_pandas_s"] / found["tenth_sql_s"],
        "sql_to_sort_and_kernel_ratio": found["sql_s"] / (found["ingest_s"] + found["kernel_s"]),
        "sql_kernel_ratio": found["sql_s"] / found["kernel_s"],
        "store_mb": path.stat().st_size / 2**20,
    }
    return found


def plan_of(plain: duckdb.DuckDBPyConnection, releases: Any, codes: dict[str, Any]) -> None:
    """Releases by code, for the SQL."""
    for name, table in {"releases": releases, **codes}.items():
        plain.register(f"given_{name}", table)
    plain.execute("""CREATE TABLE plan AS SELECT s.code AS season_code, t.code AS home, r.episode, r.runtime_s,
      min(r.released_s) OVER w AS premiere_s, sum(r.runtime_s) OVER w AS season_runtime_s
      FROM given_releases r JOIN given_seasons s USING (title_id, season) JOIN given_territories t ON t.name = r.territory
      WINDOW w AS (PARTITION BY r.title_id, r.season, r.territory)""")


def tenth(seasons: dict[int, int]) -> list[int]:
    """Seasons that together hold about a tenth of the rows, largest first that still fit."""
    left, chosen = sum(seasons.values()) // 10, []
    for code, rows in sorted(seasons.items(), key=lambda item: -item[1]):
        if rows <= left:
            chosen.append(code)
            left -= rows
    return chosen


def main() -> None:
    """Read the options, run, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sessions", type=int, default=1_000_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="cliffhanger-measure-"))
    try:
        found = run(asked.sessions, asked.seed, asked.rounds, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if asked.json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"{name:32} {value:.3f}" if isinstance(value, float) else f"{name:32} {value}")


if __name__ == "__main__":
    main()
