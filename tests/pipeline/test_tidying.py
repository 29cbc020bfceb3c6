"""A log that comes day by day: runs are merged, seasons frozen and thawed, and the answers stay those of the whole."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from cliffhanger.errors import WorkspaceError
from cliffhanger.pipeline.compaction import TOGETHER
from cliffhanger.pipeline.ingest import Ingested, ingest, store_of
from cliffhanger.pipeline.measure import Engine, SeasonRow, measured, season_rows
from cliffhanger.store.log_store import LogManifest
from cliffhanger.store.workspace import Workspace
from tests.measurements.random_log import random_log

PIECES = TOGETHER + 2
DAYS = [dt.date(2024, 3, 1), dt.date(2024, 6, 1), dt.date(2024, 9, 30), None]


def take(folder: Path, log: dict[str, pa.Table], workspace: Path, *names: str) -> Ingested:
    for name in ("viewing", *names):
        folder.mkdir(exist_ok=True)
        pq.write_table(log[name], folder / f"{name}.parquet")
    return ingest(str(folder), workspace=workspace, progress=lambda _: None)


def seasons(workspace: Path, *, engine: Engine = "clustered", as_of: dt.date | None = None) -> list[SeasonRow]:
    with measured(Workspace.open(workspace), as_of=as_of, engine=engine, k=1, progress=lambda _: None) as found:
        return season_rows(found)


def manifest(workspace: Path) -> LogManifest:
    return store_of(Workspace.open(workspace)).manifest()


def arrived(viewing: pa.Table) -> pa.ChunkedArray:
    return pc.coalesce(viewing.column("arrived_at"), viewing.column("started_at"))


@pytest.fixture(scope="module")
def log() -> dict[str, pa.Table]:
    """A log whose last rows come long after its seasons are over, and one of them for a window that had elapsed."""
    made = random_log(21, accounts=80, sessions=1_500)
    viewing = made["viewing"]
    short = viewing.filter(pc.equal(viewing.column("title_id"), "short")).slice(0, 3)
    place = short.schema.get_field_index("profile_id")
    short = short.set_column(place, "profile_id", pa.array(np.full(3, 7), pa.int64()))
    late = pa.array([dt.datetime.fromisoformat("2024-10-20T10:00")] * 3, viewing.schema.field("arrived_at").type)
    very_late = short.set_column(short.schema.get_field_index("arrived_at"), "arrived_at", late)
    rewatch = viewing.filter(pc.equal(viewing.column("title_id"), "one")).slice(0, 1)
    for name in ("started_at", "arrived_at"):
        when = pa.array([dt.datetime.fromisoformat("2024-10-25T10:00")], viewing.schema.field(name).type)
        rewatch = rewatch.set_column(rewatch.schema.get_field_index(name), name, when)
    return made | {"viewing": pa.concat_tables([viewing, very_late, rewatch])}


@pytest.fixture(scope="module")
def whole(log: dict[str, pa.Table], tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("whole")
    take(place / "log", log, place / "W", "episodes", "accounts")
    return place / "W"


@pytest.fixture(scope="module")
def in_days(log: dict[str, pa.Table], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Ingested], list[LogManifest]]:
    """The same log in pieces by arrival, each with some rows of the piece before; the last two hold the very late rows."""
    place = tmp_path_factory.mktemp("days")
    viewing = log["viewing"]
    when = arrived(viewing)
    edges = [dt.datetime.fromisoformat("2000-01-01")]
    edges += [dt.datetime.fromisoformat("2024-01-10") + dt.timedelta(days=30 * k) for k in range(PIECES - 2)]
    edges += [dt.datetime.fromisoformat("2024-10-15"), dt.datetime.fromisoformat("2060-01-01")]
    taken, manifests = [], []
    for number, (start, end) in enumerate(pairwise(edges)):
        part = viewing.filter(pc.and_(pc.greater_equal(when, start), pc.less(when, end)))
        before = viewing.filter(pc.less(when, start)).slice(0, 5)
        some = log | {"viewing": pa.concat_tables([part, before])}
        taken.append(take(place / str(number), some, place / "W", *(("episodes", "accounts") if number == 0 else ())))
        manifests.append(manifest(place / "W"))
    return place / "W", taken, manifests


@pytest.mark.parametrize("as_of", DAYS)
def test_days_add_up_to_the_whole_on_every_day(
    in_days: tuple[Path, list[Ingested], list[LogManifest]], whole: Path, as_of: dt.date | None
) -> None:
    expected = seasons(whole, engine="duckdb", as_of=as_of)
    assert seasons(in_days[0], as_of=as_of) == expected
    assert seasons(in_days[0], engine="duckdb", as_of=as_of) == expected
    assert seasons(whole, as_of=as_of) == expected


def test_runs_of_a_size_are_merged_and_lose_what_is_repeated(
    in_days: tuple[Path, list[Ingested], list[LogManifest]], whole: Path
) -> None:
    _, taken, manifests = in_days
    assert len(taken) == PIECES
    assert [len(one.runs) for one in manifests] == [*range(1, TOGETHER), 1, 2, 3]
    viewing = next(table for table in taken[TOGETHER - 1].tables if table.table == "viewing")
    repeated = taken[TOGETHER - 2].sessions + viewing.accepted - viewing.duplicates - manifests[TOGETHER - 1].runs[0].rows
    assert repeated > 0
    store, last = store_of(Workspace.open(in_days[0])), manifests[-1]
    everything = store.merged(last.runs, range(len(last.seasons)))
    assert len(everything["account_id"]) == manifest(whole).runs[0].rows


def test_seasons_that_are_over_are_frozen_and_thawed_by_rows_for_their_windows(
    in_days: tuple[Path, list[Ingested], list[LogManifest]],
) -> None:
    _, taken, manifests = in_days

    def kept(one: LogManifest) -> set[tuple[str, int]]:
        return {one.seasons[code] for code in (one.frozen.seasons if one.frozen else ())}

    assert kept(manifests[0]) == set()
    assert ("short", 1) in kept(manifests[-2])
    assert ("recent", 1) not in kept(manifests[5])
    assert ("short", 1) in taken[-1].restated
    assert ("one", 1) not in taken[-1].restated  # a rewatch long after its windows changes nothing
    (last,) = [season for code, season in (manifests[-1].frozen.seasons if manifests[-1].frozen else {}).items()
               if manifests[-1].seasons[code] == ("short", 1)]  # fmt: skip
    assert last.known > max(s.known for s in (manifests[-2].frozen.seasons if manifests[-2].frozen else {}).values())


def test_frozen_counts_are_read_and_damage_to_them_is_refused(
    in_days: tuple[Path, list[Ingested], list[LogManifest]],
) -> None:
    workspace = in_days[0]
    store = store_of(Workspace.open(workspace))
    frozen = store.manifest().frozen
    assert frozen is not None
    path = store.path(frozen)
    good = path.read_bytes()
    try:
        path.write_bytes(good[:-40] + b"x" + good[-39:])
        with pytest.raises(WorkspaceError, match="log"):
            seasons(workspace)
    finally:
        path.write_bytes(good)


def test_a_changed_schedule_is_counted_anew(log: dict[str, pa.Table], tmp_path: Path) -> None:
    take(tmp_path / "a", log, tmp_path / "W", "episodes", "accounts")
    episodes = log["episodes"]
    longer = pc.add(episodes.column("runtime_s"), pa.scalar(500, episodes.schema.field("runtime_s").type))
    changed = log | {"episodes": episodes.set_column(episodes.schema.get_field_index("runtime_s"), "runtime_s", longer)}
    changed |= {"viewing": log["viewing"].slice(0, 1)}
    take(tmp_path / "b", changed, tmp_path / "W", "episodes", "accounts")
    assert seasons(tmp_path / "W") == seasons(tmp_path / "W", engine="duckdb")


def test_an_account_that_moves_keeps_its_first_home_and_is_counted(log: dict[str, pa.Table], tmp_path: Path) -> None:
    take(tmp_path / "a", log, tmp_path / "W", "episodes", "accounts")
    before = {(row.title_id, row.territory, row.window_days): row.viewers for row in seasons(tmp_path / "W")}
    homes = log["accounts"].column("territory").to_pylist()
    elsewhere = pa.array(["US" if home == "AT" else home for home in homes])
    accounts = log["accounts"].set_column(log["accounts"].schema.get_field_index("territory"), "territory", elsewhere)
    again = log | {"accounts": accounts, "viewing": log["viewing"].slice(0, 30)}
    taken = take(tmp_path / "b", again, tmp_path / "W", "episodes", "accounts")
    assert next(table.moved for table in taken.tables if table.table == "accounts") == homes.count("AT") > 0
    after = seasons(tmp_path / "W")
    assert {(row.title_id, row.territory, row.window_days): row.viewers for row in after} == before
    assert after == seasons(tmp_path / "W", engine="duckdb")
