"""Benchmarks are run by hand: that they still begin is held here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
ASKED = ("claims_score", "claims_train", "decisions", "season_train", "series_train")


@pytest.mark.parametrize("name", ASKED)
def test_a_benchmark_begins_and_says_what_it_takes(name: str) -> None:
    told = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{name}", "--help"], cwd=BENCHMARKS.parent, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    assert "usage:" in told.stdout.lower()
