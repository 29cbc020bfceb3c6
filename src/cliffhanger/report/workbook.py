"""A slate as one workbook, a tab for each table: numbers as numbers, and no text that a spreadsheet would run."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from cliffhanger.decision.options import OPTIONS
from cliffhanger.decision.risk import written
from cliffhanger.decision.slate import SlateAnswer, SlateQuestion
from cliffhanger.dossier.log_slate import LogBasis, open_windows
from cliffhanger.dossier.paying import Guard, Stated
from cliffhanger.report import slate_text as words
from cliffhanger.report.log_guards import CHECKS, guard_words
from cliffhanger.report.log_rests import Names, names_of
from cliffhanger.report.log_risk import weighed
from cliffhanger.report.notation import clean_text

MADE = dt.datetime(2020, 1, 1)  # noqa: DTZ001  a fixed moment: the same slate gives the same file
MONEY, NUMBER, SHARE, PLAIN, FINE = "#,##0", "0.00", "0.0 %", "0", "0.0000"
AS_IT_IS = "General"
LONGEST = 60  # characters: width of a column
CELL_LIMIT = 32_000  # characters that a cell holds, less a few

Head = tuple[str, str]  # of a column: its name, and the form of its numbers (empty for words)
Cell = str | float | tuple[float, str] | None  # a number with a form of its own is a pair
Rows = Sequence[Sequence[Cell]]


def slate_workbook(
    answer: SlateAnswer,
    question: SlateQuestion,
    *,
    notes: Sequence[str],
    aside: Sequence[tuple[str, str, int, str]] = (),
    basis: LogBasis | None = None,
) -> bytes:
    """Render a slate as the content of an XLSX file.

    ``notes`` say what became of the files, ``aside`` is every row of them that was set aside (what the file is, its name, line,
    reason), ``basis`` what a log's slate rests on.

    Every text is stored as text, also one that begins with ``=``, ``+``, ``-`` or ``@``: no cell holds a formula or a link.
    """
    return book_of("Slate", _tabs(answer, question, notes, aside, basis))


def book_of(title: str, tabs: Sequence[tuple[str, Sequence[Head], Rows]]) -> bytes:
    """Write tabs of named columns as the content of an XLSX file: every text as text, and no tab without rows."""
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(stream, options)
    book.set_properties({"title": title, "created": MADE})
    forms = {form: book.add_format({"num_format": form}) for form in (MONEY, NUMBER, SHARE, PLAIN, FINE, AS_IT_IS)}
    forms["head"] = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    forms["long"] = book.add_format({"text_wrap": True, "valign": "top"})
    for name, heads, rows in (tab for tab in tabs if tab[2]):
        _write(book.add_worksheet(name), heads, rows, forms)
    book.close()
    return stream.getvalue()


def _tabs(
    answer: SlateAnswer,
    question: SlateQuestion,
    notes: Sequence[str],
    aside: Sequence[tuple[str, str, int, str]],
    basis: LogBasis | None,
) -> list[tuple[str, Sequence[Head], Rows]]:
    names = names_of(basis)
    found: list[tuple[str, Sequence[Head], Rows]] = [
        ("Slate", [("", ""), ("mean", MONEY), ("p10", MONEY), ("p90", MONEY)], _summary(answer, question, notes, basis)),
        ("Decisions", *_with_series(_DECISIONS, _decisions(answer, question), names)),
        ("Limits", [("limit", ""), ("at least", NUMBER), ("used", NUMBER), ("at most", NUMBER)], _limits(answer)),
        ("Frontier", _FRONTIER, _frontier(answer)),
        ("Changes", *_with_series(_CHANGES, _changes(answer), names)),
        ("Risk", _RISK, _attitudes(answer, names)),
        ("Estimates", _ESTIMATES, _estimates(question)),
        ("Shared viewers", _SHARED, _overlaps(question)),
        ("Options", [("option", ""), ("term", ""), ("meaning", "")], [(kind.name, kind.term, kind.meaning) for kind in OPTIONS]),
        ("Set aside", ASIDE, aside),
    ]  # fmt: skip
    if basis is not None:
        found += [("Open windows", _WINDOWS, _windows(answer, basis)), ("Titles", _TITLES, _titles(basis))]
        found += [("Guards", _GUARDS, _guards(basis)), ("Assumptions", ASSUMPTIONS, assumption_rows(basis.assumptions))]
    return found


def _with_series(heads: Sequence[Head], rows: Rows, names: Names) -> tuple[Sequence[Head], Rows]:
    """A table whose first column is a title_id, with the name that viewers see beside it; as it is where none is known."""
    if not names:
        return heads, rows
    return (heads[0], ("series", ""), *heads[1:]), [(row[0], names.get(str(row[0]), ""), *row[1:]) for row in rows]


def _titles(basis: LogBasis) -> Rows:
    return [(one.title_id, one.season, one.series, "left out" if one.left_out else "") for one in basis.seasons]


def _windows(answer: SlateAnswer, basis: LogBasis) -> Rows:
    chosen = {pick.title_id: words.TERMS[pick.option] for pick in answer.picks}
    return [
        (
            one.title_id, one.season, one.series, window.days, words.TERMS[window.today], window.information, window.delay,
            window.net, window.reserve, ", ".join(f"{words.TERMS[option]} {100 * often:.0f} %" for option, often in window.then),
            chosen[one.title_id],
        )
        for one, window in open_windows(basis)
    ]  # fmt: skip


def _guards(basis: LogBasis) -> Rows:
    service = [("", None, "the service", *guard_row(guard)) for guard in basis.guards]
    return [
        *service,
        *((one.title_id, one.season, one.series, *guard_row(guard)) for one in basis.seasons for guard in one.guards),
    ]


def guard_row(guard: Guard) -> tuple[str, str, Cell, Cell, str]:
    """A guard as a row below ``GUARDS``; what is said of what it found holds where it did not pass."""
    told = "" if guard.outcome == "PASS" else guard_words(guard)
    return CHECKS[guard.code], guard.outcome, _figure(guard.found), _figure(guard.threshold), told


def _figure(value: float | None) -> Cell:
    return value if value is None or value != round(value) else (value, MONEY)


def assumption_rows(assumptions: Sequence[Stated]) -> Rows:
    """What was chosen and not estimated, as rows below ``ASSUMPTIONS``."""
    return [(a.name, a.value.p10, a.value.p50, a.value.p90, a.unit, a.why, a.source) for a in assumptions]


def _summary(answer: SlateAnswer, question: SlateQuestion, notes: Sequence[str], basis: LogBasis | None) -> Rows:
    budget = question.limits.budget
    totals = [
        (name, span.mean, span.p10, span.p90)
        for name, span in (("value", answer.value), ("cost", answer.cost), ("net", answer.net))
    ]
    return [
        (words.sentence(answer), None, None, None),
        (words.certainty(answer), None, None, None),
        *((("currency of all sums", answer.currency, None, None),) if answer.currency else ()),
        *((("as of", basis.as_of.isoformat(), None, None), ("log", basis.log, None, None)) if basis else ()),
        ("attitude to risk", written(answer.risk), None, None),
        *((("budget", budget, None, None),) if budget is not None else ()),
        *totals,
        ("counted twice and taken off", answer.shared_viewers, None, None),
        ("mean of the worst fifth of outcomes, of all draws", answer.tail, None, None),
        ("chance to pay back", (answer.pays_back, SHARE), None, None),
        *((f"seasons: {words.TERMS[option]}", float(count), None, None) for option, count in answer.counts),
        (words.METHOD.format(aim=words.aim(answer)), None, None, None),
        *((note, None, None, None) for note in notes),
    ]


ASIDE: Sequence[Head] = (("table", ""), ("file", ""), ("line", PLAIN), ("reason", ""))
ASSUMPTIONS: Sequence[Head] = (
    ("assumption", ""), ("p10", AS_IT_IS), ("p50", AS_IT_IS), ("p90", AS_IT_IS), ("unit", ""), ("why", ""), ("source", ""),
)  # fmt: skip
_CHANGES: Sequence[Head] = (("title_id", ""), ("season", PLAIN), ("from budget", MONEY), ("decision", ""))
_TITLES: Sequence[Head] = (("title_id", ""), ("season", PLAIN), ("series", ""), ("slate", ""))
_WINDOWS: Sequence[Head] = (
    ("title_id", ""), ("season", PLAIN), ("series", ""), ("days until its window closes", PLAIN), ("best today", ""),
    ("figures add", MONEY), ("delay costs", MONEY), ("waiting is worth", MONEY), ("holds back of the budget", MONEY),
    ("ordered then", ""), ("in this slate", ""),
)  # fmt: skip
GUARDS: Sequence[Head] = (("guard", ""), ("outcome", ""), ("found", NUMBER), ("threshold", NUMBER), ("what was found", ""))
_GUARDS: Sequence[Head] = (("title_id", ""), ("season", PLAIN), ("series", ""), *GUARDS)
_DECISIONS: Sequence[Head] = (
    ("title_id", ""), ("season", PLAIN), ("decision", ""), ("genre", ""), ("territory", ""), ("episodes", PLAIN),
    ("cost, mean", MONEY), ("cost, p10", MONEY), ("cost, p90", MONEY), ("value, mean", MONEY), ("value, p10", MONEY),
    ("value, p90", MONEY), ("net, mean", MONEY), ("net, p10", MONEY), ("net, p90", MONEY), ("pays back", SHARE),
    ("value per cost", NUMBER), ("worth in this slate", MONEY),
)  # fmt: skip
_RISK: Sequence[Head] = (
    ("attitude", ""), ("asked", ""), ("weighs", ""), ("slate of", ""), ("cost, mean", MONEY), ("net, mean", MONEY),
    ("pays back", SHARE), ("worth to it", MONEY), ("decided otherwise", PLAIN), ("which", ""),
)  # fmt: skip
_FRONTIER: Sequence[Head] = (
    ("budget", MONEY), ("spent", MONEY), ("seasons ordered", PLAIN), ("objective", MONEY), ("net, mean", MONEY),
    ("net, p10", MONEY), ("net, p90", MONEY), ("gap of the search", FINE), ("decisions that change", PLAIN),
)  # fmt: skip
_SHARED: Sequence[Head] = (
    ("title_id", ""), ("season", PLAIN), ("option", ""), ("title_id_b", ""), ("season_b", PLAIN), ("option_b", ""),
    ("share of the smaller value", FINE),
)  # fmt: skip
_ESTIMATES: Sequence[Head] = (
    ("title_id", ""), ("season", PLAIN), ("option", ""), ("value_p10", MONEY), ("value_p50", MONEY), ("value_p90", MONEY),
    ("cost_p10", MONEY), ("cost_p50", MONEY), ("cost_p90", MONEY), ("episodes", PLAIN), ("genre", ""), ("territory", ""),
    ("language", ""),
)  # fmt: skip


def _decisions(answer: SlateAnswer, question: SlateQuestion) -> Rows:
    """Every season; one that ends has the genre and territory of what else could be decided of it."""
    kinds = {(e.title_id, e.season): (e.genre, e.territory) for e in reversed(question.estimates)}
    return [
        (
            p.title_id, p.season, words.TERMS[p.option], *kinds.get((p.title_id, p.season), ("", "")), p.episodes,
            p.cost.mean, p.cost.p10, p.cost.p90, p.value.mean, p.value.p10, p.value.p90, p.net.mean, p.net.p10, p.net.p90,
            p.pays_back, p.efficiency, p.worth_in_slate,
        )
        for p in answer.picks
    ]  # fmt: skip


def _attitudes(answer: SlateAnswer, names: Names) -> Rows:
    return [
        (
            written(one.risk), "asked" if one.asked else "", weighed(one.risk, answer.currency),
            "none: all end" if one.found_by is None else written(one.found_by), one.cost, one.net, one.pays_back, one.worth,
            len(one.changed), ", ".join(words.changed_words(one.changed, names)),
        )
        for one in answer.attitudes
    ]  # fmt: skip


def _limits(answer: SlateAnswer) -> Rows:
    return [(use.label, use.low, use.used, use.high) for use in answer.uses]


def _frontier(answer: SlateAnswer) -> Rows:
    return [
        (p.budget, p.cost, p.ordered, p.objective, p.net.mean, p.net.p10, p.net.p90, p.gap, len(p.changed))
        if p.net
        else (p.budget, *[None] * 8)
        for p in answer.frontier
    ]


def _changes(answer: SlateAnswer) -> Rows:
    return [(t.title_id, t.season, budget, words.TERMS[option]) for t in answer.turns for budget, option in t.steps]


def _estimates(question: SlateQuestion) -> Rows:
    return [
        (e.title_id, e.season, e.option, *e.value, *e.cost, e.episodes, e.genre, e.territory, e.language)
        for e in question.estimates
    ]


def _overlaps(question: SlateQuestion) -> Rows:
    """Every pair, and below it the options that share otherwise; a pair without options holds for all that are not named."""
    rows: list[Sequence[str | float | None]] = []
    for overlap in question.overlaps:
        shares = [("", "", overlap.share), *overlap.by_option]
        rows += [(*overlap.first, one, *overlap.second, other, share) for one, other, share in shares]
    return rows


def _write(sheet: Any, heads: Sequence[Head], rows: Rows, forms: dict[str, Any]) -> None:
    for column, (name, form) in enumerate(heads):
        sheet.write_string(0, column, name, forms["head"])
        texts = [str(row[column]) for row in rows if isinstance(row[column], str)]
        sheet.set_column(column, column, min(max([14 if form else 18, *map(len, texts)]), LONGEST))
    for at, row in enumerate(rows, start=1):
        for column, (cell, (_, form)) in enumerate(zip(row, heads, strict=True)):
            number, own = cell if isinstance(cell, tuple) else (cell, form)
            long = isinstance(number, str) and len(number) > LONGEST
            _cell(sheet, at, column, number, forms["long"] if long else forms.get(own))
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)  # a page wide, and as many long as it takes, each with the heads
    sheet.repeat_rows(0)
    if rows and heads[0][0]:
        sheet.autofilter(0, 0, len(rows), len(heads) - 1)


def _cell(sheet: Any, row: int, column: int, cell: Any, form: Any) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, clean_text(cell)[:CELL_LIMIT], form)
    elif cell is not None:
        sheet.write_number(row, column, cell, form)
