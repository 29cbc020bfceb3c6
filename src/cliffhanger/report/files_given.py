"""What became of the files that were given with a question, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cliffhanger.report.notation import clean_text

MOST_REASONS = 20


def note_sentences(notes: Sequence[tuple[str, str, int, int, Sequence[Any], Sequence[str]]]) -> list[str]:
    """What became of each file: what it is, its name, rows, rows taken, rows set aside, columns ignored."""
    told = []
    for what, path, total, taken, aside, ignored in notes:
        head = f"{what.capitalize()} from {clean_text(path)}: {total:,} rows = {taken:,} taken + {total - taken:,} set aside."
        why = "; ".join(f"line {one.line}: {clean_text(one.reason)}" for one in aside[:MOST_REASONS])
        more = f"; and {len(aside) - MOST_REASONS:,} more" if aside[MOST_REASONS:] else ""
        unread = f" Nothing reads the columns {clean_text(', '.join(ignored))}." if ignored else ""
        told.append(head + (f" Set aside: {why}{more}." if why else "") + unread)
    return told
