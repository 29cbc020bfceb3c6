"""Processes that write one ledger at once lose nothing, and one that is killed leaves the ledger as it was, or has added all.

Run as a program, this file is those processes.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from cliffhanger.store.ledger import Ledger
from tests.claims.ledger_samples import claim, piece, review
from tests.store.ledgers import KINDS, new_ledger, postgres  # noqa: F401 - a fixture

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL and fork exist on Unix only")

ROOT = Path(__file__).parents[2]
PROCESSES, TEXTS, SHARED = 3, 12, 4
TOO_MANY_STEPS = 80


@pytest.fixture(params=KINDS)
def where(request, tmp_path) -> str:
    return new_ledger(request.param, request, tmp_path)


def start(*words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.test_ledger_processes", *words],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def add_many(where: str, writer: str) -> None:
    """Say so when ready, wait for the word, then open the ledger and write: texts of one's own, and some that all have."""
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    ledger = Ledger.open(where)
    for number in range(TEXTS):
        text = f"shared {number}" if number < SHARED else f"{writer} {number}"
        added = ledger.add(piece(f"a{number}", text), [claim(text), claim(f"{text}, once more")])
        ledger.review(f"{added.piece.id}#2", review(who=writer))


def test_processes_that_add_at_once_lose_nothing(where):
    writers = [start("add-many", where, f"writer {number}") for number in range(PROCESSES)]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:  # they make the tables at once, too
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate()
        assert writer.returncode == 0
    found = Ledger.open(where).claims()
    texts = {f"shared {n}" for n in range(SHARED)}
    texts |= {f"writer {w} {n}" for w in range(PROCESSES) for n in range(SHARED, TEXTS)}
    assert Counter(one.claim.quote.text for one in found) == Counter([*texts, *(f"{text}, once more" for text in texts)])
    assert len({one.id for one in found}) == len(found)
    for one in found:
        mine = one.claim.quote.text.startswith("writer")
        assert len(one.reviews) == (one.number == 2) * (1 if mine else PROCESSES)


def dying(ledger: Ledger, number: int) -> None:
    """Have this process die by SIGKILL before the n-th step of writing (from 1): a statement, or the commit."""
    seen = 0

    def step(*_: Any) -> None:
        nonlocal seen
        seen += 1
        if seen == number:
            os.kill(os.getpid(), signal.SIGKILL)

    sa.event.listen(ledger.database.engine, "before_cursor_execute", step)
    sa.event.listen(ledger.database.engine, "commit", step)
    sa.event.listen(ledger.database.engine, "close", step)


def add_at_every_step(where: str) -> None:
    """Fork a writer that dies before its n-th step, for every n, until one lives; after each, look what is on file."""
    survived, states = False, []
    for number in range(1, TOO_MANY_STEPS):
        child = os.fork()
        if child == 0:
            ledger = Ledger.open(where)
            dying(ledger, number)
            ledger.add(piece("new"), [claim(f"{n}") for n in range(3)])
            os._exit(0)
        _, status = os.waitpid(child, 0)
        survived = not os.WIFSIGNALED(status)
        states.append(f"{len(Ledger.open(where).pieces())} {len(Ledger.open(where).claims())}")
        if survived:
            break
    sys.stdout.write("\n".join([str(survived), *states]))


def test_a_writer_that_is_killed_adds_all_or_nothing(where):
    Ledger.open(where).add(piece("old"), [claim()])
    before = Ledger.open(where).claims()
    run = start("every-step", where)
    said, _ = run.communicate()
    assert run.returncode == 0
    survived, *states = said.splitlines()
    assert survived == "True"
    # One article with its claim before; with the new one, two articles and four claims. Nothing between.
    assert set(states) == {"1 1", "2 4"}
    assert states == sorted(states)
    assert states.count("1 1") >= 5  # looked twice, wrote the article, wrote its claims, about to commit
    assert [one for one in Ledger.open(where).claims() if one.piece.id == "old"] == [*before]
    assert Ledger.open(where).add(piece("third"), [claim()]).count == 1


def open_at_every_step(where: str) -> None:
    """The same of the process that makes the tables."""
    survived = False
    real = sa.create_engine
    for number in range(1, TOO_MANY_STEPS):
        child = os.fork()
        if child == 0:
            seen = 0

            def step(*_: Any, number: int = number) -> None:
                nonlocal seen
                seen += 1
                if seen == number:
                    os.kill(os.getpid(), signal.SIGKILL)

            def engine(*words: Any, **named: Any) -> Any:
                made = real(*words, **named)
                for name in ("before_cursor_execute", "commit", "close"):
                    sa.event.listen(made, name, step)
                return made

            sa.create_engine = engine
            Ledger.open(where)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        survived = not os.WIFSIGNALED(status)
        if survived:
            break
    sys.stdout.write(f"{survived} {number}")


def test_a_process_that_is_killed_while_it_makes_the_tables_leaves_a_ledger_that_opens(where):
    run = start("open", where)
    said, _ = run.communicate()
    assert run.returncode == 0
    survived, steps = said.split()
    assert survived == "True"
    assert int(steps) > 10
    assert Ledger.open(where).add(piece(), [claim()]).count == 1


if __name__ == "__main__":
    modes = {"add-many": add_many, "every-step": add_at_every_step, "open": open_at_every_step}
    modes[sys.argv[1]](*sys.argv[2:])
