"""Times of the parts that have a limit, as shares of that limit: ``python benchmarks/speed.py``.

Best of five for the fit and the ledger; whole commands are timed once after a first run that fills the caches of the disk.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable

from cliffhanger.estimates.features import season_features
from cliffhanger.estimates.returning import fit_returning
from cliffhanger.pipeline.figures import bundled_figures, ledger

HELP = [sys.executable, "-m", "cliffhanger", "--help"]
DEMO = [sys.executable, "-m", "cliffhanger", "demo", "--out", "{folder}"]


def best_of_five(work: Callable[[], object]) -> float:
    """Shortest of five runs, seconds."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def command(arguments: list[str]) -> float:
    """Second of two runs of a process, seconds."""
    for _ in range(2):
        start = time.perf_counter()
        subprocess.run(arguments, check=True, capture_output=True)  # noqa: S603
    return time.perf_counter() - start


def main() -> None:
    """Print one line a part: seconds, limit, share."""
    import tempfile

    figures = bundled_figures()
    records = ledger(figures, as_of=figures.last_published)
    features = season_features(records)
    with tempfile.TemporaryDirectory() as folder:
        timed = {
            f"fit of {len(records):,} seasons": (best_of_five(lambda: fit_returning(records, features=features)), 2.0),
            "season ledger": (best_of_five(lambda: ledger(figures, as_of=figures.last_published)), 2.0),
            "cliffhanger --help": (command(HELP), 0.5),
            "cliffhanger demo": (command([part.format(folder=folder) for part in DEMO]), 60.0),
        }
    for name, (seconds, limit) in timed.items():
        print(f"{name:28s} {seconds:7.2f} s   limit {limit:5.1f} s   {seconds / limit:5.2f} of it")


if __name__ == "__main__":
    main()
