"""What the ledger knows of a series on a day, and what people decide about its claims."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from rapidfuzz import process

from cliffhanger.claims.campaign import Signal, signal_series
from cliffhanger.claims.naming import naming_key
from cliffhanger.claims.reconcile import reconcile
from cliffhanger.claims.recorded import Recorded
from cliffhanger.claims.reliability import Reliability, reliabilities
from cliffhanger.dossier.known import SeriesKnown, series_known
from cliffhanger.errors import NotFoundError, WorkspaceError
from cliffhanger.pipeline.read import ledger_of
from cliffhanger.sources.hand_tables import ReadTable
from cliffhanger.sources.signal_table import read_signals
from cliffhanger.store.ledger import Ledger
from cliffhanger.store.signals import add_signals, signals_in
from cliffhanger.store.workspace import Workspace

_NEAR = 3


def known_of(series: str, *, workspace: Path, as_of: dt.date, season: int | None = None) -> SeriesKnown:
    """Return what is known of a series on a day.

    Raises
    ------
    WorkspaceError
        When the workspace has no ledger, or nothing was read by that day.
    NotFoundError
        When no article was about such a series; it names the nearest.
    """
    ledger = ledger_of(workspace)
    name, recorded = claims_of(ledger, series, as_of)
    opened = Workspace.open(workspace)
    signals = [one for one in signals_in(opened) if naming_key(one.series) == naming_key(name)]
    known = series_known(recorded, series=name, as_of=as_of, season=season, grades=opened.config.claims.grades)
    return replace(known, campaign=signal_series(signals, as_of))


def take_signals(path: Path, workspace: Path) -> tuple[ReadTable[Signal], int]:
    """Take signals from a file into a workspace; returns what was read and how many are new. Raises as reading and writing do."""
    table = read_signals(path)
    return table, add_signals(Workspace.create(workspace), table.rows)


def outlets_of(workspace: Path, as_of: dt.date) -> tuple[Reliability, ...]:
    """Return how often each outlet was right on slots that owners settled by a day; raises as `Ledger.open` does."""
    ledger = ledger_of(workspace)
    grades = Workspace.open(workspace).config.claims.grades
    return reliabilities(
        reconcile(ledger.claims(one.name, as_of), series=one.name, as_of=as_of, grades=grades) for one in ledger.series(as_of)
    )


def claims_of(ledger: Ledger, series: str, as_of: dt.date | None = None) -> tuple[str, tuple[Recorded, ...]]:
    """Return a series' claims and its commonest spelling; raises as `known_of` does."""
    names = ledger.series(as_of)
    if not names:
        raise WorkspaceError("the ledger holds no claims about any series", remedy="Read articles with `cliffhanger read FILES`")
    named = {naming_key(one.name): one.name for one in names}
    name = named.get(naming_key(series))
    if name is None:
        near = [found[0] for found in process.extract(series, list(named.values()), limit=_NEAR, score_cutoff=50)]
        raise NotFoundError(f'No article on file is about "{series}"', suggestions=near, remedy="Read articles about it first")
    return name, ledger.claims(name, as_of)
