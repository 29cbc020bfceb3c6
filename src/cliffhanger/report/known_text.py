"""What is known of a series, as text: where it stands, the story in time order, the answers, and contradictions side by side."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cliffhanger.claims.story import STATUS
from cliffhanger.dossier.known import Answer, Conflict, SeriesKnown, SetAside
from cliffhanger.report.campaign_words import busiest_words, course_words, signal_words, size_sentences
from cliffhanger.report.claims_text import kind_words, said_words
from cliffhanger.report.known_story import event_words, quoted, season_words, standing_words, state_words, story_told
from cliffhanger.report.notation import clean_text, counted, day

# The order in which readers of the genre ask, and the kind of claim that says how a value is worded.
SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Renewal and release", ("renewal", "spin-off", "release", "announced", "episodes", "runtime", "platform")),
    ("Cast and crew", ("cast", "crew")),
    ("Making", ("production", "trailer", "location", "budget", "source")),
    ("Plot expected", ("plot", "open_question", "theme")),
    ("Reception and campaign", ("viewership", "score", "award", "petition", "hashtag")),
    ("Reasons and words", ("reason", "statement")),
)
MOST_ROWS = 14  # of one section: what is beyond is counted, and whole in JSON
MOST_EVENTS = 60  # of the story
MOST_CONFLICTS = 8
_CONFLICTS = {
    "self_contradiction": "says both",
    "supersession": "says one, then the other",
    "denial": "is denied",
    "unconfirmed": "is not confirmed",
    "name_variant": "writes two names",
    "at_odds": "says what does not go together",
}


def known_text(known: SeriesKnown, *, width: int = 80) -> str:
    """Render what is known of a series as text, the status first; nothing is cut off, lines are wrapped."""
    return "\n".join(fitted((*_head(known), *_body(known, width)), width)) + "\n"


def fitted(told: Sequence[str], width: int) -> Iterator[str]:
    """Wrap lines, each with its indentation, and take from them what a terminal would obey."""
    for line in told:
        clean = " " * (len(line) - len(line.lstrip())) + clean_text(line.lstrip())
        yield clean if len(clean) <= width else textwrap.fill(clean, width, subsequent_indent=_hanging(clean))


def status_sentence(known: SeriesKnown) -> str:
    """Say where the season stands in one sentence: the state, its standing, the day and whether the owner's word is on file."""
    found = known.status
    season = f", season {found.season}" if found.season else ""
    if found.since is None:
        return f"{known.series}{season}: nothing on file says whether it returns."
    owner = "" if found.official else ", no owner's word on file"
    contested = ", contested" if found.contested else ""
    return f"{known.series}{season}: {found.state} · {found.standing}{owner}{contested} · since {day(found.since)}"


def answer_words(answer: Answer) -> str:
    """Say what is believed in one slot; a denial says what is not so."""
    if answer.value is None:
        return "denied" if answer.basis else "rejected"
    return said_words(answer.slot, answer.value, answer.polarity)


def beside_words(answer: Answer) -> str:
    """Say what goes with an answer: its note, how many told it independently of each other, and how many only told it again."""
    rests_on = {one.id for one in answer.basis}
    # Copies of what was given up before are no matter.
    since = itertools.dropwhile(lambda one: one.id not in rests_on, answer.ranks)
    copies_of_it = {one.id for one in since if one.rule == "R8" and _says_it(one.value, answer)}
    again = {_article(one) for one in copies_of_it} - {_article(one) for one in rests_on}
    sources = counted(answer.sources, "independent source") if answer.sources > 1 or again else ""
    copies = f", told again by {counted(len(again), 'article')} of the same origin" if again else ""
    return "; ".join(part for part in (answer.note, sources + copies) if part)


def _article(claim: str) -> str:
    """Return the id of the article that a claim is of."""
    return claim.rpartition("#")[0]


def _says_it(value: Mapping[str, Any], answer: Answer) -> bool:
    """Say whether a claim's value is what is believed, or a part of it."""
    return answer.value is not None and all(answer.value.get(key) == part for key, part in value.items())


def conflict_words(conflict: Conflict) -> str:
    """Name a contradiction: whose it is and what sort."""
    sort, _, about = conflict.type.partition(":")
    if sort == "between_sources":
        names = [one.outlet or one.id for one in (conflict.one, conflict.other)]
        return f"{names[0]} and {names[1]} say different things: {about.replace('_', ' ')}"
    return f"{conflict.one.outlet or conflict.one.id} {_CONFLICTS.get(sort, sort)}: {about.replace('_', ' ')}"


def aside_words(one: SetAside) -> str:
    """Say that a correction on file is not used, why, and what can be done."""
    what = f"Set aside: the correction of {one.claim} by {one.who} on {day(one.on)}, because {one.problem}. {one.right}."
    return f"{what} The claim counts without it; correct it again with `cliffhanger claims edit {one.claim}`, or withdraw it."


def disagreement(known: SeriesKnown) -> str:
    """Count the questions whose answer is contested, and the articles that say two things of one question at once."""
    contested = sum(one.contested for one in known.slots)
    torn = {_article(one.one.id) for one in known.contradictions if one.type.startswith("self_contradiction")}
    questions = f"{counted(contested, 'question')} of {len(known.slots)} contested"
    return f"{questions}, {len(torn)} article{'s contradict themselves' if len(torn) != 1 else ' contradicts itself'}"


def sections(known: SeriesKnown) -> Iterator[tuple[str, list[Answer]]]:
    """Yield the answers in the order in which readers ask, what has none left out."""
    for title, families in SECTIONS:
        found = [answer for family in families for answer in known.slots if answer.slot == family]
        if found:
            yield title, found


def merged_conflicts(conflicts: Sequence[Conflict]) -> list[Conflict]:
    """Return one contradiction for each pair of quotes, so ordered that every quote is met early."""
    pairs: dict[tuple[str, str], Conflict] = {}
    for one in conflicts:
        turns = one.one_sentence and one.type.startswith("supersession")
        if one.one.words != one.other.words and not turns:  # one sentence that tells both turns sets nothing side by side
            pairs.setdefault((one.one.words, one.other.words), one)
    left = sorted(pairs.values(), key=lambda c: c.type.startswith(("supersession", "name_variant", "unconfirmed")))
    seen: set[str] = set()
    kept = []
    while left:  # the pair with most that was not shown yet, so that every quote is met early
        best = max(left, key=lambda c: (c.one.words not in seen) + (c.other.words not in seen))
        left.remove(best)
        seen |= {best.one.words, best.other.words}
        kept.append(best)
    return kept


def section_lines(known: SeriesKnown, width: int = 80) -> list[str]:
    """Return the story, the answers, the campaign and the contradictions as lines, for a dossier in text."""
    return [clean_text(line.strip()) if line.strip() else "" for line in _body(known, width)]


def _head(known: SeriesKnown) -> Iterator[str]:
    yield f"{status_sentence(known)} · as of {day(known.as_of)}"
    if known.status.because:
        yield f"On file for it: {known.status.because}"
    yield f"{counted(known.claims, 'claim')} from {counted(known.articles, 'article')}."
    yield from (aside_words(one) for one in known.set_aside)


def _body(known: SeriesKnown, width: int) -> Iterator[str]:
    yield from _seasons(known)
    yield from _story(known, width)
    yield from _answers(known, width)
    yield from _campaign(known)
    yield from _conflicts(known, width)


def _seasons(known: SeriesKnown) -> Iterator[str]:
    """Say where each season stands, where there are several."""
    told = [one for one in known.seasons if one.since]
    if len(told) < 2:
        return
    yield from ("", "WHERE EACH SEASON STANDS")
    for one in told:
        yield f"  S{one.season}  {state_words(one)}"


def _story(known: SeriesKnown, width: int) -> Iterator[str]:
    """Tell what was believed anew, a day after another; the words that told it stand below a season's turns of state."""
    told, left = story_told(known.story, MOST_EVENTS)
    if not told:
        return
    yield from ("", "THE STORY")
    for before, one in zip([None, *told], told, strict=False):
        shown = "" if before and before.day == one.day else day(one.day)
        yield f"  {shown:<17} {season_words(one.season):<3} {event_words(one)}"
        if one.what == STATUS and one.told_by:
            yield f"      {quoted(one.told_by, max(40, width - 10))}"
    if left:
        yield f"  and {left} more that are no turn of a season's state; --json has them all"


def _answers(known: SeriesKnown, width: int) -> Iterator[str]:
    for title, found in sections(known):
        yield from ("", title.upper())
        for answer in found[:MOST_ROWS]:
            season = f" S{answer.season}" if answer.season else ""
            yield f"  {kind_words(answer.slot)}{season}: {answer_words(answer)}"
            quote = quoted(answer.shown, max(40, 2 * width - 60))
            before = f", believed since {day(answer.since)}" if answer.since < answer.shown_on else ""
            yield f"      {standing_words(answer)}, {answer.on_whose_word}, {day(answer.shown_on)}{before}: {quote}"
            if said := beside_words(answer):
                yield f"      {said}"
            for one in answer.overruled[:3]:
                yield (
                    f"      overruled: “{textwrap.shorten(one.source.words, width, placeholder=' …')}” "
                    f"({one.rule or 'review'}: {one.why})"
                )
        if len(found) > MOST_ROWS:
            yield f"  and {len(found) - MOST_ROWS} more; --json has them all"


def _conflicts(known: SeriesKnown, width: int) -> Iterator[str]:
    found = merged_conflicts(known.contradictions)
    if not found:
        return
    yield from ("", "CONTRADICTIONS", f"  {disagreement(known)}; pairs of quotes that do not go together:")
    half = (width - 7) // 2
    for conflict in found[:MOST_CONFLICTS]:
        yield f"  {conflict_words(conflict)}"
        sides = [textwrap.wrap(f"“{one.words}”", half) for one in (conflict.one, conflict.other)]
        for left, right in itertools.zip_longest(*sides, fillvalue=""):
            yield f"    {left:<{half}} | {right}".rstrip()
    if len(found) > MOST_CONFLICTS:
        yield f"  and {len(found) - MOST_CONFLICTS} more pairs of quotes; --json has them all"


def _campaign(known: SeriesKnown) -> Iterator[str]:
    if not known.campaign and known.campaign_size is None:
        return
    yield from ("", "CAMPAIGN")
    for one in known.campaign:
        yield f"  {signal_words(one)}: {course_words(one)}"
        if fastest := busiest_words(one):
            yield f"      {fastest}"
        for said in one.oddities:
            yield f"      a sign of automation, no proof: {said}"
    if known.campaign_size:
        yield from (f"  {said}" for said in size_sentences(known.campaign_size))


def _hanging(line: str) -> str:
    return " " * (len(line) - len(line.lstrip()) + 2)
