"""The chart of a fan campaign: each kind of signal over time, above one another on one axis of days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from cliffhanger.claims.campaign import CUMULATIVE, SignalSeries
from cliffhanger.claims.story import STATUS
from cliffhanger.dossier.known import SeriesKnown
from cliffhanger.report.campaign_words import course_words, signal_words
from cliffhanger.report.charts import ACCENT, DAY, GREY, INK, LETTER, MUTED, PAPER, Spec, time_axis, whole
from cliffhanger.report.known_story import season_words
from cliffhanger.report.tables import capital

CAPTION = (
    "Filled marks are from the file of signals, rings are what articles told. A line joins counts so far and says nothing of the "
    "days between; a bar is one day. Upright lines are the days on which a season was firmly told to end or to come."
)
_HEIGHT = 96
_FATES = frozenset({"cancelled", "un-renewed", "renewed", "revived", "planned end"})
_LARGE = 10_000  # values from which an axis counts in thousands
_FEWEST_NAMINGS = 3  # articles that name a hashtag: fewer are no course


def campaign(known: SeriesKnown, *, width: int) -> Spec | None:
    """Draw the signals of a campaign over time; None where none has two days."""
    panels = list(_panels(known.campaign))
    if not panels:
        return None
    days = [when for _, shown in panels for one in shown for when, _ in one.points]
    begin, end = min(days) - DAY, max(days) + DAY
    marks = [mark for mark in _turns(known) if begin <= mark[0] <= end]
    drawn = [
        _panel(title, shown, begin, end, width, last=place == len(panels) - 1, marks=marks, named=place == 0)
        for place, (title, shown) in enumerate(panels)
    ]
    return whole({"vconcat": drawn})


def campaign_title(known: SeriesKnown) -> str:
    """Say what the chart shows, in a sentence, to be read out in place of it."""
    said = "; ".join(f"{signal_words(one)}: {course_words(one)}" for _, shown in _panels(known.campaign) for one in shown)
    return f"The fan campaign for {known.series} over time. {said}."


def _panels(campaign: Sequence[SignalSeries]) -> Iterator[tuple[str, list[SignalSeries]]]:
    counts = [one for one in campaign if one.kind in CUMULATIVE]
    if any(len(one.points) > 1 for one in counts):
        yield "Signatures so far", counts
    for one in campaign:
        course = len(one.points) > 1 if not one.told else one.kind == "articles" and one.latest >= _FEWEST_NAMINGS
        if one.kind not in CUMULATIVE and course:
            yield capital(signal_words(one)), [one]


def _turns(known: SeriesKnown) -> Iterator[tuple[dt.date, str]]:
    for one in known.story:
        state = str((one.value or {}).get("status"))
        if one.what == STATUS and state in _FATES and one.standing in {"official", "reported"}:
            yield one.day, f"{season_words(one.season)} {state}".strip()


def _panel(
    title: str,
    shown: Sequence[SignalSeries],
    begin: dt.date,
    end: dt.date,
    width: int,
    *,
    last: bool,
    marks: Sequence[tuple[dt.date, str]],
    named: bool,
) -> Spec:
    x = time_axis("day", begin, end, width, labels=last)
    top = max(value for one in shown for _, value in one.points)
    layers = [layer for one in shown for layer in _marks(one, x, top)]
    layers += _rules(marks, begin, end, width, x, named=named)
    room = int(width / LETTER)
    title = title if len(title) <= room else f"{title[: room - 1]}…"
    return {"title": title, "width": width, "height": _HEIGHT, "layer": layers}


def _marks(one: SignalSeries, x: Spec, top: float) -> list[Spec]:
    rows = [{"day": day.isoformat(), "value": value} for day, value in one.points]
    axis = {"title": None, "tickCount": 3, "format": "~s" if top >= _LARGE else ",~f"}
    y = {"field": "value", "type": "quantitative", "scale": {"zero": True}, "axis": axis}
    if one.kind not in CUMULATIVE and not one.told:
        bar = {"type": "rule", "color": ACCENT, "strokeWidth": 4}
        return [{"data": {"values": rows}, "mark": bar, "encoding": {"x": x, "y": y, "y2": {"datum": 0}}}]
    look = {"stroke": INK, "strokeWidth": 1.5, "fill": PAPER} if one.told else {"stroke": ACCENT, "fill": ACCENT}
    line = {
        "type": "line",
        "color": GREY if one.told else ACCENT,
        "strokeWidth": 1.5,
        "strokeDash": [2, 3] if one.told else [1, 0],
    }
    dots = {"type": "point", "size": 44, "opacity": 1, **look}
    return [{"data": {"values": rows}, "mark": mark, "encoding": {"x": x, "y": y}} for mark in (line, dots)]


def _rules(marks: Sequence[tuple[dt.date, str]], begin: dt.date, end: dt.date, width: int, x: Spec, *, named: bool) -> list[Spec]:
    """Mark the turns of state; each bears its name on the first panel, where there is room for it."""
    if not marks:
        return []
    rows, free = [], -1.0
    for day, state in marks:
        place = width * (day - begin).days / max((end - begin).days, 1)
        left = place + LETTER * len(state) > width
        start = place - LETTER * len(state) - 6 if left else place
        fits = named and start >= free
        free = max(free, place + (6 if left else LETTER * len(state) + 10)) if fits else free
        rows.append({"day": day.isoformat(), "state": state if fits else "", "align": "right" if left else "left"})
    rule = {"data": {"values": rows}, "mark": {"type": "rule", "color": MUTED, "strokeDash": [3, 3]}, "encoding": {"x": x}}
    labels = [
        {
            "data": {"values": [row for row in rows if row["align"] == side and row["state"]]},
            "mark": {"type": "text", "align": side, "baseline": "bottom", "dx": dx, "color": MUTED, "fontSize": 12},
            "encoding": {"x": x, "y": {"value": 10}, "text": {"field": "state"}},
        }
        for side, dx in (("left", 4), ("right", -4))
        if any(row["align"] == side and row["state"] for row in rows)
    ]
    return [rule, *labels]
