"""Progress of long work: lines where standard error is no terminal, a bar where it is one; standard output stays clean."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

import pytest

from cliffhanger.cli.telling import telling

WORK = """
from cliffhanger.cli.telling import telling
with telling() as tell:
    tell("sorting")
    for k in range(101):
        tell(f"writing {k:,} of 100 [rows] ({k}%)")
print("answer")
"""


def test_lines_for_stages_and_tenths(capsys: pytest.CaptureFixture[str]) -> None:
    with telling() as tell:
        tell("sorting")
        for k in range(101):
            tell(f"writing {k:,} of 100 ({k}%)")
        tell("done")
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "sorting"
    assert lines[1:-1] == [f"writing {k} of 100 ({k}%)" for k in range(0, 101, 10)]
    assert lines[-1] == "done"


def test_a_terminal_gets_a_bar_that_goes_away_and_standard_output_only_the_answer() -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", WORK], stdout=subprocess.PIPE, stderr=theirs, env={**os.environ, "TERM": "xterm"}
    ) as work:
        os.close(theirs)
        shown = b""
        while True:
            try:
                shown += os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
        assert work.stdout is not None
        assert work.stdout.read() == b"answer\n"
    os.close(ours)
    text = shown.decode()
    assert "━" in text
    assert "writing 100 of 100 [rows]" in text
    assert "\x1b[2K" in text.rsplit("━", 1)[1]  # its line is erased at the end
