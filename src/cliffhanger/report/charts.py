"""The charts of a dossier as Vega-Lite specifications: data, drawn elsewhere.

Colours are names of the page's CSS variables, so that one drawing serves light, dark and print. Every chart has the inner
width as an argument: a page holds a wide and a narrow drawing and shows the one that fits.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cliffhanger.dossier.record import Dossier, HalfYear
from cliffhanger.dossier.returning import When, Will
from cliffhanger.dossier.spread import Spread
from cliffhanger.report.cards import Bar
from cliffhanger.report.notation import chance, known, short_day
from cliffhanger.report.tables import ALREADY_FROM

Spec = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the whole chance: its name, chance, the class of its look, and the key of its definition."""

    name: str
    chance: float
    look: str
    definition: str


NAMES = ("ink", "muted", "line", "grey", "accent", "soft", "paper")
INK, MUTED, LINE, GREY, ACCENT, SOFT, PAPER = (f"var(--{name})" for name in NAMES)
AXIS_WIDTH = 38  # room for the labels of the upright axis, the same in every panel so that panels align
LETTER = 7.0  # usual width of a letter in pixels at the size of labels: decides what fits
MONTH = 30.4375  # days
DAY = dt.timedelta(days=1)
SHARE: Spec = {"field": "from", "type": "quantitative", "axis": None, "scale": {"domain": [0, 1], "nice": False}}
CONFIG: Spec = {
    "font": "sans-serif",
    "background": None,
    "view": {"stroke": None},
    "axis": {
        "labelColor": MUTED, "labelFontSize": 12, "titleColor": MUTED, "titleFontSize": 12, "titleFontWeight": "normal",
        "gridColor": LINE, "domainColor": LINE, "tickColor": LINE, "tickSize": 4,
    },
    "axisY": {"domain": False, "ticks": False, "minExtent": AXIS_WIDTH, "maxExtent": AXIS_WIDTH, "labelPadding": 6},
    "axisX": {"grid": False, "labelPadding": 4, "labelFlush": 20, "labelOverlap": "greedy"},
    "title": {"anchor": "start", "color": MUTED, "fontSize": 12, "fontWeight": "normal", "offset": 10, "frame": "bounds"},
    "concat": {"spacing": 18},
}  # fmt: skip


def viewing(dossier: Dossier, *, width: int) -> Spec | None:
    """Draw the hours of the weeks in the list above those of the half-years, on one axis of time; None without figures."""
    if not dossier.weeks and not dossier.half_years:
        return None
    begin, end = _span(dossier)
    panels = []
    if dossier.weeks:
        panels.append(_weekly(dossier, begin, end, width, last=not dossier.half_years))
    if dossier.half_years:
        panels.append(_half_yearly(dossier, begin, end, width))
    for panel in panels:
        panel["width"] = width
    return whole({"vconcat": panels})


def _span(dossier: Dossier) -> tuple[dt.date, dt.date]:
    first = [dossier.premiere] + [w.week - 6 * DAY for w in dossier.weeks]
    last = [dossier.as_of] + [w.week for w in dossier.weeks] + [h.end for h in dossier.half_years]
    return min(first), max(last) + DAY


def _weekly(dossier: Dossier, begin: dt.date, end: dt.date, width: int, *, last: bool) -> Spec:
    rows = [
        {"from": (w.week - 6 * DAY).isoformat(), "to": (w.week + DAY).isoformat(), "hours": w.hours / 1e6} for w in dossier.weeks
    ]
    return {
        "title": "Hours a week in the Top 10, million",
        "height": 150,
        "data": {"values": rows},
        "mark": {"type": "rect", "color": ACCENT, "stroke": PAPER, "strokeWidth": 0.5},
        "encoding": {"x": time_axis("from", begin, end, width, labels=last), "x2": {"field": "to"}, **_up("hours")},
    }


def _half_yearly(dossier: Dossier, begin: dt.date, end: dt.date, width: int) -> Spec:
    rows = [_half_year(half, dossier.premiere) for half in dossier.half_years]
    marks: list[Spec] = [
        {
            "mark": {"type": "rect", "color": SOFT, "stroke": PAPER, "strokeWidth": 1},
            "encoding": {"x": time_axis("from", begin, end, width), "x2": {"field": "to"}, **_up("hours")},
        },
        *_gap_marks(_gaps(dossier, begin, end), begin, end, width),
    ]
    if 182 * width / (end - begin).days >= 34:
        where = {"x": time_axis("middle", begin, end, width), "y": {"field": "hours", "type": "quantitative"}}
        text = {"text": {"field": "hours", "type": "quantitative", "format": ",.1f"}}
        marks.append({"mark": {"type": "text", "dy": -8, "color": INK, "fontSize": 12}, "encoding": {**where, **text}})
    return {"title": "Hours in each half-year, million", "height": 130, "data": {"values": rows}, "layer": marks}


def _half_year(half: HalfYear, premiere: dt.date) -> Spec:
    start, after = max(half.start, min(premiere, half.end)), half.end + DAY
    return {
        "from": start.isoformat(), "to": after.isoformat(), "middle": (start + (after - start) / 2).isoformat(),
        "hours": half.hours / 1e6,
    }  # fmt: skip


def _gaps(dossier: Dossier, begin: dt.date, end: dt.date) -> list[tuple[dt.date, dt.date]]:
    """Stretches that no half-yearly report covers."""
    starts = [max(h.start, begin) for h in dossier.half_years] + [end]
    ends = [begin] + [h.end + DAY for h in dossier.half_years]
    return [(a, b) for a, b in zip(ends, starts, strict=True) if (b - a).days > 1]


def _gap_marks(gaps: Sequence[tuple[dt.date, dt.date]], begin: dt.date, end: dt.date, width: int) -> list[Spec]:
    rows = []
    for start, stop in gaps:
        room = (stop - start).days * width / (end - begin).days
        words = "no report" if room > LETTER * len("no report") + 6 else ""
        rows.append(
            {
                "from": start.isoformat(),
                "to": stop.isoformat(),
                "middle": (start + (stop - start) / 2).isoformat(),
                "words": words,
            }
        )
    if not rows:
        return []
    x = {"x": time_axis("from", begin, end, width), "x2": {"field": "to"}}
    rule = {"mark": {"type": "rule", "color": GREY, "strokeDash": [2, 3]}, "encoding": {**x, "y": {"datum": 0}}}
    label = {
        "mark": {"type": "text", "dy": -9, "color": MUTED, "fontSize": 12},
        "encoding": {"x": time_axis("middle", begin, end, width), "y": {"datum": 0}, "text": {"field": "words"}},
    }
    return [{"data": {"values": rows}, "layer": [rule, label]}]


def launch_weeks(dossier: Dossier) -> tuple[float | None, ...]:
    """Views of the thirteen weeks from the first one in the list, null where out of it; empty where not launch-listed."""
    if not dossier.launch_listed or not dossier.weeks:
        return ()
    first = min(week.week for week in dossier.weeks)
    views = {(week.week - first).days // 7: week.views for week in dossier.weeks}
    return tuple(views.get(k) for k in range(13))


def sparkline(views: Sequence[float | None], *, top: float, accent: bool) -> Spec:
    """Draw one of the small multiples: weekly views on a scale shared by all of them; weeks out of the list are gaps."""
    rows = [
        {"week": week, "next": week + 1, "views": value}
        for week, value in enumerate(map(known, views), start=1)
        if value is not None
    ]
    x = {"field": "week", "type": "quantitative", "axis": None, "scale": {"domain": [1, 14], "nice": False}}
    y = {"field": "views", "type": "quantitative", "axis": None, "scale": {"domain": [0, top]}}
    bars = {
        "mark": {"type": "rect", "color": ACCENT if accent else GREY, "stroke": PAPER, "strokeWidth": 1},
        "encoding": {"x": x, "x2": {"field": "next"}, "y": y, "y2": {"datum": 0}},
    }
    floor = {
        "data": {"values": [{"week": 1, "next": 14}]},
        "mark": {"type": "rule", "color": GREY},
        "encoding": {"x": x, "x2": {"field": "next"}, "y": {"value": 48}},
    }
    return whole({"width": 150, "height": 48, "data": {"values": rows}, "layer": [bars, floor]})


def over_time(will: Will, *, waited: float, as_of: dt.date, width: int) -> Spec | None:
    """Draw the chance within 36 months by months since the premiere, with the as-of day marked; None without points."""
    points = [{"month": m, "chance": 100 * c} for m, c in will.over_time if known(c) is not None]
    if len(points) < 2:
        return None
    spread = will.within_36_months
    highest = max([p["chance"] for p in points] + [100 * (known(spread.p90) or 0.0)])
    top = min(100.0, max(10.0, 1.3 * highest))
    farthest = max(points[-1]["month"], 1.05 * waited)
    months = list(range(0, int(farthest) + 1, _months_apart(farthest, width)))
    axis = {"title": "months since the premiere", "values": months}
    x = {"field": "month", "type": "quantitative", "scale": {"domain": [0, farthest], "nice": False}, "axis": axis}
    y = {"field": "chance", "type": "quantitative", "scale": {"domain": [0, top]}, "axis": {"title": None, "tickCount": 4}}
    line = _layer(points, "line", {"x": x, "y": y}, color=GREY, strokeWidth=2.5)
    today = _today_marks(spread, waited, top, f"{short_day(as_of)}: {chance(spread.p50)}", flip=waited > 0.55 * farthest, x=x)
    return whole(
        {
            "title": "Chance of a return within 36 months, %",
            "width": width, "height": 200, "layer": [line, *today],
        }
    )  # fmt: skip


def _months_apart(farthest: float, width: int) -> int:
    return next(step for step in (6, 12, 24, 60, 120) if farthest / step * 34 <= width or step == 120)


def _today_marks(spread: Spread, waited: float, top: float, label: str, *, flip: bool, x: Spec) -> list[Spec]:
    low, middle, high = known(spread.p10), known(spread.p50), known(spread.p90)
    here: list[Spec] = [{"month": waited, "top": top, "label": label}]
    place, at_top = {"x": x}, {"y": {"field": "top", "type": "quantitative"}, "text": {"field": "label"}}
    side: Spec = {"align": "right", "dx": -7} if flip else {"align": "left", "dx": 7}
    marks = [
        _layer(here, "rule", place, color=ACCENT, strokeDash=[3, 3]),
        _layer(here, "text", {**place, **at_top}, color=ACCENT, fontSize=12, dy=8, **side),
    ]
    if low is not None and high is not None:
        ends = {"y": {"datum": 100 * low}, "y2": {"datum": 100 * high}}
        marks.append(_layer(here, "rule", {**place, **ends}, color=SOFT, strokeWidth=7))
    if middle is not None:
        marks.append(_layer(here, "circle", {**place, "y": {"datum": 100 * middle}}, color=ACCENT, opacity=1, size=60))
    return marks


def by_quarter(when: When, *, width: int) -> Spec | None:
    """Draw where the whole chance lies as one strip with never as a block, and below it the quarters; None without quarters."""
    if not when.by_quarter:
        return None
    strip = _strip(when, width)
    # Where the return is as good as ruled out, bars on a scale of their own would make much of nothing.
    return whole({"vconcat": [strip] if when.probably_never else [strip, _quarters(when, width)]})


def parts(when: When) -> tuple[Part, ...]:
    """Split the chance into already back, the quarters shown, later and never; parts under 0.1 % are left out."""
    already = when.already if when.already > ALREADY_FROM else 0.0
    split = (
        Part("already back, unseen", already, "already", "already"),
        Part("back in these quarters", sum(value for _, value in when.by_quarter), "shown", "by_quarter"),
        Part("later", when.later, "later", "later"),
        Part("never", when.never, "never", "never"),
    )
    return tuple(part for part in split if part.chance >= 0.001)


def _strip(when: When, width: int) -> Spec:
    split = parts(when)
    total = sum(part.chance for part in split) or 1.0
    rows: list[Spec] = []
    at = 0.0
    looks = {"already": PAPER, "shown": ACCENT, "later": SOFT, "never": GREY}
    for part in split:
        label = f"{part.name.removesuffix(' in these quarters')} {chance(part.chance)}"
        share = part.chance / total
        fits = share * width > LETTER * len(label)
        rows.append({"from": at, "to": at + share, "label": label if fits else "", "colour": looks[part.look]})
        at += share
    look = {"fill": {"field": "colour", "type": "nominal", "scale": None}}
    block = _layer(rows, "rect", {"x": SHARE, "x2": {"field": "to"}, **look}, stroke=MUTED, strokeWidth=1)
    place = {"x": SHARE, "y": {"value": -5}, "text": {"field": "label"}}
    labels = _layer(rows, "text", place, align="left", baseline="bottom", color=INK, fontSize=12)
    return {"width": width, "height": 22, "layer": [block, labels]}


def _quarters(when: When, width: int) -> Spec:
    starts = [first for first, _ in when.by_quarter]
    after = starts[-1] + dt.timedelta(days=91)
    rows: list[Spec] = [
        {"from": first.isoformat(), "to": until.isoformat(), "chance": 100 * (known(value) or 0.0)}
        for (first, value), until in zip(when.by_quarter, [*starts[1:], after], strict=True)
    ]
    up = _up("chance")
    up["y"]["scale"] = {"domain": [0, max([1.0, *(row["chance"] for row in rows)])], "nice": True}
    return {
        "title": "Chance of a return in each quarter, %",
        "width": width,
        "height": 130,
        "data": {"values": rows},
        "mark": {"type": "rect", "color": ACCENT, "stroke": PAPER, "strokeWidth": 1},
        "encoding": {"x": time_axis("from", starts[0], after, width), "x2": {"field": "to"}, **up},
    }


def interval(bar: Bar, *, width: int) -> Spec:
    """Draw an interval on its scale, the middle as a mark, for a card."""
    level, tall = {"y": {"value": 10}}, {"y": {"value": 1}, "y2": {"value": 19}}
    ends = {"x": SHARE, "x2": {"field": "to"}, **level}
    label = {"x": SHARE, "y": {"value": 34}, "text": {"field": "label"}}
    narrowest = 0.012  # an interval that is thinner is still drawn
    layer = [
        _layer([{"from": 0.0, "to": 1.0}], "rule", ends, color=GREY),
        _layer([{"from": bar.low, "to": max(bar.high, bar.low + narrowest)}], "rule", ends, color=SOFT, strokeWidth=9),
        _layer([{"from": bar.middle}], "rule", {"x": SHARE, **tall}, color=ACCENT, strokeWidth=3),
        _layer([{"from": 0.0, "label": bar.start}], "text", label, align="left", color=MUTED, fontSize=12),
        _layer([{"from": 1.0, "label": bar.end}], "text", label, align="right", color=MUTED, fontSize=12),
    ]
    return whole({"width": width, "height": 40, "layer": layer})


def _layer(rows: Sequence[Spec], mark: str, encoding: Spec, **look: Any) -> Spec:
    return {"data": {"values": list(rows)}, "mark": {"type": mark, **look}, "encoding": encoding}


def time_axis(field: str, begin: dt.date, end: dt.date, width: int, *, labels: bool = True) -> Spec:
    """Place days on an axis with as many labels as have room: years where months would crowd."""
    domain = [{"year": d.year, "month": d.month, "date": d.day, "utc": True} for d in (begin, end)]
    month = width * MONTH / (end - begin).days
    step = next((step for step in (1, 3, 6) if step * month >= 90), 12)
    axis: Spec = {
        "title": None,
        "labels": labels,
        "ticks": labels,
        "format": "%b %Y",
        "tickCount": {"interval": "month", "step": step},
    }
    if step == 12:
        years = next((step for step in (1, 2, 5) if step * 12 * month >= 52), 10)
        axis |= {"format": "%Y", "tickCount": {"interval": "year", "step": years}}
    return {"field": field, "type": "temporal", "scale": {"type": "utc", "domain": domain, "nice": False}, "axis": axis}


def _up(field: str) -> Spec:
    axis = {"title": None, "tickCount": 3, "format": ",~f"}
    return {"y": {"field": field, "type": "quantitative", "scale": {"zero": True}, "axis": axis}, "y2": {"datum": 0}}


def whole(spec: Spec) -> Spec:
    """Give a specification the looks that all charts share."""
    return {"$schema": "https://vega.github.io/schema/vega-lite/v6.json", "config": CONFIG, "padding": 2, **spec}
