"""Published figures of one season."""

from __future__ import annotations

import datetime as dt

from cliffhanger.measurements.season_figures import season_halves, season_weeks
from tests.measurements.rows import listed, load, reported

AS_OF = dt.date(2025, 6, 1)


def test_parts_in_one_week_add_up():
    """Two parts in the list in the same week: 8 + 16 million hours, the better rank; another season stays out."""
    weekly, _ = load(
        [
            listed("Split", 4, "2024-03-10", 1_000_000, part=1),
            listed("Split", 4, "2024-03-10", 2_000_000, part=2),
            listed("Split", 3, "2024-03-10"),
        ],
        [],
    )
    rows = season_weeks(weekly, series_key="split", first=4, last=4, as_of=AS_OF).to_pyarrow().to_pylist()
    assert [(r["hours"], r["views"], r["rank"]) for r in rows] == [(24_000_000, 3_000_000, 1)]


def test_half_years_in_order_and_only_what_was_out():
    """Two reports, the second not yet published on the day; views of 2023 H1 are null."""
    _, halfyear = load([], [reported("A", 1, "2020-01-01", half="2023H2"), reported("A", 1, "2020-01-01", views=None)])
    rows = season_halves(halfyear, series_key="a", first=1, last=1, as_of=AS_OF).to_pyarrow().to_pylist()
    assert [(str(r["period_start"]), r["views"]) for r in rows] == [("2023-01-01", None), ("2023-07-01", 1_125_000)]
    early = season_halves(halfyear, series_key="a", first=1, last=1, as_of=dt.date(2023, 12, 31))
    assert early.to_pyarrow().num_rows == 1
