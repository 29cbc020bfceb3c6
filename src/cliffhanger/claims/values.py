"""Whether a value has the form of its kind: what may be kept from a file, and what a person may put in place of what was read.

The forms are those of proposals. The grammar knows more words and keys than a model may propose, so what comes from a file is
held to the types of the keys alone; a person is held to the keys and the words as well.
"""

from __future__ import annotations

import datetime as dt
import difflib
import json
import math
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cliffhanger.claims.claim import Kind, Quote
from cliffhanger.claims.proposals import FORMS, Follows
from cliffhanger.claims.windows import Precision, Window

_RIGHT: Mapping[Follows, str] = {
    "number": "a number, such as 10",
    "percent": "a share from 0 to 1, such as 0.4",
    "score": "a number from 0 to 100, such as 85",
    "window": 'days in order, such as {"start": "2024-09-01", "end": "2024-11-30"}, null where a side is open',
    "name": 'text, such as "Ana Ruiz"',
    "words": 'text, such as "Wren goes to sea"',
    "flag": "true or false",
}
_SHOWN = 100  # characters of what is wrong
_PRECISIONS = typing.get_args(Precision)
# Words of these keys decide what is believed, so no other can be given. The grammar reads more of them than a model may propose.
_DECISIVE = frozenset({"status", "st", "result"})
_READ_TOO: Mapping[tuple[Kind, str], tuple[str, ...]] = {
    ("production_status", "status"): ("casting", "lease_extended", "post_complete", "post_production", "reshoots"),
    ("platform", "status"): ("deal", "offered", "passed"),
    ("trailer_status", "status"): ("fan_made",),
    ("cast_role", "st"): ("undecided",),
    ("crew_role", "st"): ("in_talks", "unavailable"),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a value, and what would be right; each part of a sentence, without a full stop."""

    problem: str
    right: str


def fault_of_types(kind: Kind, value: Mapping[str, Any]) -> Fault | None:
    """Return the first part of a value that is not of its key's type; None where there is none. Unknown keys are let be."""
    keys = FORMS[kind].keys
    for key, part in value.items():
        follows: Follows | tuple[str, ...] | None = keys.get(key, "window" if key == "window" else None)
        if follows is None:
            continue
        wanted: Follows = follows if isinstance(follows, str) else "words"
        if not _fits(wanted, part):
            return Fault(f'"{key}" of {kind} is {_shown(part)}', f"It is {_RIGHT[wanted]}")
    return None


def fault_of_quote(quote: Quote) -> Fault | None:
    """Return what is wrong with a quote: it has no words, or not as many as its places; None where nothing is."""
    if not quote.text.strip():
        return Fault("its quote has no words", "A claim has the words that make it")
    if quote.start < 0 or quote.end - quote.start != len(quote.text):
        problem = f"its quote of {len(quote.text)} characters is said to stand from {quote.start} to {quote.end}"
        return Fault(problem, "The end is the start and the number of its characters")
    return None


def fault_of_correction(kind: Kind, read: Mapping[str, Any], value: Mapping[str, Any]) -> Fault | None:
    """Return why a value cannot take the place of the one that was ``read``; None where it can."""
    form = FORMS[kind]
    allowed = {**form.keys, **{key: None for key in read if key not in form.keys}}
    for key in value:
        if key not in allowed:
            return Fault(f'{kind} has no "{key}"', f"{_meant(key, allowed)}It may have {', '.join(allowed)}")
    if not any(value.get(key) is not None for key in form.needs):
        right = " or ".join(f'"{key}", {_right(form.keys[key])}' for key in form.needs)
        return Fault(f"{kind} says nothing without {' or '.join(form.needs)}", f"Give {right}")
    wrong = fault_of_types(kind, value)
    return wrong or next((found for key, part in value.items() if (found := _wrong_word(kind, key, part, read))), None)


def with_whole_windows(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return a value that has no fault with its window as claims carry it: precision and EDTF form are put where they lack."""
    window = value.get("window")
    if window is None:
        return dict(value)
    start, end = (_day(window[key]) for key in ("start", "end"))
    precision: Precision = window.get("precision") or ("day" if start == end else "interval")
    return {**value, "window": Window(start, end, precision).value()}


def _wrong_word(kind: Kind, key: str, part: Any, read: Mapping[str, Any]) -> Fault | None:
    words = FORMS[kind].keys.get(key)
    if not isinstance(words, tuple) or key not in _DECISIVE:
        return None
    known = (*words, *_READ_TOO.get((kind, key), ()))
    if part in known or part == read.get(key):
        return None
    return Fault(f'"{key}" of {kind} is {_shown(part)}', f"{_meant(part, known)}It is one of {', '.join(known)}")


def _meant(given: str, known: typing.Iterable[str]) -> str:
    near = difflib.get_close_matches(given, list(known), n=1)
    return f'Did you mean "{near[0]}"? ' if near else ""


def _right(follows: Follows | tuple[str, ...]) -> str:
    return _RIGHT[follows] if isinstance(follows, str) else f"one of {', '.join(follows)}"


def _shown(part: Any) -> str:
    return json.dumps(part, ensure_ascii=False, default=str)[:_SHOWN]


def _fits(follows: Follows, part: Any) -> bool:
    match follows:
        case "number":
            return _is_number(part)
        case "percent":
            return _is_number(part) and 0 <= part <= 1
        case "score":
            return _is_number(part) and 0 <= part <= 100
        case "window":
            return isinstance(part, Mapping) and _is_window(part)
        case "flag":
            return isinstance(part, bool)
        case _:
            return isinstance(part, str) and bool(part.strip())


def _is_number(part: Any) -> bool:
    return isinstance(part, int | float) and not isinstance(part, bool) and math.isfinite(part)


def _is_window(part: Mapping[str, Any]) -> bool:
    """Whether it has two days in order, of which one may be open, and beside them nothing but how exact they are."""
    if not {"start", "end"} <= set(part) <= {"start", "end", "precision", "edtf"}:
        return False
    try:
        start, end = (_day(part[key]) for key in ("start", "end"))
    except (TypeError, ValueError):
        return False
    ordered = (start or end) is not None and (start is None or end is None or start <= end)
    return ordered and part.get("precision", "interval") in _PRECISIONS and isinstance(part.get("edtf", ""), str)


def _day(text: Any) -> dt.date | None:
    """Read a day as claims write it; raises ``ValueError`` or ``TypeError`` for anything else."""
    if text is None:
        return None
    found = dt.date.fromisoformat(text)
    if found.isoformat() != text:
        raise ValueError
    return found
