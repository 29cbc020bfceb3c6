"""The engine hands columns over without losing what is missing, and reaches nothing but its tables."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pyarrow as pa
import pytest

from cliffhanger.engines.duck import columns, connect, scalar


def test_nulls_survive_the_way_to_numpy():
    """NaN for numbers, NaT for days, empty for text; flags stay flags unless one is missing."""
    table = pa.table(
        {
            "n": pa.array([1, None], pa.int16()),
            "day": pa.array([dt.date(2024, 2, 29), None]),
            "word": pa.array(["x", None]),
            "sure": pa.array([True, False]),
            "unsure": pa.array([True, None]),
        }
    )
    out = columns(connect({"t": table})["t"])
    assert out["n"][0] == 1
    assert np.isnan(out["n"][1])
    assert out["day"].astype(str).tolist() == ["2024-02-29", "NaT"]
    assert out["word"].tolist() == ["x", ""]
    assert out["sure"].dtype == np.bool_
    assert out["unsure"][0] == 1.0
    assert np.isnan(out["unsure"][1])


def test_an_empty_maximum_is_none():
    """The last day of nothing is None, not an error."""
    table = connect({"t": pa.table({"day": pa.array([], pa.date32())})})["t"]
    assert scalar(table.day.max()) is None


def test_no_file_can_be_read_once_connected(tmp_path):
    """Figures come in as tables; a query cannot open a file, nor lift the ban."""
    (tmp_path / "secret.csv").write_text("a\n1\n")
    connection = connect({"t": pa.table({"x": [1]})})["t"].get_backend()
    for query in (f"from '{tmp_path}/secret.csv'", "set enable_external_access = true"):
        with pytest.raises(Exception, match=r"(?i)disabled|locked"):
            connection.raw_sql(query)


def test_wide_numbers_and_moments_become_floats_and_days():
    """Sums come out of the engine as 128-bit or decimal numbers, days now and then as moments."""
    table = connect(
        {
            "t": pa.table(
                {
                    "n": pa.array([2**53, None], pa.int64()),
                    "at": pa.array([dt.datetime(2024, 2, 29, 23, 59, tzinfo=dt.UTC), None]),
                }
            )
        }
    )["t"]
    out = columns(table.agg(total=table.n.sum(), half=table.n.sum().cast("decimal(38, 2)") / 2, at=table["at"].max()))
    assert (out["total"][0], out["half"][0], str(out["at"][0])) == (2.0**53, 2.0**52, "2024-02-29")


def test_no_rows_keep_their_kinds():
    schema = pa.schema({"n": pa.int16(), "day": pa.date32(), "word": pa.string(), "sure": pa.bool_()})
    out = columns(connect({"t": schema.empty_table()})["t"])
    assert [len(column) for column in out.values()] == [0, 0, 0, 0]
    assert [column.dtype.kind for column in out.values()] == ["f", "M", "U", "b"]


def test_one_thread_for_good():
    """Equal inputs give equal bits only as long as nobody turns the threads up."""
    connection = connect({"t": pa.table({"x": [1]})})["t"].get_backend()
    assert connection.raw_sql("select current_setting('threads')").fetchall() == [(1,)]
    with pytest.raises(Exception, match="locked"):
        connection.raw_sql("set threads = 4")


def test_questions_do_not_see_each_other():
    """Every question has a database of its own, though the tables carry the same names."""
    first, second = (connect({"t": pa.table({"x": [value]})})["t"] for value in (1, 2))
    assert (scalar(first.x.max()), scalar(second.x.max())) == (1, 2)
    with pytest.raises(Exception, match=r"(?i)extension|disabled"):
        first.get_backend().raw_sql("install httpfs")
