"""Making up a catalogue: series with their seasons, episodes, premieres and reach. One generator per series."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cliffhanger.world.names import GENRES, OWNERS, PLANS, TERRITORIES, series_name
from cliffhanger.world.shelf import MOST_EPISODES, NEVER, Shelf, calendar, openings

SETTLING_DAYS = 75  # nearly two memories of an enjoyed hour
CATALOGUE_STREAM, COST_STREAM, FUTURE_STREAM = 11, 12, 13  # of the generators, beside the seed
REACH_SPREAD = 0.25  # log standard deviation, between seasons of a series
SUREST = 0.85  # nobody is surer to hear of a season


@dataclass(frozen=True, slots=True)
class Series:
    """One series as it was made up; its seasons in order, the last being the one that might be ordered.

    ``premieres`` holds the day of each season that there is; ``offsets`` by season and episode, days after it;
    ``delays`` by season and territory, days after the first territory, ``NEVER`` where it does not come out; ``ripple`` and
    ``reach_noise`` are what a season has of its own in quality and log reach.
    """

    title_id: str
    name: str
    genre: int
    home: int
    owner: str
    planned_end: bool
    appeal: float
    seasons: int
    premieres: NDArray[np.int64]
    quality: NDArray[np.float64]
    ripple: NDArray[np.float64]
    episodes: NDArray[np.int64]
    runtime_s: NDArray[np.int64]
    offsets: NDArray[np.int64]
    delays: NDArray[np.int64]
    reach_noise: NDArray[np.float64]
    next_premiere: int


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All series of a world and the shelf made of them.

    Attributes
    ----------
    series
        In order; ``shelf.series`` counts in it.
    shelf
        Arrays for the kernels; nothing is released that was not released or scheduled on the decision day.
    reach
        By place, the chance of hearing of a season before a ceiling is put on it.
    days
        Days of the log.
    last_day
        One more than the last day of the calendar: the end of the horizon.
    territories
        Names.
    """

    series: tuple[Series, ...]
    shelf: Shelf
    reach: NDArray[np.float64]
    days: int
    last_day: int
    territories: tuple[str, ...]


def make_catalogue(*, seasons: int, days: int, seed: int, rules: Any) -> Catalogue:
    """Make up a catalogue of so many seasons for a log of so many days."""
    made: list[Series] = []
    left = seasons
    while left:
        one = _series(len(made), at_most=left, days=days, seed=seed, rules=rules)
        made.append(one)
        left -= one.seasons
    last_day = days + int(rules.horizon_days) + 1
    reach = _reach(made, rules)
    return Catalogue(
        series=tuple(made),
        shelf=_shelf(made, reach, days=days, last_day=last_day, seed=seed, rules=rules),
        reach=reach,
        days=days,
        last_day=last_day,
        territories=tuple(t.name for t in TERRITORIES[: int(rules.territories)]),
    )


def _series(place: int, *, at_most: int, days: int, seed: int, rules: Any) -> Series:
    rng = np.random.default_rng((seed, CATALOGUE_STREAM, place))
    genre = int(rng.choice(len(GENRES), p=[g.share for g in GENRES]))
    seasons = min(at_most, 1 + int(rng.choice(7, p=[0.44, 0.24, 0.14, 0.08, 0.05, 0.03, 0.02])))
    ahead = seasons + 1
    common = rng.normal()
    appeal = rules.appeal_spread * rng.normal() + 0.3 * common
    youngest = min(int(rules.youngest_days), max(days // 3, 1))
    latest = days - 1 - youngest - int(rng.integers(0, int(1.15 * days) + 30))
    gaps = np.clip(rng.normal(400, 60, ahead), 240, 700).astype(np.int64)
    premieres = latest - np.concatenate([np.cumsum(gaps[: seasons - 1][::-1])[::-1], [0]])
    low, high = GENRES[genre].episodes
    episodes = np.full(ahead, rng.integers(low, high + 1)) + rng.integers(-1, 2, ahead)
    minutes = rng.uniform(*GENRES[genre].minutes)
    weekly = rng.random() < rules.weekly_share * GENRES[genre].weekly / 0.4
    ripple = rules.season_spread * rng.normal(size=ahead)
    quality = rules.quality_spread * (common + 0.0) + rules.quality_drift * np.arange(ahead) + ripple
    return Series(
        title_id=f"s{place + 1:04d}",
        name=series_name(place),
        genre=genre,
        home=_home(rng, int(rules.territories)),
        owner=OWNERS[int(rng.choice(len(OWNERS), p=[0.4, 0.15, 0.15, 0.15, 0.15]))],
        planned_end=bool(rng.random() < rules.planned_end_share),
        appeal=float(appeal),
        seasons=seasons,
        premieres=premieres,
        quality=quality,
        ripple=ripple,
        episodes=np.clip(episodes, 3, MOST_EPISODES),
        runtime_s=np.round(60 * minutes * np.exp(0.06 * rng.normal(size=(ahead, MOST_EPISODES)))).astype(np.int64),
        offsets=_offsets(rng, ahead, weekly=bool(weekly)),
        delays=_delays(rng, ahead, rules),
        reach_noise=REACH_SPREAD * rng.normal(size=ahead),
        next_premiere=days - 1 + int(rules.production_days * rng.uniform(0.8, 1.4)),
    )


def _home(rng: np.random.Generator, territories: int) -> int:
    share = np.array([t.share for t in TERRITORIES[:territories]])
    share[0] *= 1.6  # the service's own country makes more than its share
    return int(rng.choice(territories, p=share / share.sum()))


def _offsets(rng: np.random.Generator, seasons: int, *, weekly: bool) -> NDArray[np.int64]:
    """Days after the premiere by season and episode: all at once, two and then one a week, or two halves."""
    found = np.zeros((seasons, MOST_EPISODES), dtype=np.int64)
    for season in range(seasons):
        if weekly:
            found[season] = 7 * np.maximum(np.arange(MOST_EPISODES) - 1, 0)
        elif rng.random() < 0.06:
            found[season, 4:] = 28
    return found


def _delays(rng: np.random.Generator, seasons: int, rules: Any) -> NDArray[np.int64]:
    territories = int(rules.territories)
    found = np.zeros((seasons, territories), dtype=np.int64)
    for season in range(seasons):
        staggered, where, wait, missing = rng.random(), rng.integers(0, 10, 2), rng.integers(14, 61), rng.random()
        if staggered < rules.staggered_share and territories > 1:
            found[season, where % (territories - 1) + 1] = NEVER if missing < 0.25 else wait
    return found


def _places(made: list[Series]) -> list[tuple[int, int]]:
    return [(index, number) for index, one in enumerate(made) for number in range(one.seasons + 1)]


def _shelf(made: list[Series], reach: NDArray[np.float64], *, days: int, last_day: int, seed: int, rules: Any) -> Shelf:
    places = _places(made)
    series = np.array([index for index, _ in places], dtype=np.int32)
    number = np.array([n for _, n in places], dtype=np.int32)
    count = np.array([one.seasons for one in made], dtype=np.int32)
    premiere = _premieres(made, places)
    opening_at, opening = openings(premiere, last_day)
    bill_day, month_days, weekend, discount = calendar(int(rules.first_day), last_day, rules.monthly_discount, days)
    land = TERRITORIES[: int(rules.territories)]
    prices = np.array([rules.ads_price, rules.standard_price, rules.premium_price])
    return Shelf(
        first=np.concatenate([[0], np.cumsum(count + 1)[:-1]]).astype(np.int32),
        count=count,
        series=series,
        number=number,
        genre=np.array([made[k].genre for k in series], dtype=np.int32),
        home=np.array([made[k].home for k in series], dtype=np.int32),
        quality=np.concatenate([one.quality for one in made]),
        reach=np.minimum(reach, SUREST),
        closure=np.zeros(len(places)),
        premiere=premiere,
        announced=np.where(number < count[series], premiere.min(axis=1) - int(rules.announce_days), NEVER).astype(np.int32),
        episodes=np.concatenate([one.episodes for one in made]).astype(np.int32),
        runtime_s=np.concatenate([one.runtime_s for one in made]).astype(np.int32),
        offset=np.concatenate([one.offsets for one in made]).astype(np.int32),
        opening_at=opening_at,
        opening=opening,
        bill_day=bill_day,
        month_days=month_days,
        weekend=weekend,
        discount=discount,
        price=np.round(np.outer([t.price for t in land], prices), 2),
        territory_share=np.cumsum([t.share for t in land]) / sum(t.share for t in land),
        plan_share=np.array([rules.ads_share, rules.ads_share + 0.72 * (1 - rules.ads_share), 1.0][: len(PLANS)]),
        evening_s=np.array([t.evening * 3_600 for t in land]),
        leisure=np.array([t.leisure for t in land]),
        seed=seed,
        past_days=SETTLING_DAYS,
    )


def _premieres(made: list[Series], places: list[tuple[int, int]]) -> NDArray[np.int32]:
    territories = made[0].delays.shape[1]
    found = np.full((len(places), territories), NEVER, dtype=np.int32)
    for place, (index, number) in enumerate(places):
        one = made[index]
        if number < one.seasons:
            found[place] = np.minimum(one.premieres[number] + one.delays[number], NEVER)
    return found


def _reach(made: list[Series], rules: Any) -> NDArray[np.float64]:
    """Chance of hearing before the ceiling, such that the seasons that there are bring ``aware_seasons`` to a household."""
    places = _places(made)
    raw = np.array(
        [math.exp(made[k].appeal + made[k].reach_noise[n]) * (1.0 if n == 0 else rules.later_reach) for k, n in places]
    )
    released = np.array([n < made[k].seasons for k, n in places])
    wanted = min(rules.aware_seasons, 0.6 * released.sum())
    low, high = 0.0, 1e6
    for _ in range(80):  # the ceiling makes the sum no longer linear in the scale
        scale = 0.5 * (low + high)
        low, high = (scale, high) if np.minimum(scale * raw[released], SUREST).sum() < wanted else (low, scale)
    return high * raw
