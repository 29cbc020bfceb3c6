"""The check of a user's tables as text, for whoever has to mend them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cliffhanger.report.notation import clean_text

Row = Mapping[str, Any]
INDENT = "  "


def check_text(report: Row, *, width: int) -> str:
    """Render a check.

    Parameters
    ----------
    report
        The plain form of a ``pipeline.check.CheckReport``.
    width
        Columns for sentences; keys stand whole on one line, so that they can be copied.
    """
    parts = [[f"Checked {report['source']}"]]
    parts += [list(_refused(table, width)) for table in report["refused"]]
    parts += [list(_table(table, width)) for table in report["tables"]]
    if report["warnings"]:
        parts.append(list(_warnings(report["warnings"], width)))
    if report["absent"]:
        parts.append([f"Not there, and not needed: {', '.join(report['absent'])}"])
    return "\n\n".join("\n".join(lines) for lines in parts)


def _refused(table: Row, width: int) -> Iterator[str]:
    yield f"{table['table']}: REFUSED for its shape"
    for line in clean_lines(table["why"]):
        # What is to be copied keeps its form.
        yield from [INDENT + line] if line.startswith(" ") else _wrapped(line, INDENT, width)


def _table(table: Row, width: int) -> Iterator[str]:
    yield f"{table['table']}: {table['accepted']:,} accepted + {table['quarantined']:,} quarantined = {table['rows']:,} rows"
    broken = [rule for rule in table["rules"] if rule["rows"]]
    for rule in broken:
        yield from _wrapped(f"{rule['rows']:,} ({share(rule['share'])}): {rule['reason']}", INDENT, width)
        yield from _keys(rule["sample_keys"], rule["rows"])
    kept = len(table["rules"]) - len(broken)
    if kept:
        yield from _wrapped(
            f"{'Every other rule is' if broken else 'Every rule is'} kept by all rows: {kept} rules", INDENT, width
        )
    if len(broken) > 1:
        yield from _wrapped("A row that breaks several rules counts in each of them.", INDENT, width)
    if table["repeated"]:
        told = (
            f"{table['repeated']:,} of the accepted are repeated sessions: dropped where they are counted, first arrival stands"
        )
        yield from _wrapped(told, INDENT, width)
    for missing in table["not_judged"]:
        yield from _wrapped(f"NOT JUDGED: {missing}", INDENT, width)


def _keys(keys: Sequence[Row], rows: int) -> Iterator[str]:
    if not keys:
        return
    yield f"{INDENT * 2}{', '.join(keys[0])}" + (f" (the first {len(keys)})" if len(keys) < rows else "")
    for key in keys:
        yield f"{INDENT * 3}{', '.join(_cell(value) for value in key.values())}"


def _warnings(warnings: Sequence[Row], width: int) -> Iterator[str]:
    yield "Warnings (accepted sessions; nothing was set aside for these)"
    for odd in warnings:
        yield from _wrapped(f"{odd['rows']:,} ({share(odd['share'])}) {odd['sentence']}", INDENT, width)


def share(value: float) -> str:
    """Write a share of rows; what is there but rounds to nothing says so."""
    if 0 < value < 0.0001:
        return "under 0.01 %"
    return f"{value * 100:.2f} %"


def clean_lines(text: str) -> list[str]:
    """The lines of a message, without what a terminal would obey."""
    return [(" " * (len(line) - len(line.lstrip()))) + clean_text(line) for line in text.splitlines()]


def _cell(value: object) -> str:
    return "(empty)" if value is None else clean_text(str(value))


def _wrapped(text: str, indent: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent * 2, break_on_hyphens=False)
