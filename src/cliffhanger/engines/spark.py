"""Spark, on a cluster: runs the expressions where the log lies, and hands small results over as Arrow."""

from __future__ import annotations

import re
import socket
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from cliffhanger.engines.java import java_home, java_named
from cliffhanger.errors import EngineError, UsageError

LOOPBACK = "127.0.0.1"
ANSWERS_WITHIN_S = 5.0
TIME_ZONE = "spark.sql.session.timeZone"
SETTINGS = {
    TIME_ZONE: "UTC",  # moments without a zone are UTC, whatever the machine's clock says
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    # Nothing is written there, but Spark makes the folder: without this, in the current one.
    "spark.sql.warehouse.dir": str(Path(tempfile.gettempdir()) / "cliffhanger-spark-warehouse"),
}
LOCAL_SETTINGS = {
    "spark.driver.host": LOOPBACK,
    "spark.driver.bindAddress": LOOPBACK,
    "spark.sql.shuffle.partitions": "16",  # of 200, most would be empty on one machine
}


@contextmanager
def connected(master: str, settings: Mapping[str, str] | None = None) -> Iterator[Any]:
    """Connect as ``connect`` does; the session ends with the context, unless this process had it before."""
    before = _running(master)
    connection = connect(master, settings)
    try:
        yield connection
    finally:
        if before is None:
            close(connection)


def connect(master: str, settings: Mapping[str, str] | None = None) -> Any:
    """Connect Ibis to a Spark master: ``spark://HOST:PORT``, ``yarn``, ``k8s://...``, or ``local[2]`` for this machine alone.

    The session's time zone is UTC and it opens no web page; with a master on this machine the driver listens on loopback only.

    Parameters
    ----------
    master
        Address of the master.
    settings
        Further settings of Spark, by name; they win over ours, except that the time zone stays UTC.

    Raises
    ------
    EngineError
        pyspark or Java is missing, nothing answers at the address, or Spark does not start.
    UsageError
        The address is none, or this process is connected to another master.
    """
    running = _running(master)
    if running is not None and running.master != master:
        problem = f"this process is connected to {running.master} already, and Spark allows one master"
        raise UsageError(problem, place=master, remedy="Close that connection first")
    _check_answers(master)
    wanted = SETTINGS | (LOCAL_SETTINGS if _is_here(master) else {}) | dict(settings or {}) | {TIME_ZONE: SETTINGS[TIME_ZONE]}
    with _told(master, "Spark does not start", "Check the address, the settings and the master's log"):
        return ibis.pyspark.connect(_session(master, wanted))


def close(connection: Any) -> None:
    """End the session, and with it what the cluster holds for it."""
    connection.disconnect()


def collect(expression: ir.Table) -> pa.Table:
    """Run an expression on the cluster and hand its rows over in the types that Ibis gives them.

    Ibis' own way leads over pandas, where whole numbers beside a null become floats and a null float becomes not-a-number.

    Raises
    ------
    EngineError
        The cluster could not run it.
    """
    connection = expression.get_backend()
    session = connection._session  # noqa: SLF001 - Ibis gives no other way to the session
    remedy = "The cluster's log says more; more memory per executor, or more executors, are set under [engines.spark]"
    with _told(session.sparkContext.master, "Spark could not run it", remedy), warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # pyspark leaves its socket to the garbage collection
        rows = session.sql(connection.compile(expression)).toArrow()
    wanted = expression.schema().to_pyarrow()
    return rows.cast(pa.schema([field.with_nullable(True) for field in wanted]))


def place(connection: Any, name: str, rows: pa.Table) -> ir.Table:
    """Put a small table on the cluster, for this session only; never through pandas, as ``collect``."""
    session = connection._session  # noqa: SLF001 - Ibis gives no other way to the session
    session.createDataFrame(rows).createOrReplaceTempView(name)
    return connection.table(name)


def _session(master: str, settings: Mapping[str, str]) -> Any:
    from pyspark import SparkContext
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(master).appName("cliffhanger").config(map=dict(settings))
    if SparkContext._gateway is not None:  # noqa: SLF001 - the only way to ask whether its Java runs already
        return builder.getOrCreate()
    with java_named(java_home()):
        return builder.getOrCreate()


def _running(master: str) -> Any:
    """The context that this process has, null where it has none."""
    try:
        from pyspark import SparkContext
    except ImportError as error:
        remedy = "Install it: pip install 'cliffhanger[spark]'"
        raise EngineError("pyspark is not installed", place=master, remedy=remedy) from error
    return SparkContext._active_spark_context  # noqa: SLF001 - the only way to ask without starting one


@contextmanager
def _told(master: str, problem: str, remedy: str) -> Iterator[None]:
    from py4j.protocol import Py4JError  # type: ignore[import-untyped]
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        raise EngineError(f"{problem}: {_reason(error)}", place=master, remedy=remedy) from error


def _check_answers(master: str) -> None:
    """Ask before Spark does: it would keep trying for a minute and then fail somewhere inside."""
    addresses = _addresses(master)
    for host, port in addresses:
        try:
            socket.create_connection((host, port), timeout=ANSWERS_WITHIN_S).close()
        except OSError:
            continue
        return
    if addresses:
        raise EngineError("no Spark master answers there", place=master, remedy="Check the address, and that the master runs")


def _addresses(master: str) -> list[tuple[str, int]]:
    """Hosts and ports of ``spark://HOST:PORT,HOST:PORT``; none for other kinds of masters."""
    if not master.startswith("spark://"):
        return []
    found = [re.fullmatch(r"(.+):(\d{1,5})", part) for part in master.removeprefix("spark://").split(",")]
    if not all(found):
        raise UsageError("that is no address of a Spark master", place=master, remedy="Write spark://HOST:PORT")
    return [(match[1].strip("[]"), int(match[2])) for match in found if match]


def _is_here(master: str) -> bool:
    hosts = {host for host, _ in _addresses(master)}
    return master.startswith("local") or (bool(hosts) and hosts <= {LOOPBACK, "localhost", "::1"})


def _reason(error: Exception) -> str:
    """What Java says went wrong; py4j puts a line of its own before it."""
    java = getattr(error, "java_exception", None)
    return str(java if java is not None else error).strip().splitlines()[0].rstrip(".")
