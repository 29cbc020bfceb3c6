"""The figure of reported costs: one row for each, on a logarithmic scale, below the break-even and its band."""

from __future__ import annotations

import math
from dataclasses import dataclass

from cliffhanger.dossier.paying import Should
from cliffhanger.dossier.spread import Spread
from cliffhanger.report.charts import ACCENT, CONFIG, GREY, INK, LETTER, MUTED, SOFT, Spec
from cliffhanger.report.notation import known, money_millions
from cliffhanger.report.worth import cost_name, cost_range

ROW = 20  # pixels
BESIDE = 8  # pixels from a dot to its name
MILLION = 1e6
TICKS = tuple(k * 10.0**power for power in range(-3, 4) for k in (1, 2, 5))
APART = 34  # pixels between two labels of the scale
WIDE_FROM, NAMES_WIDTH = 400, 222  # pixels: from which width names have a room of their own, and how much
FEWEST_LETTERS = 6


@dataclass(frozen=True, slots=True)
class Scale:
    """A logarithmic scale of ``width`` pixels."""

    least: float
    end: float
    width: int

    def pixels(self, value: float) -> float:
        """Place of a value."""
        return self.width * math.log(value / self.least) / math.log(self.end / self.least)


def reported(should: Should, *, width: int) -> Spec | None:
    """Draw the reported costs of an episode beside the break-even; None without either."""
    spread = should.worth[0].episode if should.worth else Spread(None, None, None)
    low, middle, high = known(spread.p10), known(spread.p50), known(spread.p90)
    if low is None or middle is None or high is None or low <= 0 or not should.reported:
        return None
    least = 0.85 * min(low, *(cost.low for cost in should.reported)) / MILLION
    most = 1.15 * max(high, *(cost.high for cost in should.reported)) / MILLION
    end = most if width < WIDE_FROM else least * (most / least) ** (width / (width - NAMES_WIDTH))
    scale = Scale(least, end, width)
    rows = [_row(k, c.low, c.high, cost_name(c), cost_range(c), scale) for k, c in enumerate(should.reported, start=1)]
    band = _row(0, middle, middle, "break-even", money_millions(middle), scale) | {"from": low / MILLION, "to": high / MILLION}
    x = {"field": "low", "type": "quantitative", "scale": {"type": "log", "domain": [least, end], "nice": False}}
    x["axis"] = {"title": None, "values": _ticks(most, scale), "format": "~g"}
    down = {"field": "row", "type": "quantitative", "axis": None, "scale": {"domain": [len(rows) + 0.6, -0.6], "nice": False}}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "config": CONFIG,
        "padding": 2,
        "title": "Cost of an episode, million USD",
        "width": width,
        "height": ROW * (len(rows) + 1),
        "layer": [*_band(band, x), *_dots(rows, x, down), *_names([band], x, down, ACCENT), *_names(rows, x, down, MUTED)],
    }


def _row(at: int, low: float, high: float, name: str, cost: str, scale: Scale) -> Spec:
    """Place one row: its name stands right of it where it fits, else on the side with more room, without the cost or cut."""
    low, high = low / MILLION, high / MILLION
    left, right = scale.pixels(low) - BESIDE, scale.width - scale.pixels(high) - BESIDE
    whole = f"{name}: {cost}"
    flip = LETTER * len(whole) > right and left > right
    letters = max(int((left if flip else right) / LETTER), FEWEST_LETTERS)
    shown = whole if len(whole) <= letters else name if len(name) <= letters else f"{name[: letters - 1].rstrip()}…"
    return {"row": at, "low": low, "high": high, "name": shown, "flip": flip}


def _ticks(most: float, scale: Scale) -> list[float]:
    """Round numbers within the scale, as many as have room."""
    kept: list[float] = []
    for tick in TICKS:
        apart = not kept or scale.pixels(tick) - scale.pixels(kept[-1]) >= APART
        if scale.least <= tick <= most and apart:
            kept.append(tick)
    return kept


def _band(band: Spec, x: Spec) -> list[Spec]:
    data = {"values": [band]}
    ends = {"x": {**x, "field": "from"}, "x2": {"field": "to"}}
    return [
        {"data": data, "mark": {"type": "rect", "color": SOFT, "opacity": 0.35}, "encoding": ends},
        {"data": data, "mark": {"type": "rule", "color": ACCENT, "strokeWidth": 2}, "encoding": {"x": x}},
    ]


def _dots(rows: list[Spec], x: Spec, down: Spec) -> list[Spec]:
    data = {"values": rows}
    line = {"type": "rule", "color": GREY, "strokeWidth": 3}
    dot = {"type": "circle", "color": INK, "opacity": 1, "size": 40}
    ends: list[Spec] = [{"data": data, "mark": line, "encoding": {"x": x, "x2": {"field": "high"}, "y": down}}]
    return ends + [{"data": data, "mark": dot, "encoding": {"x": {**x, "field": end}, "y": down}} for end in ("low", "high")]


def _names(rows: list[Spec], x: Spec, down: Spec, colour: str) -> list[Spec]:
    marks: list[Spec] = []
    for flip, look in ((False, {"align": "left", "dx": BESIDE}), (True, {"align": "right", "dx": -BESIDE})):
        some = [row for row in rows if row["flip"] is flip]
        where = {"x": {**x, "field": "low" if flip else "high"}, "y": down, "text": {"field": "name"}}
        text = {"type": "text", "color": colour, "fontSize": 12, **look}
        marks += [{"data": {"values": some}, "mark": text, "encoding": where}] if some else []
    return marks
