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
