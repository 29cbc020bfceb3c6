"""Public figures as they stood on a day: one version of each, and nothing that was not out yet."""

from __future__ import annotations

import datetime as dt
from typing import Any

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.engines.duck import connect, scalar
from cliffhanger.measurements import tables
from cliffhanger.measurements.figures import known_halfyear, known_weekly, last_day_detected, last_day_listed
from cliffhanger.sources.bundled import read_bundle
from tests.measurements.rows import listed, load, reported

LATE = dt.date(2025, 6, 1)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def weekly(rows: list[dict[str, Any]], as_of: dt.date = LATE) -> list[dict[str, Any]]:
    table = known_weekly(load([row | {"fixed": True} for row in rows], [])[0], as_of=as_of)
    return table.order_by("week", "category", "rank").to_pyarrow().to_pylist()


def halfyear(rows: list[dict[str, Any]], as_of: dt.date = LATE) -> list[dict[str, Any]]:
    return known_halfyear(load([], rows)[1], as_of=as_of).order_by("period_end", "row").to_pyarrow().to_pylist()


# Weekly lists


def test_of_each_place_the_version_seen_first_counts():
    """Three versions of one place, offered out of order: 2 million views were seen on 13 March, 3 and 4 million later."""
    row = listed("A", 1, "2024-03-10", 2_000_000, rank=1)
    second = row | {"version": "b", "version_day": day("2024-03-20"), "views": 3_000_000}
    third = row | {"version": "c", "version_day": day("2025-01-01"), "views": 4_000_000, "label": "limited"}
    (kept,) = weekly([third, row, second])
    assert (kept["views"], kept["label"], kept["label_known_on"]) == (2_000_000, "season", day("2024-03-13"))


def test_of_two_versions_seen_on_one_day_the_same_one_counts_whatever_their_order():
    first, second = (listed("A", 1, "2024-03-10", views, rank=1, version=name) for name, views in (("a", 1), ("b", 2)))
    assert weekly([first, second]) == weekly([second, first])
    assert weekly([second, first])[0]["views"] == 1


def test_places_of_other_weeks_lists_and_ranks_are_others():
    rows = [
        listed("A", 1, "2024-03-10", rank=1),
        listed("A", 1, "2024-03-17", rank=1),
        listed("B", 1, "2024-03-10", rank=2),
        listed("C", 1, "2024-03-10", rank=1, category="TV (Non-English)"),
    ]
    assert [row["series"] for row in weekly(rows)] == ["A", "B", "C", "A"]


def test_a_place_whose_first_version_named_no_season_stays_empty():
    """Not even once a later version names one: it must not enter through the name that it was given later."""
    nameless = listed("", 0, "2024-03-10", rank=1, label="refused", series_key="")
    named = listed("A", 1, "2024-03-10", rank=1, version="b", version_day=day("2025-05-01"))
    assert weekly([named, nameless]) == []
    assert [row["series"] for row in weekly([named])] == ["A"]


@pytest.mark.parametrize(("as_of", "count"), [("2024-03-11", 0), ("2024-03-12", 1)])
def test_a_list_counts_from_the_tuesday_after_its_sunday(as_of, count):
    assert len(weekly([listed("A", 1, "2024-03-10", rank=1)], day(as_of))) == count


@pytest.mark.parametrize(("as_of", "label"), [("2024-03-12", None), ("2024-03-13", "limited")])
def test_a_label_counts_from_the_day_on_which_it_was_seen(as_of, label):
    """The figure is out on Tuesday; the label was seen on Wednesday."""
    (row,) = weekly([listed("A", 1, "2024-03-10", rank=1, label="limited")], day(as_of))
    assert (row["label"], row["label_known_on"]) == (label, day("2024-03-13"))


# Half-yearly reports


def test_of_each_half_year_the_version_that_came_out_first_counts_whole():
    """The corrected version has another season: it does not come in beside the first."""
    first = [reported("A", 1, "2022-03-10", row=7), reported("B", 1, "2022-03-10", row=8)]
    corrected = {"version": "1 the name of a version says nothing", "published_on": day("2024-06-01")}
    later = [reported("A", 1, "2021-01-01", row=7, **corrected), reported("C", 1, "2022-03-10", row=9, **corrected)]
    assert [(row["series"], row["release_date"]) for row in halfyear([*later, *first])] == [
        ("A", day("2022-03-10")),
        ("B", day("2022-03-10")),
    ]
    assert [row["series"] for row in halfyear(later)] == ["A", "C"]


@pytest.mark.parametrize(("as_of", "count"), [("2023-10-07", 0), ("2023-10-08", 1)])
def test_a_report_counts_from_the_day_it_came_out(as_of, count):
    """Published 100 days after 30 June."""
    assert len(halfyear([reported("A", 1, "2022-03-10")], day(as_of))) == count


def test_words_that_a_film_could_carry_count_once_a_television_sheet_has_them():
    """2023 H1 has films on the same sheet: "Part 2" counts from the day on which a television sheet with that season is out."""
    mixed = [
        reported("Lupin", 2, "2021-06-11", row=7, label="part", films_mixed=True),
        reported("John Wick", 2, None, row=8, label="part", films_mixed=True),
        reported("Bridgerton", 2, "2022-03-25", row=9, films_mixed=True),
        reported("Unorthodox", 1, "2020-03-26", row=10, label="limited", films_mixed=True),
        reported("Tiger King", 2, "2021-11-17", row=11, label="alias", films_mixed=True),  # only the aliases call it a season
    ]
    television = reported("Lupin", 2, "2021-06-11", half="2023H2", label="part", row=7)
    other_season = reported("John Wick", 1, None, half="2023H2", label="part", row=8)
    sure = ["Bridgerton", "Unorthodox"]
    before = day("2024-04-08")  # the second report is out on 9 April 2024, 100 days after New Year's Eve
    assert [row["series"] for row in halfyear([*mixed, television, other_season], before)] == sure
    after = halfyear([*mixed, television, other_season])
    assert [row["series"] for row in after if row["films_mixed"]] == ["Lupin", *sure]


# Last days


def test_the_last_days_covered_are_those_of_what_was_out():
    lists, reports = load(
        [listed("A", 1, "2024-03-10"), listed("A", 1, "2024-03-17")],
        [reported("A", 1, None), reported("A", 1, None, half="2023H2")],
    )
    assert scalar(last_day_listed(lists, as_of=day("2024-03-18"))) == day("2024-03-10")
    assert scalar(last_day_listed(lists, as_of=day("2024-03-19"))) == day("2024-03-17")
    assert scalar(last_day_listed(lists, as_of=day("2024-03-11"))) is None
    assert scalar(last_day_detected(reports, as_of=day("2024-04-08"))) == day("2023-06-30")
    assert scalar(last_day_detected(reports, as_of=day("2024-04-09"))) == day("2023-12-31")
    assert scalar(last_day_detected(reports, as_of=day("2023-10-07"))) is None


# The same by hand-written SQL, and the law behind it all

WEEKLY_SQL = """
select w.week, w.category, w.rank, w.series_key, w.season, w.hours, w.views, w.version_day,
  case when w.version_day > $day then null else w.label end
from weekly w
where w.published_on <= $day and w.series_key <> '' and not exists (
  from weekly o where (o.week, o.category, o.rank) = (w.week, w.category, w.rank)
    and (o.version_day < w.version_day or (o.version_day = w.version_day and o.version < w.version)))
order by all
"""
COLUMNS = ("week", "category", "rank", "series_key", "season", "hours", "views", "label_known_on", "label")


@pytest.mark.parametrize("as_of", [dt.date(2021, 7, 6), dt.date(2023, 7, 1), dt.date(2025, 7, 2)], ids=str)
def test_known_list_rows_of_the_package_equal_sql_by_hand(as_of):
    table = read_bundle().tables["weekly"]
    ours = known_weekly(connect({"weekly": table})["weekly"], as_of=as_of).select(*COLUMNS).to_pyarrow().to_pylist()
    with duckdb.connect() as connection:
        connection.register("weekly", table)
        theirs = connection.execute(WEEKLY_SQL, {"day": as_of}).fetchall()
    assert sorted(map(repr, (tuple(row.values()) for row in ours))) == sorted(map(repr, theirs))
    assert ours


VERSIONS = st.builds(
    lambda n, rank, views, seen, label: listed(
        f"S{n}",
        1,
        "2024-03-10",
        views,
        rank=rank,
        label=label,
        version=f"v{seen}",
        version_day=day("2024-03-12") + dt.timedelta(seen),
    ),
    st.integers(1, 3),
    st.integers(1, 2),
    st.integers(1, 9),
    st.integers(0, 60),
    st.sampled_from(["season", "limited"]),
)


@settings(max_examples=15)
@given(rows=st.lists(VERSIONS, max_size=8, unique_by=lambda row: (row["rank"], row["version"])), after=st.integers(0, 60))
def test_what_is_seen_later_moves_nothing_that_was_known(rows, after):
    """Take away every version seen after a day: what was known of the places seen by then is the same."""
    as_of = day("2024-03-12") + dt.timedelta(after)
    seen = [row for row in rows if row["version_day"] <= as_of]
    schema = tables.WEEKLY.to_pyarrow()
    loaded = connect({name: pa.Table.from_pylist(part, schema=schema) for name, part in (("all", rows), ("seen", seen))})
    known = {name: known_weekly(table, as_of=as_of).order_by("rank").to_pyarrow().to_pylist() for name, table in loaded.items()}
    places = {row["rank"] for row in known["seen"]}
    assert known["seen"] == [row for row in known["all"] if row["rank"] in places]
    assert all(row["label"] is None for row in known["all"] if row["rank"] not in places)
