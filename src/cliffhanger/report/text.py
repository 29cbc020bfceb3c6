"""A dossier for the terminal: sections, tables and bars of characters, in colour only where asked."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table as RichTable
from rich.text import Text

from cliffhanger.dossier.decision import Decision
from cliffhanger.dossier.paying import Should
from cliffhanger.dossier.record import Dossier
from cliffhanger.report import known_tables, known_text, phrases, tables, words, worth
from cliffhanger.report.cards import Bar, Card, cards
from cliffhanger.report.notation import cleaned
from cliffhanger.report.tables import Table
from cliffhanger.report.words import Sentence, spoken

GLUE = "\ue000"  # stands for a space that must not end a line while rich wraps; no cleaned text can hold it
UNITS = re.compile(r"(?<=\d) (?=%|million|billion|months|weeks)|(?<=under|.over) (?=\d)")
SCALE, BAR = 30, 12  # characters of an interval bar, and of the longest bar in a table
NARROWEST = 40
MORE = "Every number is defined, with its source, in the formats html, md and json."


def dossier_text(dossier: Dossier, *, width: int = 80, colour: bool = False) -> str:
    """Render a dossier as text.

    Parameters
    ----------
    width
        Columns; below 40 the text is set for 40.
    colour
        Whether to add the codes of terminal colours: only for a terminal.
    """
    dossier = cleaned(dossier)
    return written(Group(*_parts(dossier)), width=width, colour=colour)


def decision_text(decision: Decision, *, width: int = 80, colour: bool = False) -> str:
    """Render the answer of ``decide`` as text, the sentence first."""
    decision = cleaned(decision)
    return written(Group(*_decision(decision)), width=width, colour=colour)


def _decision(decision: Decision) -> Iterator[RenderableType]:
    first, *others = worth.paragraphs(decision.should)
    yield Text(f"{decision.series}, {worth.asked_about(decision)}", style="bold")
    yield from ("", _said(first), "")
    yield from (_said(sentence) for sentence in others)
    if decision.should.worth:
        yield from _worth(decision.should)
    yield _line(words.figures_from(decision.origin))


def written(content: RenderableType, *, width: int, colour: bool = False) -> str:
    """Print to a string of at most ``width`` columns, whatever the environment says."""
    stream = io.StringIO()
    console = Console(
        file=stream, width=max(width, NARROWEST), force_terminal=colour, color_system="standard" if colour else None,
        highlight=False, markup=False, emoji=False, legacy_windows=False, _environ={},
    )  # fmt: skip
    console.print(content)
    lines = "\n".join(line.rstrip() for line in stream.getvalue().replace(GLUE, " ").split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n") + "\n"


def _parts(dossier: Dossier) -> Iterator[RenderableType]:
    yield Text(words.name(dossier), style="bold")
    yield from (_line(words.facts(dossier)), _line(words.status(dossier)), "", _said(worth.verdict(dossier)), "")
    yield _cards(cards(dossier))
    yield from _viewing(dossier)
    yield from _should(dossier)
    yield from _returning(dossier)
    yield from _known(dossier)
    yield from _gaps(dossier)
    yield from _section("method", *words.METHOD)
    yield from _heading("sources")
    yield from (_line(words.origin(dossier)), _table(tables.sources_table(dossier.sources)))
    yield from (_table(tables.versions_table(dossier.sources)), _line(MORE))


def _viewing(dossier: Dossier) -> Iterator[RenderableType]:
    yield from _heading("viewing")
    if not dossier.weeks and not dossier.half_years:
        yield _line(words.NO_VIEWING)
    if dossier.weeks:
        yield _table(tables.weeks_table(dossier), [week.hours for week in dossier.weeks])
    if dossier.half_years:
        yield _table(tables.half_years_table(dossier), [half.hours for half in dossier.half_years])
    yield from _heading("comparables")
    yield _table(tables.comparables_table(dossier)) if dossier.comparables else _line(words.NO_COMPARABLES)


def _should(dossier: Dossier) -> Iterator[RenderableType]:
    yield from _section("should", *worth.section(dossier))
    if dossier.should and dossier.should.worth:
        yield from _worth(dossier.should)
    yield from (_said(sentence) for sentence in words.audience_sentences(dossier.how_many))


def _worth(should: Should) -> Iterator[RenderableType]:
    yield from ("", _table(worth.worth_table(should)))
    if should.reported:
        yield _table(worth.reported_table(should, sources=False), [cost.high for cost in should.reported])
    risks = worth.risks_table(should, weighs=False)
    if risks:
        yield _table(risks)
    grid = RichTable.grid(padding=(0, 1))
    for line in worth.assumption_lines(should):
        grid.add_row(Text("-"), _line(line))
    yield from (_line(f"{words.ASSUMPTIONS}:", style="dim"), grid, "")


def _returning(dossier: Dossier) -> Iterator[RenderableType]:
    will, when = dossier.will, dossier.when
    yield from _heading("will")
    if dossier.returned_on:
        yield _line(words.OBSERVED_SENTENCE)
    elif will is None and when is None:
        yield _line(words.NO_FORECAST)
    if will:
        yield from (_said(sentence) for sentence in words.ever_sentences(will))
    if when:
        yield from (_said(sentence) for sentence in words.when_sentences(when))
    if will:
        shown = [t for t in (tables.over_time_table(will), tables.drivers_table(will)) if t.rows]
        yield from (_table(table) for table in shown)
    if when and when.by_quarter:
        table = tables.quarters_table(when)
        yield _table(table, [None] * (len(table.rows) - len(when.by_quarter) - 2) + [v for _, v in when.by_quarter] + [None] * 2)
    if will and will.evidence:
        yield _table(tables.evidence_table(will.evidence))


def _known(dossier: Dossier) -> Iterator[RenderableType]:
    if dossier.told is None:
        yield from _section("known", words.KNOWN_MISSING)
        return
    yield from _section("known", *known_tables.known_sentences(dossier.told))
    for line in known_text.section_lines(dossier.told.known):
        yield _line(line)


def _gaps(dossier: Dossier) -> Iterator[RenderableType]:
    yield from _heading("gaps")
    if not dossier.gaps:
        yield _line(words.NO_GAPS)
    grid = RichTable.grid(padding=(0, 1))
    for gap in dossier.gaps:
        remedy = phrases.gap_remedy(gap)
        said = phrases.gap_sentence(gap) + (f" Would settle it: {remedy}" if remedy else "")
        grid.add_row(Text("-"), _line(said))
    yield grid


def _heading(key: str) -> tuple[RenderableType, ...]:
    title = words.TITLES[key]
    return ("", Text(title, style="bold"), Text("─" * len(title)))


def _section(key: str, *paragraphs: str | Sentence) -> Iterator[RenderableType]:
    yield from _heading(key)
    for paragraph in paragraphs:
        yield _line(paragraph) if isinstance(paragraph, str) else _said(paragraph)


def _line(text: str, *, style: str = "") -> Text:
    return Text(UNITS.sub(GLUE, text), style=style)


def _said(sentence: Sentence) -> Text:
    return _line(spoken(sentence))


def _cards(answers: Sequence[Card]) -> RichTable:
    grid = RichTable.grid(padding=(0, 2, 1, 0), expand=True)
    grid.add_column(min_width=16, ratio=3)
    grid.add_column(ratio=7)
    for card in answers:
        body = [_line(card.number, style="bold cyan" if card.definition else "bold"), _line(card.meaning)]
        if card.bar:
            body.append(_bar(card.bar))
        if card.interval:
            body.append(_line(f"80 % interval: {card.interval}"))
        body.append(_line(f"Evidence: {card.grade}. {spoken(card.evidence)}", style="dim"))
        grid.add_row(Text(card.question), Text("\n").join(body))
    return grid


def _bar(bar: Bar) -> Text:
    """Draw an interval as characters: a thin scale, a thick range, the middle as a mark."""
    low, middle, high = (min(SCALE - 1, max(0, round(at * (SCALE - 1)))) for at in (bar.low, bar.middle, bar.high))
    cells = ["━" if low <= k <= high else "─" for k in range(SCALE)]
    cells[middle] = "●"
    return Text(f"{bar.start} ".replace(" ", GLUE) + "".join(cells) + f" {bar.end}".replace(" ", GLUE))


def _table(table: Table, values: Sequence[float | None] = ()) -> Group:
    """Set a table under its caption; where values are given, a bar of characters beside each row."""
    grid = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    last = len(table.columns) - 1
    for at, column in enumerate(table.columns):
        wraps = at == 0 or (at == last and not column.numeric)
        grid.add_column(
            Text(column.head.replace(", ", ",\n")),
            justify="right" if column.numeric else "left",
            overflow="fold",
            no_wrap=not wraps,
        )
    top = max((value for value in values if value), default=0.0)
    if top:
        grid.add_column(no_wrap=True)
    for at, row in enumerate(table.rows):
        bars = [Text("█" * round(BAR * (values[at] or 0.0) / top), style="cyan")] if top else []
        grid.add_row(*(_line(cell) for cell in row), *bars)
    return Group(_line(table.caption, style="dim"), "", grid, "")
