"""Reading an article: every sentence through every rule, what is no assertion left out, standing and subject added.

No model is asked; equal articles give equal claims.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from cliffhanger.claims.about import series_at
from cliffhanger.claims.article import Article
from cliffhanger.claims.assertions import Reader
from cliffhanger.claims.claim import CLASSIFIER, Claim, Kind, Quote, Subject
from cliffhanger.claims.context import Context, look
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.answered.answers import answered
from cliffhanger.claims.kinds.cast.cast_tables import cast_rows
from cliffhanger.claims.kinds.cast.castings import castings
from cliffhanger.claims.kinds.crew.crews import crews
from cliffhanger.claims.kinds.dates.events import renewal_window
from cliffhanger.claims.kinds.dates.places_of_stages import without_places_of_stages
from cliffhanger.claims.kinds.dates.release import timing
from cliffhanger.claims.kinds.dates.season_tables import season_tables
from cliffhanger.claims.kinds.figures.counts import counts
from cliffhanger.claims.kinds.figures.reception import receptions
from cliffhanger.claims.kinds.framed.frames import framed
from cliffhanger.claims.kinds.homes.homes import homes
from cliffhanger.claims.kinds.renewal.entries import fate_rows
from cliffhanger.claims.kinds.renewal.renewals import renewals
from cliffhanger.claims.kinds.story.explained import explained
from cliffhanger.claims.kinds.story.sayings import statements
from cliffhanger.claims.kinds.story.stories import stories, themes
from cliffhanger.claims.likely.judge import Judge
from cliffhanger.claims.names import fold
from cliffhanger.claims.seasons.chosen import season_of_claim
from cliffhanger.claims.sentences import Sentence
from cliffhanger.claims.standing import standing_of

# Counted up with every change of what rules or classifiers read out of a text, so that articles on file are read again when they
# come by.
GRAMMAR = 17
# The rules, each with the kinds that it can tell.
_RULES: Mapping[Callable[[Place], Iterator[Found]], tuple[Kind, ...]] = {
    renewals: ("renewal_status",),
    timing: ("release_date", "announcement_date", "production_status", "trailer_status"),
    castings: ("cast_role",),
    crews: ("crew_role",),
    counts: ("episode_count", "petition", "hashtag", "budget", "runtime"),
    receptions: ("viewership", "award", "score"),
    homes: ("platform", "location", "source_material"),
    stories: ("reason", "plot_expectation"),
}
_OF_FRAMES: tuple[Kind, ...] = (
    *("cast_role", "release_date", "renewal_status", "production_status", "award", "episode_count", "crew_role"),
)


def nothing() -> None:
    """Go on at once."""


def read(
    article: Article,
    known_series: Sequence[str] = (),
    *,
    judge_of: Callable[[Context], Judge] | None = None,
    between: Callable[[], None] = nothing,
) -> list[Claim]:
    """Return the claims of an article in the order of their quotes; ``known_series`` are names that are on file already.

    Every quote lies within one sentence of the visible text and is given by code points of the raw file. A judge leaves out what
    it finds unlikely and adds what it finds likely (`reading`); without one, this is what the rules alone read. ``between`` is
    called between sentences, rules and claims: what it raises ends the reading.
    """
    context = look(article, known_series)
    claims: list[Claim] = []
    judge = judge_of(context) if judge_of else None
    for place, found in found_in(context, judge, between):
        claim = claim_at(article, place, found)
        if claim is not None:
            claims.append(claim)
            if judge is not None:
                judge.remember(found, claim)
    claims = claims if judge is None else judge.claims()
    ordered = sorted(claims, key=lambda claim: (claim.quote.start, claim.quote.end, claim.kind))
    told = []
    for number, one in enumerate(ordered):
        between()
        told.append(_denying(one, itertools.islice(ordered, number)))
    return told


def _denying(claim: Claim, before: Iterable[Claim]) -> Claim:
    """A "not" about what someone else has just said in the article rejects it: it is a denial.

    So it is of what a person does, and of a cancellation, an ending or a halt; that nothing is renewed yet rejects nothing.
    """
    told = _REJECTABLE.get(claim.kind)
    if claim.polarity == "+" or told is None or (claim.kind != "cast_role" and claim.value.get("status") not in told):
        return claim
    said = (one for one in before if one.kind == claim.kind and one.polarity == "+" and one.attribution != claim.attribution)
    key = "actor" if claim.kind == "cast_role" else "status"
    same = any(fold(str(one.value.get(key))) == fold(str(claim.value.get(key))) for one in said)
    return replace(claim, standing="denied") if same else claim


_REJECTABLE = {
    "cast_role": frozenset[str](),
    "renewal_status": frozenset({"cancelled", "ending", "spinoff"}),
    "production_status": frozenset({"halted", "delayed", "wrapped"}),
}


def found_in(
    context: Context, judge: Judge | None = None, between: Callable[[], None] = nothing
) -> Iterator[tuple[Place, Found]]:
    """Yield what the rules find in each sentence, and what the classifier of words makes of it where one is given."""

    def may(kinds: Iterable[Kind]) -> bool:
        between()
        return judge is None or judge.may(kinds)

    reader = Reader(context)
    before: tuple[Sentence, ...] = ()
    for sentence in context.sentences() if judge is None else judge.listen(context.sentences()):
        between()
        place = reader.place(sentence, before)
        if place is not None:
            # A row of a table of seasons, of a cast, or of series and their fates, says what its columns say, and nothing else.
            rows = (told for of_table in (season_tables, cast_rows, fate_rows) if (told := list(of_table(place))))
            typed = next(rows, None) or [found for rule, kinds in _RULES.items() if may(kinds) for found in rule(place)]
            typed += framed(place, typed) if may(_OF_FRAMES) else ()
            typed += explained(place, typed) if may(("reason",)) else ()
            typed = without_places_of_stages(place, typed)
            typed = answered(place, typed)
            typed += statements(place, typed) if may(("statement",)) else ()
            typed += themes(place)
            typed = _apart_from_titles(place, typed)
            typed = typed if judge is None else judge.weighed(place, typed)
            for found in reader.kept(place, typed):
                between()
                yield place, found
        before = (*before[-3:], sentence)


def _apart_from_titles(place: Place, typed: list[Found]) -> list[Found]:
    """Leave out a day whose words begin within the name of a series: "Netflix cancelled Spinning Out on February 3"."""
    named = place.context.series_pattern
    if named is None or not any(found.kind == "release_date" for found in typed):
        return typed
    names = [found.span() for found in named.finditer(place.text)]
    return [
        found for found in typed if found.kind != "release_date" or not any(start < found.start < end for start, end in names)
    ]


def claim_at(article: Article, place: Place, found: Found) -> Claim | None:
    """Give what was found its standing, its subject and its quote; None when nothing of the sentence is left to quote."""
    text = str(place.text)  # of which single letters are asked for
    start, end = max(0, found.start), min(len(text), found.end)
    while start < end and text[start] in " ,;:–—-\t":
        start += 1
    while end > start and text[end - 1] in " ,;:–—-\t":
        end -= 1
    if start >= end:
        return None
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():  # whole words
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    standing, by = standing_of(place, found)
    value = dict(found.value)
    if found.kind == "renewal_status" and "window" not in value and value.get("status") != "undecided":  # it has no day
        window = renewal_window(place, found.start, found.end)
        if window:
            value["window"] = window.value()
    first, last = article.raw_span(place.sentence.start + start, place.sentence.start + end)
    series = found.series or series_at(place.context, place, found)
    return Claim(
        kind=found.kind,
        subject=Subject(series, season_of_claim(place, found, series)),
        value=value,
        polarity=found.polarity,
        standing=standing,
        attribution=by,
        quote=Quote(first, last, article.raw[first:last]),
        said_at=place.context.published,
        extractor=CLASSIFIER if found.learned else None,
    )
