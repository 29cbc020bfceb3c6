"""What Spark takes to measure a log in place: ``python benchmarks/spark.py --sessions 200000 800000 --rounds 2 --json``.

A standalone cluster on loopback (a master, two workers of one core and 1 GB) measures simulated services of about those many
sessions. Start-up and the first round, in which Java compiles, are apart. Seconds of the executors' processors are told beside
seconds on the clock: they are what a row costs where other work shares the machine.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil
import pyarrow as pa

sys.path.insert(0, str(Path(__file__).parents[1]))  # the tests' cluster

from cliffhanger.engines.spark import collect, connected, place
from cliffhanger.pipeline.in_place import count_in_place
from cliffhanger.pipeline.ingest import ingest, store_of
from cliffhanger.pipeline.intake import NO_MAPPING
from cliffhanger.pipeline.world import write_world
from cliffhanger.store.configuration import SparkSection
from cliffhanger.store.workspace import Workspace
from tests.engines.spark_cluster import cluster, needed

SESSIONS_PER_ACCOUNT = 163  # seen on this service over 200 days with 40 seasons
SEASONS, DAYS = 40, 200
SETTINGS = {"spark.executor.memory": "900m", "spark.driver.memory": "1g", "spark.sql.shuffle.partitions": "8"}


def silent(_: str) -> None:
    """Tell nothing."""


def executors() -> list[psutil.Process]:
    """The Java processes that the workers have started."""
    found = psutil.process_iter(["name", "cmdline"], ad_value=[])
    mine = {process.pid for process in psutil.Process().children(recursive=True)}
    return [one for one in found if one.pid in mine and "CoarseGrainedExecutorBackend" in " ".join(one.info["cmdline"])]


def processor_seconds() -> float:
    """Seconds that the executors have computed so far, of both cores together."""
    return sum(sum(process.cpu_times()[:2]) for process in executors())


def moved(connection: Any) -> tuple[int, int]:
    """Bytes that the executors have read from files, and written for each other, so far."""
    context = connection._session.sparkContext  # noqa: SLF001 - Ibis gives no other way to the session
    summaries = context._jsc.sc().statusStore().executorList(False)  # noqa: SLF001 - pyspark tells of no executor
    each = [summaries.apply(place) for place in range(summaries.size())]
    return sum(one.totalInputBytes() for one in each), sum(one.totalShuffleWrite() for one in each)


def measured(connection: Any, source: Path, master: str) -> dict[str, float]:
    """One measurement in place: seconds by the clock and by the processors, bytes read and shuffled."""
    read, shuffled = moved(connection)
    clock, processors = time.perf_counter(), processor_seconds()
    count_in_place(str(source), NO_MAPPING, engine="spark", cluster=SparkSection(master=master), as_of=None, progress=silent)
    after = moved(connection)
    return {
        "seconds": time.perf_counter() - clock,
        "processor_seconds": processor_seconds() - processors,
        "read_bytes": after[0] - read,
        "shuffle_bytes": after[1] - shuffled,
        "peak_mb": sum(process.memory_info().rss for process in executors()) / 2**20,
    }


def service(folder: Path, sessions: int) -> dict[str, Any]:
    """Write a service of about so many sessions, take it in too, and tell what a session takes on disk."""
    accounts = max(sessions // SESSIONS_PER_ACCOUNT, 10)
    told = write_world(folder / "log", accounts=accounts, seasons=SEASONS, days=DAYS, seed=1, overrides={}, progress=silent)
    ingest(str(folder / "log"), workspace=folder / "W", progress=silent)
    raw = sum(path.stat().st_size for path in (folder / "log" / "viewing").rglob("*.parquet"))
    runs = store_of(Workspace.open(folder / "W")).manifest().runs
    return {
        "sessions": told.sessions,
        "accounts": accounts,
        "log_bytes_per_session": raw / told.sessions,
        "store_bytes_per_session": sum(run.bytes for run in runs) / sum(run.rows for run in runs),
    }


def main() -> None:
    """Measure each size, and print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, nargs="+", default=[200_000, 800_000])
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--setting", nargs="*", default=[], help="NAME=VALUE of Spark")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    added = dict(setting.split("=", 1) for setting in asked.setting)
    java, pyspark = needed()
    results = []
    with tempfile.TemporaryDirectory() as name:
        services = [(Path(name) / str(size), service(Path(name) / str(size), size)) for size in asked.sessions]
        begun = time.perf_counter()
        with cluster(java, pyspark) as master, connected(master, SETTINGS | added) as connection:
            collect(place(connection, "one", pa.table({"k": [1]})))
            start_up = time.perf_counter() - begun
            first = measured(connection, services[0][0] / "log", master)
            for folder, facts in services:
                rounds = [measured(connection, folder / "log", master) for _ in range(asked.rounds)]
                results.append(facts | {"rounds": rounds})
    told = {"start_up_seconds": start_up, "first_round": first, "load": psutil.getloadavg()[0], "sizes": results}
    print(json.dumps(told, indent=2) if asked.json else lines(told))


def lines(told: dict[str, Any]) -> str:
    """The figures as text."""
    head = (
        f"start-up {told['start_up_seconds']:.0f} s, first round {told['first_round']['seconds']:.0f} s, load {told['load']:.1f}"
    )
    return "\n".join([head, *(line(size["sessions"], run) for size in told["sizes"] for run in size["rounds"])])


def line(rows: int, run: dict[str, float]) -> str:
    """One round."""
    per_core = rows / run["processor_seconds"]
    return (
        f"{rows:>10,} sessions  {run['seconds']:7.1f} s on the clock  {run['processor_seconds']:7.1f} s of processors  "
        f"{per_core:9,.0f} sessions a second and core  {run['shuffle_bytes'] / rows:6.0f} bytes shuffled a session"
    )


if __name__ == "__main__":
    main()
