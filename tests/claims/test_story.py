"""The story of a series with several seasons: what was believed anew, on the day on which it could be known."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from cliffhanger.claims.days import days_told
from cliffhanger.claims.recorded import Recorded, Review
from cliffhanger.claims.story import Event, story
from cliffhanger.cli import run
from cliffhanger.dossier.known import series_known
from cliffhanger.report.known_story import story_tables
from cliffhanger.report.known_text import MOST_EVENTS, known_text
from tests.claims.reconcile_samples import LATE, owner, piece, rumour, said, window


def told(*recorded: Recorded, as_of: dt.date = LATE) -> list[Event[Recorded]]:
    return list(story(days_told(recorded, series="X", as_of=as_of)))


def states(events: list[Event[Recorded]]) -> list[tuple[str, int | None, str]]:
    return [(one.day.isoformat(), one.season, (one.value or {})["status"]) for one in events if one.what == "status"]


def test_every_season_is_told_and_a_premiere_on_its_day_though_nobody_writes_then() -> None:
    events = told(
        owner("a", "2020-01-01", "renewed", season=1, quote="Vela ordered it"),
        owner("b", "2020-02-01", window("2020-05-01", "2020-05-01", "day"), kind="release_date", season=1),
        rumour("c", "2020-06-01", "cancelled", season=2),
        owner("d", "2020-07-01", "renewed", season=2),
        owner("e", "2021-01-01", "cancelled", season=3),
    )
    assert states(events) == [
        ("2020-01-01", 1, "ordered"),
        ("2020-02-01", 1, "dated"),
        ("2020-05-01", 1, "released"),
        ("2020-06-01", 2, "cancelled"),
        ("2020-07-01", 2, "renewed"),
        ("2021-01-01", 3, "cancelled"),
    ]


def test_an_open_decision_is_in_limbo_from_the_day_on_which_it_is() -> None:
    open_ = owner("a", "2022-01-01", "undecided")
    assert states(told(open_)) == [("2022-01-01", 2, "undecided"), ("2023-01-02", 2, "limbo")]
    assert states(told(open_, as_of=dt.date(2023, 1, 1))) == [("2022-01-01", 2, "undecided")]


def test_a_decision_of_a_person_is_a_day_of_the_story() -> None:
    why = Review("rejected", "Ada", "a parody", dt.date(2024, 3, 1))
    events = told(owner("a", "2024-01-01", "renewed", reviews=(why,)))
    assert states(events) == [("2024-01-01", 2, "renewed"), ("2024-03-01", 2, "unknown")]
    assert events[-1].told_by is None


def test_a_day_that_moves_is_told_with_the_one_before() -> None:
    first, later = window("2024-05-01", "2024-05-31", "month"), window("2024-08-01", "2024-08-31", "month")
    dates = {"kind": "release_date", "season": 2}
    events = told(owner("a", "2024-01-01", first, **dates), owner("b", "2024-02-01", later, **dates), as_of=dt.date(2024, 3, 1))
    assert [one.before for one in events if one.what == "release"] == [None, first]


def test_a_correction_changes_nothing_of_the_days_before_it_and_is_named_behind_the_quote() -> None:
    first, right = window("2024-05-01", "2024-05-01", "day"), window("2024-05-03", "2024-05-03", "day")
    mended = Review("corrected", "Ada", "a slip", dt.date(2024, 7, 1), right)
    claims = [owner("a", "2024-03-01", first, kind="release_date", reviews=(mended,))]
    events = told(*claims)
    assert [(one.day.isoformat(), one.what, (one.value or {})["window"]) for one in events] == [
        ("2024-03-01", "status", first["window"]),
        ("2024-05-01", "status", first["window"]),
        ("2024-07-01", "release", right["window"]),
    ]
    assert [bool(one.told_by and one.told_by.reviews) for one in events] == [False, False, True]
    known = series_known(claims, series="X", as_of=LATE)
    shown = " ".join(known_text(known).split())
    assert "release S2: 2024-05-03" in shown
    assert shown.count("“It is so.” [corrected by Ada on 2024-07-01: a slip]") == 1
    assert "until then 2024-05-01 · official, Vela [corrected by Ada on 2024-07-01: a slip]" in shown
    rows = [row for table in story_tables(known) for row in table.rows if row[2].startswith("release:")]
    assert [row[-1] for row in rows] == ["“It is so.” [corrected by Ada on 2024-07-01: a slip]"]


def test_what_was_believed_not_to_be_so_is_told_as_such() -> None:
    spring, autumn = window("2024-05-01", "2024-05-31", "month"), window("2024-09-01", "2024-09-30", "month")
    claims = [
        said(piece("a", "2024-01-01"), spring, kind="release_date"),
        owner("b", "2024-02-01", spring, kind="release_date", polarity="-"),
        owner("c", "2024-03-01", autumn, kind="release_date"),
    ]
    shown = " ".join(known_text(series_known(claims, series="X", as_of=dt.date(2024, 4, 1))).split())
    assert "release: 2024-09, until then not 2024-05" in shown


def test_what_only_moves_to_a_season_that_is_named_later_is_not_told_again() -> None:
    petition = said(piece("b", "2024-02-01"), {"n": 3000}, kind="petition", season=None)
    events = told(
        owner("a", "2024-01-01", "renewed"), petition, said(piece("c", "2024-03-01"), {"n": 6}, kind="episode_count", season=3)
    )
    assert [(one.season, one.what) for one in events] == [(2, "status"), (2, "petition"), (3, "episodes")]


def test_a_long_story_keeps_every_turn_of_state_and_counts_what_it_leaves_out() -> None:
    counts = [
        said(piece(f"p{n:03}", dt.date(2023, 1, 1) + dt.timedelta(days=n)), {"n": n}, kind="petition") for n in range(1, 90)
    ]
    claims = [owner("a", "2022-01-01", "cancelled"), *counts, owner("z", "2024-01-01", "renewed")]
    known = series_known(claims, series="X", as_of=LATE)
    shown = known_text(known)
    assert len(known.story) == 91
    assert f"and {91 - MOST_EVENTS} more that are no turn" in shown
    assert "1 January 2022    S2  cancelled" in shown
    assert "1 January 2024    S2  revived" in shown
    turns, whole = story_tables(known)[1:]
    assert (len(turns.rows), len(whole.rows), whole.folded) == (2, 91, True)


def test_the_command_tells_all_seasons_in_text_and_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = {
        "2020-04-16": "Vela announced today that it has renewed “Copper Bay” for a second season of ten episodes.",
        "2021-03-01": "Vela announced today that the second season of “Copper Bay” will premiere on 23 April 2021.",
        "2021-07-01": "Vela announced today that it has cancelled “Copper Bay”. There will be no third season.",
    }
    where = ["--workspace", str(tmp_path / "w")]
    for day, words in pages.items():
        (tmp_path / f"{day}.txt").write_text(words)
        assert run(["read", str(tmp_path / f"{day}.txt"), "--published", day, "--outlet", "Vela Press", *where]) == 0
    capsys.readouterr()
    assert run(["status", "Copper Bay", "--json", *where]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(one["season"], one["state"]) for one in found["seasons"]] == [(2, "released"), (3, "cancelled")]
    turns = [(one["day"], one["season"], one["value"]["status"]) for one in found["story"] if one["what"] == "status"]
    assert turns == [
        ("2020-04-16", 2, "renewed"),
        ("2021-03-01", 2, "dated"),
        ("2021-04-23", 2, "released"),
        ("2021-07-01", 3, "cancelled"),
    ]
    assert run(["status", "Copper Bay", *where]) == 0
    shown = capsys.readouterr().out
    assert "WHERE EACH SEASON STANDS" in shown
    told = [shown.index(words, shown.index("THE STORY")) for words in ("S2  renewed", "S2  dated (2021-04-23)", "S3  cancelled")]
    assert told == sorted(told)
