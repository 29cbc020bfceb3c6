"""A decision from a viewing log as Markdown: the sentence first, then the tables that every other format has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cliffhanger.dossier.known import Told
from cliffhanger.dossier.log_decision import LogDecision
from cliffhanger.report import log_guards as guarding
from cliffhanger.report import log_worth as words
from cliffhanger.report.log_rests import stated_table
from cliffhanger.report.log_risk import EXPLAINED
from cliffhanger.report.markdown import escaped, known_markdown, table_markdown
from cliffhanger.report.notation import cleaned
from cliffhanger.report.words import TITLES


def log_decision_markdown(decision: LogDecision, told: Told | None = None, *, notes: Sequence[str] = ()) -> str:
    """Render a decision as Markdown, with every column of its tables, what articles tell and what became of files given."""
    return "\n\n".join(_blocks(decision, None if told is None else cleaned(told), notes)) + "\n"


def _blocks(decision: LogDecision, told: Told | None, notes: Sequence[str]) -> Iterator[str]:
    yield f"# {escaped(words.heading(decision))}"
    yield f"**{escaped(words.log_sentence(decision))}**"
    if words.no_verdict_words(decision):
        yield words.no_verdict_words(decision)
    if decision.currency:
        yield f"All sums in {escaped(decision.currency)}."
    yield "## What each option is worth"
    yield table_markdown(words.options_table(decision))
    yield table_markdown(words.value_table(decision))
    costs = words.costs_table(decision)
    if costs.rows:
        yield table_markdown(costs)
    yield escaped(words.waiting_words(decision))
    risks = words.risks_table(decision)
    if risks.rows:
        yield table_markdown(risks)
        yield EXPLAINED
    if decision.influences:
        yield f"## What moves {words.moved_words(decision)}"
        yield table_markdown(words.influences_table(decision))
        if decision.lead is not None:
            yield escaped(words.lead_words(decision))
    yield "## What guards it"
    yield escaped(guarding.passed_words(decision))
    guards = guarding.guards_table(decision)
    if guards.rows:
        yield table_markdown(guards)
    yield "## What it rests on"
    yield table_markdown(words.credits_table(decision))
    if decision.naive:
        yield escaped(words.naive_words(decision))
    yield from (table_markdown(words.learned_table(decision)), table_markdown(stated_table(decision.assumptions)))
    yield from (escaped(note) for note in notes)
    if told is not None:
        yield f"## {TITLES['known']}"
        yield from (*known_markdown(told), escaped(words.BESIDE))
    yield escaped(words.LIMITS)
