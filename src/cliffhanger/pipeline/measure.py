"""Season measures: the kernel or an engine counts, the same Ibis expressions finish.

The log is the workspace's own, or one that is measured where it lies.
"""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from typing import Literal

import ibis.expr.types as ir

from cliffhanger.engines import duck
from cliffhanger.errors import InternalError, NotFoundError, UsageError, WorkspaceError
from cliffhanger.measurements import releases as releasing
from cliffhanger.measurements.days_to_complete import binge_share, days_to_complete
from cliffhanger.measurements.retention_curve import retention_curve
from cliffhanger.measurements.run_layout import BEGINNING_S
from cliffhanger.measurements.season_measures import season_measures
from cliffhanger.measurements.suppression import suppress
from cliffhanger.pipeline.apart import Progress
from cliffhanger.pipeline.asking import asked_day, smallest_group
from cliffhanger.pipeline.counting import by_duckdb, by_kernel, small_tables
from cliffhanger.pipeline.in_place import SCHEDULE, CountedLog, count_in_place, count_store_on_spark
from cliffhanger.pipeline.ingest import last_day, store_of
from cliffhanger.pipeline.intake import workspace_mapping
from cliffhanger.store.configuration import Configuration
from cliffhanger.store.workspace import Workspace
from cliffhanger.terms import SECONDS_A_DAY

Engine = Literal["clustered", "duckdb", "spark"]


@dataclass(frozen=True, slots=True)
class SeasonRow:
    """One row of the season table; the columns of ``measurements.season_measures``.

    Attributes
    ----------
    territory
        Null: all.
    partly_logged
        The log begins after the premiere: the values are what it holds, not the whole window.
    suppressed
        Something in the row is null because the group is smaller than k, or could be worked out.
    """

    title_id: str
    season: int
    territory: str | None
    window_days: int
    as_of: dt.date
    window_open: bool
    partly_logged: bool
    hours: float | None
    views: float | None
    viewers: int | None
    starters: int | None
    watchers: int | None
    completers: int | None
    completion_rate: float | None
    suppressed: bool


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """One episode of a retention curve, all territories; see ``measurements.retention_curve``."""

    episode: int
    starters: int | None
    share_reached: float | None
    hazard: float | None


@dataclass(frozen=True, slots=True)
class MeasuredLog:
    """The season measures of a log as expressions on DuckDB, to be collected as wanted."""

    as_of: dt.date
    seasons: ir.Table
    curve: ir.Table
    completion: ir.Table
    binge: ir.Table


@contextmanager
def measured(
    workspace: Workspace | None,
    *,
    as_of: dt.date | None,
    engine: Engine,
    k: int | None,
    progress: Progress,
    log: str | None = None,
) -> Iterator[MeasuredLog]:
    """Measure a log as it was known on a day.

    Parameters
    ----------
    workspace
        Its own log is measured, unless another is named; its ``cliffhanger.toml`` maps that one's columns. Null: there is
        none, and columns are named as declared.
    log
        A log to be measured where it lies, by DuckDB or Spark; null: the one that ``cliffhanger.toml`` names for them, else
        the workspace's own.
    as_of
        Default: the last day on which a session began.
    k
        Smallest group that is shown; null takes the assumption ``smallest_group``, 1 shows everything.

    Raises
    ------
    WorkspaceError
        The workspace holds no log, or a file of it is damaged.
    InputError, EngineError
        As ``pipeline.in_place.count_in_place``.
    UsageError
        ``as_of`` lies after the log's last day, ``k`` is below 1, or the kernel is asked for a log that was not taken in.
    """
    smallest = smallest_group(k)
    if engine == "clustered" and log is not None:
        remedy = "Ask for --engine duckdb or spark, or take it in by `cliffhanger ingest`"
        raise UsageError("the kernel counts a log that was taken in", place=f"--log {log}", remedy=remedy)
    config = workspace.config if workspace else Configuration()
    source = log or config.log.source
    if engine != "clustered" and source is not None:
        told = config.engines.spark
        mapping = workspace_mapping(config)
        counted = count_in_place(source, mapping, engine=engine, cluster=told, as_of=as_of, progress=progress)
    elif workspace is not None:
        counted = _from_store(workspace, as_of, engine, progress)
    else:
        raise InternalError("neither a workspace nor a log to measure")
    yield _finished(counted, smallest)


def _from_store(workspace: Workspace, as_of: dt.date | None, engine: Engine, progress: Progress) -> CountedLog:
    store = store_of(workspace)
    manifest = store.manifest()
    last = last_day(manifest)
    if last is None:
        remedy = f"`cliffhanger ingest DIR --workspace {workspace.path}` takes one in, --log measures one where it lies"
        raise WorkspaceError("it holds no viewing log", place=str(workspace.path), remedy=remedy)
    day = asked_day(as_of, last)
    loaded = duck.connect(small_tables(store, manifest))
    schedule = releasing.releases(loaded["episodes"], loaded["accounts"]).order_by(*SCHEDULE).to_pyarrow()
    if engine == "spark":
        counts = count_store_on_spark(store, manifest, schedule, day, workspace.config.engines.spark, progress)
    else:
        count = by_kernel if engine == "clustered" else by_duckdb
        counts = count(store, manifest, schedule, day, progress)
    begins = min(run.first_start for run in manifest.runs)
    return CountedLog(counts, schedule, day, (BEGINNING_S + begins) // SECONDS_A_DAY * SECONDS_A_DAY)


def _finished(counted: CountedLog, smallest: int) -> MeasuredLog:
    day = counted.as_of
    loaded = duck.connect(counted.counts | {"releases": counted.releases})
    premieres = releasing.premieres(loaded["releases"])
    rows = season_measures(loaded["season_counts"], premieres, as_of=day, log_from_s=counted.log_from_s)
    days = days_to_complete(loaded["completion_days"], premieres, as_of=day)
    curve = retention_curve(loaded["season_counts"], loaded["episode_counts"], loaded["releases"], premieres, as_of=day)
    return MeasuredLog(day, suppress(rows, k=smallest), curve.filter(curve.starters >= smallest), days, binge_share(days))


def season_rows(measured: MeasuredLog, *, title: str | None = None) -> list[SeasonRow]:
    """The season table, by title, season, window and territory, the total first; of one title where it is named.

    Raises
    ------
    NotFoundError
        No such title in the log.
    """
    rows = measured.seasons
    if title is not None:
        known = rows.select("title_id").distinct().order_by("title_id").to_pyarrow().column(0).to_pylist()
        if title not in known:
            near = difflib.get_close_matches(title, known, n=3)
            raise NotFoundError(f'the log has no title "{title}"', suggestions=near, remedy="title_id is asked for")
        rows = rows.filter(rows.title_id == title)
    table = rows.mutate(place=rows.territory.fill_null("")).order_by("title_id", "season", "window_days", "place").to_pyarrow()
    names = [field.name for field in fields(SeasonRow) if field.name != "as_of"]
    return [SeasonRow(as_of=measured.as_of, **{name: row[name] for name in names}) for row in table.to_pylist()]


def curve_points(measured: MeasuredLog, *, title: str, season: int) -> list[CurvePoint]:
    """The 28-day retention curve of a season, all territories; empty while the window is open or the group too small."""
    rows = measured.curve
    mine = (rows.title_id == title) & (rows.season == season) & rows.territory.isnull() & (rows.window_days == 28)
    table = rows.filter(mine).order_by("episode").select("episode", "starters", "share_reached", "hazard").to_pyarrow()
    return [CurvePoint(**row) for row in table.to_pylist()]
