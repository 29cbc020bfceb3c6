"""Whether an answer from a viewing log may be given: each guard with what was found and the threshold it was judged by."""

from __future__ import annotations

from dataclasses import dataclass

from cliffhanger.decision.break_even import Judged, Outcome

OF_SERVICE = ("log_length", "churn_events", "sequels", "back_test", "parallel")  # hold for every season of a log alike
WORDS = {
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
OF_ONE = {  # where one was found
    "log_length": "the log holds 1 day; {threshold:,.0f} are wanted",
    "churn_events": "1 account left; {threshold:,.0f} are wanted to tell what keeps them",
    "sequels": "1 past season followed another within the log; {threshold:,.0f} are wanted",
    "followers": "1 member has finished its latest season; {threshold:,.0f} are wanted",
    "window": "its 91-day window is open: 1 day has passed",
    "methods": "1 rule of attribution would decide otherwise",
}
UNCREDITED = "nothing is credited yet: no calendar month of the season has ended; no rule of attribution is compared"


@dataclass(frozen=True, slots=True)
class Limits:
    """Thresholds: below the first a FAIL, below the second a REVIEW; house rules all."""

    log_days: tuple[int, int] = (180, 365)
    churned: tuple[int, int] = (50, 500)
    sequels: tuple[int, int] = (3, 6)
    followers: tuple[int, int] = (20, 100)
    window_days: int = 91
    back_test: tuple[float, float] = (1.0, 0.5)  # log error of returning hours: above the first FAIL, above the second REVIEW
    parallel: float = 2.0  # standard errors


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the guards look at.

    Attributes
    ----------
    age_days
        Since the latest season's last episode came out.
    back_test
        Mean absolute logarithm of seen over expected hours of past sequels, each left out in turn; null with fewer than three.
    gap_days, longest_gap_days
        From the latest premiere to the likely next, and the longest among past sequels.
    follows, most_follows
        Share of the members that follow the series, and the largest among past sequels.
    apart
        Largest score of the pre-trend and the placebo, in standard errors; null where they cannot be told.
    disagree
        Rules of attribution that would decide otherwise, and how many were asked.
    credited
        Whether a calendar month of the season has ended: before, every rule credits nothing, and none is asked.
    """

    log_days: int
    churned: int
    sequels: int
    followers: int
    has_cost: bool
    age_days: int
    back_test: float | None
    gap_days: float
    longest_gap_days: float
    follows: float
    most_follows: float
    apart: float | None
    disagree: int
    rules: int
    credited: bool


def season_guards(found: Evidence, limits: Limits | None = None) -> tuple[Judged, ...]:
    """Judge; a FAIL withholds the verdict, a REVIEW says what to look at.

    Rules of attribution are held against a verdict: where one is withheld they are not judged.
    """
    limits = limits or Limits()
    judged = [
        _least("log_length", found.log_days, limits.log_days),
        _least("churn_events", found.churned, limits.churned),
        _least("sequels", found.sequels, limits.sequels),
        _least("followers", found.followers, limits.followers),
        Judged("cost", "PASS" if found.has_cost else "FAIL"),
        Judged("window", "PASS" if found.age_days >= limits.window_days else "REVIEW", found.age_days, limits.window_days),
    ]
    if found.back_test is not None:
        fail, review = limits.back_test
        outcome: Outcome = "FAIL" if found.back_test > fail else "REVIEW" if found.back_test > review else "PASS"
        judged.append(Judged("back_test", outcome, found.back_test, fail if outcome == "FAIL" else review))
    if found.sequels:
        outside = found.gap_days > found.longest_gap_days
        judged.append(Judged("gap", "REVIEW" if outside else "PASS", found.gap_days, found.longest_gap_days))
        larger = found.follows > found.most_follows
        judged.append(Judged("range", "REVIEW" if larger else "PASS", found.follows, found.most_follows))
    if found.apart is not None:
        judged.append(Judged("parallel", "REVIEW" if found.apart > limits.parallel else "PASS", found.apart, limits.parallel))
    if any(one.outcome == "FAIL" for one in judged):
        return tuple(judged)
    if not found.credited:
        judged.append(Judged("methods", "REVIEW"))
    elif found.rules:
        judged.append(Judged("methods", "REVIEW" if found.disagree else "PASS", found.disagree, 0))
    return tuple(judged)


def _least(code: str, count: int, thresholds: tuple[int, int]) -> Judged:
    fail, review = thresholds
    if count < fail:
        return Judged(code, "FAIL", count, fail)
    return Judged(code, "PASS" if count >= review else "REVIEW", count, review)


def in_words(code: str, found: float | None, threshold: float | None) -> str:
    """What a guard found, as a clause."""
    if code == "methods" and found is None:
        return UNCREDITED
    words = OF_ONE.get(code, WORDS[code]) if found == 1 else WORDS[code]
    counts = {"found": found or 0.0, "threshold": threshold or 0.0}
    return words.format(**counts, **{f"{name}_percent": 100 * count for name, count in counts.items()})
