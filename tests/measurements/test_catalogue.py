"""The catalogue against the code and the docs page: every measure has a row, every row a function or a column, and a page."""

from __future__ import annotations

import datetime as dt
import importlib
import inspect
from dataclasses import fields
from pathlib import Path

import ibis
import pytest

from cliffhanger.measurements import attribution, first_streams, incremental_joins, overlap, retention_statistics
from cliffhanger.measurements.account_spans import account_spans
from cliffhanger.measurements.catalogue import MEASURES
from cliffhanger.measurements.days_to_complete import binge_share, days_to_complete
from cliffhanger.measurements.panel_completion import panel_completion_rate
from cliffhanger.measurements.releases import premieres, releases
from cliffhanger.measurements.retention_curve import retention_curve
from cliffhanger.measurements.season_core import account_episodes, account_seasons, in_window
from cliffhanger.measurements.season_counts import completion_days, episode_counts, season_counts
from cliffhanger.measurements.season_measures import catch_up, season_measures
from cliffhanger.measurements.sessions import sessions
from cliffhanger.measurements.view_share import adjusted_view_share
from cliffhanger.report.measures_page import measures_page
from cliffhanger.terms import Measure
from tests.measurements.random_log import random_log

PAGE = Path(__file__).parents[2] / "docs" / "measures.md"
DAY = dt.date(2024, 10, 31)
NAMES = [measure.name for measure in MEASURES]
# Public functions of the modules that hold measures, other than the measures: steps on the way, and tables of several.
STEPS = {
    "season_measures": {"season_measures", "windows"},
    "retention_curve": {"retention_curve"},
    "days_to_complete": set(),
    "panel_completion": set(),
    "first_streams": {"account_first_streams"},
    "incremental_joins": {"joiner_plays"},
    "view_share": set(),
    "attribution": {"account_months", "account_season_months", "attributions"},
    "overlap": {"overlap_shown", "union_reach_shown"},
    "retention_statistics": {"membership_months", "seconds_by_month"},
}


def public(module: str) -> set[str]:
    found = importlib.import_module(f"cliffhanger.measurements.{module}")
    return {
        name
        for name, thing in inspect.getmembers(found, inspect.isfunction)
        if thing.__module__ == found.__name__ and not name.startswith("_")
    }


@pytest.fixture(scope="module")
def columns() -> set[str]:
    """Every column that a measure's table has."""
    con = ibis.duckdb.connect(threads=1)
    log = {name: con.create_table(name, table) for name, table in random_log(1, accounts=10, sessions=50).items()}
    out = con.create_table("out", releases(log["episodes"], log["accounts"]))
    first, play = premieres(out), con.create_table("play", sessions(log["viewing"], as_of=DAY))
    spans = con.create_table("spans", account_spans(log["accounts"], as_of=DAY))
    inside = in_window(play, out, first, log["accounts"])
    saw = account_episodes(inside)
    who = account_seasons(saw)
    counts = season_counts(who)
    seasons = season_measures(counts, first, as_of=DAY)
    curve = retention_curve(counts, episode_counts(saw, who), out, first, as_of=DAY)
    days = days_to_complete(completion_days(inside, who), first, as_of=DAY)
    streams = first_streams.account_first_streams(play, first, spans, log_from_s=0)
    fees = attribution.account_months(spans, as_of=DAY, log_from_s=0)
    months = retention_statistics.membership_months(play, spans, as_of=DAY)
    plays = incremental_joins.joiner_plays(play, first, spans, as_of=DAY, log_from_s=0)
    tables = (
        *(seasons, curve, days, binge_share(days), catch_up(seasons), panel_completion_rate(curve)),
        first_streams.first_streams(streams, first, as_of=DAY, log_from_s=0),
        first_streams.joiners(spans, streams, first, as_of=DAY, log_from_s=0),
        incremental_joins.incremental_joins(plays, least_baseline=1),
        adjusted_view_share(who, play, months, first, as_of=DAY),
        attribution.attributions(attribution.account_season_months(play, fees), streams, fees),
        overlap.overlap(who, first, as_of=DAY),
        retention_statistics.retention_statistics(months),
    )
    return {name for table in tables for name in table.columns}


def test_every_name_is_a_function_or_a_column(columns: set[str]) -> None:
    functions = {name for module in STEPS for name in public(module)}
    assert [name for name in NAMES if name not in functions | columns] == []


@pytest.mark.parametrize("module", STEPS)
def test_every_public_function_is_a_measure_or_a_step(module: str) -> None:
    assert public(module) == STEPS[module] | (public(module) & set(NAMES))
    assert STEPS[module].isdisjoint(NAMES)


def test_no_field_is_empty_and_no_name_or_term_stands_twice() -> None:
    for measure in MEASURES:
        assert all(getattr(measure, field.name).strip() for field in fields(Measure)), measure.name
        assert measure.definition.endswith("."), measure.name
        assert "://" not in measure.source
    assert len(set(NAMES)) == len({measure.term for measure in MEASURES}) == len(MEASURES)


def test_the_docs_page_is_the_one_that_the_catalogue_makes() -> None:
    made = measures_page(MEASURES)
    assert PAGE.read_text(encoding="utf-8") == made, "write measures_page(MEASURES) to docs/measures.md"
    assert all(f"`{name}`" in made for name in NAMES)


def test_footnotes_are_the_catalogue_s_own_words_for_everything_that_is_shown() -> None:
    from typing import get_args

    from cliffhanger.cli.measure import DEFINED, What
    from cliffhanger.report.measures_page import footnotes

    known = {one.name: one for one in MEASURES}
    assert set(DEFINED) == set(get_args(What))
    for names in DEFINED.values():
        text = " ".join(footnotes(MEASURES, names, width=70).split())
        for name in names:
            assert f"{known[name].term}: {known[name].definition} [{known[name].source}]" in text
    assert all(len(line) <= 70 for line in footnotes(MEASURES, DEFINED["seasons"], width=70).splitlines())
