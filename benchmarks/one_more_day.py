"""What one more day costs after 30, 90 and 180 days of history, and whether the answer is that of the whole log.

    python benchmarks/one_more_day.py --accounts 100000 --figure docs/one_more_day.svg --json

A simulated service writes one file a day, by arrival. For each length of history all but the last seven days are taken in at
once, then seven days one by one, each followed by the season table. At the end the table is held against that of a workspace
which took all days at once and counts them by the Ibis definition.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import vl_convert

from cliffhanger.pipeline.ingest import Ingested, ingest, store_of
from cliffhanger.pipeline.measure import Engine, SeasonRow, measured, season_rows
from cliffhanger.pipeline.world import write_world
from cliffhanger.store.workspace import Workspace

HISTORIES = (30, 90, 180)
DAYS_ONE_BY_ONE = 7
SMALL = ("titles", "episodes", "accounts", "costs")


def take(log: Path, days: list[Path], workspace: Path, folder: Path, *, small: bool) -> Ingested:
    """Take some days in, with the small tables where they come for the first time."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "viewing").mkdir(parents=True)
    for day in days:
        (folder / "viewing" / day.name).hardlink_to(day)
    for name in SMALL if small else ():
        (folder / f"{name}.parquet").hardlink_to(log / f"{name}.parquet")
    return ingest(str(folder), workspace=workspace, progress=lambda _: None)


def table(workspace: Path, engine: Engine = "clustered") -> list[SeasonRow]:
    """The season table with nothing hidden."""
    with measured(Workspace.open(workspace), as_of=None, engine=engine, k=1, progress=lambda _: None) as found:
        return season_rows(found)


def timed(work: Any) -> tuple[Any, float]:
    """What it answers, and the seconds that it took."""
    began = time.perf_counter()
    answer = work()
    return answer, time.perf_counter() - began


def after(history: int, log: Path, folder: Path) -> dict[str, Any]:
    """Figures for one length of history."""
    days = sorted((log / "viewing").glob("*.parquet"))[:history]
    workspace, incoming = folder / "W", folder / "incoming"
    take(log, days[:-DAYS_ONE_BY_ONE], workspace, incoming, small=True)
    table(workspace)  # compiles, and holds the files against their checksums once
    ingests, measures, rows = [], [], []
    for day in days[-DAYS_ONE_BY_ONE:]:
        taken, seconds = timed(lambda day=day: take(log, [day], workspace, incoming, small=False))
        ingests.append(seconds)
        rows.append(taken.tables[0].total)
        measures.append(timed(lambda: table(workspace))[1])
    manifest = store_of(Workspace.open(workspace)).manifest()
    whole = folder / "whole"
    taken = take(log, days, whole, incoming, small=True)
    recompute, recompute_s = timed(lambda: table(whole, "duckdb"))
    return {
        "history_days": history,
        "sessions": taken.sessions,
        "day_rows": statistics.median(rows),
        "ingest_day_s": statistics.median(ingests),
        "ingest_day_worst_s": max(ingests),
        "measure_s": statistics.median(measures),
        "recompute_s": recompute_s,
        "runs": len(manifest.runs),
        "frozen_seasons": len(manifest.frozen.seasons) if manifest.frozen else 0,
        "seasons": len(manifest.seasons),
        "equal": table(workspace) == recompute,
    }


def figure(found: list[dict[str, Any]]) -> str:
    """The seconds against the days of history, as SVG."""
    names = {"ingest_day_s": "ingest of the day", "measure_s": "season table after it", "recompute_s": "Ibis over everything"}
    values = [{"days": row["history_days"], "seconds": row[key], "what": name} for row in found for key, name in names.items()]
    return vl_convert.vegalite_to_svg(
        {
            "data": {"values": values},
            "width": 420,
            "height": 240,
            "mark": {"type": "line", "point": True},
            "encoding": {
                "x": {"field": "days", "type": "quantitative", "title": "days of history", "scale": {"domain": [0, 190]}},
                "y": {"field": "seconds", "type": "quantitative", "title": "seconds", "scale": {"zero": True}},
                "color": {"field": "what", "type": "nominal", "title": None},
                "strokeDash": {"field": "what", "type": "nominal", "title": None},
            },
        }
    )


def main() -> None:
    """Read the options, run, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--accounts", type=int, default=20_000)
    options.add_argument("--seasons", type=int, default=120)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--figure", type=Path, help="where to draw the figures as SVG")
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="cliffhanger-day-"))
    try:
        sizes = {"accounts": asked.accounts, "seasons": asked.seasons, "days": max(HISTORIES), "seed": asked.seed}
        write_world(folder / "log", **sizes, overrides={}, by="day", progress=lambda _: None)
        found = []
        for history in HISTORIES:
            found.append(after(history, folder / "log", folder / str(history)))
            shutil.rmtree(folder / str(history))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if asked.figure:
        asked.figure.write_text(figure(found), encoding="utf-8")
    if asked.json:
        print(json.dumps(found))
        return
    for name in found[0]:
        print(f"{name:20}", *(f"{row[name]:>14.2f}" if isinstance(row[name], float) else f"{row[name]:>14}" for row in found))


if __name__ == "__main__":
    main()
