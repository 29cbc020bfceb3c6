"""Kill an ingest many times at random moments, and count what was lost.

    python benchmarks/ingest_kill_rounds.py --rounds 100

A simulated service's log is taken in day by day but for one day, so that the killed ingest writes a run, merges seven and
freezes seasons. Each round starts the ingest of the missing day on a fresh copy of that workspace, kills it and its children
by SIGKILL, opens the workspace, reads every file that its manifest names, holds the season table against that before or
after, and lets the ingest run to its end. Every other kill falls anywhere in its usual duration; the others wait for the
first file to be brought into place. Ends with one line and exits 1 when anything was lost:

    rounds=100 killed=97 before=61 after=36 lost=0 in_commit=48
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from one_more_day import take

from cliffhanger.pipeline.ingest import store_of
from cliffhanger.pipeline.measure import SeasonRow, measured, season_rows
from cliffhanger.pipeline.world import write_world
from cliffhanger.store.workspace import Workspace

DAYS = 160
ONE_BY_ONE = 6


def table(workspace: Path) -> list[SeasonRow]:
    """The season table, after every file of the log was read."""
    opened = Workspace.open(workspace)
    store = store_of(opened)
    (store.folder / "verified.json").unlink(missing_ok=True)
    for file in store.manifest().files:
        store.path(file)
    with measured(opened, as_of=None, engine="clustered", k=1, progress=lambda _: None) as found:
        return season_rows(found)


def start(day: Path, workspace: Path) -> subprocess.Popen[bytes]:
    """Start the ingest of a day in a session of its own."""
    command = [sys.executable, "-m", "cliffhanger", "ingest", str(day), "--workspace", str(workspace)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)  # noqa: S603


def kill(process: subprocess.Popen[bytes], workspace: Path, rng: random.Random, usual: float, *, aimed: bool) -> bool:
    """Kill it; whether it was still running."""
    if aimed:
        before = sum(1 for _ in (workspace / "log").glob("*/*.parquet"))
        while process.poll() is None and sum(1 for _ in (workspace / "log").glob("*/*.parquet")) == before:
            time.sleep(0.0005)
        time.sleep(rng.uniform(0, 1.5))
    else:
        time.sleep(rng.uniform(0, usual))
    running = process.poll() is None
    if running:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return running


def main() -> int:
    """Read the options, run, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    rng = random.Random(asked.seed)  # noqa: S311 - when to kill, not a secret
    folder = Path(tempfile.mkdtemp(prefix="cliffhanger-kill-"))
    counts = dict.fromkeys(("rounds", "killed", "before", "after", "lost", "in_commit"), 0)
    try:
        write_world(
            folder / "log", accounts=3_000, seasons=60, days=DAYS, seed=2, overrides={}, by="day", progress=lambda _: None
        )
        days = sorted((folder / "log" / "viewing").glob("*.parquet"))
        template, incoming = folder / "template", folder / "incoming"
        take(folder / "log", days[: -ONE_BY_ONE - 1], template, incoming, small=True)
        for day in days[-ONE_BY_ONE - 1 : -1]:
            take(folder / "log", [day], template, incoming, small=False)
        last, done = folder / "last", folder / "done"
        (last / "viewing").mkdir(parents=True)
        (last / "viewing" / days[-1].name).hardlink_to(days[-1])
        shutil.copytree(template, done)
        began = time.perf_counter()
        start(last, done).wait()
        usual = time.perf_counter() - began
        expected = {"before": table(template), "after": table(done)}
        for number in range(asked.rounds):
            workspace = folder / "W"
            shutil.copytree(template, workspace)
            process = start(last, workspace)
            counts["rounds"] += 1
            counts["killed"] += kill(process, workspace, rng, usual, aimed=number % 2 == 1)
            counts["in_commit"] += any((workspace / "log").glob(".incoming-*/"))
            found = table(workspace)
            state = next((name for name, rows in expected.items() if rows == found), "lost")
            counts[state] += 1
            start(last, workspace).wait()
            if table(workspace) != expected["after"] or any((workspace / "log").glob(".incoming-*")):
                counts["lost"] += 1
            shutil.rmtree(workspace)
            print(*(f"{name}={value}" for name, value in counts.items()), file=sys.stderr, flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(*(f"{name}={value}" for name, value in counts.items()))
    return 1 if counts["lost"] else 0


if __name__ == "__main__":
    sys.exit(main())
