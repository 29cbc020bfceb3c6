"""The board: one row for every season launched and not known to be back, with the promised fields."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from cliffhanger.dossier.plain import plain
from cliffhanger.errors import UsageError
from cliffhanger.pipeline.board import board
from cliffhanger.pipeline.figures import bundled_figures, ledger

FIELDS = (
    "series", "season", "premiere", "first_season", "limited", "listed", "p_return", "p_return_36m", "p_return_by", "p_seen_by",
    "return_p10", "return_p50", "return_p90", "next_views_4w_p10", "next_views_4w_p50", "next_views_4w_p90", "owners_word",
    "as_of",
)  # fmt: skip


@pytest.fixture(scope="module")
def bundled():
    return bundled_figures()


@pytest.fixture(scope="module")
def rows(bundled):
    return board(bundled, as_of=None, by=dt.date(2026, 7, 1))


def test_every_running_season_once(bundled, rows):
    """As many rows as the ledger has seasons without a known next one, each once."""
    records = ledger(bundled, as_of=bundled.last_published)
    assert len(rows) == int(records.running.sum()) > 2000
    assert len({(r.series, r.season, r.premiere) for r in rows}) == len(rows)


def test_fields_and_order(rows):
    """Fields as promised, in order; chances ordered; likeliest first."""
    assert tuple(plain(rows[0])) == FIELDS
    for row in rows:
        assert 0 <= row.p_seen_by <= row.p_return_by + 1e-12 <= row.p_return_36m + 2e-12 <= row.p_return + 3e-12 <= 1 + 4e-12
        if row.return_p50:
            assert row.as_of - dt.timedelta(days=7) <= row.return_p10 <= row.return_p50 <= row.return_p90
        if row.next_views_4w_p50:
            assert row.listed
            assert row.next_views_4w_p10 < row.next_views_4w_p50 < row.next_views_4w_p90
    assert np.all(np.diff([row.p_return_by for row in rows]) <= 0)


def test_lists_that_end_before_the_reports_do(bundled):
    """A list kept only to the end of 2023 beside later reports: seasons count as observed to the reports' end.

    Judged on seasons of 2022 and early 2023: the mean chance stays within a factor of two of that with every list.
    """
    import dataclasses

    import pyarrow.compute as pc

    stale = dataclasses.replace(
        bundled,
        weekly=bundled.weekly.filter(pc.less(bundled.weekly.column("version_day"), dt.date(2024, 1, 5))),
        parameters=None,
    )
    day = dt.date(2025, 2, 26)
    means = []
    for figures in (stale, bundled):
        rows = board(figures, as_of=day, by=None)
        means.append(np.mean([r.p_return_36m for r in rows if dt.date(2022, 1, 1) <= r.premiere <= dt.date(2023, 5, 31)]))
        assert all(r.return_p10 is None or r.return_p10 >= dt.date(2024, 12, 31) for r in rows)
    assert 0.5 < means[0] / means[1] < 2.0


def test_spinning_out_is_over(rows):
    """Five years after its only season: a chance near nothing and no date; the public figures never had its launch."""
    row = next(r for r in rows if r.series == "Spinning Out")
    assert row.premiere == dt.date(2020, 1, 1)
    assert row.p_return < 0.02
    assert row.return_p50 is None
    assert row.next_views_4w_p50 is None
    assert (row.limited, row.listed, row.first_season) == (False, False, True)


def test_bundled_parameters_answer_as_a_fresh_fit(bundled, rows):
    """The package's parameters, six digits of them, give what fitting anew gives."""
    import dataclasses

    anew = board(dataclasses.replace(bundled, parameters=None), as_of=None, by=dt.date(2026, 7, 1))
    by_season = {(r.series, r.season): r for r in anew}
    for row in rows:
        assert row.p_return_by == pytest.approx(by_season[row.series, row.season].p_return_by, abs=2e-5)


@pytest.mark.parametrize("day", [dt.date(2026, 11, 22), dt.date(2025, 7, 9), dt.date(2023, 12, 11)], ids=str)
def test_days_that_the_figures_cannot_answer_for(bundled, day):
    """A week after the last bundled, or before the first report: refused, with a day that can be asked for."""
    with pytest.raises(UsageError, match=r"(Ask|ask) as of"):
        board(bundled, as_of=day, by=None)


def test_by_must_come_after_the_day(bundled):
    """A return by a day before the as-of day is no question."""
    with pytest.raises(UsageError, match="not after the as-of day"):
        board(bundled, as_of=dt.date(2024, 6, 30), by=dt.date(2024, 6, 30))
