"""The season measures as others would write them: hand-written SQL, pandas and Polars. Rivals of ``measure.py``."""

from __future__ import annotations

from typing import Any

import duckdb
import pandas as pd
import polars as pl

BEGINNING_S = 946_684_800
WINDOWS = (7, 28, 91)

HAND_SQL = """
CREATE OR REPLACE TEMP TABLE once AS
  SELECT season_code, account_id, episode, started, profile_id, first(home) AS home,
         131071 - min((started + arrived_lag)::BIGINT * 131072 + 131071 - seconds) % 131072 AS seconds
  FROM {runs} WHERE started + {b} < {cut} AND started + arrived_lag + {b} < {cut} GROUP BY ALL;
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


def hand_sql(
    connection: duckdb.DuckDBPyConnection, cut: int, chunks: list[list[int]] | None = None
) -> dict[str, list[tuple[Any, ...]]]:
    """The three outputs by SQL over a view ``runs`` and a table ``plan``, whole or season by season."""
    if chunks is None:
        return _hand_sql(connection, cut, "runs")
    found: dict[str, list[tuple[Any, ...]]] = {}
    for codes in chunks:
        some = f"(SELECT * FROM runs WHERE season_code BETWEEN {codes[0]} AND {codes[-1]})"
        for name, rows in _hand_sql(connection, cut, some).items():
            found.setdefault(name, []).extend(rows)
    return found


def _hand_sql(connection: duckdb.DuckDBPyConnection, cut: int, runs: str) -> dict[str, list[tuple[Any, ...]]]:
    acs = ", ".join(ACS.format(d=days) for days in WINDOWS)
    connection.execute(HAND_SQL.format(b=BEGINNING_S, cut=cut, acs=acs, runs=runs))
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


def by_polars(rows: pl.DataFrame, plan: pl.DataFrame, cut: int) -> dict[str, int]:
    """The same, lazily in Polars; grand totals are returned."""
    key = ["season_code", "account_id", "episode", "started", "profile_id"]
    start = pl.col("started").cast(pl.Int64) + BEGINNING_S
    known = rows.lazy().filter((start < cut) & (start + pl.col("arrived_lag") < cut))
    known = known.sort("arrived_lag", maintain_order=True).unique(key, keep="first")
    inside = known.join(plan.lazy(), on=["season_code", "home", "episode"]).with_columns(since=start - pl.col("premiere_s"))
    inside = inside.filter(pl.col("since").is_between(0, 91 * 86_400 - 1))
    by = ["account_id", "season_code", "home", "episode", "runtime_s", "season_runtime_s"]
    seen = inside.group_by(by).agg(**{f"s{d}": pl.col("seconds").filter(pl.col("since") < d * 86_400).sum() for d in WINDOWS})
    for d in WINDOWS:
        s = pl.col(f"s{d}")
        seen = seen.with_columns(
            (s * 10 >= pl.col("runtime_s") * 7).alias(f"w{d}"),
            (s >= 120).alias(f"st{d}"),
            pl.min_horizontal(s, pl.col("runtime_s")).alias(f"cap{d}"),
        ).with_columns(pl.when(pl.col(f"w{d}") & pl.col(f"st{d}")).then(pl.col("episode")).otherwise(-1).alias(f"far{d}"))
    both = ["account_id", "season_code"]
    who = seen.group_by([*both, "home", "season_runtime_s"]).agg(
        **{f"{n}{d}": pl.col(f"{n}{d}").sum() for n in ("s", "cap") for d in WINDOWS},
        **{f"{n}{d}": pl.col(f"{n}{d}").max() for n in ("w", "st", "far") for d in WINDOWS},
    )
    who = who.with_columns(**{f"c{d}": pl.col(f"cap{d}") * 10 >= pl.col("season_runtime_s") * 9 for d in WINDOWS}).collect()
    seen_now = seen.collect()
    totals = {}
    for d in WINDOWS:
        table = who.group_by("season_code", "home").agg(pl.col(f"s{d}", f"st{d}", f"w{d}", f"c{d}").sum())
        totals[f"starters_{d}"], totals[f"completers_{d}"] = int(table[f"st{d}"].sum()), int(table[f"c{d}"].sum())
        seen_now.filter(pl.col(f"far{d}") >= 0).group_by("season_code", "home", "episode").len()
        who.filter(pl.col(f"far{d}") >= 0).group_by("season_code", "home", f"far{d}").len()
    done = (
        inside.join(who.lazy().filter(pl.col("c91")).select(both), on=both)
        .group_by([*by, "started"])
        .agg(pl.col("seconds").sum())
    )
    done = done.sort("started").with_columns(so_far=pl.col("seconds").cum_sum().over([*both, "episode"]))
    runtime, so_far = pl.col("runtime_s"), pl.col("so_far")
    gain = pl.min_horizontal(so_far, runtime) - pl.min_horizontal(so_far - pl.col("seconds"), runtime)
    done = done.with_columns(gain=gain).with_columns(total=pl.col("gain").cum_sum().over(both))
    first = done.group_by(both).agg(first=pl.col("started").min())
    end = done.filter(pl.col("total") * 10 >= pl.col("season_runtime_s") * 9).group_by(both).agg(end=pl.col("started").min())
    totals["completed"] = first.join(end, on=both).collect().height
    return totals
