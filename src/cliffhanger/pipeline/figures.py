"""Public figures of one question: from a workspace, which answers from its own files alone, or from the package."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa
from threadpoolctl import threadpool_limits

from cliffhanger.engines import duck
from cliffhanger.errors import UsageError, WorkspaceError
from cliffhanger.estimates.parameters import from_plain
from cliffhanger.estimates.returning import ReturnModel, fit_returning
from cliffhanger.measurements.figures import last_day_detected, last_day_listed
from cliffhanger.measurements.season_ledger import season_ledger
from cliffhanger.pipeline.parsing import version_rows
from cliffhanger.records import SeasonRecords, season_records
from cliffhanger.sources.bundled import read_bundle, read_evidence
from cliffhanger.store.ledger_database import FILE as LEDGER_FILE
from cliffhanger.store.signals import FILE as SIGNALS_FILE
from cliffhanger.store.workspace import Workspace
from cliffhanger.terms import DAYS_TO_NEXT_LIST


@dataclass(frozen=True)
class Figures:
    """Every published version on file, loaded for questions.

    Attributes
    ----------
    origin
        ``the package`` or the workspace's folder, as a person may read it.
    files
        (name, kind, published on) of every version.
    parameters, evidence
        The fitted model and the back-test's scores that come with the package, as plain data; ``parameters`` is null for a
        workspace, which fits its own.
    """

    weekly: pa.Table
    halfyear: pa.Table
    origin: str
    files: tuple[tuple[str, str, dt.date], ...]
    parameters: dict[str, Any] | None
    evidence: dict[str, Any]

    @cached_property
    def loaded(self) -> dict[str, ir.Table]:
        """Both tables in an engine of their own."""
        return duck.connect({"weekly": self.weekly, "halfyear": self.halfyear})

    @cached_property
    def last_published(self) -> dt.date:
        """Day of the newest figure or label: the default as-of day."""
        dated = ((self.weekly, "published_on"), (self.weekly, "version_day"), (self.halfyear, "published_on"))
        return max(table.column(name).to_numpy().max().astype(dt.date) for table, name in dated)

    @cached_property
    def first_report(self) -> dt.date:
        """Day on which the first half-yearly report on file came out."""
        day: dt.date = self.halfyear.column("published_on").to_numpy().min().astype(dt.date)
        return day


def bundled_figures() -> Figures:
    """The figures that come with the package."""
    bundle = read_bundle()
    return Figures(
        bundle.tables["weekly"], bundle.tables["halfyear"], "the package", bundle.files, bundle.parameters, bundle.evidence
    )


def workspace_figures(path: Path) -> Figures:
    """The figures of a workspace.

    Raises
    ------
    WorkspaceError
        It is no workspace, or has no weekly list or no half-yearly report yet.
    """
    workspace = Workspace.open(path)
    collected: dict[str, list[pa.Table]] = {"weekly": [], "halfyear": []}
    versions = workspace.versions()
    for version in versions:
        collected[version.kind].append(version_rows(workspace, version))
    missing = [name for kind, name in (("weekly", "weekly list"), ("halfyear", "half-yearly report")) if not collected[kind]]
    if missing:
        raise WorkspaceError(
            f"the workspace has no {' and no '.join(missing)} yet",
            place=str(path),
            remedy=f"Pull one: cliffhanger pull netflix --workspace {path}",
        )
    whole = {kind: pa.concat_tables(parts) for kind, parts in collected.items()}
    files = tuple((v.name, v.kind, v.published_on) for v in versions)
    return Figures(whole["weekly"], whole["halfyear"], str(path), files, None, read_evidence())


def only_articles(path: Path) -> bool:
    """Say whether a workspace keeps claims or signals and no figures were pulled into it. Raises as `Workspace.open` does."""
    workspace = Workspace.open(path)
    kept = workspace.config.claims.ledger is not None or any((path / name).exists() for name in (LEDGER_FILE, SIGNALS_FILE))
    return kept and not workspace.versions()


def settle_as_of(figures: Figures, as_of: dt.date | None) -> dt.date:
    """The day of a question: the one asked for, or the last that the figures cover.

    Raises
    ------
    UsageError
        The day is later than the figures can answer for, or earlier than the first report.
    """
    last = figures.last_published
    day = as_of or last
    if day >= last + dt.timedelta(days=DAYS_TO_NEXT_LIST):
        raise UsageError(
            f"as of {day} is after the figures on file, which end with those published on {last}",
            place="--as-of",
            remedy=f"Pull newer figures, or ask as of {last} by leaving --as-of out",
        )
    if day < figures.first_report:
        raise UsageError(
            f"as of {day} no half-yearly report on file was out, and without one a return that did not chart is invisible",
            place="--as-of",
            remedy=f"Ask as of {figures.first_report} or later",
        )
    return day


def ledger(figures: Figures, *, as_of: dt.date) -> SeasonRecords:
    """The season ledger as it stood on a day, as a record.

    Raises
    ------
    UsageError
        No weekly list on file was out by then.
    """
    weekly, halfyear = figures.loaded["weekly"], figures.loaded["halfyear"]
    listed = duck.scalar(last_day_listed(weekly, as_of=as_of))
    if listed is None:
        raise UsageError(f"as of {as_of} no weekly list on file was out", place="--as-of", remedy="Ask as of a later day")
    first_week = duck.scalar(weekly.filter(weekly.published_on <= as_of).week.min())
    return season_records(
        duck.columns(season_ledger(weekly, halfyear, as_of=as_of)),
        as_of=as_of,
        listed_until=listed,
        detected_until=duck.scalar(last_day_detected(halfyear, as_of=as_of)),
        list_from=first_week - dt.timedelta(days=6),
    )


def return_model(figures: Figures, records: SeasonRecords) -> ReturnModel:
    """The model of a day: the package's parameters where they were fitted on just this day's figures, else a fit of its own."""
    if figures.parameters is not None:
        bundled = from_plain(figures.parameters)
        if bundled.fitted_through == records.as_of:
            return bundled
    with threadpool_limits(limits=1):  # one thread: equal inputs give equal bits
        return fit_returning(records)
