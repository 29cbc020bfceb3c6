"""A claim of each kind from a sentence that is likely to make one: where it stands in the sentence, and its value."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cliffhanger.claims.claim import Kind, Polarity
from cliffhanger.claims.context import season_of
from cliffhanger.claims.dates import dates
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.dates.events import is_past
from cliffhanger.claims.likely.sentence import Words
from cliffhanger.claims.likely.tokens import CAPITAL, NAME
from cliffhanger.claims.numbers import SMALL_NUMBER, number
from cliffhanger.claims.patterns import regex

_COUNT = regex(
    rf"(?i)\b(?P<n>{SMALL_NUMBER})\b(?![.,]?\d|%| per ?cent|[ -](?:years?|months?|weeks?|days?|minutes?|million|percent)\b)"
)
_NOT = regex(r"(?i)\b(?:not|never|no longer|cannot|\w+n[’']t)\b(?! (?:only|just)\b)")
_FEWEST, _MOST = 2, 400  # episodes of a season
_NETWORK = "<network>"
Propose = Callable[[Place, Words, Sequence[Found]], Found | None]


def _made(
    place: Place, kind: Kind, span: tuple[int, int], value: dict[str, Any], *, polarity: Polarity = "+", past: bool = False
) -> Found:
    start, end = place.sentence.clause(*span)
    said = season_of(place.text[start:end])
    return Found(kind, start, end, value, polarity, season=said, past=past, learned=True)


def polarity_of(words: str) -> Polarity:
    """Return whether the words of a claim say that it is so; a status has its own."""
    return "-" if _NOT.search(words) else "+"


def _status(kind: Kind) -> Propose:
    """Return the status whose label is likeliest; its words are those that speak most for it."""

    def propose(place: Place, words: Words, _: Sequence[Found]) -> Found | None:
        best = max((label for label in words.chances if label.startswith(f"{kind}=")), key=words.chances.__getitem__)
        status = best.partition("=")[2]
        polarity: Polarity = "-" if status.endswith("-") else "+"
        return _made(place, kind, words.stretch(best), {"status": status.rstrip("-")}, polarity=polarity)

    return propose


def _date(place: Place, words: Words, told: Sequence[Found]) -> Found | None:
    """Return the date nearest to the words that speak of a release, of those that no other claim has."""
    text, (first, last) = place.text, words.stretch("release_date")
    free = [
        one
        for one in dates(text)
        if not any(found.start < one.end and one.start < found.end for found in told if "window" in found.value)
    ]
    for one in sorted(free, key=lambda one: max(one.start - last, first - one.end, 0)):
        past = is_past(text, one.start)
        window = one.window(place.context.published, past=past)
        if window is not None:
            said = polarity_of(place.text[slice(*place.sentence.clause(one.start, one.end))])
            return _made(place, "release_date", (one.start, one.end), {"window": window.value()}, polarity=said, past=past)
    return None


def _count(place: Place, words: Words, _: Sequence[Found]) -> Found | None:
    """Return the number nearest to the words that speak of episodes."""
    first, last = words.stretch("episode_count")
    numbers = [
        (found, int(value))
        for found in _COUNT.finditer(place.text)
        if (value := number(found["n"])) is not None and value == int(value) and _FEWEST <= value <= _MOST
    ]
    if not numbers:
        return None
    found, value = min(numbers, key=lambda one: max(one[0].start() - last, first - one[0].end(), 0))
    return Found("episode_count", found.start(), max(found.end(), last), {"n": value}, season=season_of(place.text), learned=True)


def _named(kind: Kind, key: str, signs: tuple[str, ...]) -> Propose:
    """Return the name nearest to the words that speak most for the kind."""

    def propose(place: Place, words: Words, _: Sequence[Found]) -> Found | None:
        first, last = words.stretch(kind)
        names = [token for token in words.tokens if token.sign in signs]
        if not names:
            return None
        nearest = min(names, key=lambda token: max(token.start - last, first - token.end, 0))
        return _made(place, kind, (nearest.start, nearest.end), {key: place.text[nearest.start : nearest.end]})

    return propose


def _gist(kind: Kind) -> Propose:
    """Return the clause of the words that speak most for the kind."""

    def propose(place: Place, words: Words, _: Sequence[Found]) -> Found | None:
        start, end = place.sentence.clause(*words.stretch(kind))
        return _made(place, kind, (start, end), {"gist": str(place.text[start:end]).strip(" ,;:—–")})

    return propose


PROPOSED: Mapping[Kind, Propose] = {
    "renewal_status": _status("renewal_status"),
    "production_status": _status("production_status"),
    "release_date": _date,
    "episode_count": _count,
    "platform": _named("platform", "name", (_NETWORK, NAME, CAPITAL)),
    "location": _named("location", "place", (NAME, CAPITAL)),
    "award": _named("award", "award", (NAME, CAPITAL)),
    "reason": _gist("reason"),
    "statement": _gist("statement"),
    "source_material": _gist("source_material"),
    "plot_expectation": _gist("plot_expectation"),
}
