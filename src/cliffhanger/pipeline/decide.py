"""Whether another season pays, from public figures alone: what it could cost at a stated value of a viewing hour."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass, field, replace

import numpy as np

from cliffhanger.assumptions import ASSUMPTIONS, Assumption
from cliffhanger.decision.against import against
from cliffhanger.decision.break_even import BreakEven, break_even, guards, payback
from cliffhanger.decision.choosing import choices
from cliffhanger.decision.risk import MEAN, Risk, check_risk
from cliffhanger.decision.season_options import Option, ended
from cliffhanger.dossier.decision import Decision
from cliffhanger.dossier.paying import Guard, Payback, ReportedCost, Should, Stated, Worth
from cliffhanger.dossier.spread import Spread
from cliffhanger.errors import UsageError
from cliffhanger.estimates.draws import Draws
from cliffhanger.estimates.features import Features, season_features
from cliffhanger.estimates.hours_ahead import HoursAhead, hours_ahead
from cliffhanger.estimates.season_terms import Ends
from cliffhanger.estimates.season_value import RENEW
from cliffhanger.pipeline.board import number_or_none
from cliffhanger.pipeline.figures import Figures, ledger, settle_as_of
from cliffhanger.pipeline.half_years import halves_of
from cliffhanger.pipeline.possible import FROM_ZERO, check_assumed, check_draws, check_ends, check_episodes
from cliffhanger.pipeline.seasons import find_season
from cliffhanger.records import SeasonRecords
from cliffhanger.sources.reported_costs import reported_costs

VALUES = ("value_per_hour", "revenue_per_hour", "advertising_per_hour")  # the answer uses the first
STATED = (*VALUES, "episode_minutes")
HOURS_PUBLISHED = dt.date(2025, 2, 26)  # the youngest figure behind both quotients: the report of the second half of 2024
KNOWN_ON = {"value_per_hour": HOURS_PUBLISHED, "revenue_per_hour": HOURS_PUBLISHED}
DEFAULT_DRAWS = 4000
NEAREST = 16
NOTHING = Spread(None, None, None)
MILLION = 1e6


@dataclass(frozen=True, slots=True)
class Terms:
    """What was given with the question.

    Attributes
    ----------
    assume
        Assumption to its lowest, middle and highest value.
    cost_per_episode
        Lowest, middle and highest, in USD.
    risk
        What decides where a cost is given; a tolerance is in USD.
    """

    episodes: int | None = None
    assume: dict[str, Ends] = field(default_factory=dict)
    cost_per_episode: Ends | None = None
    risk: Risk = MEAN
    n_draws: int = DEFAULT_DRAWS


NO_TERMS = Terms()


def decide(
    figures: Figures, series: str, *, season: int | None, as_of: dt.date | None, terms: Terms, rng: np.random.Generator
) -> Decision:
    """Answer for one season on a day.

    Raises
    ------
    NotFoundError
        No such series or season by that day; carries the nearest names.
    UsageError
        A day the figures cannot answer for, terms that cannot be, or a season whose next one has come.
    """
    check_terms(terms)
    day = settle_as_of(figures, as_of)
    records = ledger(figures, as_of=day)
    i = find_season(figures, records, series, season=season)
    if not records.running[i]:
        came = records.next_premiere[i].astype(dt.date)
        raise UsageError(
            f"season {records.season[i]:.0f} of {records.series[i]} has a successor, which premiered on {came}",
            place="--season",
            remedy="Ask for the latest season by leaving --season out",
        )
    runtime = number_or_none(records.runtime_min, i)
    return Decision(
        series=str(records.series[i]),
        season=int(records.season[i]),
        as_of=day,
        runtime_min=None if runtime is None else int(runtime),
        should=should(figures, records, season_features(records), i, terms=terms, rng=rng),
        origin=figures.origin,
        files=_files(figures, day),
    )


def should(
    figures: Figures, records: SeasonRecords, features: Features, i: int, *, terms: Terms = NO_TERMS, rng: np.random.Generator
) -> Should:
    """What another season could cost and still pay; ``rng`` gives a stream of its own, so that other draws do not move it."""
    rng = rng.spawn(1)[0]
    ahead = hours_ahead(records, features, halves_of(figures, records), i, n_draws=terms.n_draws, rng=rng)
    runtime = number_or_none(records.runtime_min, i)
    stated = tuple(_stated(name, terms.assume) for name in STATED)
    later = sum(1 for row in stated[:1] if row.known_on and row.known_on > records.as_of and not row.changed)
    judged = guards(ahead, undated=int(runtime is None), later=later)
    unanswered = Should(
        basis=ahead.basis,
        missing=ahead.missing,
        base_hours=ahead.base_hours if math.isfinite(ahead.base_hours) else None,
        ratio=_ratio(ahead),
        pairs=len(ahead.log_ratios),
        episodes=terms.episodes,
        assumptions=stated if terms.episodes is None else stated[:-1],
        guards=tuple(Guard(g.code, g.outcome, g.found, g.threshold) for g in judged),
        hours=NOTHING,
        worth=(),
        against=None,
        reported=(),
        reported_count=len(_episode_costs()),
        reported_below=0,
        payback=None,
    )
    if ahead.draws is None or any(guard.outcome == "FAIL" for guard in judged):
        return unanswered
    return _answered(unanswered, ahead.draws, stated, terms, runtime, rng)


def _ratio(ahead: HoursAhead) -> Spread:
    if ahead.draws is None:
        return NOTHING
    # The middles of even slices, in order: no chance enters.
    places = np.arange(1, len(ahead.log_ratios) + 1) / (len(ahead.log_ratios) + 1)
    return Spread(*(float(np.exp(np.interp(level, places, ahead.log_ratios))) for level in (0.1, 0.5, 0.9)))


def _answered(
    unanswered: Should,
    hours: Draws,
    stated: tuple[Stated, ...],
    terms: Terms,
    runtime: float | None,
    rng: np.random.Generator,
) -> Should:
    length = runtime / 60.0 if runtime else None
    minutes = _draws(stated[-1].value, terms.n_draws, rng, "hours").scaled(1 / 60)
    found: list[tuple[Stated, BreakEven]] = []
    for row in stated[: len(VALUES)]:
        value = _draws(row.value, terms.n_draws, rng, "USD an hour")
        even = break_even(hours, value, runtime_hours=length, episodes=terms.episodes, episode_hours=minutes)
        found.append((row, even))
    worth = tuple(
        Worth(row.name, row.value, _spread(even.season), _spread(even.hour), _spread(even.episode)) for row, even in found
    )
    count = terms.episodes or (length / minutes.quantile(0.5) if length else None)
    shown, below = _compared(worth[0].episode)
    season = found[0][1].season
    cost = _cost(terms, count, rng)
    return replace(
        unanswered,
        hours=_spread(hours),
        worth=worth,
        against=against(RENEW, season.values, None if cost is None else cost.values, break_even=season.quantile(0.5)),
        reported=shown,
        reported_below=below,
        payback=None if cost is None else _payback(hours, season, cost, terms, count),
    )


def _cost(terms: Terms, count: float | None, rng: np.random.Generator) -> Draws | None:
    """Of a season, in USD, with as many episodes; None where none is given."""
    if terms.cost_per_episode is None:
        return None
    if count is None:
        raise UsageError(
            "how many episodes another season has is not known, nor how long this one is",
            place="--cost-per-episode",
            remedy="Say how many with --episodes",
        )
    each = Draws.from_quantiles(*terms.cost_per_episode, rng=rng, n_draws=terms.n_draws, unit="USD")
    return Draws(np.maximum(each.values, 0.0) * count, "USD")


def _payback(hours: Draws, worth: Draws, cost: Draws, terms: Terms, count: float | None) -> Payback:
    found = payback(hours, worth, cost)
    flip = found.flip_value if math.isfinite(found.flip_value) else None
    options = [Option(RENEW, round(count or 0), worth.values, cost.values, {}), ended(terms.n_draws)]
    chosen = choices(options, None, terms.risk, tolerance=cost.mean)
    return Payback(Spread(*(terms.cost_per_episode or ())), found.chance, _spread(found.margin), flip, terms.risk, chosen)


def _compared(episode: Spread) -> tuple[tuple[ReportedCost, ...], int]:
    """Reported costs of an episode, those nearest to the middle of the break-even, and how many lie below it."""
    middle = episode.p50
    if middle is None:
        return (), 0
    rows = _episode_costs()
    floor = max(middle, 1.0)
    near = sorted(rows, key=lambda row: (abs(math.log(math.sqrt(row.low * row.high) / floor)), row.series, row.season))[:NEAREST]
    shown = tuple(sorted(near, key=lambda row: (row.low, row.high, row.series, row.season)))
    return shown, sum(row.high < middle for row in rows)


def _episode_costs() -> tuple[ReportedCost, ...]:
    return tuple(
        ReportedCost(c.series, c.seasons, c.episode[0] * MILLION, c.episode[1] * MILLION, c.grade, c.source)
        for c in reported_costs()
        if c.episode is not None
    )


def _draws(value: Spread, n_draws: int, rng: np.random.Generator, unit: str) -> Draws:
    low, middle, high = value.p10 or 0.0, value.p50 or 0.0, value.p90 or 0.0
    return Draws.from_quantiles(low, middle, high, rng=rng, n_draws=n_draws, unit=unit)


def _spread(draws: Draws | None) -> Spread:
    return NOTHING if draws is None else Spread(*(draws.quantile(level) for level in (0.1, 0.5, 0.9)))


def _stated(name: str, assume: dict[str, Ends]) -> Stated:
    rows: dict[str, Assumption] = {row.name: row for row in ASSUMPTIONS}
    middle = rows[name]
    ends = assume.get(name) or (rows[f"{name}_low"].value, middle.value, rows[f"{name}_high"].value)
    return Stated(
        name=name,
        value=Spread(*ends),
        unit=middle.unit.removesuffix(" (p50)"),
        why=middle.why,
        source="given with the question" if name in assume else middle.source,
        known_on=KNOWN_ON.get(name),
        changed=name in assume,
    )


def check_terms(terms: Terms) -> None:
    """Refuse terms that cannot be.

    Raises
    ------
    UsageError
        No such assumption, a number that cannot be or is out of order, no episodes, no draws, no attitude to risk.
    """
    check_draws(terms.n_draws, seed=0)
    if terms.episodes is not None:
        check_episodes(terms.episodes, place="--episodes")
    check_assumed(terms.assume, STATED, of="here")
    check_risk(terms.risk, place="--risk")
    if terms.cost_per_episode is not None:
        check_ends(terms.cost_per_episode, FROM_ZERO, place="--cost-per-episode")


def _files(figures: Figures, day: dt.date) -> tuple[tuple[str, str, int], ...]:
    found: list[tuple[str, str, int]] = []
    for kind, table in (("weekly", figures.weekly), ("halfyear", figures.halfyear)):
        published = table.column("published_on").to_numpy() <= np.datetime64(day)
        versions, counts = np.unique(
            table.column("version").to_numpy(zero_copy_only=False)[published].astype(str), return_counts=True
        )
        found += [(kind, str(v), int(c)) for v, c in zip(versions, counts, strict=True)]
    return tuple(found)
