"""A Spark cluster of our own on loopback, for tests marked ``spark``: a master and two workers, each a process."""

from __future__ import annotations

import importlib.util
import json
import os
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from cliffhanger.engines.java import java_home
from cliffhanger.engines.spark import connected
from cliffhanger.errors import EngineError

LOOPBACK = "127.0.0.1"
WORKERS = 2
STARTS_WITHIN_S = 90
CI = os.environ.get("CI", "").lower() in {"true", "1"}
OPTIONS = {
    "spark.executor.memory": "600m",
    "spark.sql.shuffle.partitions": "2",
    "spark.driver.memory": "600m",
    # The first job waits for the executors of both workers; else it begins with whichever registers first.
    "spark.cores.max": str(WORKERS),
    "spark.scheduler.minRegisteredResourcesRatio": "1.0",
    "spark.scheduler.maxRegisteredResourcesWaitingTime": "90s",
}


STARTED = pytest.StashKey[Any]()
# One group, so that one process of a parallel run starts the cluster and not each.
ON_SPARK = [
    pytest.mark.spark,
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.xdist_group("spark"),
]


@pytest.fixture(scope="session")
def spark(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Any:
    """Ibis on a cluster of its own, which ends with the tests; one per run, however many folders import the fixture."""
    if STARTED not in pytestconfig.stash:
        if worker_id != "master":
            try:
                (tmp_path_factory.getbasetemp().parent / "spark-cluster").touch(exist_ok=False)
            except FileExistsError:
                pytest.fail("another process of this run has a cluster already: run these tests in one process")
        running = ExitStack()
        pytestconfig.add_cleanup(running.close)
        java, pyspark = needed()
        patch = running.enter_context(pytest.MonkeyPatch.context())
        patch.setenv("SPARK_HOME", str(pyspark))
        patch.setenv("SPARK_LOCAL_IP", LOOPBACK)
        address = running.enter_context(cluster(java, pyspark))
        pytestconfig.stash[STARTED] = running.enter_context(connected(address, OPTIONS))
    return pytestconfig.stash[STARTED]


@pytest.fixture(scope="session")
def spark_master(spark: Any) -> str:
    """Address of that cluster's master."""
    return str(spark._session.sparkContext.master)


def needed() -> tuple[Path, Path]:
    """Home of a Java and folder of pyspark; without them the test is skipped, in CI it fails."""
    missing = pytest.fail if CI else pytest.skip
    found = importlib.util.find_spec("pyspark")
    if found is None or found.origin is None:
        missing("pyspark is not installed")
    try:
        return java_home(), Path(str(found and found.origin)).parent
    except EngineError as error:
        missing(str(error))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


@contextmanager
def cluster(java: Path, pyspark: Path) -> Iterator[str]:
    """Run a master and two workers of one core and 1 GB; gives the master's address once both have registered."""
    port, page = free_port(), free_port()
    address = f"spark://{LOOPBACK}:{port}"
    deploy = "org.apache.spark.deploy"
    running: list[subprocess.Popen[bytes]] = []
    with tempfile.TemporaryDirectory(prefix="cliffhanger-spark-") as name:
        folder = Path(name)
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("SPARK_", "PYSPARK_"))}
        environment = kept | {"JAVA_HOME": str(java), "SPARK_HOME": str(pyspark), "SPARK_LOCAL_IP": LOOPBACK}
        environment |= {"SPARK_LOCAL_DIRS": str(folder / "local"), "SPARK_DAEMON_MEMORY": "256m"}

        def start(log: str, *words: str) -> None:
            command = [str(pyspark / "bin" / "spark-class"), *words]
            with (folder / log).open("wb") as out:
                # spark-class hands its process over to Java, so this is the one to end.
                running.append(
                    subprocess.Popen(
                        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT
                    )
                )

        try:
            start("master.log", f"{deploy}.master.Master", "--host", LOOPBACK, "--port", str(port), "--webui-port", str(page))
            for number in range(WORKERS):
                words = ["--host", LOOPBACK, "--cores", "1", "--memory", "1g", "--webui-port", "0"]
                words += ["--work-dir", str(folder / f"work-{number}"), address]
                start(f"worker-{number}.log", f"{deploy}.worker.Worker", *words)
            _wait(f"http://{LOOPBACK}:{page}/json/", running, folder)
            yield address
        finally:
            for process in reversed(running):
                process.terminate()
            for process in running:
                try:
                    process.wait(timeout=20)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()


def _wait(page: str, running: list[subprocess.Popen[bytes]], folder: Path) -> None:
    """Ask the master how many workers have registered."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    until = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < until:
        if any(process.poll() is not None for process in running):
            break
        try:
            with direct.open(page, timeout=5) as answer:
                if json.load(answer)["aliveworkers"] == WORKERS:
                    return
        except OSError:
            pass  # not listening yet
        time.sleep(0.2)
    logs = "\n".join(f"{log.name}:\n{log.read_text()[-2_000:]}" for log in sorted(folder.glob("*.log")))
    pytest.fail(f"the Spark cluster did not start:\n{logs}")
