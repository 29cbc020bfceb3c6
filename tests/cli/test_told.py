"""What the owner said, in the dossier of the public figures: it moves the forecast, and nobody else's word does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cliffhanger.cli import run
from cliffhanger.sources.campaigns import service_kind

CANCELLED = "Netflix today announced that Spinning Out has been cancelled."


def dossier(capsys: pytest.CaptureFixture[str], *more: str, series: str = "Spinning Out") -> dict[str, Any]:
    capsys.readouterr()
    assert run(["dossier", series, "--format", "json", *more]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)["dossier"]
    return found


def read(words: str, day: str, outlet: str = "Netflix Newsroom") -> None:
    Path("a.txt").write_text(f"{words}\n")
    Path("list.jsonl").write_text(json.dumps({"id": "a", "file": "a.txt", "published": day, "outlet": outlet}))
    assert run(["read", "--manifest", "list.jsonl"]) == 0


@pytest.mark.parametrize(
    ("outlet", "words", "rule"),
    [
        ("Netflix Media Center", CANCELLED, "official cancellation"),
        ("Netflix Media Center", CANCELLED.replace("cancelled", "renewed"), "official renewal"),
        ("The Paper", "Insiders say that Spinning Out has been cancelled.", None),
    ],
)
def test_an_owners_word_without_a_season_moves_the_next_one(
    outlet: str, words: str, rule: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    before = dossier(capsys)
    assert before["told"] is None
    (tmp_path / "a.txt").write_text(f"Spinning Out\n\n{words}\n")
    (tmp_path / "list.jsonl").write_text(json.dumps({"id": "a", "file": "a.txt", "published": "2020-02-03", "outlet": outlet}))
    assert run(["read", "--manifest", "list.jsonl"]) == 0
    after = dossier(capsys)
    effect = after["told"]["effect"]
    assert (effect["rule"] if effect else None) == rule
    chance, was = (one["will"]["within_36_months"]["p50"] for one in (after, before))
    if rule == "official renewal":
        assert chance > 0.5 > was
    elif rule is None:
        assert chance == was
    else:
        assert chance <= was


def test_what_was_said_before_the_last_premiere_moves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(f"Spinning Out\n\n{CANCELLED}\n")
    (tmp_path / "list.jsonl").write_text(
        json.dumps({"id": "a", "file": "a.txt", "published": "2019-01-01", "outlet": "Netflix Media Center"})
    )
    assert run(["read", "--manifest", "list.jsonl"]) == 0
    told = dossier(capsys)["told"]
    assert told["effect"] is None
    assert told["known"]["status"]["state"] == "unknown"


def test_after_a_season_that_was_announced_as_the_last_the_answer_is_no(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    read('Netflix announced today that it has renewed "The Umbrella Academy" for a fourth and final season.', "2022-08-25")
    found = dossier(capsys, "--as-of", "2025-03-31", series="The Umbrella Academy")
    assert found["season"] == 4
    effect, stands = found["told"]["effect"], found["told"]["known"]["status"]
    assert (stands["state"], stands["season"]) == ("planned end", 4)
    assert effect["rule"] == "official last season"
    assert found["will"]["within_36_months"]["p50"] < 0.1
    assert effect["before"] > 0.5
    assert "announced_end" not in {gap["code"] for gap in found["gaps"]}


def test_an_official_day_is_the_day_and_once_it_has_passed_it_is_back_unseen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    words = 'Netflix announced today that the second season of "The Night Agent" will premiere on 23 January 2025.'
    read(words, "2024-05-01")
    found = dossier(capsys, "--as-of", "2024-06-30", series="The Night Agent")
    assert found["told"]["known"]["status"]["state"] == "dated"
    assert (found["when"]["p10"], found["when"]["p90"]) == ("2025-01-23", "2025-01-23")
    assert found["will"]["within_36_months"]["p50"] > 0.9
    read(words.replace("23 January 2025", "23 May 2024"), "2024-05-02")
    passed = dossier(capsys, "--as-of", "2024-06-30", series="The Night Agent")
    assert passed["told"]["known"]["status"]["state"] == "released"
    assert passed["when"]["already"] == passed["will"]["within_36_months"]["p50"] > 0.9


def test_the_rate_of_the_saved_is_by_what_sort_of_service_cancelled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    read('NBC announced today that it has cancelled "The Night Agent" after one season.', "2024-05-01", "NBC Press")
    effect = dossier(capsys, "--as-of", "2024-06-30", series="The Night Agent")["told"]["effect"]
    assert "of 10 series with a counted petition that a linear channel cancelled, 5 were saved" in effect["why"]
    assert service_kind("HBO Max") == "streamer"
    assert [service_kind(name) for name in ("NBC", "The CW", "BBC One", "Channel 4", "AMC+", "Netflix", "Foxtel")] == [
        "linear", "linear", "linear", "linear", "streamer", "streamer", "streamer",
    ]  # fmt: skip


def test_the_board_takes_the_owners_word_in_as_the_dossier_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    def row() -> dict[str, Any]:
        capsys.readouterr()
        assert run(["board", "--as-of", "2024-06-30", "--json"]) == 0
        found = json.loads(capsys.readouterr().out)
        assert [one["p_return_by"] for one in found] == sorted((one["p_return_by"] for one in found), reverse=True)
        return next(one for one in found if one["series"] == "The Night Agent")

    silent = row()
    assert silent["owners_word"] is None
    read('Netflix announced today that it has cancelled "The Night Agent".', "2024-05-01")
    gone, told = row(), dossier(capsys, "--as-of", "2024-06-30", series="The Night Agent")
    assert gone["owners_word"] == "cancelled"
    assert gone["p_return_36m"] == told["will"]["within_36_months"]["p50"] < 0.1 < silent["p_return_36m"]
    assert gone["p_seen_by"] < gone["p_return_by"] < gone["p_return"]
    assert gone["return_p50"] is None


@pytest.mark.parametrize("words", ["", "Insiders say that Spinning Out has been cancelled.\n"])
def test_the_signals_of_a_campaign_are_in_the_dossier_and_move_nothing(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    before = dossier(capsys)
    days = ("2020-02-01,1000", "2020-03-01,40000", "2199-01-01,90000")
    rows = "".join(f"spinning out,{day.replace(',', ',signatures,')}\n" for day in days)
    (tmp_path / "s.csv").write_text(f"series,day,kind,value\n{rows}")
    assert run(["pull", "signals", "--from", "s.csv"]) == 0
    if words:
        (tmp_path / "a.txt").write_text(words)
        assert run(["read", "a.txt", "--published", "2020-02-03"]) == 0
    after = dossier(capsys)
    (campaign,) = after["told"]["known"]["campaign"]
    assert (campaign["kind"], campaign["latest"]) == ("signatures", 40_000)  # nothing of a day that lies ahead
    assert after["told"]["effect"] is None
    assert (after["will"], after["when"]) == (before["will"], before["when"])
    for form in ("text", "md", "html"):
        capsys.readouterr()
        assert run(["dossier", "Spinning Out", "--format", form]) == 0
        assert "40,000 on" in capsys.readouterr().out
