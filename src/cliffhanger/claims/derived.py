"""Whether a proposed value follows from the words it is said to come from, by the grammar's own readers of numbers and dates.

Numbers and dates must be in the sentence, names in its paragraph, where a surname may stand for a name that the article gives in
full; words that stand for themselves in the sentence. Nothing is corrected: what does not follow is told, and refused.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations
from typing import Any

from cliffhanger.claims.claim import Kind
from cliffhanger.claims.dates import each
from cliffhanger.claims.names import fold
from cliffhanger.claims.numbers import NUMBER, ORDINAL, number, ordinal
from cliffhanger.claims.patterns import regex, search
from cliffhanger.claims.proposals import FORMS, Follows
from cliffhanger.claims.windows import Window

_NUMBER = rf"(?i)(?<![\w.,]){NUMBER}"
_ORDINAL = rf"(?i)\b{ORDINAL}\b"
_FROM = r"(?i)\b(?:not\b[^.;]{0,30}\bbefore|no earlier|not until|earliest|after|since|from)\b"
_UNTIL = r"(?i)\b(?:by|before|until|no later|latest)\b"


@dataclass(frozen=True)
class Words:
    """What a value may follow from: the sentence, its paragraph and the whole article, and the day of the article."""

    sentence: str
    paragraph: str
    article: str
    published: dt.date | None

    @cached_property
    def numbers(self) -> frozenset[float]:
        """The numbers of the sentence, ordinals too."""
        said = [number(found[0]) for found in regex(_NUMBER).finditer(self.sentence)]
        said += [ordinal(found[0]) for found in regex(_ORDINAL).finditer(self.sentence)]
        if search(r"(?i)\bhours?\b", self.sentence):  # "hour-long", "a half-hour comedy", "two hours"
            said += [60.0, 30.0, *(60.0 * value for value in said if value is not None)]
        return frozenset(float(value) for value in said if value is not None)

    @cached_property
    def windows(self) -> Mapping[tuple[str | None, str | None], Window]:
        """The windows of the sentence by first and last day: alone, from one to a later one, open where it says so."""
        named = [window for past in (True, False) for _, window in each(self.sentence, self.published, past=past)]
        found = list(named)
        found += [one.span(other) for one, other in permutations(named, 2) if one.start and other.end and one.start <= other.end]
        if search(_FROM, self.sentence):
            found += [Window(one.start, None, "interval") for one in named]
        if search(_UNTIL, self.sentence):
            found += [Window(None, one.end, "interval") for one in named]
        return {(w["start"], w["end"]): window for window in reversed(found) for w in (window.value(),)}

    def names(self, name: str) -> bool:
        """Say whether the paragraph has a name, or its last word where the article has it in full."""
        wanted = fold(name)
        if not wanted:
            return False
        near, whole = f" {fold(self.paragraph)} ", f" {fold(self.article)} "
        return f" {wanted} " in near or (f" {wanted} " in whole and f" {wanted.split()[-1]} " in near)


def checked(kind: Kind, value: Mapping[str, Any], words: Words) -> tuple[dict[str, Any], str | None]:
    """Return a value in the form of its kind, windows as the grammar writes them; or, after it, why it cannot be accepted."""
    form = FORMS[kind]
    given = {key: part for key, part in value.items() if part is not None}
    if not any(key in given for key in form.needs):
        return {}, f"{kind} needs {' or '.join(form.needs)}"
    kept: dict[str, Any] = {}
    for key, part in given.items():
        if key not in form.keys:
            return {}, f'{kind} has no "{key}"'
        follows = form.keys[key]
        if isinstance(follows, tuple):
            if part not in follows:
                return {}, f"{key} is {_shown(part)}, which is none of {', '.join(follows)}"
            kept[key] = part
            continue
        kept[key] = _READERS[follows](part, words)
        if kept[key] is None:
            return {}, f"{key} {_shown(part)} does not follow from the text"
    return kept, None


def _shown(part: Any) -> str:
    return str(part)[:60]


def _number(part: Any, words: Words) -> float | int | None:
    if not _is_number(part) or not any(math.isclose(abs(part), said) for said in words.numbers):
        return None
    return _tidy(part)


def _percent(part: Any, words: Words) -> float | None:
    """A share: 20 per cent, or one in five."""
    if not _is_number(part):
        return None
    said = [value / 100 for value in words.numbers] + [a / b for a, b in permutations(words.numbers, 2) if b > a]
    return float(part) if any(math.isclose(part, value, abs_tol=1e-9) for value in said) else None


def _score(part: Any, words: Words) -> float | int | None:
    """A score from 0 to 100: as it stands, or out of ten, five or four."""
    if not _is_number(part) or not 0 <= part <= 100:
        return None
    said = {value * scale for value in words.numbers for scale in (1, 10, 20, 25)}
    return _tidy(part) if any(math.isclose(part, value) for value in said) else None


def _window(part: Any, words: Words) -> dict[str, Any] | None:
    if not isinstance(part, Mapping):
        return None
    window = words.windows.get((part.get("start"), part.get("end")))
    return window.value() if window else None


def _name(part: Any, words: Words) -> str | None:
    return part if isinstance(part, str) and words.names(part) else None


def _words(part: Any, words: Words) -> str | None:
    """Words of the sentence as they stand there; a hashtag keeps its mark."""
    if not isinstance(part, str) or not fold(part):
        return None
    return part if f" {fold(part)} " in f" {fold(words.sentence)} " else None


def _flag(part: Any, _: Words) -> bool | None:
    return part if isinstance(part, bool) else None


def _is_number(part: Any) -> bool:
    return isinstance(part, int | float) and not isinstance(part, bool) and math.isfinite(part)


def _tidy(part: float) -> float | int:
    return int(part) if float(part).is_integer() else float(part)


_READERS: Mapping[Follows, Callable[[Any, Words], Any]] = {
    "number": _number,
    "percent": _percent,
    "score": _score,
    "window": _window,
    "name": _name,
    "words": _words,
    "flag": _flag,
}
