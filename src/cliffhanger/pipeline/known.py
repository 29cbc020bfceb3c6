"""What the ledger knows of a series on a day, and what people decide about its claims."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Literal

from rapidfuzz import process

from cliffhanger.claims.campaign import Signal, signal_series
from cliffhanger.claims.naming import naming_key
from cliffhanger.claims.outlets import Grade, Records, Reliability
from cliffhanger.claims.reconcile import Background, reconcile
from cliffhanger.claims.recorded import NamedSubject, Recorded, Review
from cliffhanger.claims.reliability import reliabilities
from cliffhanger.dossier.known import SeriesKnown, series_known
from cliffhanger.errors import NotFoundError, UsageError, WorkspaceError
from cliffhanger.pipeline.campaign import with_campaign
from cliffhanger.pipeline.read import ledger_of
from cliffhanger.sources.hand_tables import ReadTable
from cliffhanger.sources.signal_table import read_signals
from cliffhanger.store.ledger import Ledger
from cliffhanger.store.signals import add_signals, signals_in
from cliffhanger.store.workspace import Workspace

_NEAR, _ALIKE = 3, 50  # how many names are suggested, and how much they must be alike, of 100


def known_of(series: str, *, workspace: Path, as_of: dt.date | None = None, season: int | None = None) -> SeriesKnown:
    """Return what is known of a series on a day, by default the last one of which articles, decisions or its signals are on file.

    Where only signals of a campaign are on file about it, they are all that is known.

    Raises
    ------
    WorkspaceError
        When the workspace has no ledger, or nothing was read by that day.
    NotFoundError
        When nothing on file is about such a series, or such a season of it; it names the nearest.
    """
    ledger, opened = ledger_of(workspace), Workspace.open(workspace)
    signals = signals_of(opened, series)
    day = as_of or _last_day(ledger, signals)
    campaign = signal_series(signals, day)
    only_signals = campaign and not any(naming_key(one.name) == naming_key(series) for one in ledger.series(day))
    name, recorded = (signals[0].series, ()) if only_signals else claims_of(ledger, series, day)
    grades = opened.config.claims.grades
    records = records_in(ledger, grades)
    known = series_known(recorded, series=name, as_of=day, season=season, background=Background(grades, records))
    _refuse_unknown_season(known, season)
    return with_campaign(known, campaign)


def signals_of(workspace: Workspace, series: str) -> list[Signal]:
    """Return the signals on file about a series, in their order."""
    return [one for one in signals_in(workspace) if naming_key(one.series) == naming_key(series)]


def _last_day(ledger: Ledger, signals: Sequence[Signal]) -> dt.date:
    """Return the last day of which articles, decisions or a series' signals are on file; the first of all where nothing is."""
    return max([ledger.last_day() or dt.date.min, *(one.day for one in signals)])


def _refuse_unknown_season(known: SeriesKnown, season: int | None) -> None:
    seasons = sorted({one.season for one in known.slots if one.season is not None})
    if season is not None and season not in seasons:
        named = (
            f"Ask about season {' or '.join(map(str, seasons))}" if seasons else "No season is named there: leave --season out"
        )
        problem = f'Nothing on file by {known.as_of} is about season {season} of "{known.series}"'
        raise NotFoundError(problem, remedy=named)


def take_signals(path: Path, workspace: Path) -> tuple[ReadTable[Signal], int]:
    """Take signals from a file into a workspace; returns what was read and how many are new. Raises as reading and writing do."""
    table = read_signals(path)
    return table, add_signals(Workspace.create(workspace), table.rows)


def outlets_of(workspace: Path, as_of: dt.date | None = None) -> tuple[Reliability, ...]:
    """Return how often each outlet was right on slots that owners settled by a day, the ledger's last by default.

    Raises as `Ledger.open` does.
    """
    ledger, grades = ledger_of(workspace), Workspace.open(workspace).config.claims.grades
    return tuple(records_in(ledger, grades)(as_of or _last_day(ledger, ())).values())


def records_in(ledger: Ledger, grades: Mapping[str, Grade]) -> Records:
    """Return what tells the outlets' records on a day, from what owners had settled by then; each day is learnt once."""

    @cache
    def on(day: dt.date) -> dict[tuple[str, str], Reliability]:
        about = ((one.name, ledger.claims(one.name, day)) for one in ledger.series(day))
        known = (reconcile(claims, series=name, as_of=day, background=Background(grades)) for name, claims in about)
        return {(one.outlet, one.family): one for one in reliabilities(known)}

    return on


AS_READ: Literal["as read"] = "as read"


def decide_about(
    ledger: Ledger,
    claim: str,
    review: Review,
    *,
    series: str | None = None,
    season: int | Literal["as read"] | None = AS_READ,
) -> tuple[Recorded, ...]:
    """Add what a person decides about a claim, or about all of an article (``ARTICLE#*``); returns them as they were before.

    ``series`` and ``season`` are what each is about in truth: null is the series it is about, and no season; ``AS_READ`` leaves
    the season.

    Raises
    ------
    UsageError
        When a season is given and a claim is about no series, and as ``Ledger.review`` does.
    NotFoundError, WorkspaceError, InputError
        As ``Ledger.review`` does.
    """
    chosen = ledger.chosen(claim)
    if review.verdict == "withdrawn" and len(chosen) > 1:
        chosen = tuple(one for one in chosen if one.decided) or chosen  # of an article those about which something is decided
    if series is None and season == AS_READ:
        ledger.review_each({one.id: review for one in chosen})
        return chosen
    reviews = {}
    for one in chosen:
        name = series or one.subject.series
        if name is None:
            raise UsageError("a season needs a series, and this claim names none", place=one.id, remedy="Add --series NAME")
        subject = NamedSubject(name, one.subject.season if season == AS_READ else season)
        reviews[one.id] = replace(review, subject=subject)
    ledger.review_each(reviews)
    return chosen


def near_series(ledger: Ledger, series: str) -> list[str] | None:
    """Return the series of the ledger whose names are nearest to one that it has not; None where it has it."""
    names = [one.name for one in ledger.series()]
    if naming_key(series) in {naming_key(name) for name in names}:
        return None
    return _nearest(series, names)


def _nearest(series: str, names: Sequence[str]) -> list[str]:
    return [found[0] for found in process.extract(series, names, limit=_NEAR, score_cutoff=_ALIKE)]


def claims_of(
    ledger: Ledger, series: str, as_of: dt.date | None = None, *, moved_too: bool = False
) -> tuple[str, tuple[Recorded, ...]]:
    """Return a series' claims and its commonest spelling; raises as `known_of` does.

    ``moved_too`` gives the claims of a series of which a person moved all to others as well, which is refused otherwise.
    """
    names = ledger.series(as_of)
    named = {naming_key(one.name): one.name for one in names}
    name = named.get(naming_key(series))
    moved = ledger.claims(series, as_of) if name is None else ()
    if moved and moved_too:
        return series, moved
    if moved:
        others = sorted({one.subject.series or "no series" for one in moved})
        raise NotFoundError(f'All claims about "{series}" were moved', remedy=f"Ask about {', '.join(others)}")
    if name is None and as_of is not None:
        _refuse_too_early(ledger, series, as_of)
    if not names:
        raise WorkspaceError("the ledger holds no claims about any series", remedy="Read articles with `cliffhanger read FILES`")
    if name is None:
        near = _nearest(series, list(named.values()))
        raise NotFoundError(f'No article on file is about "{series}"', suggestions=near, remedy="Read articles about it first")
    return name, ledger.claims(name, as_of)


def _refuse_too_early(ledger: Ledger, series: str, as_of: dt.date) -> None:
    """Say from when on something is known of a series of which nothing was known on a day."""
    named = {naming_key(one.name): one.name for one in ledger.series()}
    name = named.get(naming_key(series))
    if name is not None:
        first = min(_about_from(one, series) for one in ledger.claims(name))
        remedy = "Ask as of that day or later; an article without a date counts from the day it was read, so give --published"
        raise NotFoundError(
            f'Nothing on file about "{name}" was known on {as_of}: the first word of it is of {first}', remedy=remedy
        )


def _about_from(one: Recorded, series: str) -> dt.date:
    """Return the first day on which a claim is about a series: that of its article, or of the decision that moved it there."""
    if naming_key(one.claim.subject.series or "") == naming_key(series):
        return one.piece.known_from
    moves = (each for each in one.reviews if each.subject and naming_key(each.subject.series) == naming_key(series))
    return max(one.piece.known_from, min((each.on for each in moves), default=dt.date.max))
