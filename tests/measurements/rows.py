"""Rows of the public figures for tests, with everything but the point in question filled in."""

from __future__ import annotations

import datetime as dt
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa

from cliffhanger.engines.duck import connect
from cliffhanger.measurements import tables
from cliffhanger.sources.netflix.titles import series_key


def listed(series: str, season: int, week: str, views: int | None = 1_000_000, **facts: Any) -> dict[str, Any]:
    """One week of one season in the English list; seen the day after it came out."""
    sunday = dt.date.fromisoformat(week)
    return {
        "version": "a", "version_day": sunday + dt.timedelta(days=3),
        "week": sunday, "published_on": sunday + dt.timedelta(days=2),
        "category": "TV (English)", "rank": 1, "series": series, "series_key": series_key(series), "season": season, "part": None,
        "label": "season", "hours": (views or 0) * 8, "runtime_min": 480, "views": views, "weeks_in_list": 1,
    } | facts  # fmt: skip


def reported(series: str, season: int, released: str | None, *, half: str = "2023H1", **facts: Any) -> dict[str, Any]:
    """One season in one half-yearly report, on a television sheet."""
    year, first = int(half[:4]), half.endswith("H1")
    start, end = (dt.date(year, 1, 1), dt.date(year, 6, 30)) if first else (dt.date(year, 7, 1), dt.date(year, 12, 31))
    return {
        "version": half, "published_on": end + dt.timedelta(days=100), "period_start": start, "period_end": end, "row": 7,
        "films_mixed": False, "series": series, "series_key": series_key(series), "season": season, "part": None,
        "label": "season", "local_title": "", "available_globally": True,
        "release_date": dt.date.fromisoformat(released) if released else None,
        "hours": 9_000_000, "runtime_min": 480, "views": 1_125_000,
    } | facts  # fmt: skip


def slots(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give the rows of a week ranks of their own, unless they came with one."""
    taken: dict[Any, int] = {}
    for row in rows:
        place = (row["week"], row["category"], row["version"])
        taken[place] = taken.get(place, 0) + 1
        row["rank"] = row.get("rank") if row.get("fixed") else taken[place]
        row.pop("fixed", None)
    return rows


def load(weekly: list[dict[str, Any]], halfyear: list[dict[str, Any]]) -> tuple[ir.Table, ir.Table]:
    """Both tables in an engine of their own."""
    loaded = connect(
        {
            "weekly": pa.Table.from_pylist(slots(weekly), schema=tables.WEEKLY.to_pyarrow()),
            "halfyear": pa.Table.from_pylist(halfyear, schema=tables.HALFYEAR.to_pyarrow()),
        }
    )
    return loaded["weekly"], loaded["halfyear"]
