"""A log that is measured where it lies gives, to the byte, what it gives once it was taken in."""

# ruff: noqa: F811 - fixtures are imported, and asked for by their names

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from cliffhanger.cli import run
from cliffhanger.errors import EngineError, InputError, UsageError
from cliffhanger.pipeline.check import check
from cliffhanger.pipeline.in_place import CountedLog, count_in_place
from cliffhanger.pipeline.ingest import ingest
from cliffhanger.pipeline.intake import NO_MAPPING
from cliffhanger.pipeline.world import write_world
from cliffhanger.store.configuration import SparkSection
from cliffhanger.store.workspace import Workspace
from tests.engines.spark_cluster import ON_SPARK, free_port, spark, spark_master  # noqa: F401 - fixtures
from tests.measurements.random_log import random_log
from tests.sources.small_log import write_duckdb

NOWHERE = SparkSection(master="spark://127.0.0.1:1")
MOST_ROWS = 10_000


def silent(_: str) -> None:
    return None


def on_duckdb(source: Path | str, as_of: dt.date | None = None) -> CountedLog:
    return count_in_place(str(source), NO_MAPPING, engine="duckdb", cluster=NOWHERE, as_of=as_of, progress=silent)


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What the command prints on standard output."""
    capsys.readouterr()
    assert run(words) == 0
    return capsys.readouterr().out


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A simulated service, and beside it a workspace ``W`` that has taken its log in."""
    place = tmp_path_factory.mktemp("service")
    told = write_world(place / "log", accounts=250, seasons=8, days=200, seed=3, overrides={}, progress=silent)
    assert 1_000 < told.sessions <= MOST_ROWS
    ingest(str(place / "log"), workspace=place / "W", progress=silent)
    return place


@pytest.fixture(scope="module")
def dirty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A random log, in which sessions of unknown accounts and episodes break rules, and a workspace that has taken it in."""
    place = tmp_path_factory.mktemp("dirty")
    (place / "log" / "viewing").mkdir(parents=True)
    log = random_log(23, accounts=60, sessions=700)
    half = log["viewing"].num_rows // 2
    for number, rows in enumerate((log["viewing"].slice(0, half), log["viewing"].slice(half))):
        pq.write_table(rows, place / "log" / "viewing" / f"{number}.parquet")
    for name in ("episodes", "accounts"):
        pq.write_table(log[name], place / "log" / f"{name}.parquet")
    ingest(str(place / "log"), workspace=place / "W", progress=silent)
    return place


def answer(capsys: pytest.CaptureFixture[str], place: Path, *words: str) -> str:
    return said(capsys, "measure", "--workspace", str(place / "W"), "--json", "--k", "3", *words)


@pytest.mark.parametrize("as_of", ["2024-03-01", "2024-07-18"])
def test_duckdb_in_place_gives_the_bytes_of_the_kernel(service: Path, capsys: pytest.CaptureFixture[str], as_of: str) -> None:
    taken_in = answer(capsys, service, "--as-of", as_of)
    assert taken_in.count('"hours"') > 20
    assert answer(capsys, service, "--as-of", as_of, "--log", str(service / "log")) == taken_in


def test_by_default_it_is_measured_as_of_its_last_day(dirty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, dirty, "--log", str(dirty / "log"), "--engine", "duckdb") == answer(capsys, dirty)


def test_the_rows_left_out_are_told_and_are_those_that_check_sets_aside(dirty: Path) -> None:
    told: list[str] = []
    count_in_place(str(dirty / "log"), NO_MAPPING, engine="duckdb", cluster=NOWHERE, as_of=None, progress=told.append)
    viewing = check(str(dirty / "log"), workspace=None, memory_limit=None, temp_directory=None, progress=silent).tables[0]
    assert viewing.quarantined > 50
    assert f"viewing: {viewing.rows:,} rows, {viewing.quarantined:,} of them left out because they break a rule" in told
    assert "accounts: 60 rows, 0 of them left out because they break a rule" in told


def test_a_duckdb_file_is_measured_too(dirty: Path, tmp_path: Path) -> None:
    tables = {path.name.removesuffix(".parquet"): pq.read_table(path) for path in (dirty / "log").iterdir()}
    there, here = on_duckdb(write_duckdb(tmp_path / "log.duckdb", tables)), on_duckdb(dirty / "log")
    for name, counts in here.counts.items():
        assert counts.num_rows > 10
        order = [(column, "ascending") for column in counts.column_names]
        assert there.counts[name].sort_by(order) == counts.sort_by(order)


def test_a_workspace_names_the_log_and_its_columns(dirty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    renamed(dirty, tmp_path / "log")
    workspace = Workspace.create(tmp_path / "W")
    (workspace.path / "cliffhanger.toml").write_text(
        f'[log]\nsource = "{tmp_path / "log"}"\n[tables.viewing]\nsource = "plays"\n'
        '[tables.viewing.columns]\naccount_id = "household"\nseconds_viewed = { from = "ms_played", unit = "milliseconds" }\n'
    )
    assert answer(capsys, tmp_path, "--engine", "duckdb") == answer(capsys, dirty)


def test_a_log_of_which_nothing_can_be_taken_is_refused(dirty: Path, tmp_path: Path) -> None:
    tables = {name: pq.read_table(dirty / "log" / f"{name}.parquet") for name in ("episodes", "accounts")}
    viewing = pq.read_table(dirty / "log" / "viewing")
    unknown = viewing.set_column(0, "account_id", pa.array([999] * viewing.num_rows, pa.int64()))
    for name, rows in (tables | {"viewing": unknown}).items():
        pq.write_table(rows, tmp_path / f"{name}.parquet")
    with pytest.raises(InputError, match="no session can be taken"):
        on_duckdb(tmp_path)


def test_a_day_after_the_log_s_last_is_refused(dirty: Path) -> None:
    with pytest.raises(UsageError, match="the log ends on"):
        on_duckdb(dirty / "log", dt.date(2031, 1, 1))


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no viewing"):
        on_duckdb(tmp_path)


def test_duckdb_is_not_asked_for_what_only_a_cluster_reads() -> None:
    with pytest.raises(UsageError, match="--engine spark"):
        on_duckdb("s3a://viewing/log")


def test_the_kernel_is_not_asked_for_a_log_that_was_not_taken_in(dirty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["measure", "--engine", "clustered", "--log", str(dirty / "log"), "--workspace", str(dirty / "W")]) == 2
    assert "--engine duckdb or spark" in capsys.readouterr().err


def test_an_unknown_engine_is_refused_with_the_choices(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["measure", "--engine", "nonsense"]) == 2
    told = capsys.readouterr().err
    assert all(f'"{name}"' in told for name in ("clustered", "duckdb", "spark"))


def test_a_cluster_that_does_not_answer_is_an_error_of_the_engine(dirty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pyspark.SparkContext._active_spark_context", None)  # another test may have connected this process
    source = f"spark://127.0.0.1:{free_port()}{dirty / 'log'}"
    with pytest.raises(EngineError, match="no Spark master answers there"):
        count_in_place(source, NO_MAPPING, engine="spark", cluster=SparkSection(), as_of=None, progress=silent)


def renamed(place: Path, folder: Path) -> Path:
    """The same log under names and units of its own."""
    folder.mkdir()
    viewing = pq.read_table(place / "log" / "viewing")
    played = pc.multiply(viewing.column("seconds_viewed").cast(pa.int64()), 1000)
    plays = viewing.drop_columns(["account_id", "seconds_viewed"])
    plays = plays.append_column("household", viewing.column("account_id")).append_column("ms_played", played)
    pq.write_table(plays, folder / "plays.parquet")
    for name in ("episodes", "accounts"):
        pq.write_table(pq.read_table(place / "log" / f"{name}.parquet"), folder / f"{name}.parquet")
    return folder


class TestOnACluster:
    """The same questions, answered by two workers."""

    pytestmark = ON_SPARK

    def test_in_place_and_over_the_store_give_the_bytes_of_the_kernel(
        self,
        service: Path,
        spark_master: str,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        (service / "W" / "cliffhanger.toml").write_text(f'[engines.spark]\nmaster = "{spark_master}"\n')
        taken_in = answer(capsys, service)
        assert answer(capsys, service, "--engine", "spark") == taken_in
        assert answer(capsys, service, "--engine", "spark", "--log", str(service / "log")) == taken_in

    def test_rows_that_break_rules_are_left_out_alike(
        self,
        dirty: Path,
        spark_master: str,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        words = ("--as-of", "2024-05-20")
        source = f"{spark_master}{dirty / 'log'}"
        assert answer(capsys, dirty, *words, "--engine", "spark", "--log", source) == answer(capsys, dirty, *words)

    def test_tables_of_the_catalogue_under_names_of_their_own(
        self,
        dirty: Path,
        spark: Any,
        spark_master: str,
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        folder = renamed(dirty, tmp_path / "log")
        spark._session.sql(f"CREATE DATABASE dwh LOCATION '{tmp_path / 'dwh'}'")
        for name in ("plays", "episodes", "accounts"):
            spark._session.read.parquet(str(folder / f"{name}.parquet")).write.saveAsTable(f"dwh.{name}")
        workspace = Workspace.create(tmp_path / "W")
        (workspace.path / "cliffhanger.toml").write_text(
            f'[engines.spark]\nmaster = "{spark_master}"\n[log]\nsource = "catalogue"\n'
            '[tables.episodes]\nsource = "dwh.episodes"\n[tables.accounts]\nsource = "dwh.accounts"\n'
            '[tables.viewing]\nsource = "dwh.plays"\n'
            '[tables.viewing.columns]\naccount_id = "household"\nseconds_viewed = { from = "ms_played", unit = "milliseconds" }\n'
        )
        try:
            assert answer(capsys, tmp_path, "--engine", "spark") == answer(capsys, dirty)
        finally:
            spark._session.sql("DROP DATABASE dwh CASCADE")

    def test_check_finds_there_what_duckdb_finds(self, dirty: Path, spark_master: str) -> None:
        source = str(dirty / "log")
        here, there = (
            check(place, workspace=None, memory_limit=None, temp_directory=None, progress=silent)
            for place in (source, f"{spark_master}{source}")
        )
        assert here.tables[0].quarantined > 0
        for mine, theirs in zip(here.tables, there.tables, strict=True):
            counted = ("table", "rows", "accepted", "quarantined", "repeated", "not_judged")
            assert [getattr(theirs, name) for name in counted] == [getattr(mine, name) for name in counted]
            # Spark is asked one more: whether each moment can be read.
            assert [rule for rule in theirs.rules if rule.rows] == [rule for rule in mine.rules if rule.rows]
        assert (there.refused, there.absent, there.warnings) == (here.refused, here.absent, here.warnings)


def configured(folder: Path, text: str) -> SparkSection:
    (folder / "cliffhanger.toml").write_text(text)
    return Workspace.open(folder).config.engines.spark


@pytest.mark.parametrize(
    "text",
    [
        '[engines.spark]\nsettings = { "spark.executor.memory" = "4g", "spark.executor.cores" = 2, "spark.ui.enabled" = true }',
        '[engines.spark.settings]\nspark.executor.memory = "4g"\nspark.executor.cores = 2\nspark.ui.enabled = true',
    ],
)
def test_settings_of_spark_may_be_quoted_or_not(tmp_path: Path, text: str) -> None:
    wanted = {"spark.executor.memory": "4g", "spark.executor.cores": "2", "spark.ui.enabled": "true"}
    assert configured(tmp_path, text) == SparkSection(master="local[*]", settings=wanted)


def test_a_misspelt_key_is_named_with_the_one_that_there_is(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r'engines\.spark\.mastr\. Did you mean "master"'):
        configured(tmp_path, '[engines.spark]\nmastr = "spark://head:7077"')
    with pytest.raises(InputError, match=r"engines\.spark\.settings\.spark\.executor\.memory"):
        configured(tmp_path, '[engines.spark.settings]\n"spark.executor.memory" = [4]')
