"""Signals of a campaign: from a file to series over time, with what looks made by a machine."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from cliffhanger.claims.campaign import Signal, signal_series
from cliffhanger.cli import run
from cliffhanger.errors import InputError
from cliffhanger.sources.signal_table import read_signals
from cliffhanger.store.signals import add_signals, keep_signals, signals_in
from cliffhanger.store.workspace import Workspace

START = dt.date(2024, 5, 1)


def series(kind: str, values: list[float]) -> list[Signal]:
    return [Signal("Copper Bay", START + dt.timedelta(days=n), kind, value, "") for n, value in enumerate(values)]


def test_growth_of_signatures_is_taken_between_days_and_nothing_of_later_days_is_seen() -> None:
    (one,) = signal_series(series("signatures", [100, 400, 500, 520]), START + dt.timedelta(days=2))
    assert (one.latest, one.busiest, one.busiest_share) == (500, START + dt.timedelta(days=1), pytest.approx(0.6))


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
    shown = capsys.readouterr().out
    assert "5,030" in shown
    assert "sign of automation" in shown
    assert "moves no forecast" in shown


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
