"""What was worked out of the grammar's patterns is known to the next run, and nothing depends on it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from cliffhanger.claims import patterns
from cliffhanger.claims.patterns import Pattern, Text
from cliffhanger.claims.worked_out import Key, WorkedOut
from cliffhanger.store import patterns_kept as kept
from cliffhanger.store.patterns_kept import patterns_kept, places

WRITTEN = [rf"\b(?:renewed|axed) (?P<who>[A-Z]\w+) {number}\b" for number in range(kept.WORTH_KEEPING)]
ARTICLE = "Vela has renewed “Copper Bay” for a third season, it said on Monday.\n"


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch) -> patterns._Index:
    """An index and a memory of their own, with patterns that nobody has asked about yet."""
    index = patterns._Index()
    index.new += [Pattern(one, re.IGNORECASE) for one in WRITTEN]
    for module in (patterns, kept):
        monkeypatch.setattr(module, "INDEX", index)
    afresh(monkeypatch)
    return index


def afresh(monkeypatch: pytest.MonkeyPatch) -> WorkedOut:
    memory = WorkedOut()
    for module in (patterns, kept):
        monkeypatch.setattr(module, "WORKED_OUT", memory)
    return memory


def told(index: patterns._Index) -> list[str | None]:
    """Ask the first few patterns about a text."""
    index.refresh()
    text = Text.of("He said: Axed Vela 1, renewed Vela 3.")
    return [found and found["who"] for found in (one.search(text) for one in index.patterns[:5])]


def test_what_was_kept_is_not_worked_out_again(index: patterns._Index, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "cache" / "p.zip"
    with patterns_kept([file]):
        first = told(index)
    memory = afresh(monkeypatch)
    again = patterns._Index()
    again.new += [Pattern(one, re.IGNORECASE) for one in WRITTEN]
    monkeypatch.setattr(patterns, "INDEX", again)
    with patterns_kept([file]):
        assert (told(again), memory.learnt) == (first, 0)
    assert first == [None, "Vela", None, "Vela", None]
    assert Key(WRITTEN[1], re.IGNORECASE) in memory.ways
    assert list(tmp_path.glob("cache/*")) == [file]


@pytest.mark.parametrize("spoilt", ["cut short", "no archive", "other rows", "of another library", "no rows"])
def test_what_cannot_be_used_is_worked_out_anew(
    index: patterns._Index, spoilt: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "p.zip"
    with patterns_kept([file]):
        first = told(index)
    whole = file.read_bytes()
    if spoilt == "cut short":
        file.write_bytes(whole[: len(whole) // 2])
    elif spoilt == "no archive":
        file.write_bytes(b"renewed")
    elif spoilt == "of another library":
        monkeypatch.setattr(kept.starts, "LIBRARY", "another")
    else:
        with zipfile.ZipFile(file, "w") as packed:
            packed.writestr("patterns.json", '{"rows": 3}' if spoilt == "other rows" else f'{{"stamp": "{kept._stamp()}"}}')
            packed.writestr("code", b"")
    memory = afresh(monkeypatch)
    again = patterns._Index()
    again.new += [Pattern(one, re.IGNORECASE) for one in WRITTEN]
    for module in (patterns, kept):
        monkeypatch.setattr(module, "INDEX", again)
    with patterns_kept([file]):
        assert told(again) == first
        assert memory.learnt >= kept.WORTH_KEEPING
    assert file.read_bytes() == whole or spoilt == "of another library"
    with patterns_kept([file]):
        assert memory.learnt == 0


def test_a_place_that_cannot_be_written_is_passed_over(index: patterns._Index, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, where a folder is wanted")
    with patterns_kept([tmp_path / "taken" / "p.zip", tmp_path / "free" / "p.zip"]):
        told(index)
    assert (tmp_path / "free" / "p.zip").exists()
    with patterns_kept([tmp_path / "taken" / "p.zip"]):
        told(index)
    with patterns_kept([]):
        told(index)


def test_little_is_not_worth_a_file(index: patterns._Index, tmp_path: Path) -> None:
    del index.new[3:]
    with patterns_kept([tmp_path / "p.zip"]):
        told(index)
    assert not list(tmp_path.iterdir())


def test_where_it_lies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    name = f"patterns.{sys.implementation.cache_tag}.zip"
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    beside, cache = places({"HOME": str(tmp_path)})
    assert (beside.parent.name, cache) == ("__pycache__", tmp_path / ".cache" / "cliffhanger" / name)
    assert places({"XDG_CACHE_HOME": str(tmp_path), "HOME": "/home"})[1] == tmp_path / "cliffhanger" / name
    assert len(places({})) == 1
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert places({"HOME": str(tmp_path)}) == (cache,)
    assert places({}) == ()


def test_a_second_run_reads_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    command = [sys.executable, "-B", "-m", "cliffhanger", "read", "a.txt", "--dry-run", "--json"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    first, second = (
        subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    )
    assert '"renewal_status"' in first
    assert second == first
    assert len(list((tmp_path / "cache" / "cliffhanger").iterdir())) == 1
