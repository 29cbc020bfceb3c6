"""A dossier as Markdown: headings, paragraphs and tables as on GitHub, with the definitions at the end."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.dossier.known import Told
from cliffhanger.dossier.record import Dossier
from cliffhanger.report import known_tables, phrases, tables, words, worth
from cliffhanger.report.cards import Card, cards
from cliffhanger.report.definitions import DEFINITIONS
from cliffhanger.report.notation import cleaned
from cliffhanger.report.tables import Table
from cliffhanger.report.words import Sentence, spoken

# What a title could use to become a mark-up of its own: HTML, emphasis, links, code, cells.
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"} | {mark: f"\\{mark}" for mark in "\\`*_[]|#~$"})


def dossier_markdown(dossier: Dossier) -> str:
    """Render a dossier as Markdown."""
    dossier = cleaned(dossier)
    return "\n\n".join(_blocks(dossier)) + "\n"


def _blocks(dossier: Dossier) -> Iterator[str]:
    yield f"# {escaped(words.name(dossier))}"
    yield from (escaped(words.facts(dossier)), f"**{escaped(words.status(dossier))}**", _said(worth.verdict(dossier)))
    yield f"## {words.TITLES['answers']}"
    yield table_markdown(_card_table(cards(dossier)))
    yield from _viewing(dossier)
    yield from _should(dossier)
    yield from _returning(dossier)
    yield f"## {words.TITLES['known']}"
    if dossier.told is None:
        yield words.KNOWN_MISSING
    else:
        yield from known_markdown(dossier.told)
    yield f"## {words.TITLES['gaps']}"
    yield "\n".join(_gaps(dossier)) or words.NO_GAPS
    yield from (f"## {words.TITLES['method']}", *words.METHOD)
    yield f"## {words.TITLES['definitions']}"
    yield "\n".join(f"- **{d.term}.** {d.text} *Source: {d.source}.*" for d in DEFINITIONS.values())
    yield from (f"## {words.TITLES['sources']}", escaped(words.origin(dossier)))
    yield from (table_markdown(tables.sources_table(dossier.sources)), table_markdown(tables.versions_table(dossier.sources)))


def known_markdown(told: Told) -> Iterator[str]:
    """Yield what articles tell as paragraphs and tables."""
    for block in known_tables.known_blocks(told):
        if isinstance(block, Table):
            yield table_markdown(block)
        elif isinstance(block, str):
            yield escaped(block)


def _card_table(answers: tuple[Card, ...]) -> Table:
    columns = (tables.Column("Question"), tables.Column("Answer"), tables.Column("80 % interval"), tables.Column("Evidence"))
    rows = tuple(
        (card.question, f"{card.number}: {card.meaning}", card.interval or "—", f"{card.grade}. {spoken(card.evidence)}")
        for card in answers
    )
    return Table("", columns, rows)


def _viewing(dossier: Dossier) -> Iterator[str]:
    yield f"## {words.TITLES['viewing']}"
    shown = [t for t in (tables.weeks_table(dossier), tables.half_years_table(dossier)) if t.rows]
    yield from (table_markdown(table) for table in shown)
    if not shown:
        yield words.NO_VIEWING
    yield f"## {words.TITLES['comparables']}"
    yield table_markdown(tables.comparables_table(dossier)) if dossier.comparables else words.NO_COMPARABLES


def _should(dossier: Dossier) -> Iterator[str]:
    should = dossier.should
    yield f"## {words.TITLES['should']}"
    yield from (_said(sentence) for sentence in worth.section(dossier))
    if should and should.worth:
        yield from (table_markdown(table) for table in (worth.worth_table(should), worth.reported_table(should)) if table.rows)
        yield words.ASSUMPTIONS
        yield "\n".join(f"- {escaped(line)}" for line in worth.assumption_lines(should))
    yield from (_said(sentence) for sentence in words.audience_sentences(dossier.how_many))


def _returning(dossier: Dossier) -> Iterator[str]:
    will, when = dossier.will, dossier.when
    yield f"## {words.TITLES['will']}"
    if dossier.returned_on:
        yield words.OBSERVED_SENTENCE
    elif will is None and when is None:
        yield words.NO_FORECAST
    if will:
        yield from (_said(sentence) for sentence in words.ever_sentences(will))
    if when:
        yield from (_said(sentence) for sentence in words.when_sentences(when))
    if will and will.drivers:
        yield "What moves the chance, as log odds:"
        yield "\n".join(f"- {escaped(phrases.driver_sentence(driver))}" for driver in will.drivers)
    shown = [tables.over_time_table(will)] if will else []
    shown += [tables.quarters_table(when)] if when else []
    shown += [tables.evidence_table(will.evidence)] if will and will.evidence else []
    yield from (table_markdown(table) for table in shown if table.rows)


def _gaps(dossier: Dossier) -> Iterator[str]:
    for gap in dossier.gaps:
        remedy = phrases.gap_remedy(gap)
        yield f"- {escaped(phrases.gap_sentence(gap))}" + (f" *Would settle it: {remedy}*" if remedy else "")


def table_markdown(table: Table) -> str:
    """Render a table, its caption above."""
    head = [column.head for column in table.columns]
    marks = ["---:" if column.numeric else "---" for column in table.columns]
    rows = [head, marks, *([escaped(cell) for cell in row] for row in table.rows)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([*([f"{escaped(table.caption)}:", ""] if table.caption else []), *lines])


def _said(sentence: Sentence) -> str:
    return escaped(spoken(sentence))


def escaped(text: str) -> str:
    """Take from a text what Markdown or HTML would read as a mark of its own."""
    return text.translate(ESCAPES)
