"""Finding the season a person means."""

from __future__ import annotations

import numpy as np
import pytest

from cliffhanger.errors import NotFoundError
from cliffhanger.pipeline.dossier import dossier
from cliffhanger.pipeline.figures import bundled_figures, ledger
from cliffhanger.pipeline.seasons import find_season


@pytest.fixture(scope="module")
def known():
    figures = bundled_figures()
    return figures, ledger(figures, as_of=figures.last_published)


@pytest.mark.parametrize("name", ["Spinning Out", "spinning out", "SPINNING  OUT!", "Spinning Out: Season 1"])
def test_found_however_it_is_typed(known, name):
    """Case, punctuation and the season's own title do not matter."""
    figures, records = known
    assert records.series[find_season(figures, records, name, season=None)] == "Spinning Out"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Spining Out", "Spinning Out"),
        ("Spinning", "Spinning Out"),
        ("Brigerton", "Bridgerton"),
        ("Stranger Thigns", "Stranger Things"),
    ],
)
def test_typos_and_parts_are_met_with_did_you_mean(known, typed, meant):
    """The series meant is the first suggestion."""
    figures, records = known
    with pytest.raises(NotFoundError, match="Did you mean") as caught:
        find_season(figures, records, typed, season=None)
    assert caught.value.suggestions[0] == meant


def test_latest_season_by_default_and_any_by_number(known):
    """Without a number the latest on file; a number that is not there names those that are."""
    figures, records = known
    latest = find_season(figures, records, "Bridgerton", season=None)
    assert records.season[latest] == 3
    assert records.season[find_season(figures, records, "Bridgerton", season=1)] == 1
    with pytest.raises(NotFoundError, match="Seasons on file: 1, 2, 3"):
        find_season(figures, records, "Bridgerton", season=9)


def test_a_series_without_a_premiere_says_why(known):
    """A licensed series is in the lists but has no release date: not a typo."""
    figures, records = known
    undated = sorted(set(figures.weekly.column("series").to_pylist()) - set(records.series.tolist()))
    with pytest.raises(NotFoundError, match="without a premiere"):
        find_season(figures, records, undated[0], season=None)


def test_dossier_of_a_season_that_came_back(known):
    """No forecast is made for a season whose next one is known; its figures and fate are there."""
    answer = dossier(known[0], "Bridgerton", season=2, as_of=None, rng=np.random.default_rng(1))
    assert (answer.will, answer.when, answer.how_many) == (None, None, None)
    assert str(answer.returned_on) == "2024-05-16"
    assert len(answer.weeks) > 4


def test_dossier_chances_add_up(known):
    """Quarters, later, already back and never sum to one."""
    answer = dossier(known[0], "Love Is Blind", season=None, as_of=None, rng=np.random.default_rng(1))
    parts = sum(chance for _, chance in answer.when.by_quarter) + answer.when.later + answer.when.already + answer.when.never
    assert parts == pytest.approx(1.0)
    assert answer.will.within_36_months.p10 < answer.will.within_36_months.p50 < answer.will.within_36_months.p90
    assert answer.how_many.next_4_weeks.p50 > 0
    assert answer.will.evidence.forecasts > 100
    assert {gap.code for gap in answer.gaps} >= {"no_log", "no_claims", "announced_end", "undetected"}


def test_half_years_of_spinning_out(known):
    """The figures of the running example: 12.9, 18.7, 18.0 and 14.3 million hours from 2023 H1 to 2024 H2."""
    answer = dossier(known[0], "Spinning Out", season=None, as_of=None, rng=np.random.default_rng(1))
    assert [half.hours for half in answer.half_years] == [12_900_000, 18_700_000, 18_000_000, 14_300_000]
    assert {gap.code for gap in answer.gaps} >= {"before_lists", "old_season", "open_first_season"}
