"""What guards a decision from a viewing log, in words and tables."""

from __future__ import annotations

from cliffhanger.decision.season_guards import in_words
from cliffhanger.dossier.log_decision import LogDecision
from cliffhanger.dossier.paying import Guard
from cliffhanger.report.tables import Column, Table

CHECKS = {
    "log_length": "days of log",
    "churn_events": "accounts that left",
    "sequels": "past seasons that followed another",
    "followers": "members who have finished it",
    "cost": "a cost on file",
    "window": "days since its premiere, of its window",
    "back_test": "log error of past seasons' hours",
    "gap": "days away, and the longest of the past",
    "range": "share that follows it, and the most of the past",
    "parallel": "followers and others apart, standard errors",
    "methods": "rules of attribution that would decide otherwise",
}


def guard_words(guard: Guard) -> str:
    """What a guard found, in words."""
    return in_words(guard.code, guard.found, guard.threshold)


def passed_words(decision: LogDecision) -> str:
    """How many guards passed."""
    passed = sum(guard.outcome == "PASS" for guard in decision.guards)
    return f"{passed} of {len(decision.guards)} guards pass."


def guards_table(decision: LogDecision) -> Table:
    """The guards that did not pass."""
    columns = (Column("Outcome"), Column("What was found"))
    rows = tuple((guard.outcome, guard_words(guard)) for guard in decision.guards if guard.outcome != "PASS")
    return Table("Guards", columns, rows)


def judged_table(decision: LogDecision) -> Table:
    """Every guard with what was found and the threshold it was judged by."""
    columns = (Column("Guard"), Column("Outcome"), Column("Found", numeric=True), Column("Threshold", numeric=True))
    rows = tuple((CHECKS[g.code], g.outcome, _figure(g.found), _figure(g.threshold)) for g in decision.guards)
    return Table("Guards and thresholds", columns, rows)


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}" if value == round(value) else f"{value:,.2f}"
