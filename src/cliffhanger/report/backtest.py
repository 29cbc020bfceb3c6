"""The back-test as text, for a terminal of a given width."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any

from rich.console import Console
from rich.table import Table

Plain = Mapping[str, Any]


def backtest_text(result: Plain, *, width: int) -> str:
    """Render the plain form of a back-test: scores by group and model, differences, reliability, dates, audience."""
    returns = result["returns"]
    console = Console(file=StringIO(), width=width, force_terminal=False, color_system=None, highlight=False)
    days = ", ".join(returns["origins"])
    console.print(f"Back-test: what would have been said as of {days}.")
    console.print(
        f"Outcome: the season's return is known by {returns['judged_until']} (every return up to {returns['detected_until']}, "
        "charting ones after it). Intervals are 95 % bootstrap intervals; whole series are resampled, since a series stands in "
        "several days.\n"
    )
    for group in returns["groups"]:
        console.print(_scores(group))
        console.print(_differences(group))
    console.print(_reliability(returns["groups"][0]))
    console.print(_dates(returns["dates"]))
    console.print(_audience(result["audience"]))
    return str(console.file.getvalue()).rstrip()  # type: ignore[attr-defined]


def _table(title: str, columns: Sequence[str]) -> Table:
    table = Table(title=title, title_justify="left", title_style="", box=None, pad_edge=False)
    for k, column in enumerate(columns):
        table.add_column(column, justify="left" if k == 0 else "right")
    return table


def _scores(group: Plain) -> Table:
    title = f"{group['group']}: {group['forecasts']:,} forecasts of {group['series']:,} series, {group['returned']:,} returned"
    table = _table(title, ("model", "AUC", "Brier", "log loss", "ECE"))
    for row in group["scores"]:
        table.add_row(row["model"], _number(row["auc"]), *(_number(row[k], 4) for k in ("brier", "log_loss", "ece")))
    return table


def _differences(group: Plain) -> Table:
    table = _table("", ("cure model minus", "log loss, series resampled", "forecasts resampled", "AUC"))
    for row in group["differences"]:
        table.add_row(
            row["rival"], _interval(row["log_loss"], 4), _interval(row["log_loss_by_forecast"], 4), _interval(row["auc"], 3)
        )
    return table


def _reliability(group: Plain) -> Table:
    table = _table(f"Reliability of the cure model, {group['group']}", ("forecast", "came true", "forecasts", ""))
    for row in group["reliability"]:
        bar = "#" * round(40 * row["observed"])
        table.add_row(f"{row['forecast']:.1%}", f"{row['observed']:.1%}", f"{row['rows']:,}", bar)
    return table


def _dates(dates: Plain) -> Table:
    table = _table(f"Dates of {dates['returns']:,} returns of {dates['series']:,} series", ("measure", "value and interval"))
    table.add_row("80 % interval covers", _interval(dates["coverage"], 3))
    table.add_row("the same, as issued", _interval(dates["coverage_as_issued"], 3))
    table.add_row("median error, days", _interval(dates["median_error_days"], 0))
    return table


def _audience(audience: Sequence[Plain]) -> Table:
    columns = ("audience, mean absolute log error", "n", "forecast", "rule", "difference", "coverage")
    table = _table("", columns)
    for row in audience:
        table.add_row(
            row["what"],
            f"{row['pairs']:,}",
            _number(row["error"]),
            f"{row['rule_error']:.3f} ({row['rule']})",
            _interval(row["difference"], 3),
            _interval(row["coverage"], 2),
        )
    return table


def _number(value: float | None, digits: int = 3) -> str:
    return "n/a" if value is None else f"{value:.{digits}f}"


def _interval(interval: Plain, digits: int) -> str:
    value, low, high = (_number(interval[k], digits) for k in ("value", "low", "high"))
    return f"{value} [{low}, {high}]"
