"""Where an article names seasons, and of which of its series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cliffhanger.claims.about import named_in, under
from cliffhanger.claims.context import Context
from cliffhanger.claims.patterns import regex
from cliffhanger.claims.seasons_said import Said, seasons_in
from cliffhanger.claims.sentences import Sentence

_OWNED = regex(r" (?:of|for) [“‘\"']?$")
_BEHIND = 12  # characters between a season and the series' name behind it


@dataclass(frozen=True, slots=True)
class At:
    """A season that a sentence names at characters ``start`` to ``end`` of the article; ``series`` may be none."""

    start: int
    end: int
    season: int
    how: str
    series: str | None
    sentence: Sentence


@lru_cache(maxsize=4)
def seasons_of(context: Context) -> tuple[At, ...]:
    """Return where the sentences of what is looked at name seasons, in order."""
    found, passed = list[At](), list[Sentence]()  # passed are those of the paragraph that were not asked for series yet
    last, block = None, None
    for sentence in context.opening:
        if sentence.block is not block:
            block, last = sentence.block, under(context, sentence.start)
            passed.clear()
        if seasons_in(sentence.text):
            names = [name for earlier in passed for _, name in named_in(context, earlier.text)]
            last = names[-1] if names else last
            passed.clear()
            found += in_sentence(context, sentence, last)
        passed.append(sentence)
    return tuple(found)


def in_sentence(context: Context, sentence: Sentence, last: str | None) -> Iterator[At]:
    """Yield where a sentence names seasons; ``last`` is the series that was named before it."""
    said = seasons_in(sentence.text)
    names = named_in(context, sentence.text) if said else ()
    for one in said:
        owner = _owner(sentence.text, one, names) or last
        yield At(sentence.start + one.start, sentence.start + one.end, one.season, one.how, owner, sentence)


def _owner(text: str, one: Said, names: Sequence[tuple[int, str]]) -> str | None:
    """Return the series that is named last before a season, or right behind it ("season 2 of Harbor Nine")."""
    behind = (name for at, name in names if 0 <= at - one.end <= _BEHIND and _OWNED.match(str(text[one.end : at])))
    before = (name for at, name in reversed(names) if at < one.start)
    return next(behind, None) or next(before, None)
