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


def test_weeks_are_those_of_the_first_version_and_out_by_the_day():
    """The first week was revised later, the third is not out yet; another series with the same number stays out."""
    weekly, _ = load(
        [
            listed("A", 1, "2025-05-11", 2_000_000, rank=1, fixed=True),
            listed("A", 1, "2025-05-11", 9_000_000, rank=1, fixed=True, version="b", version_day=AS_OF),
            listed("A", 1, "2025-05-25", None, hours=4_000_000, rank=1, fixed=True),
            listed("A", 1, "2025-06-01", rank=1, fixed=True),
            listed("B", 1, "2025-05-11", rank=2, fixed=True),
        ],
        [],
    )
    rows = season_weeks(weekly, series_key="a", first=1, last=1, as_of=AS_OF).to_pyarrow().to_pylist()
    assert [(str(r["week"]), r["views"], r["hours"]) for r in rows] == [
        ("2025-05-11", 2_000_000, 16_000_000),
        ("2025-05-25", None, 4_000_000),
    ]


def test_half_years_of_a_block_add_up_its_seasons_and_parts():
    """Seasons 1 to 2 with two parts: 9 + 9 + 9 million hours; season 3 is another block."""
    rows = [reported("A", n, "2020-01-01", row=7 + k, part=p) for k, (n, p) in enumerate([(1, None), (2, 1), (2, 2), (3, None)])]
    _, halfyear = load([], rows)
    (half,) = season_halves(halfyear, series_key="a", first=1, last=2, as_of=AS_OF).to_pyarrow().to_pylist()
    assert (half["hours"], half["views"], str(half["published_on"])) == (27_000_000, 3_375_000, "2023-10-08")
