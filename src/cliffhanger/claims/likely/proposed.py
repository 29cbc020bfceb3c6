"""A claim of each kind from a sentence that is likely to make one: where it stands in the sentence, and its value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from cliffhanger.claims.claim import Kind, Polarity
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.renewal.no_fate import HOW_DECIDED
from cliffhanger.claims.likely.people import bare
from cliffhanger.claims.likely.sentence import Words
from cliffhanger.claims.names import fold, is_person, trimmed
from cliffhanger.claims.patterns import regex
from cliffhanger.claims.seasons_said import season_of
from cliffhanger.claims.words.tokens import CAPITAL, NAME

_NOT = regex(r"(?i)\b(?:not|never|no longer|cannot|\w+n[’']t)\b(?! (?:only|just)\b)")
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
        chances = words.chances()
        best = max((label for label in chances if label.startswith(f"{kind}=")), key=chances.__getitem__)
        status = best.partition("=")[2]
        if kind == "renewal_status" and status.rstrip("-") == "renewed" and HOW_DECIDED.search(place.text):
            return None
        polarity: Polarity = "-" if status.endswith("-") else "+"
        spoken = words.stretch(best) or words.stretch(kind)
        if spoken is None:
            return None
        return _made(place, kind, spoken, {"status": status.rstrip("-")}, polarity=polarity)

    return propose


def _named(kind: Kind, key: str, signs: tuple[str, ...]) -> Propose:
    """Return the name nearest to the words that speak most for the kind."""

    def propose(place: Place, words: Words, _: Sequence[Found]) -> Found | None:
        spoken = words.stretch(kind)
        names = [(start, end) for start, end in _names(place, words, signs)]
        if spoken is None or not names:
            return None
        start, end = min(names, key=lambda span: _apart(span, spoken))
        return _made(place, kind, (start, end), {key: str(place.text[start:end])})

    return propose


def _names(place: Place, words: Words, signs: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield where names stand that are nobody's and no hashtag's, without the "’s"."""
    for token in words.tokens:
        name = bare(place.text[token.start : token.end])
        person = token.sign == NAME and " " in name and is_person(trimmed(name)[0])
        if (
            token.sign in signs
            and not person
            and fold(name) not in words.context.people
            and place.text[token.start - 1 : token.start] != "#"
        ):
            yield token.start, token.start + len(name)


def _apart(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Return how many characters lie between two stretches; 0 where they touch."""
    return max(one[0] - other[1], other[0] - one[1], 0)


def _gist(kind: Kind) -> Propose:
    """Return the clause of the words that speak most for the kind."""

    def propose(place: Place, words: Words, _: Sequence[Found]) -> Found | None:
        spoken = words.stretch(kind)
        if spoken is None:
            return None
        start, end = place.sentence.clause(*spoken)
        return _made(place, kind, (start, end), {"gist": str(place.text[start:end]).strip(" ,;:—–")})

    return propose


PROPOSED: Mapping[Kind, Propose] = {
    "renewal_status": _status("renewal_status"),
    "production_status": _status("production_status"),
    "platform": _named("platform", "name", (_NETWORK, NAME, CAPITAL)),
    "location": _named("location", "place", (NAME, CAPITAL)),
    "award": _named("award", "award", (NAME, CAPITAL)),
    "reason": _gist("reason"),
    "statement": _gist("statement"),
    "source_material": _gist("source_material"),
    "plot_expectation": _gist("plot_expectation"),
}
