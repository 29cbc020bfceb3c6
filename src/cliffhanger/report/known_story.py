"""The story of a series in time order, season by season: as lines and as tables."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from cliffhanger.claims.status import Status
from cliffhanger.claims.story import STATUS, Event
from cliffhanger.dossier.known import Answer, SeriesKnown, Source
from cliffhanger.report.claims_text import said_words
from cliffhanger.report.notation import UNKNOWN, day, iso
from cliffhanger.report.tables import DAYS, Column, Table

MOST_ROWS = 30  # of the story before the fold, where turns of state alone are shown
QUOTE = 160  # characters of a quote in a table


def standing_words(one: Status | Event[Source] | Answer) -> str:
    """Say how firmly something is known: that it is only called official, and that it is contested, where it is."""
    standing = "called official" if one.standing == "official" and not one.official else one.standing or "nobody says"
    return f"{standing}{', contested' if one.contested else ''}"


def state_words(status: Status) -> str:
    """Say where a season stands: the state, how firmly, and since when."""
    since = f" · since {day(status.since)}" if status.since else ""
    return f"{status.state} · {standing_words(status)}{since}"


def quoted(said: Source, most: int) -> str:
    """Quote a claim in at most so many characters, and say what a person decided about it, where one did."""
    quote = f"“{textwrap.shorten(said.words, most, placeholder=' …')}”"
    return f"{quote} [{said.decided}]" if said.decided else quote


def season_words(season: int | None) -> str:
    """Write a season's number for a narrow column; empty where none is named."""
    return f"S{season}" if season else ""


def event_words(one: Event[Source]) -> str:
    """Say what was believed anew, how firmly, on whose word, and of what is no state what a person decided about it."""
    word = f", {one.told_by.on_whose_word}" if one.told_by and one.told_by.on_whose_word else ""
    decided = f" [{one.told_by.decided}]" if one.what != STATUS and one.told_by and one.told_by.decided else ""
    return f"{_news(one)} · {standing_words(one)}{word}{decided}"


def story_told(story: Sequence[Event[Source]], most: int) -> tuple[list[Event[Source]], int]:
    """Return the story with at most so many events, every turn of a state and the latest others, and how many are left out."""
    others = [one for one in story if one.what != STATUS]
    left = min(max(len(story) - most, 0), len(others))
    dropped = {id(one) for one in others[:left]}
    return [one for one in story if id(one) not in dropped], left


def story_tables(known: SeriesKnown) -> tuple[Table, ...]:
    """List where each season stands and the story in time order.

    A long story is two tables: its turns of state, and the whole of it, which a page may fold.
    """
    columns = tuple(
        Column(head, day=head in DAYS)
        for head in ("Day", "Season", "What was believed anew", "Standing", "On whose word", "Quote")
    )
    rows = tuple(_row(one) for one in known.story)
    if len(rows) <= MOST_ROWS:
        return (_seasons_table(known), Table("The story in time order", columns, rows))
    turns = tuple(row for row, one in zip(rows, known.story, strict=True) if one.what == STATUS)
    whole = Table(f"The story in time order: all {len(rows)} changes", columns, rows, folded=True)
    return (_seasons_table(known), Table("The story in time order: turns of each season's state", columns, turns), whole)


def _seasons_table(known: SeriesKnown) -> Table:
    columns = tuple(Column(head, day=head in DAYS) for head in ("Season", "State", "Standing", "Since", "Because"))
    rows = tuple(
        (str(one.season), one.state, standing_words(one), iso(one.since), one.because) for one in known.seasons if one.since
    )
    return Table("Where each season stands", columns, rows if len(rows) > 1 else ())


def _row(one: Event[Source]) -> tuple[str, ...]:
    word, quote = (one.told_by.on_whose_word, quoted(one.told_by, QUOTE)) if one.told_by else (None, UNKNOWN)
    return (iso(one.day), season_words(one.season), _news(one), standing_words(one), word or UNKNOWN, quote)


def _news(one: Event[Source]) -> str:
    if one.what == STATUS:
        return said_words(one.what, one.value or {}, "+")
    before = f", until then {said_words(one.what, one.before, one.before_polarity)}" if one.before else ""
    return f"{one.what.replace('_', ' ')}: {_value(one)}{before}"


def _value(one: Event[Source]) -> str:
    if one.value is None:
        return "denied" if one.told_by else "rejected"
    return said_words(one.what, one.value, one.polarity)
