"""Which seasons a claim may be about, and what speaks for each: numbers that its sentence or the article names, and none at all.

A season has roles: it is the one named nearest to the claim, the one that the headline names, the one before that. What a role
counts depends on the claim (its kind, whether it tells of what was) and on where it stands: in a sentence that names a season,
about the main series. "No season" is a choice with roles of its own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from cliffhanger.claims.context import Context
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.patterns import regex
from cliffhanger.claims.seasons.around import At, in_sentence, seasons_of
from cliffhanger.claims.seasons_said import seasons_in

_TOGETHER = ("none", "focus", "focus-1", "title", "nearest", "before here", "heading", "ruled", "most", "max", "one")
_WAS = regex(
    r"(?i)\b(?:was|were|had|did|drew|won|ended|finished|starred|played|appeared|averaged|debuted|premiered|launched|aired|opened|"
    r"bowed|cost|became|went|made|shot|filmed|fell|dropped|pulled|arrived|landed|ran|scored|earned|got|closed|wrapped|concluded|"
    r"streamed|released|left|died)\b"
)
_WILL_BE = regex(
    r"(?i)\b(?:will|would|could|may|might|should|set to|going to|expected|plans?|planned|next|new|upcoming|future|return\w*|"
    r"renew\w*|joins?|joining|coming)\b|[’']ll\b"
)
_LEFT, _RIGHT = 60, 30  # characters before a claim's beginning and behind its end that tell its tense


@dataclass(frozen=True, slots=True)
class Choice:
    """The seasons that a claim may be about, the roles of each, and the contexts in which these count."""

    roles: dict[int | None, list[str]]
    contexts: list[str]


@dataclass(frozen=True, slots=True)
class _Near:
    """Where the claim's series has seasons named: in the claim's sentence, before and behind that.

    ``of_article`` are the seasons that the article names, and those beside them, each with its roles.
    """

    within: Sequence[At]
    before: Sequence[At]
    behind: Sequence[At]
    of_article: Mapping[int | None, Sequence[str]]


def choice(place: Place, found: Found, series: str | None, ruled: int | None) -> Choice:
    """Return the seasons that a claim may be about; ``ruled`` is the one that rules give it, ``series`` its series."""
    context = place.context
    main = not context.series or series == context.series[0]
    near = _near(place, found, series, main=main)
    roles: dict[int | None, list[str]] = {None: ["none"], **_by_season(_said(place, found, near))}
    for named, of_article in near.of_article.items():
        roles[named] = [*roles.get(named, ()), *of_article]  # of which a sentence gives none
    for season, role in ((found.season, "found"), (ruled, "ruled")):
        if season is not None and season > 0:
            roles.setdefault(season, []).append(role)
    for season, role in ((1, "one"), (2, "two")):
        if season in roles:  # none is guessed at where an article speaks of no season: the ledger knows which one is next
            roles[season].append(role)
    roles[None] += ["none ruled"] * (ruled is None) + ["none found"] * (found.season is None)
    for of_season in roles.values():
        all_of_them = set(of_season)
        of_season.append("+".join([role for role in _TOGETHER if role in all_of_them]))
    return Choice(roles, [*_contexts(place, found, near, main=main)])


def _by_season(told: Iterable[tuple[int, str]]) -> dict[int | None, list[str]]:
    """Return the roles of each season, both in order and each once."""
    roles: dict[int | None, list[str]] = {}
    for season, role in told:
        of_season = roles.setdefault(season, [])
        if role not in of_season:
            of_season.append(role)
    roles.pop(0, None)  # the one before the first
    return roles


def _near(place: Place, found: Found, series: str | None, *, main: bool) -> _Near:
    context, here, all_of_them = place.context, place.sentence, seasons_of(place.context)
    known, of_article = _of_series(context, series, main=main)
    before, behind = known[: bisect_right(known, here.start, key=_END)], known[bisect_left(known, here.end, key=_START) :]
    within = known[len(before) : len(known) - len(behind)]
    if found.series is not None:  # the rule read the sentence as an entry of that series
        within = tuple(one for one in all_of_them if one.sentence is here)
    elif not within and all_of_them and here.start > all_of_them[-1].sentence.start:  # behind what is looked at
        within = tuple(one for one in in_sentence(context, here, series) if one.series == series)
    if len(within) != len(known) - len(before) - len(behind):
        of_article = _by_season(_of_article(context, (*before, *within, *behind), main=main))
    return _Near(within, before, behind, of_article)


_START, _END = attrgetter("start"), attrgetter("end")


@lru_cache(maxsize=16)  # a list goes from series to series
def _of_series(context: Context, series: str | None, *, main: bool) -> tuple[tuple[At, ...], Mapping[int | None, Sequence[str]]]:
    """Return where the article names seasons of a series, and what that tells of them."""
    known = tuple(one for one in seasons_of(context) if one.series == series or (one.series is None and main))
    return known, _by_season(_of_article(context, known, main=main))


def _said(place: Place, found: Found, near: _Near) -> Iterator[tuple[int, str]]:
    """Yield the seasons that are named in the claim's sentence and around it, with their roles."""
    start, end = place.sentence.start + found.start, place.sentence.start + found.end
    for one in near.within:
        if one.start < end and start < one.end:
            yield from ((one.season, "quote"), (one.season, f"quote {one.how}"))
        yield one.season, f"in {one.how}"
    if near.within:
        nearest = min(near.within, key=lambda one: max(start - one.end, one.start - end, 0))
        only = len({one.season for one in near.within}) == 1
        for role in ("nearest", *(("only",) if only else ())):
            yield from ((nearest.season, role), (nearest.season, f"{role} {nearest.how}"))
        yield from ((one.season, "left") for one in reversed(near.within) if one.end <= start)
        yield from ((one.season, "right") for one in near.within if one.start >= end)
    if near.before:
        yield from _before(place, near.before)
    for one in near.behind[:1]:
        yield one.season, "behind"
        if one.sentence.block is place.sentence.block:
            yield one.season, "behind here"


def _before(place: Place, before: Sequence[At]) -> Iterator[tuple[int, str]]:
    last = before[-1]
    yield from ((last.season, "before"), (last.season, f"before {last.how}"))
    if last.start >= place.sentence.block.start:
        yield last.season, "before here"
    if place.before and last.start >= place.before[-1].start:
        yield last.season, "sentence before"
    heading = next((one for one in reversed(before) if one.sentence.block.kind == "heading"), None)
    if heading:
        yield heading.season, "heading"


def _of_article(context: Context, known: Sequence[At], *, main: bool) -> Iterator[tuple[int, str]]:
    """Yield the seasons that the article names, and those beside them, with their roles."""
    if main:
        yield from ((one.season, "title") for one in seasons_in(context.article.title or "")[:1])
        if context.focus:
            yield from _and_beside(context.focus, "focus")
    named = [one.season for one in known if one.how != "counted"]
    if named:
        yield from ((Counter(named).most_common(1)[0][0], "most"), (min(named), "min"))
        yield from (*_and_beside(max(named), "max"), *_and_beside(named[0], "first"))
    counted = [one.season for one in known if one.how == "counted"]
    if counted:
        yield from ((max(counted), "counted"), (max(counted) + 1, "counted+1"))
        yield from ((counted[0], "counted first"), (counted[0] + 1, "counted first+1"))


def _and_beside(season: int, role: str) -> tuple[tuple[int, str], ...]:
    return (season, role), (season - 1, f"{role}-1"), (season + 1, f"{role}+1")


def _contexts(place: Place, found: Found, near: _Near, *, main: bool) -> Iterator[str]:
    """Yield what the claim is and where it stands; the first is always there."""
    kind, text = found.kind, place.text
    status = found.value.get("status") or found.value.get("st") or found.value.get("role") or ""
    around = text[max(0, found.start - _LEFT) : found.end + _RIGHT]
    tense = f"{'was ' if _WAS.search(around) else ''}{'will' if _WILL_BE.search(around) else ''}"
    named = "named" if near.within else "elsewhere" if near.before or near.behind else "nowhere"
    of = "main" if main else "other"
    yield from ("", kind, f"{kind} {status}{found.polarity}", f"{kind} {tense}", of, f"{of} {named}", f"{kind} {of} {named}")
    yield from (f"{tense} {named}", f"past {found.past}", f"{kind} past {found.past}")
