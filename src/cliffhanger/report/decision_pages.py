"""The answer of ``decide`` from public figures as a page, as Markdown and as a workbook: the sentence first, then its tables."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from cliffhanger.dossier.decision import Decision
from cliffhanger.dossier.paying import Should, Worth
from cliffhanger.dossier.spread import Spread
from cliffhanger.report import captions, cost_figure, words, worth
from cliffhanger.report.definitions import DEFINITIONS, Definition
from cliffhanger.report.drawing import draw
from cliffhanger.report.log_workbook import RISKS, choice_rows
from cliffhanger.report.markdown import escaped, table_markdown
from cliffhanger.report.notation import cleaned, known
from cliffhanger.report.pages import css, template
from cliffhanger.report.pictures import worth_picture
from cliffhanger.report.tables import Column, Table, capital
from cliffhanger.report.words import Sentence, spoken
from cliffhanger.report.workbook import FINE, MONEY, PLAIN, Head, Rows, book_of

WIDE, NARROW = 640, 262  # inner widths of drawings, pixels
DEFINED = ("interval", "value_of_hour", "break_even_episode", "break_even_season", "hours_ahead", "reported_cost", "cost_grade")


def decision_html(decision: Decision) -> str:
    """Render the answer as a complete HTML document."""
    decision = cleaned(decision)
    should, names = decision.should, itertools.count()
    return template("decision.html.j2").render(
        title=decision.series,
        heading=capital(worth.asked_about(decision)),
        sentence=spoken(worth.answer(should)),
        worth=worth.worth_table(should) if should.worth else None,
        against=worth_picture(should, names, wide=WIDE, narrow=NARROW),
        drawings=_drawings(should, names),
        caption=captions.REPORTED,
        reported=worth.reported_table(should),
        risks=worth.risks_table(should),
        others=[spoken(said) for said in worth.paragraphs(should)[1:]],
        assumptions=assumptions_table(should) if should.assumptions else None,
        definitions=_definitions(should),
        origin=words.figures_from(decision.origin),
        css=css(),
    )


def decision_markdown(decision: Decision) -> str:
    """Render the answer as Markdown."""
    return "\n\n".join(_blocks(cleaned(decision))) + "\n"


def decision_workbook(decision: Decision) -> bytes:
    """Render the answer as the content of an XLSX file, numbers as numbers, in USD; no cell holds a formula or a link."""
    should = decision.should
    return book_of(
        "Decision",
        [
            ("Decision", [("", ""), ("", "")], _summary(decision)),
            ("Break-even", _BREAK_EVEN, _worth_rows(should.worth)),
            ("Reported costs", _COSTS, [(c.series, c.season, c.low, c.high, c.grade, c.source) for c in should.reported]),
            ("Risk", RISKS, choice_rows(should.payback.choices if should.payback else (), worth.CHOSEN, "USD")),
            ("Guards", _GUARDS, [(g.code, g.outcome, g.found, g.threshold, worth.caution(g)) for g in should.guards]),
            ("Assumptions", _STATED, [(a.name, *_ends(a.value), a.unit, a.why, a.source) for a in should.assumptions]),
            ("Files", [("table", ""), ("sha256", ""), ("rows", PLAIN)], [(t, d, float(n)) for t, d, n in decision.files]),
        ],
    )  # fmt: skip


def assumptions_table(should: Should) -> Table:
    """List what was assumed: value, unit, reason, source."""
    columns = (Column("Assumption"), Column("Value"), Column("Why"), Column("Source"))
    return Table("Assumptions", columns, tuple(worth.assumption_row(row) for row in should.assumptions))


_FINE_ENDS: Sequence[Head] = (("p10", FINE), ("p50", FINE), ("p90", FINE))
_BREAK_EVEN: Sequence[Head] = (
    ("value of an hour", ""),
    *(
        (f"{part}, {end}", form)
        for part, form in (("USD an hour", FINE), ("season, USD", MONEY), ("hour of it, USD", MONEY), ("episode, USD", MONEY))
        for end in ("p10", "p50", "p90")
    ),
)
_COSTS: Sequence[Head] = (
    ("series", ""), ("season", ""), ("episode, USD, lowest report", MONEY), ("episode, USD, highest report", MONEY),
    ("grade", ""), ("source", ""),
)  # fmt: skip
_GUARDS: Sequence[Head] = (("guard", ""), ("outcome", ""), ("found", MONEY), ("threshold", MONEY), ("what was found", ""))
_STATED: Sequence[Head] = (("assumption", ""), *_FINE_ENDS, ("unit", ""), ("why", ""), ("source", ""))


def _blocks(decision: Decision) -> Iterator[str]:
    should = decision.should
    first, *others = worth.paragraphs(should)
    yield f"# {escaped(decision.series)}: should it be renewed?"
    yield from (escaped(capital(worth.asked_about(decision))), f"**{_said(first)}**")
    if should.worth:
        yield table_markdown(worth.worth_table(should))
    yield from (_said(sentence) for sentence in others)
    if should.reported:
        yield table_markdown(worth.reported_table(should))
    risks = worth.risks_table(should)
    if risks:
        yield table_markdown(risks)
    if should.assumptions:
        yield table_markdown(assumptions_table(should))
    yield escaped(words.figures_from(decision.origin))


def _said(sentence: Sentence) -> str:
    return escaped(spoken(sentence))


def _drawings(should: Should, names: Iterator[int]) -> list[Markup] | None:
    specs = [spec for width in (WIDE, NARROW) if (spec := cost_figure.reported(should, width=width)) is not None]
    title = captions.reported_title(worth.spoken_answer(should))
    return [Markup(draw(spec, title=title, names=names)) for spec in specs] or None  # noqa: S704  serialised from a tree: escaped


def _definitions(should: Should) -> list[Definition]:
    return [DEFINITIONS[key] for key in DEFINED] if should.worth else []


def _summary(decision: Decision) -> Rows:
    said = [(spoken(sentence), None) for sentence in worth.paragraphs(decision.should)]
    named = [f"hours of another season, {end}" for end in ("p10", "p50", "p90")]
    hours = zip(named, _ends(decision.should.hours), strict=True)
    return [
        *said[:1],
        ("series", decision.series),
        ("after season", float(decision.season)),
        ("as of", decision.as_of.isoformat()),
        ("currency", "USD"),
        *(hours if decision.should.worth else ()),
        ("past seasons learnt from", float(decision.should.pairs)),
        *said[1:],
        ("figures", words.figures_from(decision.origin)),
    ]


def _worth_rows(rows: Sequence[Worth]) -> Rows:
    return [
        (worth.ROWS[row.assumption], *_ends(row.value), *_ends(row.season), *_ends(row.hour), *_ends(row.episode)) for row in rows
    ]


def _ends(spread: Spread) -> tuple[float | None, float | None, float | None]:
    return known(spread.p10), known(spread.p50), known(spread.p90)
