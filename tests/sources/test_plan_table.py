"""A plan by hand: rows taken, rows set aside with their reason, and files that are none."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cliffhanger.errors import InputError
from cliffhanger.sources.plan_table import read_plan

ORDERS = ("renew", "shorter", "finale")


def written(folder: Path, text: str) -> Path:
    path = folder / "plan.csv"
    path.write_text(text)
    return path


def test_a_plan_is_read(tmp_path: Path) -> None:
    found = read_plan(
        written(tmp_path, "title_id,option,episodes,premiere\ns1,Renew,10,2026-05-01\ns1,finale,2,\n"), options=ORDERS
    )
    first, second = found.rows
    assert (first.option, first.episodes, first.premiere) == ("renew", 10, dt.date(2026, 5, 1))
    assert (second.episodes, second.premiere) == (2, None)


def test_rows_that_cannot_be_are_set_aside(tmp_path: Path) -> None:
    rows = "s1,renew,10,tomorrow\ns2,sell,1,\ns3,renew,-1,\ns5,renew,0,\ns4,renew,8,2026-05-01\n"
    found = read_plan(written(tmp_path, f"title_id,option,episodes,premiere\n{rows}"), options=ORDERS)
    assert [row.title_id for row in found.rows] == ["s4"]
    assert len(found.set_aside) == 4
    assert found.total == 5


def test_a_column_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="premiere"):
        read_plan(written(tmp_path, "title_id,option,episodes\ns1,renew,10\n"), options=ORDERS)
