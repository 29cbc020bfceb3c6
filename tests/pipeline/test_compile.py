"""The package's facts are what the publisher's files give: tables byte for byte, parameters to six digits."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from importlib import resources
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from cliffhanger.pipeline.compile import compile_parameters, compile_tables
from cliffhanger.pipeline.figures import bundled_figures, workspace_figures
from cliffhanger.pipeline.pull import pull_files

FACTS = Path(str(resources.files("cliffhanger.sources") / "facts"))
TABLES = ("weekly.parquet", "halfyear.parquet", "ledger.parquet", "about.json")


def digest(path: Path) -> str:
    """Content as a hash: two parquet files that differ would take minutes to show byte by byte."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def numbers(value):
    """Every number of plain data, in order."""
    if isinstance(value, dict):
        return [n for key in sorted(value) for n in numbers(value[key])]
    if isinstance(value, list):
        return [n for item in value for n in numbers(item)]
    return [float(value)] if isinstance(value, int | float) else []


def test_facts_are_small_and_name_their_source():
    """Parquet under 500 KB in all; source, files and retrieval day are named."""
    assert sum((FACTS / name).stat().st_size for name in TABLES if name.endswith("parquet")) < 500_000
    about = json.loads((FACTS / "about.json").read_text())
    assert "netflix.com/tudum/top10" in about["source"]
    assert about["retrieved_on"] == "2025-07-02"
    assert len(about["files"]) == 6


def test_bundled_ledger_is_what_the_bundled_tables_give(tmp_path):
    """Compiling from the package's own tables gives the package's ledger, byte for byte."""
    compile_tables(bundled_figures(), tmp_path, retrieved_on=dt.date(2025, 7, 2))
    assert digest(tmp_path / "ledger.parquet") == digest(FACTS / "ledger.parquet")
    ledger = pq.read_table(tmp_path / "ledger.parquet")
    assert ledger.num_rows > 3500


def test_bundled_parameters_are_what_the_fit_gives(tmp_path):
    """Fitting on the package's own tables gives the package's parameters to six digits."""
    compile_parameters(bundled_figures(), tmp_path)
    made, carried = (json.loads((folder / "parameters.json").read_text()) for folder in (tmp_path, FACTS))
    np.testing.assert_allclose(numbers(made), numbers(carried), rtol=2e-6, atol=1e-7)


@pytest.mark.figures
def test_facts_rebuild_from_the_publishers_files(figures, tmp_path):
    """The whole way from the files: every table byte for byte, and the parameters."""
    now = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    workspace = tmp_path / "w"
    pull_files(figures, workspace, published={}, header_row=None, now=now, progress=lambda _: None)
    compile_tables(workspace_figures(workspace), tmp_path, retrieved_on=dt.date(2025, 7, 2))
    for name in TABLES:
        assert digest(tmp_path / name) == digest(FACTS / name), name
