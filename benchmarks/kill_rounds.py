"""Kill a command that writes a workspace, many times at random moments, and count what was lost.

    python benchmarks/kill_rounds.py --rounds 50
    python benchmarks/kill_rounds.py --rounds 50 -- cliffhanger pull netflix --from DIR --workspace {workspace}

Each round starts the command on a fresh copy of a workspace (``--template``, or one made here), kills it and its
children by SIGKILL, opens the workspace, reads every file of every version, then lets the command run to its end and
holds that all versions are there. Every other kill falls anywhere in the command's usual duration; the others are
aimed at the commit itself, which is a small part of it. Ends with one line and exits 1 when anything was lost:

    rounds=50 killed=49 whole_old=31 whole_new=19 lost=0 in_commit=22

``in_commit`` counts the kills that left half a commit aside.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa

from cliffhanger.errors import CliffhangerError
from cliffhanger.store.versions import INCOMING, MANIFEST, Payload, Version
from cliffhanger.store.workspace import Workspace

PLACE = "{workspace}"
PROBES = 3
OWN_VERSIONS = {"template": (1, 2), "command": (3, 4, 5)}


def own_payload(number: int, folder: Path) -> Payload:
    """Return a made-up version of 20,000 rows, about as large as a weekly list."""
    raw = folder / f"list-{number}.tsv"
    raw.write_text(f"list {number}\n" * 40_000)
    hours = np.random.default_rng(number).integers(0, 10**8, 20_000)
    rows, refused = pa.table({"hours": hours}), pa.table({"line": hours[:number]})
    version = Version(
        sha256=hashlib.sha256(raw.read_bytes()).hexdigest(),
        kind="weekly",
        name=raw.name,
        published_on=date(2024, 1, 9) + timedelta(weeks=number),
        covers_until=date(2024, 1, 7) + timedelta(weeks=number),
        rows_total=rows.num_rows + refused.num_rows,
        rows_kept=rows.num_rows,
        rows_refused=refused.num_rows,
        parser=1,
        source=raw.name,
        retrieved_on=date(2024, 3, 1),
    )
    return Payload(version, raw, rows, refused)


def commit_own(workspace: Path, which: str) -> None:
    """Commit made-up versions at once."""
    with tempfile.TemporaryDirectory() as folder:
        payloads = [own_payload(number, Path(folder)) for number in OWN_VERSIONS[which]]
        Workspace.create(workspace).commit(payloads, lock_timeout_s=10.0)


def whole(workspace: Path) -> frozenset[str] | None:
    """Read every file of every version; return the digests, or None when anything is not as it was written."""
    try:
        opened = Workspace.open(workspace)
        for version in opened.versions():
            opened.rows(version)
            opened.refused(version)
            opened.raw_path(version)
        return frozenset(version.sha256 for version in opened.versions())
    except CliffhangerError as error:
        print(f"not whole: {error}", file=sys.stderr)
        return None


@dataclass(frozen=True)
class Usual:
    """How the command runs when it is left alone: seconds in all, seconds in the commit, versions at its end."""

    lasts_s: float
    commits_s: float
    versions: frozenset[str]


def start(command: list[str], workspace: Path) -> subprocess.Popen[bytes]:
    """Start the command on a workspace, as leader of its own process group."""
    arguments = [part.replace(PLACE, str(workspace)) for part in command]
    return subprocess.Popen(arguments, stdout=subprocess.DEVNULL, start_new_session=True)  # noqa: S603 - the user's command


def wait_for_commit(child: subprocess.Popen[bytes], workspace: Path) -> None:
    """Return as soon as the child writes aside, or has ended."""
    figures = workspace / "figures"
    while child.poll() is None and not half_commits(figures):
        time.sleep(0.0002)


def half_commits(figures: Path) -> list[str]:
    """List what writers have begun to put aside."""
    return [child.name for child in figures.glob(f"{INCOMING}*")]


def probe(command: list[str], template: Path, folder: Path) -> Usual:
    """Run the command to its end a few times.

    Raises
    ------
    SystemExit
        When the command fails by itself, or leaves no version.
    """
    lasts_s, commits_s, versions = [], [], None
    for number in range(PROBES):
        workspace = Path(shutil.copytree(template, folder / f"probe-{number}"))
        started = time.perf_counter()
        child = start(command, workspace)
        wait_for_commit(child, workspace)
        aside = time.perf_counter()
        code = child.wait()
        ended = time.perf_counter()
        versions = whole(workspace)
        if code or not versions:
            sys.exit(f"the command fails when left alone (exit code {code})")
        lasts_s.append(ended - started)
        commits_s.append(min(ended, moment_of_commit(workspace, ended)) - aside)
    return Usual(statistics.median(lasts_s), max(statistics.median(commits_s), 0.001), versions or frozenset())


def moment_of_commit(workspace: Path, ended: float) -> float:
    """Return when the manifest was replaced, on the clock of ``time.perf_counter``."""
    ago_s = time.time() - (workspace / "figures" / MANIFEST).stat().st_mtime
    return min(ended, time.perf_counter() - ago_s)


def kill(child: subprocess.Popen[bytes]) -> bool:
    """Kill the command and its children; say whether it was still running."""
    running = child.poll() is None
    if running:
        os.killpg(child.pid, signal.SIGKILL)
    return child.wait() == -signal.SIGKILL and running


def main() -> int:
    """Run the rounds; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--template", type=Path, help="a workspace to start from; it is copied, never written")
    parser.add_argument("--commit-own", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("command", nargs="*", help=f"the command; {PLACE} stands for the workspace")
    options = parser.parse_args()
    if options.commit_own:
        commit_own(options.commit_own, "command")
        return 0
    command = options.command or [sys.executable, __file__, "--commit-own", PLACE]
    if not any(PLACE in part for part in command):
        parser.error(f"the command does not name {PLACE}")
    with tempfile.TemporaryDirectory() as folder:
        template = options.template or Path(folder) / "template"
        if not options.template:
            Workspace.create(template)
            if not options.command:
                commit_own(template, "template")
        return run(command, template, Path(folder), options.rounds, np.random.default_rng(options.seed))


def run(command: list[str], template: Path, folder: Path, rounds: int, rng: np.random.Generator) -> int:
    """Kill once per round, check, run to the end, check again; print the summary."""
    old = whole(template)
    if old is None:
        sys.exit("the template is not whole")
    usual = probe(command, template, folder)
    print(f"left alone: {usual.lasts_s:.2f} s, of which {usual.commits_s * 1000:.0f} ms commit", file=sys.stderr)
    count = dict.fromkeys(("killed", "whole_old", "whole_new", "lost", "in_commit"), 0)
    for number in range(rounds):
        workspace = Path(shutil.copytree(template, folder / "round"))
        child = start(command, workspace)
        if number % 2:
            wait_for_commit(child, workspace)
        time.sleep(rng.uniform(0.0, usual.commits_s if number % 2 else usual.lasts_s))
        count["killed"] += kill(child)
        count["in_commit"] += bool(half_commits(workspace / "figures"))
        state = whole(workspace)
        count["whole_old"] += state == old
        count["whole_new"] += state == usual.versions != old
        ended_well = start(command, workspace).wait() == 0 and whole(workspace) == usual.versions
        count["lost"] += state not in (old, usual.versions) or not ended_well
        shutil.rmtree(workspace)
    print(f"rounds={rounds} " + " ".join(f"{name}={value}" for name, value in count.items()))
    return int(count["lost"] > 0)


if __name__ == "__main__":
    sys.exit(main())
