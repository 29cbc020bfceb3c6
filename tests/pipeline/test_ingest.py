"""Taking a log in: counts add up, engines agree, days add up to the whole, damage is refused, dying leaves no trace."""

from __future__ import annotations

import datetime as dt
import os
import random
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from cliffhanger.errors import InputError, NotFoundError, UsageError, WorkspaceError
from cliffhanger.pipeline.ingest import Ingested, ingest, store_of
from cliffhanger.pipeline.measure import Engine, SeasonRow, measured, season_rows
from cliffhanger.store.workspace import Workspace
from tests.measurements.random_log import random_log

KILLS = 10


def silent(_: str) -> None:
    return None


def write_log(folder: Path, log: dict[str, pa.Table], *, only_viewing: bool = False) -> Path:
    (folder / "viewing").mkdir(parents=True)
    pq.write_table(log["viewing"], folder / "viewing" / "part.parquet")
    for name in () if only_viewing else ("episodes", "accounts"):
        pq.write_table(log[name], folder / f"{name}.parquet")
    return folder


def take(folder: Path, workspace: Path) -> Ingested:
    return ingest(str(folder), workspace=workspace, progress=silent)


def seasons(workspace: Path, *, engine: Engine = "clustered", as_of: dt.date | None = None, k: int = 1) -> list[SeasonRow]:
    with measured(Workspace.open(workspace), as_of=as_of, engine=engine, k=k, progress=silent) as found:
        return season_rows(found)


@pytest.fixture(scope="module")
def log() -> dict[str, pa.Table]:
    return random_log(11, accounts=80, sessions=1_500)


@pytest.fixture(scope="module")
def whole(log: dict[str, pa.Table], tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("whole")
    take(write_log(place / "log", log), place / "W")
    return place / "W"


def test_accepted_and_quarantined_add_up_and_the_quarantine_says_why(log: dict[str, pa.Table], tmp_path: Path) -> None:
    taken = take(write_log(tmp_path / "log", log), tmp_path / "W")
    viewing = next(table for table in taken.tables if table.table == "viewing")
    assert viewing.total == log["viewing"].num_rows
    assert viewing.accepted + viewing.quarantined == viewing.total
    assert sum(viewing.reasons.values()) == viewing.quarantined > 0
    assert taken.sessions == viewing.accepted - viewing.duplicates
    assert viewing.duplicates > 0
    store = store_of(Workspace.open(tmp_path / "W"))
    kept = [pq.read_table(store.path(file)) for file in store.manifest().quarantined]
    assert sum(table.num_rows for table in kept) == viewing.quarantined
    assert all(reason for table in kept for reason in table.column("reason").to_pylist())


def test_the_same_files_are_taken_once(log: dict[str, pa.Table], tmp_path: Path) -> None:
    folder = write_log(tmp_path / "log", log)
    first = take(folder, tmp_path / "W")
    again = take(folder, tmp_path / "W")
    assert again.on_file_before
    assert again.sessions == first.sessions


@pytest.mark.parametrize("as_of", [dt.date(2024, 1, 20), dt.date(2024, 4, 30), None])
def test_the_kernel_and_duckdb_answer_alike(whole: Path, as_of: dt.date | None) -> None:
    rows = seasons(whole, as_of=as_of)
    assert rows == seasons(whole, engine="duckdb", as_of=as_of)
    assert any(row.starters for row in rows)


def test_a_log_taken_in_pieces_equals_the_whole(log: dict[str, pa.Table], whole: Path, tmp_path: Path) -> None:
    viewing = log["viewing"]
    arrived = pc.coalesce(viewing.column("arrived_at"), viewing.column("started_at"))
    edges = [dt.datetime.fromisoformat(day) for day in ("2000-01-01", "2024-02-01", "2024-03-01", "2024-03-02", "2060-01-01")]
    for number, (start, end) in enumerate(pairwise(edges)):
        part = viewing.filter(pc.and_(pc.greater_equal(arrived, start), pc.less(arrived, end)))
        take(write_log(tmp_path / str(number), log | {"viewing": part}, only_viewing=number > 0), tmp_path / "W")
    assert len(store_of(Workspace.open(tmp_path / "W")).manifest().runs) == 4
    assert seasons(tmp_path / "W") == seasons(whole)
    assert seasons(tmp_path / "W", engine="duckdb") == seasons(whole)


def test_open_windows_are_null_and_small_groups_hidden(whole: Path) -> None:
    early = [row for row in seasons(whole, as_of=dt.date(2024, 1, 20)) if row.window_days == 91 and row.title_id == "binge"]
    assert early
    assert all(row.window_open and row.hours is None and row.starters is None for row in early)
    shown = seasons(whole, k=50)
    assert any(row.suppressed for row in shown)
    assert all(
        count is None or count == 0 or count >= 50 for row in shown for count in (row.viewers, row.starters, row.completers)
    )


def test_what_cannot_be_asked_is_refused(whole: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="the log ends on"):
        seasons(whole, as_of=dt.date(2030, 1, 1))
    with pytest.raises(UsageError, match="no size of a group"):
        seasons(whole, k=0)
    Workspace.create(tmp_path / "empty")
    with pytest.raises(WorkspaceError, match="holds no viewing log"):
        seasons(tmp_path / "empty")
    with (
        measured(Workspace.open(whole), as_of=None, engine="clustered", k=1, progress=silent) as found,
        pytest.raises(NotFoundError, match="weekly"),
    ):
        season_rows(found, title="weekley")


def test_every_damage_to_a_run_is_refused(log: dict[str, pa.Table], tmp_path: Path) -> None:
    take(write_log(tmp_path / "log", log), tmp_path / "W")
    store = store_of(Workspace.open(tmp_path / "W"))
    path = store.path(store.manifest().runs[0])
    good, rng = path.read_bytes(), random.Random(4)  # noqa: S311 - which bit, not a secret
    for number in range(500):
        bad = bytearray(good)
        if number % 5:
            bad[rng.randrange(len(bad))] ^= 1 << rng.randrange(8)
        else:
            del bad[rng.randrange(len(bad)) :]
        path.write_bytes(bad)
        with pytest.raises(WorkspaceError, match="log"):
            store.path(store.manifest().runs[0])
    path.write_bytes(good)
    assert store.path(store.manifest().runs[0]) == path


def test_damaged_incoming_files_leave_the_parent_and_the_workspace_whole(
    log: dict[str, pa.Table], whole: Path, tmp_path: Path
) -> None:
    folder = write_log(tmp_path / "log", log)
    path, rng = folder / "viewing" / "part.parquet", random.Random(5)  # noqa: S311
    good = path.read_bytes()
    take(folder, tmp_path / "W")
    before = store_of(Workspace.open(tmp_path / "W")).manifest()
    for number in range(6):
        bad = bytearray(good)
        if number % 2:
            bad[rng.randrange(4, len(bad))] ^= 255
        else:
            del bad[rng.randrange(len(bad)) :]
        path.write_bytes(bad)
        try:
            taken = take(folder, tmp_path / "W")
        except InputError:
            assert store_of(Workspace.open(tmp_path / "W")).manifest() == before
        else:  # no checksum told of the change: the rows still add up
            assert all(table.accepted + table.quarantined == table.total for table in taken.tables)
            before = store_of(Workspace.open(tmp_path / "W")).manifest()


@pytest.mark.slow
def test_killing_an_ingest_leaves_the_state_before_or_after(log: dict[str, pa.Table], whole: Path, tmp_path: Path) -> None:
    folder = write_log(tmp_path / "log", log)
    late = write_log(tmp_path / "late", log | {"viewing": log["viewing"].slice(0, 500)}, only_viewing=True)
    take(folder, tmp_path / "W")
    rng, expected = random.Random(6), seasons(whole)  # noqa: S311
    command = [sys.executable, "-m", "cliffhanger", "ingest", str(late), "--workspace", str(tmp_path / "W")]
    sequences = []
    for _ in range(KILLS):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(rng.uniform(0.5, 6.0))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        store = store_of(Workspace.open(tmp_path / "W"))
        sequences.append(store.manifest().sequence)
        assert seasons(tmp_path / "W") == expected  # the late rows repeat what is there, so the answer is one before and after
    assert sequences == sorted(sequences)
    take(late, tmp_path / "W")
    store = store_of(Workspace.open(tmp_path / "W"))
    manifest = store.manifest()
    assert manifest.sequence == 2
    named = {file.file for file in manifest.files}
    with store.writing():
        assert {f"{path.parent.name}/{path.name}" for path in store.folder.glob("*/*.parquet")} == named
        assert len(list(store.folder.glob(".incoming-*"))) == 1  # the one being written now
    assert seasons(tmp_path / "W") == expected


def test_a_full_disk_is_said_and_the_old_log_is_still_served(log: dict[str, pa.Table], whole: Path, tmp_path: Path) -> None:
    take(write_log(tmp_path / "log", log), tmp_path / "W")
    expected = seasons(whole)
    more = write_log(tmp_path / "more", log | {"viewing": log["viewing"].slice(0, 1_000)}, only_viewing=True)
    command = [sys.executable, "-m", "cliffhanger", "ingest", str(more), "--workspace", str(tmp_path / "W")]
    limit = f"import os, resource; resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000)); os.execv({command[0]!r}, {command!r})"
    done = subprocess.run([sys.executable, "-c", limit], capture_output=True, text=True, check=False)
    assert done.returncode == 4, done.stderr
    assert "what was on file is still there" in done.stderr
    assert "Free some space" in done.stderr
    assert store_of(Workspace.open(tmp_path / "W")).manifest().sequence == 1
    assert seasons(tmp_path / "W") == expected
    take(more, tmp_path / "W")
    assert seasons(tmp_path / "W") == expected


@pytest.mark.parametrize("source", ["spark://127.0.0.1:7077/log", "catalogue"])
def test_a_log_on_a_cluster_is_not_taken_in_and_says_what_to_do(source: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="measure --engine spark"):
        ingest(source, workspace=tmp_path / "W", progress=silent)
    assert not (tmp_path / "W").exists()
