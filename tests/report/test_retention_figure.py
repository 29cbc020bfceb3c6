"""The retention curve as a picture."""

from __future__ import annotations

import re

from cliffhanger.report.retention_figure import retention_figure

POINTS = [
    {"episode": 1, "starters": 1_234, "share_reached": 0.91, "hazard": 0.09},
    {"episode": 2, "starters": 1_234, "share_reached": 0.5, "hazard": 0.45},
    {"episode": 3, "starters": 1_234, "share_reached": None, "hazard": None},
]


def texts(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


def test_every_known_point_is_labelled_and_the_unknown_one_is_not_drawn() -> None:
    found = texts(retention_figure({1: POINTS}, title="s<1>"))
    assert "s&lt;1&gt; season 1: 1,234 starters in 28 days, share who reached each episode" in found
    assert "91%" in found
    assert "50%" in found  # the axis has 0 %, 20 % and so on
    assert "3" not in found


def test_a_season_without_a_curve_says_why() -> None:
    found = texts(retention_figure({1: POINTS, 2: []}, title="x"))
    assert any("season 2: the 28-day window is open" in text for text in found)
