"""The time that may go into one article: what takes longer is refused whole, and the others are read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from cliffhanger.cli import run
from cliffhanger.errors import InputError
from cliffhanger.pipeline.deadline import Deadline
from cliffhanger.pipeline.read import Reading, ledger_of, readings, seconds_per_article
from cliffhanger.sources.articles.files import named_at
from cliffhanger.sources.articles.page import LONGEST_TITLE, article

DAY = dt.date(2024, 5, 1)
SHORT = "Vela has renewed “Copper Bay” for a second season.\n"
LONG = SHORT + "\n" + "Vela has cancelled “Low Tide Kings”. " * 40


def ticking(step: float) -> Callable[[], float]:
    """A clock that goes on by so many seconds each time that it is looked at."""
    seen = [0.0]

    def clock() -> float:
        seen[0] += step
        return seen[0]

    return clock


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, words in (("a", SHORT), ("b", LONG), ("c", SHORT.replace("Copper Bay", "Silver Cove"))):
        (tmp_path / f"{name}.txt").write_text(words)
    return tmp_path


def read_all(folder: Path, *, seconds: float) -> list[Reading]:
    listed = named_at(sorted(folder.glob("*.txt")), published=DAY)
    ledger = ledger_of(folder / "w", create=True)
    return list(readings(listed, ledger=ledger, read_on=DAY, seconds=seconds, clock=ticking(1.0)))


def test_an_article_that_takes_too_long_is_refused_whole_and_the_others_are_read(folder: Path) -> None:
    done = read_all(folder, seconds=120)
    assert [one.refused is None for one in done] == [True, False, True]
    assert done[1].refused is not None
    assert done[1].refused.why == "reading it took longer than 120 s, and nothing of it was kept"
    ledger = ledger_of(folder / "w")
    assert {one.id for one in ledger.pieces()} == {"a.txt", "c.txt"}
    assert [one.name for one in ledger.series()] == ["Copper Bay", "Silver Cove"]
    assert all(one.refused is None for one in read_all(folder, seconds=100_000))
    assert {one.id for one in ledger.pieces()} == {"a.txt", "b.txt", "c.txt"}


def test_the_clock_is_looked_at_between_sentences_and_between_rules(folder: Path) -> None:
    looks = 0

    def clock() -> float:
        nonlocal looks
        looks += 1
        return 0.0

    listed = named_at([folder / "b.txt"], published=DAY)
    assert next(readings(listed, ledger=None, read_on=DAY, clock=clock)).refused is None
    assert looks > 5 * 41  # of forty-one sentences, each several times


def test_a_deadline_is_met_up_to_its_last_moment() -> None:
    now = [10.0]
    deadline = Deadline.after(2.0, lambda: now[0])
    now[0] = 12.0
    deadline.check()
    now[0] = 12.1
    with pytest.raises(InputError, match="longer than 2 s"):
        deadline.check()


def test_the_workspace_says_how_long_and_the_command_refuses(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert seconds_per_article(folder) == 60.0  # no workspace
    ledger_of(folder / "w", create=True)
    (folder / "w" / "cliffhanger.toml").write_text("[articles]\nseconds_per_article = 0.001\n")
    assert seconds_per_article(folder / "w") == 0.001
    assert run(["read", str(folder / "a.txt"), "--workspace", str(folder / "w")]) == 3
    assert "refused. reading it took longer than 0.001 s" in capsys.readouterr().out
    (folder / "w" / "cliffhanger.toml").write_text("[articles]\nseconds_per_article = 0\n")
    assert run(["read", str(folder / "a.txt"), "--workspace", str(folder / "w")]) == 3


def test_a_text_without_paragraphs_is_not_its_own_title() -> None:
    assert len(article(SHORT.strip() * 500, name="x").title or "") == LONGEST_TITLE
