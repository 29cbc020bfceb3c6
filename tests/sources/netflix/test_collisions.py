"""Two series under one name: every case in the publisher's files has a decision, and a decision needs nothing but the row."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from importlib import resources
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from cliffhanger.sources.netflix import lists, reports
from cliffhanger.sources.netflix.collisions import told_apart
from cliffhanger.sources.netflix.lists import read_list
from cliffhanger.sources.netflix.reports import read_report
from cliffhanger.sources.netflix.titles import SeasonName, parse_title, series_key
from tests.sources.netflix.builders import (
    NON_ENGLISH,
    OLD_REPORT,
    list_file,
    list_row,
    report_bytes,
    report_file,
    report_row,
    ten,
)

DECISIONS = tomllib.loads((resources.files("cliffhanger.sources.netflix") / "collisions.toml").read_text(encoding="utf-8"))
CONDITIONS = {"local", "label", "category", "dated"}


def season(title: str) -> SeasonName:
    name = parse_title(title, runtime_min=400)
    assert isinstance(name, SeasonName)
    return name


# What a decision does


@pytest.mark.parametrize(
    ("title", "series", "number"),
    [
        ("The Club: Season 1 // El club: Temporada 1", "The Club (Mexico)", 1),
        ("The Club: Season 2 // Kulüp: 2. Sezon", "The Club", 2),
        ("The Chosen One: Season 2 // O Escolhido: Temporada 2", "The Chosen One (Brazil)", 2),
        ("The Chosen One: Season 1 // El Elegido: Temporada 1", "The Chosen One", 1),
        ("Kingdom: Series 5 // キングダム: 第5シリーズ", "Kingdom (anime)", 5),
        ("Kingdom: Season 2 // 킹덤: 시즌 2", "Kingdom", 2),
        ("Monster: Season 1 // 몬스터: 시즌 1", "Monster (South Korea)", 1),
        ("Monster: Season 1 // モンスター: シーズン1", "Monster (Japan)", 1),
        ("DAHMER: Monster: The Jeffrey Dahmer Story", "Monster", 1),
        ("Trillion Game: Season 1 // トリリオンゲーム: シーズン1", "Trillion Game (anime)", 1),
        ("Trillion Game: Season 1 // トリリオンゲーム: シーズン１", "Trillion Game", 1),
        (
            "Kaguya-sama: Love Is War? (2019) // かぐや様は告らせたい? ～天才たちの恋愛頭脳戦～",
            "Kaguya-sama: Love Is War (2019)",
            2,
        ),
        ("Kaguya-sama: Love Is War (2019) // かぐや様は告らせたい～天才たちの恋愛頭脳戦～", "Kaguya-sama: Love Is War (2019)", 1),
        ("Avatar: The Last Airbender: Book 1", "Avatar: The Last Airbender (2005)", 1),
        ("Avatar The Last Airbender: Season 1", "Avatar The Last Airbender", 1),
    ],
)
def test_a_local_title_or_a_label_tells_two_series_apart(title, series, number):
    name = told_apart(season(title))
    assert (name.series, name.key, name.season) == (series, series_key(series), number)


def test_a_list_tells_two_series_apart():
    """The English list had the series that the reports call "Warrior (2019)"; the other is Danish and was never in a list."""
    warrior = season("Warrior: Season 1")
    assert told_apart(warrior, category="TV (English)").key == season("Warrior (2019): Season 1").key
    assert told_apart(warrior, category=NON_ENGLISH) is warrior
    assert told_apart(warrior, dated=True) is warrior


def test_a_release_date_or_its_lack_tells_two_series_apart():
    """Encounters was in a report for the half-year before it came out: another series, without a date. A list states none."""
    encounters = season("Encounters: Season 1")
    assert told_apart(encounters, dated=False).series == "Encounters (licensed)"
    assert told_apart(encounters, dated=True) is encounters
    assert told_apart(encounters, category="TV (English)") is encounters


def test_what_nothing_was_decided_about_stays():
    name = season("Spinning Out: Season 1")
    assert told_apart(name, category="TV (English)", dated=False) is name


def test_all_of_a_season_but_its_series_is_kept():
    name = season("The Club: Season 1 Part 2 // El club: Temporada 1 Parte 2")
    assert told_apart(name) == replace(name, series="The Club (Mexico)", key="theclubmexico")


# The decisions


def test_every_decision_names_a_condition_and_an_outcome():
    for row in DECISIONS["row"]:
        assert set(row) <= {"printed", "is", "season"} | CONDITIONS
        assert set(row) & CONDITIONS, row
        assert {"is", "season"} & set(row), row
        assert series_key(row.get("is", "")) != series_key(row["printed"]), row


def test_a_decided_name_is_not_decided_again():
    """No decision leads to a name about which there is another, so that a name read back means itself."""
    printed = {series_key(row["printed"]) for row in DECISIONS["row"]}
    assert not {series_key(row["is"]) for row in DECISIONS["row"] if "is" in row} & printed
    assert all(isinstance(parse_title(f"{row['is']}: Season 1"), SeasonName) for row in DECISIONS["row"] if "is" in row)


# The readers ask


def test_a_report_with_two_series_of_one_name(tmp_path):
    rows = [
        report_row("The Club: Season 1 // El club: Temporada 1", **{"Release Date": "2019-11-15"}),
        report_row("The Club: Season 1 // Kulüp: 1. Sezon", **{"Release Date": "2021-11-05"}),
        report_row("Encounters: Season 1", **{"Release Date": None}),
    ]
    for columns, sheet in ((OLD_REPORT, "Engagement"), (None, "TV")):
        content = report_bytes({sheet: rows}, columns) if columns else report_bytes({sheet: rows})
        parsed = read_report(report_file(tmp_path, content), published={}).rows.to_pylist()
        found = {row["series"]: (row["series_key"], str(row["release_date"])) for row in parsed}
        assert found == {
            "The Club (Mexico)": ("theclubmexico", "2019-11-15"),
            "The Club": ("theclub", "2021-11-05"),
            "Encounters (licensed)": ("encounterslicensed", "None"),
        }


def test_a_list_with_two_series_of_one_name(tmp_path):
    rows = [
        *ten(list_row("Warrior: Season 1", 1)),
        *ten(list_row("Warrior: Season 1", 1, category=NON_ENGLISH), category=NON_ENGLISH),
    ]
    parsed = read_list(list_file(tmp_path, rows)).rows.to_pylist()
    assert {row["category"]: row["series"] for row in parsed if "Warrior" in row["series"]} == {
        "TV (English)": "Warrior (2019)",
        "TV (Non-English)": "Warrior",
    }


# The publisher's files

BESIDE = "from weeks w join halves h using (series_key, season) where w.part is not distinct from h.part"
QUERIES = {
    "two release dates": "from halves group by series_key, season, part having count(distinct release_date) > 1",
    "two lists": "from weeks group by series_key, season having count(distinct category) > 1",
    "in the English list, with a local title": f"{BESIDE} and w.category = 'TV (English)' and h.local_title <> ''",
    "in the list before its release": f"{BESIDE} and w.week < h.release_date - 10",
    "shorter in the list than reported before": f"{BESIDE} and w.week > h.period_end and w.runtime_min < 0.9 * h.runtime_min",
}
TWO_ROWS = "from halves group by series_key, season, part, period_end having count(*) > 1"
UNREPORTED = "from weeks anti join halves using (series_key, season) where week <= (select max(period_end) from halves)"


class Published:
    """Rows of every list and report on file, and the names that the readers asked about with what became of each."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, asked: list[tuple[SeasonName, SeasonName]]) -> None:
        self.connection = connection
        self.asked = asked

    def found(self, query: str) -> set[str]:
        return {key for (key,) in self.connection.execute(f"select distinct series_key {query}").fetchall()}

    def under_printed_names(self) -> Published:
        """The same rows as they would be without decisions."""
        names = {series_key(row["is"]): series_key(row["printed"]) for row in DECISIONS["row"] if "is" in row}
        undone = duckdb.connect()
        for table in ("weeks", "halves"):
            undone.register("decided", self.connection.execute(f"from {table}").to_arrow_table())
            undone.execute(f"create table {table} as from decided")
            for decided, printed in names.items():
                undone.execute(f"update {table} set series_key = ? where series_key = ?", [printed, decided])  # noqa: S608
        return Published(undone, self.asked)


@pytest.fixture(scope="module")
def published(figures) -> Iterator[Published]:
    asked: list[tuple[SeasonName, SeasonName]] = []

    def noted(name: SeasonName, **facts: Any) -> SeasonName:
        asked.append((name, told_apart(name, **facts)))
        return asked[-1][1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lists, "told_apart", noted)
        patch.setattr(reports, "told_apart", noted)
        weekly = [read_list(path).rows for path in sorted(figures.glob("*.tsv"))]
        halfyear = [read_report(path, published={}).rows for path in sorted(figures.glob("*.xlsx"))]
    with duckdb.connect() as connection:
        for name, tables in (("weeks", weekly), ("halves", halfyear)):
            connection.register("rows", pa.concat_tables(tables))
            connection.execute(f"create table {name} as from rows")
        yield Published(connection, asked)


@pytest.mark.parametrize("case", QUERIES)
def test_no_two_series_are_left_under_one_name(published, case):
    assert published.found(QUERIES[case]) == set()


def test_the_queries_find_what_was_decided(published):
    printed = published.under_printed_names()
    assert printed.found(QUERIES["two release dates"]) == {"glitch", "thecage", "thechosenone", "theclub", "theinfluencer"}
    assert printed.found(QUERIES["in the English list, with a local title"]) >= {"lost", "missingyou"}
    assert printed.found(QUERIES["shorter in the list than reported before"]) >= {"myfamily", "welcometothefamily"}
    assert len(printed.found(TWO_ROWS)) > 20


def test_two_rows_of_a_report_are_two_series_or_known_to_be_one(published):
    assert published.found(TWO_ROWS) == {series_key(name) for name in DECISIONS["same"]}


def test_a_season_in_the_list_is_in_the_reports_under_the_same_name(published):
    """But for what had left the service before the first report; a name that only the list knows would look like a launch."""
    assert published.found(UNREPORTED) == {"yosoybettylafea"}


def test_every_decision_is_about_a_row_on_file(published):
    changed = {(before.key, after.series, after.season) for before, after in published.asked if after is not before}

    def used(row: dict[str, Any]) -> bool:
        return any(
            (key, row.get("is", series), row.get("season", number)) == (series_key(row["printed"]), series, number)
            for key, series, number in changed
        )

    assert [row for row in DECISIONS["row"] if not used(row)] == []
