"""Signals of a campaign: from a file to series over time, with what looks made by a machine."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from cliffhanger.claims.campaign import Signal, signal_series, told_series
from cliffhanger.claims.recorded import Review
from cliffhanger.cli import run
from cliffhanger.dossier.campaign import Audience
from cliffhanger.dossier.known import series_known
from cliffhanger.dossier.record import HalfYear, Week
from cliffhanger.errors import InputError
from cliffhanger.pipeline.campaign import audience_of, with_campaign
from cliffhanger.report.campaign_words import busiest_words
from cliffhanger.sources.campaigns import campaigns
from cliffhanger.sources.signal_table import read_signals
from cliffhanger.store.signals import add_signals, keep_signals, signals_in
from cliffhanger.store.workspace import Workspace
from tests.claims.reconcile_samples import LATE, OTHER, known, owner, piece, said

START = dt.date(2024, 5, 1)


def series(kind: str, values: list[float]) -> list[Signal]:
    return [Signal("Copper Bay", START + dt.timedelta(days=n), kind, value, "") for n, value in enumerate(values)]


def test_growth_of_signatures_is_taken_between_days_and_nothing_of_later_days_is_seen() -> None:
    (one,) = signal_series(series("signatures", [100, 400, 500, 520]), START + dt.timedelta(days=2))
    assert (one.latest, one.busiest, one.busiest_share) == (500, START + dt.timedelta(days=1), pytest.approx(0.6))


def test_growth_between_counts_that_lie_days_apart_is_no_growth_of_one_day() -> None:
    days = {0: 100, 1: 200, 2: 260, 3: 300, 30: 30_000}
    signals = [Signal("Copper Bay", START + dt.timedelta(days=day), "signatures", count, "") for day, count in days.items()]
    (one,) = signal_series(signals, START + dt.timedelta(days=30))
    assert (one.busiest, one.busiest_days) == (START + dt.timedelta(days=30), 27)
    assert one.oddities == ()


@pytest.mark.parametrize(
    ("kind", "values", "said"),
    [
        ("signatures", [100, 900], ""),
        ("signatures", [100, 900, 950], "busiest day 2 May 2024, with 84 % of it"),
        ("searches", [100, 300], "busiest day 2 May 2024, with 75 % of it"),
    ],
)
def test_the_only_stretch_between_counts_is_not_called_the_fastest(kind: str, values: list[float], said: str) -> None:
    (one,) = signal_series(series(kind, values), START + dt.timedelta(days=9))
    assert busiest_words(one) == said


def test_what_articles_count_and_name_is_a_series_too_without_copies_guesses_and_what_was_rejected() -> None:
    rejected = Review("rejected", "Ada", "a parody", dt.date(2024, 6, 1))
    tag = {"kind": "hashtag", "quote": "#SaveX"}
    claims = [
        said(piece("a", "2024-05-01"), {"n": 3_000}, kind="petition"),
        said(piece("b", "2024-05-09"), {"n": 20_000}, kind="petition"),
        said(piece("c", "2024-05-10"), {"n": 9_000}, kind="petition"),
        said(piece("d", "2024-05-11"), {"n": 900_000}, kind="petition", standing="speculation"),
        said(piece("e", "2024-05-12"), {"n": 800_000}, kind="petition", reviews=(rejected,)),
        said(piece("f", "2024-05-01"), {"tag": "#SaveX"}, **tag),
        said(piece("g", "2024-05-03", OTHER), {"tag": "#savex"}, **tag),
    ]
    counts, names = sorted(told_series(known(*claims)), key=lambda one: one.kind, reverse=True)
    assert counts.points == ((dt.date(2024, 5, 1), 3_000.0), (dt.date(2024, 5, 9), 20_000.0))
    assert (counts.told, counts.season, counts.sources) == (True, 2, ("The Paper", "The Paper"))
    assert (names.kind, names.name.casefold()) == ("articles", "#savex")
    assert names.points == ((dt.date(2024, 5, 1), 1.0), (dt.date(2024, 5, 3), 2.0))


def test_size_stands_against_the_audience_and_other_campaigns_and_moves_nothing() -> None:
    claims = [
        owner("a", "2024-05-01", "cancelled"),
        said(piece("b", "2024-05-09"), {"n": 21_000}, kind="petition"),
        said(piece("c", "2024-04-01"), {"metric": "viewers", "n": 4_200_000}, kind="viewership", season=1),
        said(piece("d", "2024-04-02"), {"metric": "rank", "n": 1}, kind="viewership", season=1),
    ]
    told = series_known(claims, series="X", as_of=LATE)
    size = with_campaign(told, ()).campaign_size
    assert size is not None
    assert size.audience is not None
    assert (size.signatures, size.audience.what, size.audience.source) == (21_000, "viewers, season 1", "The Paper")
    assert size.share == pytest.approx(0.005)
    assert size.smaller == sum(one.signatures < 21_000 for one in campaigns())
    assert (size.coefficient, size.canceller) == (0.0, "streamer")
    assert [(one.kind, one.saved, one.partial, one.total) for one in size.saved] == [
        ("streamer", 1, 3, 21), ("linear", 5, 0, 10), ("any", 6, 3, 31),
    ]  # fmt: skip
    figures = with_campaign(told, (), Audience(1_000_000.0, "views", "lists")).campaign_size
    assert figures is not None
    assert figures.share == pytest.approx(0.021)
    assert with_campaign(series_known(claims[:1], series="X", as_of=LATE), ()).campaign_size is None


def test_the_audience_of_figures_is_the_launch_as_far_as_it_was_listed_else_the_best_half_year() -> None:
    premiere = dt.date(2024, 1, 4)
    ends = [premiere + dt.timedelta(days=3 + 7 * n) for n in range(5)]
    weeks = [Week(end, "TV", 1, 9, views, end) for end, views in zip(ends, (5, None, 3, 2, 7), strict=True)]
    half = HalfYear(dt.date(2024, 1, 1), dt.date(2024, 6, 30), 9, 40, dt.date(2024, 9, 1))
    first = audience_of(weeks, [half], premiere)
    assert first is not None
    assert first.count == 10  # the fifth week is no part of it
    later = audience_of([], [half], dt.date(2020, 1, 1))
    assert later is not None
    assert later.count == 40
    assert "years after" in later.what
    assert audience_of([], [], premiere) is None


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([100, 110, 120, 5_000, 5_010, 5_030], "came on one day"),
        ([100, 200, 300, 400, 500, 600], "nearly the same number"),
        ([100, 300, 700, 600, 900, 950], "it fell"),
        ([100, 180, 350, 480, 720, 810], None),
        ([100, 5_000], None),
    ],
)
def test_what_people_do_not_do_is_said_and_the_rest_is_not(values: list[float], said: str | None) -> None:
    (one,) = signal_series(series("signatures", values), START + dt.timedelta(days=99))
    assert any(said in oddity for oddity in one.oddities) if said else not one.oddities


def test_bad_rows_are_set_aside_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text(
        "series,day,kind,value\nCopper Bay,2024-05-01,signatures,1200\nCopper Bay,tomorrow,signatures,1\n"
        "Copper Bay,2024-05-02,likes,5\n"
        "Copper Bay,2024-05-02,signatures,-3\n"
    )
    table = read_signals(path)
    assert [one.value for one in table.rows] == [1200]
    assert [(one.line, one.reason.split(" ")[0]) for one in table.set_aside] == [(3, '"tomorrow"'), (4, '"likes"'), (5, "-3")]
    path.write_text("series,day\n")
    with pytest.raises(InputError):
        read_signals(path)


def test_the_same_signals_again_add_nothing(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "w")
    signals = series("signatures", [1, 2, 3])
    assert (add_signals(workspace, signals), add_signals(workspace, signals)) == (3, 0)
    assert signals_in(workspace) == tuple(signals)


def test_status_shows_the_campaign_and_says_that_it_moves_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Brightline has cancelled “Copper Bay” after one season.\n")
    rows = "".join(
        f"copper bay,{one.day},signatures,{one.value}\n" for one in series("signatures", [100, 110, 120, 5_000, 5_010, 5_030])
    )
    (tmp_path / "s.csv").write_text("series,day,kind,value\n" + rows)
    where = ["--workspace", str(tmp_path / "w")]
    assert run(["read", str(tmp_path / "a.txt"), "--published", "2024-05-01", *where]) == 0
    assert run(["pull", "signals", "--from", str(tmp_path / "s.csv"), *where]) == 0
    capsys.readouterr()
    assert run(["status", "Copper Bay", "--as-of", "2024-06-01", *where]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "5,030" in shown
    assert "sign of automation" in shown
    assert "moves no forecast" in shown
    assert "no article on file says how many watched" in shown
    assert "by a linear channel 5 of 10" in shown


def test_signals_alone_are_shown_and_are_no_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "s.csv").write_text(
        "series,day,kind,value\nCopper Bay,2024-03-01,signatures,100\nCopper Bay,2024-04-01,signatures,900\n"
    )
    where = ["--workspace", str(tmp_path / "w")]
    assert run(["pull", "signals", "--from", str(tmp_path / "s.csv"), *where]) == 0
    capsys.readouterr()
    assert run(["status", "copper bay", "--json", *where]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["series"], found["as_of"], found["status"]["state"], found["slots"]) == (
        "Copper Bay",
        "2024-04-01",
        "unknown",
        [],
    )
    assert found["campaign"][0]["latest"] == 900
    assert run(["status", "Copper Bay", *where]) == 0
    assert "900 on 1 April 2024" in capsys.readouterr().out
    assert run(["status", "Silver Cove", *where]) == 4
    (tmp_path / "a.txt").write_text("Brightline has cancelled “Copper Bay” after one season.\n")
    assert run(["read", str(tmp_path / "a.txt"), "--published", "2024-05-01", *where]) == 0
    capsys.readouterr()
    assert run(["status", "Copper Bay", "--as-of", "2024-03-15", "--json", *where]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["claims"], found["campaign"][0]["latest"]) == (0, 100)
    assert run(["status", "Copper Bay", "--as-of", "2024-02-01", *where]) == 5


def test_the_last_pull_of_signals_is_taken_back_and_only_that(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace = Workspace.create(tmp_path / "w")
    one, two = series("signatures", [1, 2, 3]), series("searches", [4, 5])
    add_signals(workspace, one)
    add_signals(workspace, two)
    add_signals(workspace, two)  # nothing new, so undo still means the pull before
    undo = ["pull", "undo", "--workspace", str(workspace.path)]
    assert run(undo) == 0
    assert "signals.csv: 2 rows no longer on file" in capsys.readouterr().out
    assert signals_in(workspace) == tuple(one)
    assert run(undo) == 4
    add_signals(workspace, two)
    keep_signals(workspace)  # as a later pull of figures does
    assert run(undo) == 4
    assert len(signals_in(workspace)) == 5


def test_a_hashtag_is_one_whatever_its_capitals_and_a_count_that_grew_is_no_contradiction() -> None:
    tag: dict[str, Any] = {"kind": "hashtag", "quote": "#Save"}
    first, again = (
        said(piece("a", "2024-05-01"), {"tag": "#SaveX"}, **tag),
        said(piece("b", "2024-06-01"), {"tag": "#savex"}, **tag),
    )
    (slot,) = known(first, again).slots
    assert (len(slot.basis), slot.overruled) == (2, ())
    page, count = piece("c", "2024-05-01"), {"kind": "petition", "season": 2}
    now = said(page, {"n": 80_000}, quote="signed by 80,000 people", **count)
    grown = said(page, {"n": 30_000}, quote="signed by 80,000 people, up from 30,000", number=2, **count)
    other = said(page, {"n": 30_000}, quote="it has 30,000 signatures", number=2, **count)
    assert known(now, grown).contradictions == ()
    assert [one.type for one in known(now, other).contradictions] == ["at_odds:two counts of a petition"]
