"""Hours of every season in every half-year: by hand, against SQL, and the traps."""

from __future__ import annotations

import datetime as dt

import numpy as np

from cliffhanger.measurements.half_year_hours import half_year_hours
from tests.measurements.rows import load, reported

AS_OF = dt.date(2025, 6, 1)


def rows_of(halfyear, as_of: dt.date = AS_OF):
    found = half_year_hours(halfyear, as_of=as_of).to_pyarrow().to_pylist()
    return [(r["series_key"], r["season"], str(r["period_start"]), r["hours"]) for r in found]


def test_parts_add_up_and_seasons_stay_apart():
    """Two parts of 9 million hours each are 18 million; the other season and the other half-year have rows of their own."""
    _, halfyear = load(
        [],
        [
            reported("A", 1, "2020-01-01", row=7, part=1),
            reported("A", 1, "2020-01-01", row=8, part=2),
            reported("A", 2, "2021-01-01", row=9),
            reported("A", 1, "2020-01-01", half="2023H2"),
        ],
    )
    assert rows_of(halfyear) == [
        ("a", 1, "2023-01-01", 18_000_000),
        ("a", 1, "2023-07-01", 9_000_000),
        ("a", 2, "2023-01-01", 9_000_000),
    ]


def test_a_report_that_was_not_out_has_no_rows():
    """The second half of 2023 came out after the day."""
    _, halfyear = load([], [reported("A", 1, "2020-01-01"), reported("A", 1, "2020-01-01", half="2023H2")])
    assert [row[2] for row in rows_of(halfyear, dt.date(2023, 12, 31))] == ["2023-01-01"]


def test_a_later_version_of_a_report_does_not_add_to_the_first():
    """The same half-year in two versions: the one that came out first stands, alone."""
    first = reported("A", 1, "2020-01-01")
    second = {**first, "version": "z", "published_on": dt.date(2024, 6, 1), "hours": 99}
    _, halfyear = load([], [first, second])
    assert rows_of(halfyear) == [("a", 1, "2023-01-01", 9_000_000)]


def test_sums_agree_with_sql_on_random_reports():
    """Three hundred rows of twenty seasons in two half-years, added up by hand-written SQL."""
    rng = np.random.default_rng(12)
    made = [
        reported(
            f"S{rng.integers(20):02d}", int(rng.integers(1, 4)), "2020-01-01", half=("2023H1", "2023H2")[int(rng.integers(2))],
            row=int(k), part=int(k),
        )
        | {"hours": int(rng.integers(1, 900)) * 100_000}
        for k in range(300)
    ]  # fmt: skip
    _, halfyear = load([], made)
    connection = halfyear.get_backend()
    sql = f"""
        SELECT series_key, season, CAST(period_start AS VARCHAR), CAST(SUM(hours) AS BIGINT) FROM {halfyear.get_name()}
        WHERE published_on <= DATE '{AS_OF}' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    """  # noqa: S608  our own table
    assert rows_of(halfyear) == connection.raw_sql(sql).fetchall()
