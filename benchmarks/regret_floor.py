"""What hindsight alone is worth in a slate's regret: ``python benchmarks/regret_floor.py --out DIR``, after ``decisions.py``.

The oracle of ``decisions.py`` is searched in the one future that came to be. Here the same search is made on the average over
futures 1 to 4, which draw anew what happens after the decision day, how the next seasons turn out included: what it finds is
what a chooser would order who knows every household and the world's laws, and not which future comes. Its regret in future 0
is a floor that no estimate should be expected to pass by much. Futures 5 to 8, on which nothing was chosen, tell what each
slate is worth without hindsight on any side.

The search takes some two hours with 20,000 accounts. What the slates of ``decisions.py`` are worth in fresh futures it tells by
itself, without a search.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from cliffhanger.pipeline.world_truth import best_slate, read_spec, value_slates

SHARE = 0.25  # as in decisions.py
KNOWN, FRESH = (1, 2, 3, 4), (5, 6, 7, 8)


def run(out: Path) -> dict[str, Any]:
    """Search on other futures, value in the one that came and in fresh ones."""
    spec = read_spec(out / "truth")
    slates: dict[str, dict[str, str]] = {}
    for row in pq.read_table(out / "slate.parquet").to_pylist():
        slates.setdefault(row["by"], {})[row["title_id"]] = row["option"]
    slates["informed"], promised = best_slate(spec, share=SHARE, futures=KNOWN, progress=_told)
    found: dict[str, Any] = {"seed": spec.seed, "accounts": spec.accounts, "informed": slates["informed"], "promised": promised}
    for name, futures, best in (("came", (0,), "oracle"), ("fresh", FRESH, "informed")):
        worth = dict(zip(slates, value_slates(spec, list(slates.values()), futures=futures), strict=True))
        found[name] = {
            "net": {by: one.net for by, one in worth.items()},
            "regret": {by: 1.0 - one.net / worth[best].net for by, one in worth.items()},
        }
    return found


def _told(line: str) -> None:
    print(line, file=sys.stderr)


def main() -> None:
    """Read the arguments, run, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    print(json.dumps(run(args.out), indent=2))


if __name__ == "__main__":
    main()
