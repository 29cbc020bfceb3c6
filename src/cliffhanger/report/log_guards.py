"""What guards a decision from a viewing log, in words and tables."""

from __future__ import annotations

from cliffhanger.dossier.log_decision import LogDecision
from cliffhanger.dossier.paying import Guard
from cliffhanger.report.tables import Column, Table

GUARDS = {
    "log_length": "the log holds {found:,.0f} days; {threshold:,.0f} are wanted",
    "churn_events": "{found:,.0f} accounts left; {threshold:,.0f} are wanted to tell what keeps them",
    "sequels": "{found:,.0f} past seasons followed another within the log; {threshold:,.0f} are wanted",
    "followers": "{found:,.0f} members have finished its latest season; {threshold:,.0f} are wanted",
    "cost": "no production cost of this season or an earlier one is on file",
    "window": "its 91-day window is open: {found:,.0f} days have passed",
    "back_test": "past seasons missed their expected hours by a log error of {found:.2f}; {threshold:.2f} is allowed",
    "gap": "it would have been away for {found:,.0f} days, longer than any past season of the log ({threshold:,.0f})",
    "range": "{found_percent:.0f} % of the members follow it, more than any past season had ({threshold_percent:.0f} %)",
    "parallel": "followers and others moved apart by {found:.1f} standard errors where nothing should have moved them",
    "methods": "{found:,.0f} rules of attribution would decide otherwise",
}
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
UNCREDITED = "nothing is credited yet: no calendar month of the season has ended; no rule of attribution is compared"


def guard_words(guard: Guard) -> str:
    """What a guard found, in words."""
    if guard.code == "methods" and guard.found is None:
        return UNCREDITED
    found, threshold = guard.found or 0.0, guard.threshold or 0.0
    shares = {"found_percent": 100 * found, "threshold_percent": 100 * threshold}
    return GUARDS[guard.code].format(found=found, threshold=threshold, **shares)


def passed_words(decision: LogDecision) -> str:
    """How many guards passed."""
    passed = sum(guard.outcome == "PASS" for guard in decision.guards)
    return f"{passed} of {len(decision.guards)} guards pass."


def guards_table(decision: LogDecision) -> Table:
    """The guards that did not pass."""
    columns = (Column("Guard"), Column("What was found"))
    rows = tuple((guard.outcome, guard_words(guard)) for guard in decision.guards if guard.outcome != "PASS")
    return Table("Guards", columns, rows)


def judged_table(decision: LogDecision) -> Table:
    """Every guard with what was found and the threshold it was judged by."""
    columns = (Column("Guard"), Column("Outcome"), Column("Found", numeric=True), Column("Threshold", numeric=True))
    rows = tuple((CHECKS[g.code], g.outcome, _figure(g.found), _figure(g.threshold)) for g in decision.guards)
    return Table("Guards and thresholds", columns, rows)


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}" if value == round(value) else f"{value:,.2f}"
