"""The known part of a dossier as sentences and tables, the same in every format."""

from __future__ import annotations

from cliffhanger.dossier.known import Answer, SeriesKnown, Told
from cliffhanger.report.campaign_words import campaign_tables, size_sentences
from cliffhanger.report.claims_text import kind_words
from cliffhanger.report.known_story import QUOTE, quoted, standing_words, story_tables
from cliffhanger.report.known_text import (
    answer_words,
    aside_words,
    beside_words,
    conflict_words,
    disagreement,
    merged_conflicts,
    sections,
    status_sentence,
)
from cliffhanger.report.notation import chance, counted, iso
from cliffhanger.report.pictures import Picture
from cliffhanger.report.tables import DAYS, Column, Table

MOST_ROWS = 12  # of one section before the fold
FEWEST_FOLDED = 3  # fewer are not worth a fold
MOST_CONFLICTS = 10


def known_sentences(told: Told) -> tuple[str, ...]:
    """Say where the season stands on whose word, and what that did to the forecast."""
    known = told.known
    read = f"{counted(known.claims, 'claim')} of {counted(known.articles, 'article')}"
    said = [f"{status_sentence(known)}.", f"What follows is believed, from {read}."]
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
    said += [aside_words(one) for one in known.set_aside]
    return tuple(said)


def answers_tables(known: SeriesKnown) -> tuple[Table, ...]:
    """List what is believed per slot, with standing, day, source and quote: a table for each section that readers ask for.

    A long section is two: its first rows, and the others in a table that a page may fold.
    """
    columns = tuple(Column(head, day=head in DAYS) for head in ("What", "Answer", "Standing", "Since", "On whose word", "Quote"))
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
    what = f"{kind_words(answer.slot)}{season}"
    quote = quoted(answer.shown, QUOTE) + (f", {iso(answer.shown_on)}" if answer.shown_on > answer.since else "")
    standing = "; ".join(part for part in (standing_words(answer), beside_words(answer)) if part)
    return (what, answer_words(answer), standing, iso(answer.since), answer.on_whose_word, quote)


def conflicts_table(known: SeriesKnown) -> Table:
    """List the contradictions, both quotes side by side."""
    found = merged_conflicts(known.contradictions)
    columns = (Column("Contradiction"), Column("One quote"), Column("The other"))
    rows = tuple((conflict_words(one), f"“{one.one.words}”", f"“{one.other.words}”") for one in found[:MOST_CONFLICTS])
    shown = f", {MOST_CONFLICTS} of {len(found)}; JSON has all" if len(found) > MOST_CONFLICTS else ""
    return Table(f"Contradictions: {disagreement(known)}. Pairs of quotes that do not go together{shown}", columns, rows)


def known_blocks(told: Told, picture: Picture | None = None) -> tuple[str | Table | Picture, ...]:
    """Return the known part in order: sentences, the story, the answers, the campaign with its picture, and contradictions.

    Where the campaign is drawn, its points stand by the picture and not as a table of their own.
    """
    known = told.known
    size = size_sentences(known.campaign_size) if known.campaign_size else ()
    campaign = [table for table in campaign_tables(known) if not (picture and table.folded)]
    listed = (*story_tables(known), *answers_tables(known))
    found = (*known_sentences(told), *listed, *size, picture, *campaign, conflicts_table(known))
    return tuple(one for one in found if one and not (isinstance(one, Table) and not one.rows))
