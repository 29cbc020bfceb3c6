"""What stands under a chart, and the one sentence that is read out in place of it."""

from __future__ import annotations

from cliffhanger.dossier.record import Dossier
from cliffhanger.dossier.returning import When
from cliffhanger.report.notation import amount, chance, day, month, short_day
from cliffhanger.report.words import name

THIS_SEASON = "this season"
OVER_TIME = (
    "The chance of a return within the next 36 months, had the season not come back until then. The mark is the as-of day, "
    "its thick line the 80 % interval."
)
PROBABLY_NEVER = "The strip holds the whole chance. Quarters are not drawn: a return is as good as ruled out."
BY_QUARTER = "The strip holds the whole chance, with never as a block of its own; the bars below it are its part that returns."

REPORTED = (
    "What an episode of other series was publicly reported to cost, the nearest to the break-even; a line joins reports that "
    "differ. The band is the 80 % interval of the break-even, the upright line its middle. The scale is logarithmic."
)


def reported_title(answer: str) -> str:
    """Describe the figure of reported costs."""
    return f"Publicly reported costs of an episode beside the break-even. {answer}"


def viewing_title(dossier: Dossier) -> str:
    """Describe the viewing chart."""
    said = []
    if dossier.weeks:
        best = max(dossier.weeks, key=lambda week: week.hours)
        weeks = len({week.week for week in dossier.weeks})
        count = f"{weeks} {'week' if weeks == 1 else 'weeks'}"
        said.append(f"{count} in the Top 10, at most {amount(best.hours)} hours in the week until {day(best.week)}")
    if dossier.half_years:
        parts = ", ".join(f"{amount(h.hours)} until {short_day(h.end)}" for h in dossier.half_years)
        said.append(f"hours in half-years: {parts}")
    return f"Viewing of {name(dossier)}. " + "; ".join(said) + "."


def viewing_caption(dossier: Dossier) -> str:
    """Say what the viewing chart covers, and what its gaps are."""
    span = f"From the premiere on {day(dossier.premiere)} to {day(dossier.as_of)}."
    if not dossier.weeks:
        return f"{span} The season was never in the weekly list; stretches that no report covers are left as gaps."
    return f"{span} Weeks out of the list and stretches that no report covers are left as gaps, not drawn as zero."


def over_time_title(dossier: Dossier, value: str) -> str:
    """Describe the chart of the chance by months of waiting."""
    return (
        f"Chance of a return of {name(dossier)} within 36 months, by months since the premiere; on {day(dossier.as_of)}: {value}."
    )


def by_quarter_title(when: When) -> str:
    """Describe the chart of the quarters."""
    never = f"never: {chance(when.never)}"
    if when.p50 is None or when.probably_never:
        return f"Chance of a return in each quarter; {never}."
    return f"Chance of a return in each quarter; if it returns, half of the chance lies before {month(when.p50)}; {never}."


def sparkline_title(series: str, season: int, peak: float | None) -> str:
    """Describe one of the small multiples."""
    return f"Weekly views of {series}, season {season}, in the list; at most {amount(peak)}."
