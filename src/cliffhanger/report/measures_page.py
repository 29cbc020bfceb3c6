"""The docs page of the measures, made from their catalogue."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Sequence

from cliffhanger.terms import Measure

HEAD = """# Measures

What every measure of a viewing log is, whose definition it follows, and what an empty cell means. The page is made from
`measurements/catalogue.py`; a test holds it to that.

The unit of count is the account, the household that pays; profiles of an account count together. Its territory is where it is
billed. Windows are 7, 28 and 91 days from the premiere in that territory; a session belongs to the window in which it starts.
Everything is as it was known on the as-of day, from rows that had arrived by then, each session once. A group of fewer than 50
accounts is hidden in anything that is shown, and so is a cell from which it could be worked out."""


def measures_page(measures: Sequence[Measure]) -> str:
    """Render the page: an index, then a section for each measure in the catalogue's order."""
    index = ["| measure | name in tables and JSON | unit |", "|---|---|---|"]
    index += [f"| [{one.term}](#{_anchor(one.term)}) | `{one.name}` | {one.unit} |" for one in measures]
    return "\n\n".join([HEAD, "\n".join(index), *(_section(one) for one in measures)]) + "\n"


def _section(measure: Measure) -> str:
    facts = {
        "Grain": f"one row per {measure.grain}",
        "Unit": measure.unit,
        "Null": measure.null,
        "Censoring": measure.censoring,
        "Source": measure.source,
    }
    lines = [f"## {measure.term}", "", f"`{measure.name}`: {measure.definition}", ""]
    return "\n".join([*lines, *(f"- {name}: {text}." for name, text in facts.items())])


def _anchor(term: str) -> str:
    return term.lower().replace(" ", "-")


def footnotes(measures: Sequence[Measure], names: Collection[str], *, width: int) -> str:
    """The definitions of some measures, each with its source, in the catalogue's order."""
    told = (f"{one.term}: {one.definition} [{one.source}]" for one in measures if one.name in names)
    return "\n".join(textwrap.fill(text, width, subsequent_indent="  ", break_on_hyphens=False) for text in told)
