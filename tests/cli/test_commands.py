"""Commands as a person runs them: answers, messages, exit codes, and a workspace left as it was."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from cliffhanger.cli import run
from tests.published import HEADER, write_all, write_list, write_report

PULL = ("pull", "netflix")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its content."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def published(tmp_path):
    return write_all(tmp_path / "published")


@pytest.fixture
def workspace(tmp_path, published):
    where = tmp_path / "workspace"
    assert run([*PULL, "--from", str(published), "--workspace", str(where)]) == 0
    return where


@pytest.mark.parametrize("command", [("ingest",), ("pull", "netflix"), ("pull", "undo"), ("measure",), ("slate",), ("status",)])
def test_what_needs_a_workspace_promises_no_figures_of_the_package(command, capsys):
    assert run([*command, "--help"]) == 0
    assert "default: this folder." in (said := " ".join(capsys.readouterr().out.replace("│", " ").split()))
    assert "package's own" not in said


def test_a_log_that_is_not_there_makes_no_workspace(tmp_path, capsys):
    for source in (str(tmp_path / "nowhere"), f"duckdb://{tmp_path / 'nowhere.duckdb'}"):
        assert run(["ingest", source, "--workspace", str(tmp_path / "w")]) == 3
        assert "there is no such file or folder" in capsys.readouterr().err
    assert not (tmp_path / "w").exists()


def test_pull_counts_add_up(tmp_path, published, capsys):
    """Every row of every file is kept or set aside with a reason."""
    assert run([*PULL, "--from", str(published), "--workspace", str(tmp_path / "w"), "--json"]) == 0
    pulled = json.loads(capsys.readouterr().out)
    totals = {f["name"]: (f["total"], f["kept"], sum(f["refused"].values())) for f in pulled["files"]}
    assert totals["all-weeks-global.tsv"] == (240, 120, 120)  # six weeks of four lists of ten, half of them films
    assert totals["What_We_Watched_A_Netflix_Engagement_Report_2023Jul-Dec.xlsx"] == (20, 10, 10)


def test_board_from_a_small_workspace(workspace, capsys):
    """A season listed and reported is on the board, as of the last day of the files."""
    capsys.readouterr()
    assert run(["board", "--workspace", str(workspace), "--as-of", "2024-05-23", "--by", "2025-12-31", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert len(rows) == 20  # ten shows of each television list; the reported ten by their release date
    reported = next(r for r in rows if r["series"] == "Show TV (English) 01")
    assert (reported["premiere"], reported["listed"], reported["as_of"]) == ("2023-08-31", True, "2024-05-23")


def test_pulling_again_changes_nothing_and_undo_takes_back(workspace, published, capsys):
    """The same files are already on file; undo removes what the last pull added, once."""
    before = tree(workspace)
    assert run([*PULL, "--from", str(published), "--workspace", str(workspace)]) == 0
    assert "already on file" in capsys.readouterr().out
    assert tree(workspace) == before
    assert run(["pull", "undo", "--workspace", str(workspace)]) == 0
    assert run(["board", "--workspace", str(workspace)]) == 4
    assert "has no weekly list" in capsys.readouterr().err


def _truncated(folder: Path) -> str:
    path = write_list(folder / "all-weeks-global.tsv", [dt.date(2023, 9, 3)])
    path.write_bytes(path.read_bytes()[:-40])
    return "line 41"


def _cut_at_a_line(folder: Path) -> str:
    path = write_list(folder / "all-weeks-global.tsv", [dt.date(2023, 9, 3)])
    path.write_text("\n".join(path.read_text().splitlines()[:-4]) + "\n")
    return "6 of 10 ranks"


def _moved_header(folder: Path) -> str:
    write_report(folder / "What_We_Watched_A_Netflix_Engagement_Report_2023Jul-Dec.xlsx", header_row=9)
    return "--header-row"


def _web_page(folder: Path) -> str:
    (folder / "all-weeks-global.tsv").write_text("<!DOCTYPE html><html><body>Sign in</body></html>")
    return "a web page (HTML)"


def _bomb(folder: Path) -> str:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/worksheets/sheet1.xml", "w") as part:
        for _ in range(400):
            part.write(bytes(2**20))
    (folder / "What_We_Watched_A_Netflix_Engagement_Report_2023Jul-Dec.xlsx").write_bytes(content.getvalue())
    return "400 MB unpacked"


def _empty_file(folder: Path) -> str:
    (folder / "all-weeks-global.tsv").write_bytes(b"")
    return "the file is empty"


def _header_only(folder: Path) -> str:
    (folder / "all-weeks-global.tsv").write_text(HEADER + "\n")
    return "no row has a date"


BAD = (_truncated, _cut_at_a_line, _moved_header, _web_page, _bomb, _empty_file, _header_only)


@pytest.mark.parametrize("damage", BAD, ids=lambda d: d.__name__.strip("_"))
def test_bad_files_are_refused_and_the_workspace_is_as_it_was(damage, workspace, tmp_path, capsys):
    """Exit code 3, a message with the file, the place and the remedy; nothing in the workspace changes."""
    folder = tmp_path / "bad"
    folder.mkdir()
    expected = damage(folder)
    before = tree(workspace)
    capsys.readouterr()
    started = time.monotonic()
    assert run([*PULL, "--from", str(folder), "--workspace", str(workspace)]) == 3
    message = capsys.readouterr().err
    assert next(folder.iterdir()).name in message
    assert expected in message
    assert "again" in message or "--header-row" in message
    assert tree(workspace) == before
    assert time.monotonic() - started < 20


def test_a_bad_file_makes_no_workspace(tmp_path, capsys):
    """A first pull that fails leaves no half-made workspace behind."""
    folder = tmp_path / "bad"
    folder.mkdir()
    _web_page(folder)
    assert run([*PULL, "--from", str(folder), "--workspace", str(tmp_path / "new")]) == 3
    assert not (tmp_path / "new").exists()
    assert "cliffhanger: " in capsys.readouterr().err


def test_moved_header_can_be_named(tmp_path):
    """The remedy works: with the row named the same report is read."""
    folder = tmp_path / "moved"
    folder.mkdir()
    _moved_header(folder)
    assert run([*PULL, "--from", str(folder), "--workspace", str(tmp_path / "w"), "--header-row", "9"]) == 0


@pytest.mark.parametrize(
    ("tokens", "code", "words"),
    [
        (["board", "--as-of", "2031-01-01"], 2, "after the figures on file"),
        (["board", "--as-of", "soon"], 2, "YYYY-MM-DD"),
        (["board", "--by", "2001-01-01"], 2, "not after the as-of day"),
        (["board", "--colour", "red"], 2, "--colour"),
        (["bored"], 2, "board"),
        (["dossier", "Spining Out"], 5, 'Did you mean "Spinning Out"'),
        (["dossier", "Spinning Out", "--season", "7"], 5, "Seasons on file: 1"),
        (["dossier", "Spinning Out", "--format", "docx"], 2, "html"),
        (["board", "--workspace", "no-such-folder"], 4, "pull netflix"),
        ([*PULL, "--from", "no-such-folder", "--workspace", "w"], 3, "no such file or folder"),
        ([*PULL, "--from", ".", "--workspace", "w", "--published", "2024"], 2, "2024H2=2025-02-26"),
        (["backtest", "--workspace", "no-such-folder"], 4, "pull netflix"),
        (["backtest", "--origin", "2022-12-31"], 2, "Name days from 2023-12-12"),
    ],
    ids=lambda v: " ".join(v) if isinstance(v, list) else "",
)
def test_wrong_questions_get_an_answer(tokens, code, words, tmp_path, monkeypatch, capsys):
    """Each names what is wrong and what to do, with the documented exit code; no traceback."""
    monkeypatch.chdir(tmp_path)
    assert run(tokens) == code
    message = capsys.readouterr().err
    assert words in message
    assert "Traceback" not in message
    assert list(tmp_path.iterdir()) == []


def test_an_unwritable_place(tmp_path, published, capsys):
    """A workspace or a dossier below a file cannot be written: said so, with the path."""
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    assert run([*PULL, "--from", str(published), "--workspace", str(blocked / "w")]) == 4
    assert str(blocked) in capsys.readouterr().err
    assert run(["dossier", "Spinning Out", "--out", str(blocked / "x.html")]) == 2
    assert str(blocked) in capsys.readouterr().err
    assert blocked.read_text() == "in the way"


def test_dossier_in_every_format(tmp_path, monkeypatch, capsys):
    """Text, HTML, Markdown and JSON come from the one record; the JSON is whole."""
    monkeypatch.chdir(tmp_path)
    for form in ("text", "html", "md", "json"):
        assert run(["dossier", "Spinning Out", "--format", form]) == 0
        shown = capsys.readouterr().out
        assert "Spinning Out" in shown
    answer = json.loads(shown)
    assert answer["dossier"]["series"] == "Spinning Out"
    assert answer["dossier"]["will"]["within_36_months"]["p50"] < 0.05
    assert answer["verdict"]


def test_demo_leaves_dossiers_in_the_current_folder(tmp_path, monkeypatch, capsys):
    """The README's main command: a board, and HTML dossiers in the current folder; no other file."""
    monkeypatch.chdir(tmp_path)
    assert run(["demo"]) == 0
    assert "Spinning Out" in capsys.readouterr().out
    made = sorted(p.name for p in (tmp_path / "cliffhanger-demo").iterdir())
    assert "spinning-out.html" in made
    assert len(made) == 2
    assert [p.name for p in tmp_path.iterdir()] == ["cliffhanger-demo"]


def test_csv_of_the_board(tmp_path, monkeypatch, capsys):
    """A header and one line a season, as many as the JSON has."""
    monkeypatch.chdir(tmp_path)
    assert run(["board", "--csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("series,season,premiere")
    assert len(lines) > 2000


@pytest.mark.slow
def test_kill_in_the_middle_of_a_pull_loses_nothing(tmp_path, published):
    """Ten rounds of kill -9 at random points of a real pull: what was on file is whole, and the next pull completes."""
    tool = Path(__file__).parents[2] / "benchmarks" / "kill_rounds.py"
    command = [sys.executable, "-m", "cliffhanger", *PULL, "--from", str(published), "--workspace", "{workspace}"]
    done = subprocess.run(
        [sys.executable, str(tool), "--rounds", "10", "--", *command],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr
    assert "rounds=10" in done.stdout
    assert "lost=0" in done.stdout
