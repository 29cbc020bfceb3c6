"""The retention curve of a title's seasons as a picture that stands by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import vl_convert

from cliffhanger.report.charts import Spec
from cliffhanger.report.drawing import VEGA_LITE

ACCENT, GREY, INK, LINE = "#0d6470", "#5f5c56", "#1d1c1a", "#dcd8cf"  # the light page of a dossier
WIDTH, HEIGHT = 420, 170


def retention_figure(curves: Mapping[int, Sequence[Mapping[str, Any]]], *, title: str) -> str:
    """Draw the share of starters who reached each episode, one panel a season, as SVG.

    Parameters
    ----------
    curves
        Points by season number, as ``measure`` gives them; a season without points is drawn as an empty panel that says why.
    """
    panels = [_panel(season, points, title) for season, points in sorted(curves.items())]
    spec: Spec = {
        "vconcat": panels,
        "background": "#ffffff",
        "padding": 12,
        "config": {
            "font": "sans-serif",
            "view": {"stroke": None},
            "axis": {"labelColor": GREY, "titleColor": GREY, "titleFontWeight": "normal", "gridColor": LINE},
            "title": {"anchor": "start", "color": INK, "fontSize": 13, "fontWeight": "normal"},
        },
    }
    return str(vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE, allowed_base_urls=[]))


def _panel(season: int, points: Sequence[Mapping[str, Any]], title: str) -> Spec:
    shown = [point for point in points if point["share_reached"] is not None]
    if not shown:
        text = f"{title} season {season}: the 28-day window is open, or the group too small"
        return {"title": text, "width": WIDTH, "height": 20, "data": {"values": [{}]}, "mark": {"type": "point", "opacity": 0}}
    episodes = {"field": "episode", "type": "quantitative", "title": "episode", "scale": {"domainMin": shown[0]["episode"]}}
    episodes["axis"] = {"tickMinStep": 1, "format": "d", "grid": False}
    shares = {"field": "share_reached", "type": "quantitative", "title": "share of starters", "scale": {"domain": [0, 1]}}
    shares["axis"] = {"format": ".0%"}
    labels = {"text": {"field": "share_reached", "type": "quantitative", "format": ".0%"}}
    return {
        "title": f"{title} season {season}: {shown[0]['starters']:,} starters in 28 days, share who reached each episode",
        "width": WIDTH,
        "height": HEIGHT,
        "data": {"values": [{"episode": point["episode"], "share_reached": point["share_reached"]} for point in shown]},
        "encoding": {"x": episodes, "y": shares},
        "layer": [
            {"mark": {"type": "line", "color": ACCENT, "point": {"color": ACCENT, "filled": True, "size": 40}}},
            {"mark": {"type": "text", "dy": -10, "color": INK, "fontSize": 11}, "encoding": labels},
        ],
    }
