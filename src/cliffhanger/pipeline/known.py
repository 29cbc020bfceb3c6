"""What the ledger knows of a series on a day, and what people decide about its claims."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from rapidfuzz import process

from cliffhanger.claims.campaign import Signal, signal_series
from cliffhanger.claims.naming import naming_key
from cliffhanger.claims.outlets import Grade, Records, Reliability
from cliffhanger.claims.reconcile import reconcile
from cliffhanger.claims.recorded import Recorded
from cliffhanger.claims.reliability import reliabilities
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
    grades = opened.config.claims.grades
    records = records_in(ledger, grades)
    known = series_known(recorded, series=name, as_of=as_of, season=season, grades=grades, records=records)
    return replace(known, campaign=signal_series(signals, as_of))


def take_signals(path: Path, workspace: Path) -> tuple[ReadTable[Signal], int]:
    """Take signals from a file into a workspace; returns what was read and how many are new. Raises as reading and writing do."""
    table = read_signals(path)
    return table, add_signals(Workspace.create(workspace), table.rows)


def outlets_of(workspace: Path, as_of: dt.date) -> tuple[Reliability, ...]:
    """Return how often each outlet was right on slots that owners settled by a day; raises as `Ledger.open` does."""
    grades = Workspace.open(workspace).config.claims.grades
    return tuple(records_in(ledger_of(workspace), grades)(as_of).values())


def records_in(ledger: Ledger, grades: Mapping[str, Grade]) -> Records:
    """Return what tells the outlets' records on a day, from what owners had settled by then; each day is learnt once."""

    @cache
    def on(day: dt.date) -> dict[tuple[str, str], Reliability]:
        about = ((one.name, ledger.claims(one.name, day)) for one in ledger.series(day))
        known = (reconcile(claims, series=name, as_of=day, grades=grades) for name, claims in about)
        return {(one.outlet, one.family): one for one in reliabilities(known)}

    return on


def claims_of(ledger: Ledger, series: str, as_of: dt.date | None = None) -> tuple[str, tuple[Recorded, ...]]:
    """Return a series' claims and its commonest spelling; raises as `known_of` does."""
    names = ledger.series(as_of)
    named = {naming_key(one.name): one.name for one in names}
    name = named.get(naming_key(series))
    if name is None and as_of is not None:
        _refuse_too_early(ledger, series, as_of)
    if not names:
        raise WorkspaceError("the ledger holds no claims about any series", remedy="Read articles with `cliffhanger read FILES`")
    if name is None:
        near = [found[0] for found in process.extract(series, list(named.values()), limit=_NEAR, score_cutoff=50)]
        raise NotFoundError(f'No article on file is about "{series}"', suggestions=near, remedy="Read articles about it first")
    return name, ledger.claims(name, as_of)


def _refuse_too_early(ledger: Ledger, series: str, as_of: dt.date) -> None:
    """Say from when on something is known of a series of which nothing was known on a day."""
    named = {naming_key(one.name): one.name for one in ledger.series()}
    name = named.get(naming_key(series))
    if name is not None:
        first = min(one.piece.known_from for one in ledger.claims(name))
        remedy = "Ask as of that day or later; an article without a date counts from the day it was read, so give --published"
        raise NotFoundError(
            f'Nothing on file about "{name}" was known on {as_of}: the first article is of {first}', remedy=remedy
        )
