"""The figure of value against cost: two distributions on one axis of money, one above the line and one below it."""

from __future__ import annotations

from collections.abc import Callable

from cliffhanger.decision.against import Against
from cliffhanger.report.charts import ACCENT, CONFIG, GREY, INK, LETTER, MUTED, SOFT, Spec

HEIGHT = 190
TOP = 1.32  # of the upright axis: room for the label of the break-even above, and of the cost below
LABEL_AT = 1.2
UNDER = 1.04  # where the break-even ends below the line, above the label of the cost
LEAST = 0.002  # of the highest: a lower density is not told from none
WIDTH_PER_TICK = 90
CAPTION = (
    "Above the line what it may be worth, below it what it may cost, each drawn to the same height; the outermost hundredth on "
    "either side is left out."
)
BARE = "What it may be worth; the outermost hundredth on either side is left out."
BY_MEAN = "The dashed rule is the break-even: a cost right of it does not pay on average."
BY_MEDIAN = "The dashed rule is the break-even: at a cost right of it, it is likelier not to pay back than to."
Money = Callable[[float], str]


def caption(found: Against, *, median: bool = False) -> str:
    """What is drawn; ``median``: the break-even is that of the worth, not its mean."""
    return f"{BARE if found.paid is None else CAPTION} {BY_MEDIAN if median else BY_MEAN}"


def against_words(found: Against, what: str, money: Money, unit: str, episodes: int) -> str:
    """The figure in a sentence, for whoever does not see it.

    Parameters
    ----------
    what
        The option, such as ``a renewal``.
    episodes
        That it has; 0 where an episode is not to be named.
    """
    worth, paid = found.worth, found.paid
    told = f"{what} is worth {money(worth.mean)} on average (80 %: {money(worth.p10)} to {money(worth.p90)})"
    if paid is None:
        told += "; no cost is known"
    elif paid.p10 == paid.p90:
        told += f" and costs {money(paid.mean)}"
    else:
        told += f" and costs {money(paid.mean)} (80 %: {money(paid.p10)} to {money(paid.p90)})"
    each = f", {money(found.break_even / episodes)} an episode" if episodes else ""
    sums = f" Sums in {unit}." if unit else ""
    return f"{told[:1].upper()}{told[1:]}. It breaks even at a cost of {money(found.break_even)}{each}.{sums}"


def against_figure(found: Against, *, money: Money, title: str, width: int) -> Spec:
    """Draw both distributions, the break-even as a dashed rule and the mean cost as a whole one."""
    ends = (found.grid[0], found.grid[-1])
    x: Spec = {"field": "at", "type": "quantitative", "scale": {"domain": list(ends), "nice": False, "zero": False}}
    x["axis"] = {"title": None, "tickCount": max(width // WIDTH_PER_TICK, 3)}
    x["axis"]["labelExpr"] = "datum.value == 0 ? '0' : format(datum.value, '~s')"
    names = "datum.value > 0 ? 'worth' : 'cost'"
    low, below = (0.0, 0.0) if found.paid is None else (-TOP, -UNDER)
    y: Spec = {"field": "to", "type": "quantitative", "scale": {"domain": [low, TOP], "nice": False}}
    y["axis"] = {"title": None, "grid": False, "values": [0.5] if found.paid is None else [0.5, -0.5], "labelExpr": names}
    layer = [
        *_area(found, found.value, 1.0, x, y, (SOFT, ACCENT, [])),
        *_area(found, found.cost, -1.0, x, y, (GREY, MUTED, [2, 2])),
    ]
    layer.append({"data": {"values": [{"to": 0.0}]}, "mark": {"type": "rule", "color": GREY}, "encoding": {"y": y}})
    if found.paid is not None:
        layer += _marked(found.paid.mean, f"cost {money(found.paid.mean)}", -1.0, ends, x, y, width, (MUTED, []))
    layer += _marked(found.break_even, f"break-even {money(found.break_even)}", 1.0, ends, x, y, width, (INK, [5, 4]), low=below)
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json", "config": CONFIG, "padding": 2, "title": title,
        "width": width, "height": HEIGHT if found.paid is not None else HEIGHT // 2 + 15, "layer": layer,
    }  # fmt: skip


def _area(
    found: Against, density: tuple[float, ...], side: float, x: Spec, y: Spec, look: tuple[str, str, list[int]]
) -> list[Spec]:
    """One distribution, filled and outlined, so that it is told by its side and its line and not by its colour."""
    if not density:
        return []
    fill, line, dash = look
    seen = [k for k, to in enumerate(density) if to > LEAST]
    points = list(zip(found.grid, density, strict=True))[max(seen[0] - 1, 0) : seen[-1] + 2]
    data = {"values": [{"at": at, "to": side * to} for at, to in points]}
    filled = {"type": "area", "color": fill, "opacity": 0.35}
    outline = {"type": "line", "color": line, "strokeWidth": 2, "strokeDash": dash}
    return [
        {"data": data, "mark": filled, "encoding": {"x": x, "y": y, "y2": {"datum": 0}}},
        {"data": data, "mark": outline, "encoding": {"x": x, "y": y}},
    ]


def _marked(
    at: float,
    label: str,
    side: float,
    ends: tuple[float, float],
    x: Spec,
    y: Spec,
    width: int,
    look: tuple[str, list[int]],
    *,
    low: float = 0.0,
) -> list[Spec]:
    """An upright rule at a sum, labelled beyond the distribution on the side with room."""
    colour, dash = look
    inside = min(max(at, ends[0]), ends[1])
    left = width * (inside - ends[0]) / (ends[1] - ends[0])
    flip = left + LETTER * len(label) > width and left > width / 2
    row = {"at": inside, "from": low if side > 0 else 0.0, "to": side * LABEL_AT, "label": label}
    data = {"values": [row]}
    rule = {"type": "rule", "color": colour, "strokeWidth": 2, "strokeDash": dash}
    text = {"type": "text", "color": INK, "fontSize": 12, "align": "right" if flip else "left", "dx": -5 if flip else 5}
    return [
        {"data": data, "mark": rule, "encoding": {"x": x, "y": {**y, "field": "from"}, "y2": {"field": "to"}}},
        {"data": data, "mark": text, "encoding": {"x": x, "y": y, "text": {"field": "label"}}},
    ]
