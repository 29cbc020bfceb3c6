"""Connecting to Spark: what it is set to, how results come back, and what is said where it cannot be."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from cliffhanger.engines.spark import collect, connect, connected, place
from cliffhanger.errors import EngineError, UsageError
from tests.engines.spark_cluster import WORKERS, free_port


def test_the_session_is_in_utc_without_pages_and_listens_on_loopback(spark: Any, spark_master: str) -> None:
    settings = spark._session.sparkContext.getConf()
    assert settings.get("spark.master") == spark_master
    assert spark._session.conf.get("spark.sql.session.timeZone") == "UTC"
    assert settings.get("spark.ui.enabled") == "false"
    assert settings.get("spark.driver.host") == settings.get("spark.driver.bindAddress") == "127.0.0.1"


def test_the_work_is_done_by_both_workers(spark: Any) -> None:
    spark._session.range(4).repartition(2).count()  # the cluster's settings make the first job wait for both
    status = spark._session.sparkContext._jsc.sc().statusTracker().getExecutorInfos()
    assert len(status) == WORKERS + 1  # and the driver


def test_whole_numbers_beside_a_null_and_nulls_beside_not_a_number_come_back_as_they_are(spark: Any) -> None:
    """Over pandas 2**53 + 1 would become 2**53, and the null not-a-number."""
    rows = pa.table({"n": pa.array([2**53 + 1, None], pa.int64()), "x": [float("nan"), None], "word": ["NaN", None]})
    table = place(spark, "nulls_and_large_numbers", rows)
    got = collect(table.order_by(table.n.asc(nulls_first=False)))
    assert got.column("n").to_pylist() == [2**53 + 1, None]
    assert got.column("x").null_count == 1
    assert got.column("x").to_pylist()[0] != got.column("x").to_pylist()[0]
    assert got.column("word").to_pylist() == ["NaN", None]


def test_a_session_that_was_there_before_outlives_the_connection(spark: Any, spark_master: str) -> None:
    with connected(spark_master) as second:
        assert second._session.sparkContext is spark._session.sparkContext
    assert spark._session.range(3).count() == 3


def test_a_failing_expression_is_told_as_the_engine_s_fault(spark: Any) -> None:
    table = place(spark, "divided", pa.table({"n": pa.array([1, 0], pa.int64())}))
    with pytest.raises(EngineError, match="Spark could not run it"):
        collect(table.select(n=table.n * 2**62 * 4))  # out of the range of 64 bits


def test_a_second_master_is_refused(spark: Any) -> None:
    with pytest.raises(UsageError, match=r"connected to spark://.* already"):
        connect("local[1]")


def test_without_pyspark_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(EngineError, match=r"pip install 'cliffhanger\[spark\]'"):
        connect("spark://127.0.0.1:7077")


@pytest.fixture
def no_java_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    import pyspark

    monkeypatch.setattr(pyspark.SparkContext, "_active_spark_context", None)
    monkeypatch.setattr(pyspark.SparkContext, "_gateway", None)


@pytest.mark.usefixtures("no_java_yet")
def test_without_a_fitting_java_nothing_is_started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(EngineError, match="no Java in that folder"):
        connect("local[1]")


@pytest.mark.usefixtures("no_java_yet")
def test_a_master_that_does_not_answer_is_named_at_once() -> None:
    with pytest.raises(EngineError, match="no Spark master answers there"):
        connect(f"spark://127.0.0.1:{free_port()}")


@pytest.mark.usefixtures("no_java_yet")
def test_an_address_without_a_port_is_refused() -> None:
    with pytest.raises(UsageError, match="Write spark://HOST:PORT"):
        connect("spark://127.0.0.1")
