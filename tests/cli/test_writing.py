"""Which format an answer is written in, of every command that writes one to a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cliffhanger.cli import run
from cliffhanger.cli.writing import HTML, JSON, TEXT, XLSX, form_of
from cliffhanger.errors import UsageError
from tests.pipeline.test_slate import ROWS, table

ENDINGS = {"text": TEXT, "html": HTML, "json": JSON, "xlsx": XLSX}


@pytest.mark.parametrize(
    ("asked", "out", "json", "form"),
    [
        (None, None, False, "text"),
        (None, "slate.html", False, "html"),
        (None, "slate.HTM", False, "html"),
        (None, "slate.xlsx", False, "xlsx"),
        (None, "a.b/slate", False, "text"),
        ("html", "slate", False, "html"),
        ("html", "slate.html", False, "html"),
        (None, None, True, "json"),
        ("json", None, True, "json"),
        (None, "slate.json", True, "json"),
    ],
)
def test_the_format_is_the_one_asked_for_else_that_of_the_ending(asked, out, json, form):
    assert form_of(asked, None if out is None else Path(out), ENDINGS, json=json) == form


@pytest.mark.parametrize(
    ("asked", "out", "json", "said"),
    [
        ("text", "slate.html", False, "ends as html does, and text is asked for"),
        (None, "slate.html", True, "ends as html does, and json is asked for"),
        ("html", "slate.docx", False, 'no format here has files that end in ".docx"'),
        (None, "slate.md", False, "End it in .txt (text) or .html (html) or .json (json) or .xlsx (xlsx)"),
        ("xlsx", None, False, "a workbook is not printed"),
        ("html", None, True, "--format has no effect"),
        ("text", None, True, "--format has no effect"),
    ],
)
def test_what_contradicts_itself_is_refused(asked, out, json, said):
    with pytest.raises(UsageError) as refused:
        form_of(asked, None if out is None else Path(out), ENDINGS, json=json)
    assert said in str(refused.value)


ENDS = [".html", ".json", ".txt", ".xlsx", ".md"]
STARTS = {".html": b"<!doctype html>", ".json": b"{", ".xlsx": b"pk", ".md": b"# "}


@pytest.mark.parametrize(
    ("command", "ends"),
    [(["decide", "Spinning Out"], ENDS), (["dossier", "Spinning Out"], [".html", ".json", ".txt", ".md"]), (["slate"], ENDS[:4])],
)
def test_a_file_is_what_its_name_ends_in(command, ends, tmp_path, capsys):
    asked = [*command, "--options", str(table(tmp_path, *ROWS)), "--draws", "100"] if command == ["slate"] else command
    for ending in ends:
        out = tmp_path / f"answer{ending}"
        assert run([*asked, "--out", str(out)]) == 0
        assert out.read_bytes().lower().startswith(STARTS.get(ending, b""))
    assert not (tmp_path / "answer.txt").read_bytes().startswith((b"<", b"{", b"PK", b"# "))
    json.loads((tmp_path / "answer.json").read_text(encoding="utf-8"))
    assert run([*asked, "--out", str(tmp_path / "answer.pdf")]) == 2
    assert run([*asked, "--format", "json", "--out", str(tmp_path / "other.html")]) == 2
    assert not (tmp_path / "answer.pdf").exists()
    assert not (tmp_path / "other.html").exists()
    assert capsys.readouterr().out == ""


def test_a_replay_is_no_page(tmp_path, capsys):
    assert run(["decide", "--replay", str(tmp_path / "d.json"), "--out", str(tmp_path / "again.html")]) == 2
    assert "End it in .txt (text) or .json (json)" in capsys.readouterr().err


def test_a_figure_is_svg(tmp_path, capsys):
    assert run(["measure", "--title", "s0001", "--workspace", str(tmp_path), "--figure", str(tmp_path / "s0001.png")]) == 2
    assert "--figure" in (said := capsys.readouterr().err)
    assert ".svg" in said
