"""DuckDB, in process: holds the tables of one question and runs its expressions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray


def connect(tables: Mapping[str, pa.Table]) -> dict[str, ir.Table]:
    """Load tables into a fresh in-memory database that can neither reach files nor load extensions, on one thread.

    One thread: sums and sorts come out in the same order every time, so equal inputs give equal bits.
    """
    connection = ibis.duckdb.connect(threads=1)
    loaded = {name: connection.create_table(name, table) for name, table in tables.items()}
    for setting in ("enable_external_access = false", "autoinstall_known_extensions = false", "lock_configuration = true"):
        connection.raw_sql(f"SET {setting}")
    return loaded


def columns(table: ir.Table) -> dict[str, NDArray[Any]]:
    """Run an expression and hand its columns over as numpy arrays.

    Whole and decimal numbers become float64 with NaN for null; booleans stay booleans unless some are null (then float64 with
    NaN);
    dates become datetime64[D] with NaT; texts become str, null as empty.
    """
    collected = table.to_pyarrow()
    return {name: _as_numpy(collected.column(name)) for name in collected.column_names}


def _as_numpy(column: pa.ChunkedArray) -> NDArray[Any]:
    kind = column.type
    if pa.types.is_boolean(kind):
        if column.null_count == 0:
            return np.asarray(column.to_pylist(), dtype=np.bool_)
        return np.array([np.nan if value is None else float(value) for value in column.to_pylist()])
    if pa.types.is_date(kind) or pa.types.is_timestamp(kind):
        return column.cast(pa.date32()).to_numpy(zero_copy_only=False).astype("datetime64[D]")
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        return np.array([value or "" for value in column.to_pylist()], dtype=np.str_)
    return column.cast(pa.float64()).to_numpy(zero_copy_only=False)


def scalar(value: ir.Scalar) -> Any:
    """Run an expression of one value; null becomes None."""
    return value.to_pyarrow().as_py()
