"""The known part of a dossier as sentences and tables, the same in every format."""

from __future__ import annotations

import textwrap

from cliffhanger.dossier.known import Answer, SeriesKnown, Told
from cliffhanger.report.known_story import standing_words, story_tables
from cliffhanger.report.known_text import answer_words, conflict_words, merged_conflicts, sections, status_sentence
from cliffhanger.report.notation import chance, iso
from cliffhanger.report.tables import Column, Table

MOST_ROWS = 12  # of one section before the fold
FEWEST_FOLDED = 3  # fewer are not worth a fold
MOST_CONFLICTS = 10
_QUOTE = 160  # characters of a quote in a table
PETITIONS = (
    "Signatures, hashtags and the like are shown and move no number: the campaigns on record were chosen for having a petition, "
    "so the size of one has no identified effect."
)


def known_sentences(told: Told) -> tuple[str, ...]:
    """Say where the season stands on whose word, and what that did to the forecast."""
    known = told.known
    count = f"{known.articles} article{'s' if known.articles != 1 else ''}"
    said = [f"{status_sentence(known)}.", f"What follows is believed, from {known.claims} claims of {count}."]
    if known.status.because:
        said.append(f"On file for it: {known.status.because}.")
    if told.effect:
        low, middle, high = told.effect.chance
        moved = told.effect.before is not None and told.effect.before != middle
        what = f"is put at {chance(middle)} ({chance(low)} to {chance(high)})" if moved else f"stays at {chance(middle)}"
        before = f" instead of the model's {chance(told.effect.before)}" if moved else ""
        said.append(f"The chance of a return {what}{before}: {told.effect.why}. Source: {told.effect.source}.")
    elif known.status.since is not None and not known.status.official:
        said.append("Without the owner's word this moves no number of the forecast.")
    if known.campaign or any(answer.slot in {"petition", "hashtag"} for answer in known.slots):
        said.append(PETITIONS)
    return tuple(said)


def answers_tables(known: SeriesKnown) -> tuple[Table, ...]:
    """List what is believed per slot, with standing, day, source and quote: a table for each section that readers ask for.

    A long section is two: its first rows, and the others in a table that a page may fold.
    """
    columns = tuple(Column(head) for head in ("What", "Answer", "Standing", "Since", "On whose word", "Quote"))
    found: list[Table] = []
    for title, answers in sections(known):
        rows = tuple(_row(answer) for answer in answers)
        shown = len(rows) if len(rows) <= MOST_ROWS + FEWEST_FOLDED else MOST_ROWS
        found.append(Table(title, columns, rows[:shown]))
        if rows[shown:]:
            found.append(Table(f"{title}: {len(rows) - shown} more", columns, rows[shown:], folded=True))
    return tuple(found)


def _row(answer: Answer) -> tuple[str, ...]:
    season = f" S{answer.season}" if answer.season else ""
    quote = textwrap.shorten(answer.shown.words, _QUOTE, placeholder=" …")
    what = f"{answer.slot.replace('_', ' ')}{season}"
    return (what, answer_words(answer), standing_words(answer), iso(answer.since), answer.on_whose_word, f"“{quote}”")


def conflicts_table(known: SeriesKnown) -> Table:
    """List the contradictions, both quotes side by side."""
    found = merged_conflicts(known.contradictions)
    columns = (Column("Contradiction"), Column("One quote"), Column("The other"))
    rows = tuple((conflict_words(one), f"“{one.one.words}”", f"“{one.other.words}”") for one in found[:MOST_CONFLICTS])
    more = f"; {len(found) - MOST_CONFLICTS} more in JSON" if len(found) > MOST_CONFLICTS else ""
    return Table(f"Contradictions{more}", columns, rows)


def campaign_table(known: SeriesKnown) -> Table:
    """List the signals of a campaign: their first and last value, the busiest day, and what looks made by a machine."""
    columns = tuple(Column(head) for head in ("Signal", "First", "Last", "Busiest day", "Signs of automation, no proof"))
    rows = []
    for one in known.campaign:
        first, last = (f"{value:,.0f} on {iso(day)}" for day, value in (one.points[0], one.points[-1]))
        busiest = f"{iso(one.busiest)}, {one.busiest_share:.0%} of it"
        rows.append((one.kind.replace("_", " "), first, last, busiest, "; ".join(one.oddities)))
    return Table("Signals of a campaign", columns, tuple(rows))


def known_tables(told: Told) -> tuple[Table, ...]:
    """Return the tables of the known part that have rows."""
    known = told.known
    found = (*story_tables(known), *answers_tables(known), campaign_table(known), conflicts_table(known))
    return tuple(table for table in found if table.rows)
