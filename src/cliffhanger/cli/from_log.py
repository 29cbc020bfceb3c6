"""Answers from a workspace's viewing log, for the commands that give them."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cliffhanger.cli.given import Ends
from cliffhanger.cli.options import width
from cliffhanger.cli.telling import telling
from cliffhanger.cli.writing import show, write_bytes

if TYPE_CHECKING:
    from cliffhanger.decision.risk import Risk
    from cliffhanger.dossier.known import Told
    from cliffhanger.dossier.log_decision import LogDecision
    from cliffhanger.pipeline.log_answers import LogQuestion
    from cliffhanger.pipeline.slate import TableNote

Format = Literal["text", "html", "md", "json", "xlsx"]


@dataclass(frozen=True, slots=True)
class Given:
    """What is given with a question about a log."""

    as_of: dt.date | None
    assume: dict[str, Ends]
    cost: Ends | None
    currency: str
    episodes: int | None
    plan: Path | None
    rates: Path | None
    seed: int
    prices_in: str = ""
    risk: Risk | None = None


def log_question(given: Given) -> LogQuestion:
    """The question as the pipeline takes it."""
    from cliffhanger.decision.risk import MEAN
    from cliffhanger.pipeline.log_answers import LogQuestion, plans_from, rates_from

    return LogQuestion(
        as_of=given.as_of,
        assume=given.assume,
        cost_per_episode=given.cost,
        currency=given.currency.upper(),
        episodes=given.episodes,
        prices_in=given.prices_in.upper(),
        risk=given.risk or MEAN,
        plans={} if given.plan is None else plans_from(given.plan),
        rates=() if given.rates is None else rates_from(given.rates),
        seed=given.seed,
    )


def from_log(
    log: Path, series: str, season: int | None, given: Given, form: Format, out: Path | None, *, known: bool = False
) -> None:
    """Answer from a log, and show or write it; ``known``: with what articles tell of the series."""
    from cliffhanger.claims.slots import Premiered
    from cliffhanger.pipeline.log_answers import decide_log, log_decision_json, tables_given
    from cliffhanger.pipeline.told import told_beside
    from cliffhanger.report.log_worth import log_sentence
    from cliffhanger.store.workspace import Workspace

    question = log_question(given)
    notes = tables_given(plan=given.plan, rates=given.rates)
    with telling() as tell:
        found = decide_log(Workspace.open(log), series, season=season, question=question, progress=tell)
    out_since = Premiered(found.season, found.premiere)
    told = told_beside(log, series=found.series, premiered=out_since, as_of=found.as_of) if known else None
    if form == "json":
        show(log_decision_json(found, question, sentence=log_sentence(found), notes=notes, told=told), out)
        return
    _show_log(found, notes, told, form, out)


def _show_log(found: LogDecision, notes: Sequence[TableNote], told: Told | None, form: Format, out: Path | None) -> None:
    said = said_of(notes)
    if form == "xlsx" and out is not None:
        from cliffhanger.report.log_workbook import log_decision_workbook

        write_bytes(out, log_decision_workbook(found, said, aside_of(notes)))
    elif form == "html":
        from cliffhanger.report.log_html import log_decision_html

        show(log_decision_html(found, told, notes=said), out)
    elif form == "md":
        from cliffhanger.report.log_markdown import log_decision_markdown

        show(log_decision_markdown(found, told, notes=said), out)
    else:
        from cliffhanger.report.log_worth import log_decision_text

        show(log_decision_text(found, width=width(), colour=colour() and out is None, told=told, notes=said), out)


def said_of(notes: Sequence[TableNote]) -> list[str]:
    """What became of each table that was given, in words."""
    from cliffhanger.report.files_given import note_sentences

    return note_sentences([(n.what, n.path, n.total, n.taken, n.set_aside, n.ignored) for n in notes])


def aside_of(notes: Sequence[TableNote]) -> list[tuple[str, str, int, str]]:
    """Rows of the tables that were set aside: which table, file, line, reason."""
    return [(n.what, n.path, one.line, one.reason) for n in notes for one in n.set_aside]


def colour() -> bool:
    """Whether standard output takes colours."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ
