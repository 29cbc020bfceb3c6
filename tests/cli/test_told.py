"""What the owner said, in the dossier of the public figures: it moves the forecast, and nobody else's word does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cliffhanger.cli import run

CANCELLED = "Netflix today announced that Spinning Out has been cancelled."


def dossier(capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, Any]:
    capsys.readouterr()
    assert run(["dossier", "Spinning Out", "--format", "json", *more]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)["dossier"]
    return found


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
