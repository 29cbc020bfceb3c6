"""The season table and the retention curve as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

OPEN = "open"
HIDDEN = "hidden"
BEFORE = "partly"
BAR = 40
COLUMNS = (
    ("title", 16), ("season", 6), ("territory", 9), ("days", 4), ("hours", 13), ("views", 11), ("starters", 10), ("watchers", 10),
    ("completers", 10), ("completed", 9),
)  # fmt: skip


def seasons_text(rows: Sequence[Mapping[str, Any]], *, territories: bool) -> str:
    """The season table; a window that has not elapsed says so, a group that is too small says so."""
    head = "  ".join(f"{name:>{wide}}" if place > 2 else f"{name:<{wide}}" for place, (name, wide) in enumerate(COLUMNS))
    shown = [row for row in rows if territories or row["territory"] is None]
    lines = [head, *(_line(row) for row in shown)]
    day = rows[0]["as_of"] if rows else "-"
    told = (
        f"As of {day}. {OPEN}: the window has not elapsed. {HIDDEN}: a group below the smallest shown, or one that would tell it."
    )
    more = (
        f"{BEFORE}: the log begins after the premiere. -: not defined; the last episode came after the window, or nobody began."
    )
    return "\n".join([*lines, "", told, more])


def curve_text(points: Sequence[Mapping[str, Any]], *, title: str, season: int) -> str:
    """The retention curve as bars: share of the starters of 28 days who reached each episode."""
    if not points:
        return f"\n{title} season {season}: no retention curve: the 28-day window is open, or the group too small"
    head = f"\n{title} season {season}: share of {points[0]['starters']:,} starters who reached each episode in 28 days"
    return "\n".join([head, *(_point(point) for point in points)])


def _point(point: Mapping[str, Any]) -> str:
    share = point["share_reached"]
    if share is None:
        return f"  {point['episode']:>3}  not yet out"
    hazard = f"{point['hazard']:.0%} left here" if point["hazard"] is not None else ""
    return f"  {point['episode']:>3}  {'█' * round(share * BAR):<{BAR}}  {share:4.0%}   {hazard}"


def _line(row: Mapping[str, Any]) -> str:
    numbers = [
        _number(row, "hours", ",.0f"),
        _number(row, "views", ",.0f"),
        _number(row, "starters", ",d"),
        _number(row, "watchers", ",d"),
        _number(row, "completers", ",d"),
        _number(row, "completion_rate", ".1%"),
    ]
    words = [f"{row['title_id']:<16.16}", f"{row['season']:<6}", f"{row['territory'] or 'all':<9.9}", f"{row['window_days']:>4}"]
    return "  ".join([*words, *(f"{text:>{wide}}" for text, (_, wide) in zip(numbers, COLUMNS[4:], strict=True))])


def _number(row: Mapping[str, Any], name: str, form: str) -> str:
    found = row[name]
    if row["partly_logged"]:
        return BEFORE
    if found is not None:
        return format(found, form)
    if row["window_open"]:
        return OPEN
    return HIDDEN if row["suppressed"] else "-"
