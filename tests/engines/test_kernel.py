"""The kernel counts what the Ibis definition counts, cell by cell."""

from __future__ import annotations

import datetime as dt
from typing import Any

import ibis
import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from cliffhanger.engines.clustered import Names, schedule_of, tables_of
from cliffhanger.engines.kernel import Counts, count
from cliffhanger.measurements.releases import premieres, releases
from cliffhanger.measurements.run_layout import BEGINNING_S, COUNTED, SORT, rows_of
from cliffhanger.measurements.season_core import account_episodes, account_seasons, in_window
from cliffhanger.measurements.season_counts import completion_days, episode_counts, season_counts
from cliffhanger.measurements.sessions import sessions
from cliffhanger.store.log_merge import merge
from cliffhanger.store.log_runs import SCHEMA
from cliffhanger.terms import cut_of
from tests.measurements.random_log import SEASONS, TERRITORIES, random_log

DAYS = st.dates(dt.date(2023, 12, 1), dt.date(2024, 12, 31))


def defined(log: dict[str, pa.Table], as_of: dt.date) -> dict[str, pa.Table]:
    con = ibis.duckdb.connect(threads=1)
    viewing, episodes, accounts = (con.create_table(name, log[name]) for name in ("viewing", "episodes", "accounts"))
    out = con.create_table("out", releases(episodes, accounts).to_pyarrow())
    rows = in_window(sessions(viewing, as_of=as_of), out, premieres(out), accounts)
    saw = con.create_table("saw", account_episodes(rows).to_pyarrow())
    who = con.create_table("who", account_seasons(saw).to_pyarrow())
    return {
        "season_counts": season_counts(who).to_pyarrow(),
        "episode_counts": episode_counts(saw, who).to_pyarrow(),
        "completion_days": completion_days(rows, who).to_pyarrow(),
    }


def counted(log: dict[str, pa.Table], as_of: dt.date, *, pieces: int = 1) -> dict[str, pa.Table]:
    con = ibis.duckdb.connect(threads=1)
    viewing, episodes, accounts = (con.create_table(name, log[name]) for name in ("viewing", "episodes", "accounts"))
    names = Names([(title, season) for title, season, *_ in SEASONS] + [("local", 1)], TERRITORIES)
    seasons = pa.table(
        {
            "code": pa.array(range(len(names.seasons)), pa.int32()),
            "title_id": [title for title, _ in names.seasons],
            "season": pa.array([season for _, season in names.seasons], pa.int16()),
        }
    )
    words = {"t": TERRITORIES, "p": ("ads", "standard")}
    codes = {
        k: con.create_table(k, pa.table({"code": pa.array(range(len(v)), pa.int16()), "name": list(v)})) for k, v in words.items()
    }
    rows = rows_of(viewing, accounts, con.create_table("s", seasons), codes["t"], codes["p"]).to_pyarrow()
    columns = in_runs({name: rows.column(name).to_numpy() for name in SCHEMA.names}, runs=pieces)
    schedule = schedule_of(releases(episodes, accounts).to_pyarrow(), names)
    total = Counts.empty(schedule)
    group = np.cumsum(np.r_[True, np.diff(columns["account_id"]) != 0]) * pieces // max(len(columns["account_id"]), 1)
    for piece in np.unique(group):
        part = Counts.empty(schedule)
        batch = {name: np.ascontiguousarray(columns[name][group == piece]) for name in COUNTED}
        count(batch, schedule, part, cut=cut_of(as_of) - BEGINNING_S)
        total.add(part)
    return tables_of(total, schedule, names)


def in_runs(columns: dict[str, NDArray[Any]], *, runs: int) -> dict[str, NDArray[Any]]:
    """Deal the rows out to so many sorted runs, and merge these."""
    dealt = np.arange(len(columns["account_id"])) % runs
    parts = []
    for run in range(runs):
        part = {name: column[dealt == run] for name, column in columns.items()}
        order = np.lexsort([-part["seconds"].astype(np.int64), *(part[name] for name in reversed(SORT))])
        parts.append({name: column[order] for name, column in part.items()})
    return merge(parts)


def cells(table: pa.Table) -> list[tuple[object, ...]]:
    names = sorted(table.column_names)
    return sorted(zip(*(table.column(name).to_pylist() for name in names), strict=True))


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), as_of=DAYS, pieces=st.integers(1, 5))
def test_every_cell_equals_the_definition(seed: int, as_of: dt.date, pieces: int) -> None:
    log = random_log(seed, accounts=25, sessions=400)
    expected, got = defined(log, as_of), counted(log, as_of, pieces=pieces)
    for name, table in expected.items():
        assert cells(got[name]) == cells(table), name


@pytest.mark.parametrize("name", ["season_counts", "episode_counts", "completion_days"])
def test_the_random_log_has_something_to_count_in_every_table(name: str) -> None:
    log = random_log(3, accounts=60, sessions=3_000)
    table = counted(log, dt.date(2024, 12, 31))[name]
    assert table.num_rows > 50
    assert set(table.column("title_id").to_pylist()) >= {"one", "binge", "weekly", "soap"}
