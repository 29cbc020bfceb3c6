"""A decision from a viewing log as one workbook, a tab for each table: numbers as numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cliffhanger.decision.choosing import Choice
from cliffhanger.decision.risk import written
from cliffhanger.decision.season_options import Span
from cliffhanger.dossier.log_decision import LogDecision
from cliffhanger.report import log_guards as guarding
from cliffhanger.report import log_worth as words
from cliffhanger.report.log_risk import weighed
from cliffhanger.report.workbook import (
    ASIDE,
    ASSUMPTIONS,
    GUARDS,
    MONEY,
    NUMBER,
    PLAIN,
    SHARE,
    Head,
    Rows,
    assumption_rows,
    book_of,
    guard_row,
)

Tab = tuple[str, Sequence[Head], Rows]


def log_decision_workbook(
    decision: LogDecision, notes: Sequence[str] = (), aside: Sequence[tuple[str, str, int, str]] = ()
) -> bytes:
    """Render a decision as the content of an XLSX file; no cell holds a formula or a link.

    Parameters
    ----------
    notes
        What became of the files that were given, a sentence for each.
    aside
        Rows of them that were set aside: which table, file, line, reason.
    """
    return book_of("Decision", [*_tabs(decision, notes), ("Set aside", ASIDE, aside)])


def _tabs(decision: LogDecision, notes: Sequence[str]) -> list[Tab]:
    learned = words.learned_table(decision)
    return [
        ("Decision", [("", ""), ("", "")], _summary(decision, notes)),
        ("Options", _OPTIONS, _options(decision)),
        ("Value", _PARTS, _parts(decision)),
        ("Cost", _COSTS, _costs(decision)),
        ("Risk", RISKS, choice_rows(decision.choices, words.TERMS, decision.currency)),
        ("What moves it", _heads(decision), _moves(decision)),
        ("Attribution", _CREDITS, [(words.RULES[c.rule], c.credited, c.of_cost) for c in decision.credits]),
        ("Guards", GUARDS, [guard_row(guard) for guard in decision.guards]),
        (learned.caption[:31], [(column.head, "") for column in learned.columns], learned.rows),
        ("Assumptions", ASSUMPTIONS, assumption_rows(decision.assumptions)),
    ]  # fmt: skip


def _summary(decision: LogDecision, notes: Sequence[str]) -> Rows:
    return [
        (words.log_sentence(decision), None),
        *([(words.no_verdict_words(decision), None)] if words.no_verdict_words(decision) else []),
        ("series", decision.series),
        ("title_id", decision.title_id),
        ("after season", float(decision.season)),
        ("as of", decision.as_of.isoformat()),
        ("currency", decision.currency),
        ("attitude to risk", written(decision.risk)),
        ("waiting", words.waiting_words(decision)),
        ("the tab What moves it", f"tells what moves {words.moved_words(decision)}"),
        *((("lead", words.lead_words(decision)),) if decision.lead else ()),
        ("guards", guarding.passed_words(decision)),
        ("naive", words.naive_words(decision)),
        *(("files given", note) for note in notes),
        ("limits", words.LIMITS),
        ("log", decision.log),
    ]


_OPTIONS: Sequence[Head] = (
    ("option", ""), ("episodes", PLAIN), ("value, mean", MONEY), ("value, p10", MONEY), ("value, p90", MONEY),
    ("cost, mean", MONEY), ("cost, p10", MONEY), ("cost, p90", MONEY), ("net, mean", MONEY), ("net, p10", MONEY),
    ("net, p50", MONEY), ("net, p90", MONEY), ("pays back", SHARE), ("value per cost", NUMBER),
    ("break-even an episode, mean", MONEY), ("break-even audience, accounts", MONEY),
)  # fmt: skip
_PARTS: Sequence[Head] = (
    ("option", ""), ("part", ""), ("unit", ""), ("mean", NUMBER), ("p10", NUMBER), ("p50", NUMBER), ("p90", NUMBER),
)  # fmt: skip
_COSTS: Sequence[Head] = (
    ("option", ""), ("part", ""), ("unit", ""), ("mean", MONEY), ("p10", MONEY), ("p50", MONEY), ("p90", MONEY),
)  # fmt: skip
RISKS: Sequence[Head] = (
    ("attitude", ""), ("asked", ""), ("weighs", ""), ("chooses", ""), ("option", ""), ("worth to it", MONEY),
)  # fmt: skip
_CREDITS: Sequence[Head] = (("rule", ""), ("credited in whole months", MONEY), ("per cost of a renewal", NUMBER))


def _options(decision: LogDecision) -> Rows:
    return [
        (
            words.TERMS[o.option], o.episodes, o.gross.mean, o.gross.p10, o.gross.p90, *_ends(o.cost), *_four(o.net),
            o.pays_back, o.efficiency, None if o.break_even is None else o.break_even.mean, o.break_even_audience,
        )
        for o in decision.options
    ]  # fmt: skip


def _ends(span: Span | None) -> tuple[float | None, ...]:
    return (None, None, None) if span is None else (span.mean, span.p10, span.p90)


def _four(span: Span | None) -> tuple[float | None, ...]:
    return (None, None, None, None) if span is None else (span.mean, span.p10, span.p50, span.p90)


def _parts(decision: LogDecision) -> Rows:
    told = {name: (text, words.unit(form, decision)) for name, text, form in words.PARTS}
    rows = ((option.option, name, span) for option in decision.options for name, span in option.parts.items())
    return [(words.TERMS[option], *told[name], *_four(span)) for option, name, span in rows]


def _costs(decision: LogDecision) -> Rows:
    told, unit = dict(words.COSTS), words.unit("money", decision)
    return [
        (words.TERMS[option.option], part, unit, *_four(span))
        for option in decision.options
        for part, span in (*((told[name], span) for name, span in option.cost_parts.items()), ("all costs", option.cost))
        if option.option != "end" and span is not None
    ]


def choice_rows(found: Sequence[Choice], terms: Mapping[str, str], unit: str) -> Rows:
    """What each attitude makes of every option, as rows below ``RISKS``."""
    return [
        (written(one.risk), "asked" if one.asked else "", weighed(one.risk, unit), terms[one.option], terms[name], worth)
        for one in found
        for name, worth in one.worths.items()
    ]


def _heads(decision: LogDecision) -> Sequence[Head]:
    what = "value" if decision.lead is None else "lead"
    ends: Sequence[Head] = ((f"{what}, lowest tenth", MONEY), (f"{what}, highest tenth", MONEY))
    flips: Sequence[Head] = (("flips it", ""),) if decision.lead else ()
    return (("input", ""), *ends, ("share of the variance", SHARE), *flips)


def _moves(decision: LogDecision) -> Rows:
    rows = [(words.INPUTS[one.name], one.low, one.high, one.share, words.flip_words(one)) for one in decision.influences]
    return [row[: len(_heads(decision))] for row in rows]
