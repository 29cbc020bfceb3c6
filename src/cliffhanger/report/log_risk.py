"""Attitudes to risk in words, and the table of what each would choose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cliffhanger.decision.choosing import Choice
from cliffhanger.decision.options import END
from cliffhanger.decision.risk import MEAN, Risk, written
from cliffhanger.report.notation import chance
from cliffhanger.report.slate_text import money
from cliffhanger.report.tables import Column, Table

CAPTION = "What each attitude to risk would choose"
EXPLAINED = (
    "All of them weigh the same draws; an end is worth 0 to each. What is ordered after a wait is chosen by the mean of what is "
    "known then."
)


def weighed(risk: Risk, unit: str = "") -> str:
    """What an attitude makes of uncertain money."""
    if risk == MEAN:
        return "the mean"
    if risk.kind == "cvar":
        return f"the mean of the worst {100 * risk.share:.12g} % of outcomes"
    if risk.kind == "chance":
        return f"the sum that is reached with a chance of {100 * risk.share:.12g} %"
    return f"the certainty equivalent at a tolerance of {risk.tolerance or 0.0:,.15g} {unit}".rstrip()


def choices_table(
    found: Sequence[Choice], terms: Mapping[str, str], pays_back: Mapping[str, float | None], unit: str, *, weighs: bool = True
) -> Table:
    """What each attitude would choose, and what that is worth to it, or where it is an end, what the best order is.

    The one that is asked for is marked.

    Parameters
    ----------
    terms, pays_back
        Of each option: its term, and its chance to pay back.
    weighs
        Whether to say what each attitude weighs; a narrow page leaves it out.
    """
    columns = (
        Column("Attitude"), *((Column("Weighs"),) if weighs else ()), Column("Chooses"),
        Column("Best order is worth", numeric=True), Column("Pays back", numeric=True),
    )  # fmt: skip
    rows = []
    for one in found:
        paid = pays_back.get(one.option)
        told = chance(paid) if paid is not None and one.option != END else ""
        name = f"{written(one.risk)} (asked)" if one.asked else written(one.risk)
        best = one.worths[one.order] if one.option == END else one.worth
        said = (weighed(one.risk, unit),) if weighs else ()
        rows.append((name, *said, terms[one.option], money(best, signed=True), told))
    return Table(CAPTION, columns, tuple(rows))
