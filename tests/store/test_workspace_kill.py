"""A writer that is killed at any moment leaves the old state or the new one, and the next writer just works.

Run as a program, this file forks those writers: forking spares each of them the seconds of importing pyarrow.
"""

from __future__ import annotations

import functools
import hashlib
import itertools
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from cliffhanger.store import versions as disk
from cliffhanger.store.versions import Payload, Version
from cliffhanger.store.workspace import Workspace

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL and fork exist on Unix only")

SEED = 20240109
ROUNDS = 10
OLD, NEW = ("old-1", "old-2"), ("new-1", "new-2", "new-3")
# Every call by which a commit changes the disk; the writer dies before or after the n-th of them.
STEPS = ("mkdir", "open", "write", "fsync", "rename", "replace", "unlink", "rmdir")


def table(text: str, *, rows: int) -> pa.Table:
    return pa.table({"title": [text] * rows, "hours": pa.array(range(rows), pa.int64())})


def payload(folder: Path, text: str, *, rows: int = 2000) -> Payload:
    raw = folder / f"{text}.tsv"
    if not raw.exists():
        raw.write_text(text)
    number = int(text[-1])
    version = Version(
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        kind="weekly",
        name=raw.name,
        published_on=date(2024, 1, 9) + timedelta(weeks=number),
        covers_until=date(2024, 1, 7) + timedelta(weeks=number),
        rows_total=rows + number,
        rows_kept=rows,
        rows_refused=number,
        parser=1,
        source=raw.name,
        retrieved_on=date(2024, 3, 1),
    )
    return Payload(version, raw, table(text, rows=rows), table(text, rows=number))


def dying(number: int, *, after: bool) -> None:
    """Have this process die by SIGKILL before or after the n-th change of the disk (from 1)."""
    seen = 0

    def wrap(call: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(call)
        def counted(*args: Any, **kwargs: Any) -> Any:
            nonlocal seen
            seen += 1
            mine = seen == number
            if mine and not after:
                os.kill(os.getpid(), signal.SIGKILL)
            try:
                return call(*args, **kwargs)
            finally:
                if mine:
                    os.kill(os.getpid(), signal.SIGKILL)

        return counted

    for name in STEPS:
        setattr(os, name, wrap(getattr(os, name)))


def write(workspace: Path, incoming: Path, task: str) -> None:
    opened = Workspace.open(workspace)
    if task == "undo":
        opened.undo(lock_timeout_s=5)
    elif task == "replace":
        version = replace(payload(incoming, OLD[0]).version, parser=2, rows_kept=5, rows_refused=5, rows_total=10)
        opened.replace_rows(version, table(OLD[0], rows=5), table(OLD[0], rows=5), lock_timeout_s=5)
    else:
        opened.commit([payload(incoming, text) for text in NEW], lock_timeout_s=5)


def contents(workspace: Path) -> dict[str, tuple[int, int]]:
    """Open the workspace and read every file of every version; return counts of rows by name."""
    opened = Workspace.open(workspace)
    found = {}
    for version in opened.versions():
        text = version.name.removesuffix(".tsv")
        rows, refused = opened.rows(version), opened.refused(version)
        assert rows.equals(table(text, rows=rows.num_rows))
        assert opened.raw_path(version).read_text() == text
        found[text] = (rows.num_rows, refused.num_rows)
    return found


def strays(workspace: Path) -> list[str]:
    manifest = disk.read_manifest(workspace / "figures")
    named = {filed.folder for filed in (*manifest.versions, *(manifest.previous or ()))}
    known = named | {disk.MANIFEST, ".lock", ".lock-holder"}
    return sorted(child.name for child in (workspace / "figures").iterdir() if child.name not in known)


@pytest.fixture
def incoming(tmp_path: Path) -> Path:
    folder = tmp_path / "incoming"
    folder.mkdir()
    for text in (*OLD, *NEW):
        payload(folder, text)
    return folder


@pytest.fixture
def template(request: pytest.FixtureRequest, tmp_path: Path, incoming: Path) -> Path:
    workspace = Workspace.create(tmp_path / "template")
    if request.param == "filled":
        for text in OLD:
            workspace.commit([payload(incoming, text)], lock_timeout_s=5)
    return workspace.path


def check_after_a_kill(workspace: Path, incoming: Path, states: list[dict[str, tuple[int, int]]]) -> int:
    """Hold that the state is one of the given ones and that a further commit works; return its number."""
    state = contents(workspace)
    assert state in states
    write(workspace, incoming, "commit")
    after = contents(workspace)
    assert set(after) == set(state) | set(NEW), "nothing is lost, and the next commit works"
    assert strays(workspace) == []
    return states.index(state)


def run_killed(mode: str, template: Path, incoming: Path, target: Path, *more: str) -> int:
    """Have writers killed, each on its own copy of the template (``target/1``, ...); return how many were."""
    command = [sys.executable, __file__, mode, str(template), str(incoming), str(target), *more]
    finished = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(finished.stdout)


def before_and_after(template: Path, incoming: Path, task: str) -> list[dict[str, tuple[int, int]]]:
    done = Path(shutil.copytree(template, template.with_name("done")))
    write(done, incoming, task)
    states = [contents(template), contents(done)]
    assert states[0] != states[1]
    return states


CASES = [("empty", "commit"), ("filled", "commit"), ("filled", "replace"), ("filled", "undo")]


@pytest.mark.parametrize(("template", "task"), CASES, indirect=["template"])
@pytest.mark.parametrize("when", ["before", "after"])
def test_killed_at_every_step(template: Path, incoming: Path, tmp_path: Path, task: str, when: str) -> None:
    states = before_and_after(template, incoming, task)
    target = tmp_path / "steps"
    steps = run_killed("every-step", template, incoming, target, task, when)
    assert steps >= 10
    outcomes = [check_after_a_kill(target / str(step), incoming, states) for step in range(1, steps + 1)]
    assert outcomes == sorted(outcomes), "the change happens at one step: old before it, new after"
    assert set(outcomes) == {0, 1}


@pytest.mark.parametrize("template", ["empty", "filled"], indirect=True)
def test_killed_at_random_moments(template: Path, incoming: Path, tmp_path: Path) -> None:
    states = before_and_after(template, incoming, "commit")
    target = tmp_path / "rounds"
    killed = run_killed("random", template, incoming, target, str(ROUNDS), str(SEED))
    # When a round is killed is drawn against the time a commit took alone; on a busy machine fewer are still under way.
    assert killed >= ROUNDS / 5, "some are killed before they are through, or this tests nothing"
    for number in range(1, ROUNDS + 1):
        check_after_a_kill(target / str(number), incoming, states)


def fork_writer(workspace: str, incoming: str, task: str, *, step: int = 0, after: bool = False) -> int:
    """Fork a writer, to be killed at a step if one is given; return its process id."""
    child = os.fork()
    if child == 0:
        if step:
            dying(step, after=after)
        write(Path(workspace), Path(incoming), task)
        os._exit(0)
    return child


def was_killed(child: int) -> bool:
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        sys.exit("a writer failed by itself")
    return os.WIFSIGNALED(status)


def every_step(template: str, incoming: str, target: str, task: str, when: str) -> int:
    """Kill one writer at each step, until one lives because it has no such step."""
    for step in itertools.count(1):
        workspace = shutil.copytree(template, f"{target}/{step}")
        if not was_killed(fork_writer(workspace, incoming, task, step=step, after=when == "after")):
            return step - 1
    raise AssertionError


def at_random(template: str, incoming: str, target: str, rounds: str, seed: str) -> int:
    """Kill writers at random moments of the shortest time that one of three took which were left alone."""
    lasted_s = []
    for name in "abc":
        workspace = shutil.copytree(template, f"{target}/{name}")
        started = time.perf_counter()
        was_killed(fork_writer(workspace, incoming, "commit"))
        lasted_s.append(time.perf_counter() - started)
    delays_s = np.random.default_rng(int(seed)).uniform(0.0, min(lasted_s), int(rounds))
    killed = 0
    for number, delay_s in enumerate(delays_s, 1):
        child = fork_writer(shutil.copytree(template, f"{target}/{number}"), incoming, "commit")
        time.sleep(float(delay_s))
        os.kill(child, signal.SIGKILL)
        killed += was_killed(child)
    return killed


if __name__ == "__main__":
    table("pyarrow imports pandas here: once, instead of in every fork", rows=1)
    modes: dict[str, Callable[..., int]] = {"every-step": every_step, "random": at_random}
    sys.stdout.write(str(modes[sys.argv[1]](*sys.argv[2:])))
