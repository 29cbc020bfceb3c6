"""Charts are data; drawn, they are titled XML coloured by the page, and gaps stay gaps."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from cliffhanger.dossier.record import Dossier
from cliffhanger.report import charts
from cliffhanger.report.cards import Bar, cards
from cliffhanger.report.drawing import SVG, draw
from tests.report.samples import NEVER_LISTED, NOT_FINITE, OPEN_FIRST, RETURNED, half_years

COLOURS = {f"var(--{name})" for name in charts.NAMES} | {"none", "transparent"}
WIDTHS = (570, 262)


def parsed(text: str) -> ET.Element:
    """Read an SVG back."""
    return ET.fromstring(text)  # noqa: S314  our own drawing


def specs(dossier: Dossier) -> list[charts.Spec]:
    """Every chart that a dossier has, in two widths."""
    found: list[charts.Spec | None] = []
    for width in WIDTHS:
        found.append(charts.viewing(dossier, width=width))
        if dossier.will:
            found.append(charts.over_time(dossier.will, waited=16.8, as_of=dossier.as_of, width=width))
        if dossier.when:
            found.append(charts.by_quarter(dossier.when, width=width))
    found += [charts.interval(card.bar, width=220) for card in cards(dossier) if card.bar]
    found += [charts.sparkline(c.weekly_views, top=6e6, accent=False) for c in dossier.comparables]
    return [spec for spec in found if spec is not None]


@pytest.mark.parametrize("dossier", [OPEN_FIRST, NEVER_LISTED, RETURNED, NOT_FINITE], ids=lambda d: d.series)
def test_every_chart_is_titled_xml_without_fixed_colours(dossier: Dossier) -> None:
    for spec in specs(dossier):
        root = parsed(draw(spec, title='A <b> & "c"'))
        assert root.tag == f"{SVG}svg"
        assert root.get("role") == "img"
        title = root[0]
        assert title.tag == f"{SVG}title"
        assert title.text == 'A <b> & "c"'
        assert root.get("aria-labelledby") == title.get("id")
        for element in root.iter():
            assert {element.get("fill", "none"), element.get("stroke", "none")} <= COLOURS
            assert not {"href", "{http://www.w3.org/1999/xlink}href", "role"} & set(element.keys()) or element is root
            assert "NaN" not in " ".join(element.attrib.values())


def test_specifications_are_plain_json_without_data_from_elsewhere() -> None:
    for spec in specs(OPEN_FIRST) + specs(NEVER_LISTED):
        text = json.dumps(spec, allow_nan=False)
        assert '"url"' not in text


def test_pictures_of_a_page_share_no_id() -> None:
    names = itertools.count()
    ids: list[str] = []
    for spec in specs(OPEN_FIRST):
        ids += [e.attrib["id"] for e in parsed(draw(spec, title="x", names=names)).iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids))


def test_weeks_out_of_the_list_leave_a_gap() -> None:
    spec = charts.viewing(OPEN_FIRST, width=570)
    assert spec is not None
    weeks = spec["vconcat"][0]["data"]["values"]
    assert len(weeks) == len(OPEN_FIRST.weeks)
    # Listed until 10 March, out for a week, back in the week until 24 March.
    assert (weeks[4]["to"], weeks[5]["from"]) == ("2024-03-11", "2024-03-18")


def test_stretches_without_a_report_are_named_as_gaps() -> None:
    spec = charts.viewing(NEVER_LISTED, width=570)
    assert spec is not None
    gaps = spec["vconcat"][0]["layer"][1]["data"]["values"]
    assert [(gap["from"], gap["to"]) for gap in gaps] == [("2020-01-01", "2023-01-01"), ("2025-01-01", "2025-07-02")]
    assert gaps[0]["words"] == "no report"


def test_a_missing_half_year_between_two_is_a_gap() -> None:
    figures = half_years((1_000_000, 2_000_000, 3_000_000, 4_000_000), (None,) * 4)
    spec = charts.viewing(replace(NEVER_LISTED, half_years=(figures[0], *figures[2:])), width=570)
    assert spec is not None
    gaps = spec["vconcat"][0]["layer"][1]["data"]["values"]
    assert ("2023-07-01", "2024-01-01") in [(gap["from"], gap["to"]) for gap in gaps]


def test_the_first_half_year_begins_at_the_premiere() -> None:
    spec = charts.viewing(OPEN_FIRST, width=570)
    assert spec is not None
    assert spec["vconcat"][1]["data"]["values"][0]["from"] == "2024-02-08"


def test_without_figures_there_is_no_chart() -> None:
    assert charts.viewing(NOT_FINITE, width=570) is None


def test_the_parts_hold_the_whole_chance() -> None:
    assert OPEN_FIRST.when is not None
    parts = charts.parts(OPEN_FIRST.when)
    assert [part.name for part in parts] == ["already back, unseen", "back in these quarters", "later", "never"]
    assert sum(part.chance for part in parts) == pytest.approx(1.0)


def test_a_small_chance_of_being_back_unseen_is_left_out() -> None:
    assert OPEN_FIRST.when is not None
    assert [p.look for p in charts.parts(replace(OPEN_FIRST.when, already=0.009))] == ["shown", "later", "never"]


def test_quarters_are_not_drawn_where_a_return_is_as_good_as_ruled_out() -> None:
    assert NEVER_LISTED.when is not None
    spec = charts.by_quarter(NEVER_LISTED.when, width=450)
    assert spec is not None
    assert len(spec["vconcat"]) == 1


def test_the_launch_has_thirteen_weeks_with_gaps() -> None:
    views = charts.launch_weeks(OPEN_FIRST)
    assert len(views) == 13
    assert views[5] is None
    assert views[6] == OPEN_FIRST.weeks[5].views
    assert charts.launch_weeks(NEVER_LISTED) == ()


def test_bars_lie_on_their_scale() -> None:
    assert OPEN_FIRST.when is not None
    _, will, when, _ = cards(OPEN_FIRST)
    assert will.bar == Bar(0.15, 0.23, 0.33, "0 %", "100 %")
    assert when.bar is not None
    assert 0 < when.bar.low < when.bar.middle < when.bar.high < 1
    span = (dt.date(2028, 1, 1) - dt.date(2025, 7, 1)).days
    assert when.bar.middle == pytest.approx((dt.date(2026, 7, 14) - dt.date(2025, 7, 1)).days / span)
