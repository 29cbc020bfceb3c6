"""A replay differs from the life it is compared with only where it must."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from cliffhanger.world.effects import Market, decision_day, option_effects
from cliffhanger.world.hearing import begin, hearing_day
from cliffhanger.world.joint import Replays
from cliffhanger.world.life import LATENT, SESSIONS, STATUS, notes
from cliffhanger.world.ordering import OPTIONS, RENEW, continuable, next_place, with_orders
from cliffhanger.world.past import log_seasons, past_effects
from cliffhanger.world.replaying import Stretch, play, replay
from cliffhanger.world.shelf import NEVER, Shelf
from cliffhanger.world.simulation import LogRange
from tests.world.service import HOUSEHOLDS, market, unheard


@pytest.fixture(scope="module")
def small() -> Market:
    return market()


@pytest.fixture(scope="module")
def widest(small: Market) -> int:
    """The series whose next season is heard of most."""
    return max(continuable(small.catalogue), key=lambda series: small.catalogue.shelf.reach[next_place(small.catalogue, series)])


def rows_by_household(small: Market, shelf: Shelf, days: int) -> dict[int, bytes]:
    log = LogRange(shelf, small.rules, households=np.arange(HOUSEHOLDS), days=days)
    rows = np.concatenate([batch.copy() for batch in log.batches()])
    return {household: rows[rows["household"] == household].tobytes() for household in range(HOUSEHOLDS)}


def hears(small: Market, shelf: Shelf, place: int) -> NDArray[np.bool_]:
    paper = notes(shelf.series.size)
    found = np.zeros(HOUSEHOLDS, dtype=bool)
    for household in range(HOUSEHOLDS):
        key = np.uint64(begin(shelf, small.rules, household, paper))
        found[household] = hearing_day(shelf, key, paper, place) < NEVER
    return found


def test_who_never_hears_of_a_series_has_identical_rows(small: Market, widest: int) -> None:
    catalogue = small.catalogue
    shelf = with_orders(catalogue, small.rules, {widest: RENEW})
    without, with_it = (rows_by_household(small, one, small.horizon) for one in (catalogue.shelf, shelf))
    places = np.flatnonzero(shelf.series == widest)
    knows = np.any([hears(small, shelf, int(place)) for place in places], axis=0)
    alike = np.array([without[household] == with_it[household] for household in range(HOUSEHOLDS)])
    assert alike[~knows].all()
    assert 0 < (~alike).sum() < knows.sum()


def test_the_log_does_not_see_what_is_ordered_after_it(small: Market, widest: int) -> None:
    shelf = with_orders(small.catalogue, small.rules, {widest: RENEW})
    days = small.catalogue.days
    assert rows_by_household(small, shelf, days) == rows_by_household(small, small.catalogue.shelf, days)


def test_future_nought_continues_the_log(small: Market) -> None:
    shelf, days = small.catalogue.shelf, small.catalogue.days
    start = decision_day(small, 0, HOUSEHOLDS)
    after = play(shelf, small.rules, start, Stretch(days, small.horizon, 0)).played
    counts = []
    for until in (days, small.horizon):
        log = LogRange(shelf, small.rules, households=np.arange(HOUSEHOLDS), days=until)
        rows = np.concatenate([batch.copy() for batch in log.batches()])
        _, first = np.unique(rows[["household", "started"]], return_index=True)  # duplicates are rows, not sessions
        counts.append(first.size)
    # The log lacks what would arrive after its end; the future counts sessions however late their rows are.
    assert abs(after.tally[:, SESSIONS].sum() - (counts[1] - counts[0])) < 0.01 * counts[1]
    other = play(shelf, small.rules, start, Stretch(days, small.horizon, 1)).played
    assert not np.array_equal(after.tally, other.tally)


@pytest.mark.parametrize("option", OPTIONS)
def test_replaying_whom_it_touches_is_replaying_all(small: Market, widest: int, option: str) -> None:
    catalogue, rules = small.catalogue, small.rules
    start, stretch = decision_day(small, 0, HOUSEHOLDS), Stretch(catalogue.days, small.horizon, 0)
    shelf = with_orders(catalogue, rules, {widest: option})
    before = play(catalogue.shelf, rules, start, stretch).played
    some, touched = replay(shelf, rules, start, stretch, planned=shelf, changed=[next_place(catalogue, widest)], before=before)
    everyone = play(shelf, rules, start, stretch).played
    assert 0 < touched < HOUSEHOLDS
    for part, whole in zip(some, everyone, strict=True):
        assert np.array_equal(part, whole)
    assert not np.array_equal(some.tally, before.tally)


def test_a_series_nobody_hears_of_is_worth_nothing(small: Market, widest: int) -> None:
    deaf = unheard(small, widest)
    effects = [one for one in option_effects(deaf, each=map, progress=lambda _: None) if one.series == widest]
    assert {(one.option, one.others) for one in effects} == {(o, w) for o in OPTIONS for w in ("end", "renew")}
    for one in effects:
        gains = (one.joins, one.retained_months, one.joiner_months, one.subscription, one.advertising, one.hours, one.touched)
        assert gains == (0.0,) * 7
        assert one.net == -one.cost


def test_an_option_alone_is_a_set_of_one(small: Market, widest: int) -> None:
    replays = Replays(small, each=map)
    for one in option_effects(small, each=map, progress=lambda _: None):
        if one.series == widest and one.others == "end":
            joint = replays.value({widest: one.option})
            assert joint.net == pytest.approx(one.net, rel=1e-9)
            assert joint.joins == one.joins
            assert joint.hours == pytest.approx(one.hours, rel=1e-9)
            assert one.hours != 0.0


def test_several_futures_are_averaged(small: Market, widest: int) -> None:
    def nets(**overrides: float) -> list[tuple[float, float]]:
        one = market(**overrides)
        return [(e.net, e.net_spread) for e in option_effects(one, each=map, progress=lambda _: None) if e.series == widest]

    for (once, no_spread), (twice, spread) in zip(nets(), nets(futures=2), strict=True):
        assert np.isnan(no_spread)
        # Of two futures with nets a and b the mean is (a + b) / 2 and the spread |a - b| / sqrt(2); a is future 0's own.
        assert spread == pytest.approx(abs(once - twice) * 2 / np.sqrt(2), abs=1e-6)


def test_a_next_season_turns_out_otherwise_in_each_future(small: Market) -> None:
    able = continuable(small.catalogue)
    places = [next_place(small.catalogue, series) for series in able]
    came, *others = (
        with_orders(small.catalogue, small.rules, dict.fromkeys(able, RENEW), future=future) for future in range(400)
    )
    assert (came.quality == small.catalogue.shelf.quality).all()
    assert (came.reach == small.catalogue.shelf.reach).all()
    rest = np.setdiff1d(np.arange(came.series.size), places)
    for one in others:
        assert (one.quality[rest] == came.quality[rest]).all()
        assert (one.reach[rest] == came.reach[rest]).all()
    quality = np.array([one.quality[places] for one in others])
    reach = np.log([one.reach[places] for one in others])
    assert quality.std(axis=0) == pytest.approx(float(small.rules.season_spread), rel=0.15)
    assert np.median(reach.std(axis=0)) == pytest.approx(0.25, rel=0.1)
    # The season that came is one of those that could have come: no futures lie all on one side of it.
    beside = np.log(came.reach[places])
    assert ((reach <= beside).any(axis=0) & (reach >= beside).any(axis=0)).all()
    assert abs(np.corrcoef(quality[:, 0], reach[:, 0])[0, 1]) < 0.2


def test_the_log_without_a_season_misses_what_it_brought(small: Market) -> None:
    effects = past_effects(small, each=map, progress=lambda _: None)
    assert [(one.series, one.season) for one in effects] == [
        (small.catalogue.shelf.series[place], small.catalogue.shelf.number[place] + 1) for place in log_seasons(small.catalogue)
    ]
    assert sum(one.joins for one in effects) > 0
    assert all(one.own_hours > 0 for one in effects)
    latent = decision_day(small, 0, HOUSEHOLDS).lives.counts[:, STATUS] == LATENT
    assert 0 < latent.sum() < HOUSEHOLDS
