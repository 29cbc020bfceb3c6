"""The season ledger: arithmetic by hand, independent SQL, and the traps that the figures are known to hold."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

import duckdb
import ibis
import pyarrow as pa
import pytest

from cliffhanger.measurements.season_ledger import season_ledger
from cliffhanger.sources.bundled import read_bundle
from tests.measurements.rows import listed, load, reported

LATE = dt.date(2025, 6, 1)


@cache
def written(as_of: dt.date) -> tuple[str, pa.Schema]:
    """The ledger's expression as SQL, with its types: writing it takes Ibis half a second, and it is the same for all rows."""
    expression = season_ledger(*load([], []), as_of=as_of)
    return str(ibis.to_sql(expression, dialect="duckdb")), expression.schema().to_pyarrow()


def ledger(weekly: list[dict[str, Any]], halfyear: list[dict[str, Any]], as_of: dt.date = LATE) -> list[dict[str, Any]]:
    loaded, _ = load(weekly, halfyear)
    sql, schema = written(as_of)
    return loaded.get_backend().raw_sql(sql).to_arrow_table().cast(schema).to_pylist()


def one(weekly: list[dict[str, Any]], halfyear: list[dict[str, Any]], as_of: dt.date = LATE) -> dict[str, Any]:
    (row,) = ledger(weekly, halfyear, as_of)
    return row


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


# ---- arithmetic by hand -------------------------------------------------------------------------------------------------------


def test_two_seasons_by_hand():
    """Season 1 from the report, season 2 from the list alone: premieres, gap, return, and views of the launch weeks."""
    rows = ledger(
        [
            listed("Harbour", 1, "2022-03-13", 5_000_000),
            listed("Harbour", 1, "2022-03-20", 3_000_000),
            listed("Harbour", 1, "2022-04-03", 1_000_000),  # out of the list in the third week
            listed("Harbour", 2, "2025-02-09", 4_000_000),
        ],
        [reported("Harbour", 1, "2022-03-10")],
    )
    first, second = rows
    assert (first["premiere"], first["premiere_from"], first["next_premiere"]) == (day("2022-03-10"), "report", day("2025-02-06"))
    assert second["premiere"] == day("2025-02-06")  # Sunday 9 February less three days
    assert (second["premiere_from"], second["previous_premiere"], second["next_premiere"]) == ("list", day("2022-03-10"), None)
    assert [first[f"views_w{k}"] for k in range(1, 6)] == [5_000_000, 3_000_000, None, 1_000_000, None]
    assert (first["weeks_in_first_4"], first["first_listed"]) == (3, day("2022-03-13"))
    assert (first["first_season"], second["first_season"]) == (True, False)


def test_views_from_hours_before_views_were_printed():
    """16 million hours of a season of 480 minutes: 16 * 60 / 480 = 2 million views."""
    row = one(
        [listed("Harbour", 1, "2022-03-13", None, hours=16_000_000, runtime_min=None)], [reported("Harbour", 1, "2022-03-10")]
    )
    assert row["views_w1"] == 2_000_000


def test_without_a_runtime_views_stay_unknown():
    """Hours are kept, views are null: no runtime is known by the day."""
    row = one([listed("Harbour", 1, "2022-03-13", None, hours=8_000_000, runtime_min=None)], [])
    assert row["views_w1"] is None
    assert row["hours_w1"] == 8_000_000


# ---- independent SQL ----------------------------------------------------------------------------------------------------------

PREMIERES = """
with w as (
  select * from (select *, row_number() over (partition by week, category, rank order by version_day, version) n
                 from weekly where published_on <= $day) where n = 1 and series_key <> ''),
h as (select * from halfyear where published_on <= $day),
tv as (select distinct series_key, season from h where not films_mixed),
h2 as (select h.* from h left join tv using (series_key, season)
       where not (h.films_mixed and h.label in ('part', 'alias') and tv.season is null)),
r as (select series_key, season, min(release_date) as released from h2 group by all)
select r.series_key, r.season, r.released
from r where r.released is not null
"""


def test_reported_premieres_equal_independent_sql():
    """On the package's figures: every season that stands alone in its block has the earliest release date of the reports."""
    bundle = read_bundle().tables
    as_of = day("2025-07-02")
    con = duckdb.connect()
    con.register("weekly", bundle["weekly"])
    con.register("halfyear", bundle["halfyear"])
    released = {(k, s): d for k, s, d in con.execute(PREMIERES, {"day": as_of}).fetchall()}
    rows = bundle["ledger"].to_pylist()
    alone = [r for r in rows if r["releases"] == 1 and r["premiere_from"] == "report"]
    assert len(alone) > 3000
    assert [r for r in alone if released[r["series_key"], r["season"]] != r["premiere"]] == []


def test_launch_views_equal_independent_sql():
    """On the package's figures: printed views of the first week in the list, for seasons listed since views are printed."""
    bundle = read_bundle().tables
    con = duckdb.connect()
    con.register("weekly", bundle["weekly"])
    con.register("ledger", bundle["ledger"])
    compared = con.execute(
        """
        select l.series_key, l.season, l.views_w1, sum(w.views) as printed
        from ledger l join weekly w on w.series_key = l.series_key and w.season = l.season and w.week = l.first_listed
        where l.first_listed >= date '2023-06-18' and l.releases = 1
        group by all
        """
    ).fetchall()
    assert len(compared) > 300
    assert [row for row in compared if row[2] != row[3]] == []


def test_returns_equal_independent_sql():
    """On the package's ledger: the next premiere is the earliest later one of the series, and only the last season has none."""
    con = duckdb.connect()
    con.register("ledger", read_bundle().tables["ledger"])
    wrong = con.execute(
        """
        select count(*) from ledger a
        where a.next_premiere is distinct from
          (select min(b.premiere) from ledger b where b.series_key = a.series_key and b.premiere > a.premiere)
        """
    ).fetchone()
    assert wrong == (0,)


# ---- traps --------------------------------------------------------------------------------------------------------------------


def test_old_season_rides_on_its_successor():
    """Season 1 enters the list in the week in which season 2 launches: no premiere is invented for it."""
    rows = ledger(
        [listed("Harbour", 2, "2024-03-10"), listed("Harbour", 1, "2024-03-10"), listed("Harbour", 1, "2024-03-17")], []
    )
    assert [(r["season"], r["premiere"]) for r in rows] == [(2, day("2024-03-07"))]


def test_already_in_the_list_before_the_first_week_on_file():
    """In its third week when the file begins: launched two weeks earlier."""
    assert one([listed("Harbour", 1, "2021-07-04", weeks_in_list=3)], [])["premiere"] == day("2021-06-17")


def test_licensed_series_stays_out():
    """In the list and in a report, but without a release date there: bought in, and no premiere of ours."""
    assert ledger([listed("Old Suits", 1, "2023-07-02")], [reported("Old Suits", 1, None)]) == []


def test_late_listing_is_no_launch():
    """Listed more than ten days after its release: the season is there, its launch figures are not."""
    row = one([listed("Harbour", 1, "2022-06-05")], [reported("Harbour", 1, "2022-03-10")])
    assert (row["first_listed"], row["views_w1"]) == (None, None)


@pytest.mark.parametrize(("second", "seasons"), [("2022-07-08", 1), ("2022-07-09", 2)])
def test_parts_within_120_days_are_one_season(second, seasons):
    """Part 1 on 10 March: a part on 8 July (120 days) belongs to it, one on 9 July is a season of its own."""
    rows = ledger([], [reported("Heist", 1, "2022-03-10", label="part"), reported("Heist", 2, second, label="part", row=8)])
    assert len(rows) == seasons
    assert rows[0]["premiere"] == day("2022-03-10")
    assert rows[0]["next_premiere"] == (None if seasons == 1 else day(second))


@pytest.mark.parametrize(("second", "seasons"), [("2022-04-24", 1), ("2022-04-25", 2)])
def test_seasons_within_45_days_are_one_release(second, seasons):
    """Season 2 on 24 April is 45 days after 10 March, on 25 April 46."""
    assert len(ledger([], [reported("Bought", 1, "2022-03-10"), reported("Bought", 2, second, row=8)])) == seasons


def test_catalogue_bought_in_on_one_day():
    """Three seasons on one day are one release, numbered by the last; it is no first season."""
    row = one([], [reported("Bought", k, "2022-03-10", row=6 + k) for k in (1, 2, 3)])
    assert (row["season"], row["first_number"], row["releases"], row["first_season"]) == (3, 1, 3, False)


def test_split_season_is_no_return():
    """Season 4 Part 2 a year after Part 1 is the same season: no return."""
    row = one([], [reported("Split", 4, "2022-01-20", part=1), reported("Split", 4, "2023-01-20", part=2, row=8)])
    assert (row["premiere"], row["next_premiere"], row["runtime_min"]) == (day("2022-01-20"), None, 960)


def test_a_number_that_is_skipped():
    """Season 3 after season 1 is a return all the same."""
    first, _ = ledger([], [reported("Skip", 1, "2021-01-07"), reported("Skip", 3, "2023-01-05", row=8)])
    assert first["next_premiere"] == day("2023-01-05")


def test_an_older_season_added_later_is_no_return():
    """Season 2 in 2021 and season 1 added in 2022: catalogue, left out."""
    row = one([], [reported("Later", 2, "2021-01-07"), reported("Later", 1, "2022-01-06", row=8)])
    assert (row["season"], row["next_premiere"]) == (2, None)


def test_label_rewritten_later_does_not_count():
    """First seen as Season 1, renamed Limited Series in a later version of the list: open-ended for good."""
    first_seen = listed("Renamed", 1, "2024-03-10")
    rewritten = listed("Renamed", 1, "2024-03-10", label="limited", version="b", version_day=day("2025-05-01"))
    assert one([first_seen, rewritten], [])["limited"] is False


def test_label_first_seen_after_the_day_is_not_known():
    """The plain list's label counts from that list's own day; the figures count from theirs."""
    row = one([listed("Unseen", 1, "2024-03-10", label="limited", version_day=day("2025-05-01"))], [], day("2024-04-01"))
    assert (row["limited"], row["views_w1"]) == (None, 1_000_000)


def test_figures_revised_later_do_not_count():
    """The first published views stand."""
    first_seen = listed("Revised", 1, "2024-03-10", 2_000_000)
    revised = listed("Revised", 1, "2024-03-10", 9_000_000, version="b", version_day=day("2025-05-01"))
    assert one([revised, first_seen], [])["views_w1"] == 2_000_000


def test_a_place_whose_first_title_named_no_season_stays_empty():
    """First published without a season, renamed Limited Series later: it does not enter through its later name."""
    nameless = listed("", 0, "2024-03-10", label="refused", series_key="")
    renamed = listed("Named Later", 1, "2024-03-10", label="limited", version="b", version_day=day("2025-05-01"))
    assert ledger([nameless, renamed], []) == []


def test_part_on_a_sheet_with_films_needs_a_television_sheet():
    """ "Part 2" on the mixed sheet could be a film; once a television sheet has it, it is a season."""
    mixed = reported("Breaking Night", 2, "2012-11-16", films_mixed=True, label="part", runtime_min=None)
    other = reported("Harbour", 1, "2022-03-10", half="2023H2")
    assert [r["series"] for r in ledger([], [mixed, other])] == ["Harbour"]
    confirmed = reported("Breaking Night", 2, "2012-11-16", half="2023H2", label="part", row=9)
    assert {r["series"] for r in ledger([], [mixed, other, confirmed])} == {"Harbour", "Breaking Night"}


def test_alias_on_a_sheet_with_films_needs_a_television_sheet():
    """A title that only the aliases call a season would bring its sequel's news with it."""
    mixed = reported("Haunting", 1, "2018-10-12", films_mixed=True, label="alias", runtime_min=None)
    other = reported("Harbour", 1, "2022-03-10", half="2023H2")
    assert [r["series"] for r in ledger([], [mixed, other])] == ["Harbour"]
    confirmed = reported("Haunting", 1, "2018-10-12", half="2023H2", label="alias", row=9)
    assert {r["series"] for r in ledger([], [mixed, other, confirmed])} == {"Harbour", "Haunting"}


def test_nothing_published_after_the_day_counts():
    """A report that came out on the day counts, one a day later does not; a list published on the day counts."""
    report = reported("Harbour", 2, "2023-02-09")  # published 100 days after 30 June: 8 October 2023
    weekly = [listed("Harbour", 1, "2022-03-13")]
    assert [r["season"] for r in ledger(weekly, [report], day("2023-10-07"))] == [1]
    assert [r["season"] for r in ledger(weekly, [report], day("2023-10-08"))] == [1, 2]
    assert ledger(weekly, [], day("2022-03-14")) == []
    assert len(ledger(weekly, [], day("2022-03-15"))) == 1


def test_a_corrected_report_does_not_replace_the_first():
    """Of two versions of a half-year the one that came out first stands."""
    first = reported("Harbour", 1, "2022-03-10")
    corrected = reported("Harbour", 1, "2021-01-01", version="2023H1b", published_on=day("2024-06-01"))
    assert one([], [first, corrected])["premiere"] == day("2022-03-10")


def test_language_comes_from_an_earlier_season():
    """A season that no report has yet speaks the language of its series."""
    weekly = [listed("Game", 2, "2025-03-09", category="TV (Non-English)")]
    rows = ledger(weekly, [reported("Game", 1, "2021-09-17", local_title="오징어 게임: 시즌 1")])
    assert [(r["season"], r["language"], r["english"]) for r in rows] == [(1, "Korean", False), (2, "Korean", False)]


@pytest.mark.parametrize("order", [1, -1])
def test_two_seasons_entering_in_one_week(order):
    """Seasons 1 and 2 enter together: only the newer one launches there, in whatever order the rows come."""
    weekly = [listed("Departure", k, "2025-01-05", rank=k, fixed=True) for k in (1, 2)][::order]
    assert [(r["season"], r["releases"]) for r in ledger(weekly, [])] == [(2, 1)]


def test_row_order_changes_nothing():
    """The ledger of shuffled rows is the same ledger."""
    sundays = ("2022-01-02", "2022-05-01")
    weekly = [listed(f"Show {k % 5}", 1 + k // 5, sundays[k // 5], rank=1 + k % 5, fixed=True) for k in range(10)]
    halfyear = [reported(f"Show {k}", 1, "2022-01-01", row=7 + k) for k in range(5)]
    assert ledger([dict(r) for r in weekly], halfyear) == ledger([dict(r) for r in weekly[::-1]], halfyear[::-1])


def test_the_list_dates_a_season_until_a_report_does():
    """Listed on Sunday 12 March: premiere taken as Thursday 9 March. The report, out on 8 October, says Tuesday 7 March."""
    weekly, halfyear = [listed("Harbour", 1, "2023-03-12")], [reported("Harbour", 1, "2023-03-07")]
    before, after = one(weekly, halfyear, day("2023-10-07")), one(weekly, halfyear, day("2023-10-08"))
    assert (before["premiere"], before["premiere_from"], before["reported"]) == (day("2023-03-09"), "list", False)
    assert (after["premiere"], after["premiere_from"], after["reported"]) == (day("2023-03-07"), "report", True)
    assert before["first_listed"] == after["first_listed"] == day("2023-03-12")


def test_a_series_that_turns_out_licensed_leaves_the_ledger():
    """Until a report shows it without a release date, a bought-in series in the list cannot be told from a launch."""
    weekly, halfyear = [listed("Old Suits", 1, "2023-03-12")], [reported("Old Suits", 1, None)]
    assert len(ledger(weekly, halfyear, day("2023-10-07"))) == 1
    assert ledger(weekly, halfyear, day("2023-10-08")) == []


def test_a_season_is_known_from_the_day_its_first_list_is_out():
    """Launched on Thursday 7 March 2024, listed for the week to Sunday 10 March, known on Tuesday 12 March."""
    weekly = [listed("Harbour", 1, "2022-03-13"), listed("Harbour", 2, "2024-03-10")]
    assert one(weekly, [], day("2024-03-11"))["next_premiere"] is None
    first, second = ledger(weekly, [], day("2024-03-12"))
    assert (first["next_premiere"], second["premiere"], second["views_w1"]) == (day("2024-03-07"), day("2024-03-07"), 1_000_000)


@pytest.mark.parametrize(
    ("released", "launch"), [("2024-03-10", True), ("2024-02-29", True), ("2024-02-28", False), ("2024-03-11", False)]
)
def test_launch_listed_is_within_ten_days_of_the_premiere_and_not_before_it(released, launch):
    """In the list for the week to 10 March: 0 and 10 days after a release count, 11 days and the day before do not."""
    row = one([listed("Harbour", 1, "2024-03-10")], [reported("Harbour", 1, released, half="2024H1")])
    assert (row["first_listed"] is not None) is launch
    assert (row["views_w1"] is not None) is launch


def test_the_window_is_thirteen_weeks_from_the_first_in_the_list():
    """91 days: the thirteenth week is counted, the fourteenth is not."""
    sundays = [day("2024-03-10") + dt.timedelta(weeks=k) for k in range(14)]
    row = one([listed("Harbour", 1, str(sunday), 1_000 + k) for k, sunday in enumerate(sundays)], [])
    assert [row[f"views_w{k}"] for k in (1, 13)] == [1_000, 1_012]
    assert "views_w14" not in row
    assert (row["weeks_in_first_4"], row["best_rank"]) == (4, 1)


def test_two_parts_in_one_week_are_one_season_of_both():
    """Part 1 and Part 2 of a season in the same list: views and hours add up, and the better rank counts."""
    row = one([listed("Split", 4, "2024-03-10", 1_000_000, part=1), listed("Split", 4, "2024-03-10", 2_000_000, part=2)], [])
    assert (row["views_w1"], row["hours_w1"], row["best_rank"], row["weeks_in_first_4"]) == (3_000_000, 24_000_000, 1, 1)


def test_weeks_before_the_day_only():
    """As of the second Tuesday two weeks are out; the third is not, though the file has it."""
    weekly = [listed("Harbour", 1, sunday, 1_000_000) for sunday in ("2024-03-10", "2024-03-17", "2024-03-24")]
    row = one(weekly, [], day("2024-03-19"))
    assert [row[f"views_w{k}"] for k in (1, 2, 3)] == [1_000_000, 1_000_000, None]


def test_an_old_season_enters_weeks_after_its_successor():
    """Season 1 rides on season 2 for the first time in the fourth week: still no premiere of its own."""
    rows = ledger([listed("Harbour", 2, "2024-03-10"), listed("Harbour", 1, "2024-03-31")], [])
    assert [(r["season"], r["first_number"]) for r in rows] == [(2, 2)]
