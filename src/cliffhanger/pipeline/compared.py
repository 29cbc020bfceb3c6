"""An answer held against the one that a file has: what differs, and which fields only one of them has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Literal

from cliffhanger.dossier.plain import plain

PLACE_IN_LIST = re.compile(r"\[\d+\]")
LONGEST = 60  # characters of a value that differs
MOST_NAMED = 6
Kind = Literal["same", "differs", "lacks", "besides"]


@dataclass(frozen=True, slots=True)
class Compared:
    """An answer held against the one in a file.

    Attributes
    ----------
    values
        How many values both have.
    differs
        Places of those that are not the same, with both values.
    lacks
        Fields of the answer that the file has not, each once for all rows of a list: another version wrote it.
    besides
        Fields that only the file has.
    because
        Why something may differ; empty where nothing does, or where it was not asked.
    """

    values: int
    differs: tuple[str, ...]
    lacks: tuple[str, ...]
    besides: tuple[str, ...]
    because: str = ""

    @property
    def places(self) -> str:
        """How many places differ, in words."""
        return f"{len(self.differs):,} {'place' if len(self.differs) == 1 else 'places'}"

    @property
    def other_fields(self) -> tuple[str, ...]:
        """What is to be said of fields that only one of them has, a sentence for each kind."""
        told = []
        if self.lacks:
            told.append(f"an earlier version wrote the file: it has no {_listed(self.lacks)}, which the answer has now")
        if self.besides:
            told.append(f"another version wrote the file: it has {_listed(self.besides)}, which the answer has not")
        return (*told, *([f"the {self.values:,} values that both have are compared"] if told else []))


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - MOST_NAMED} others" if names[MOST_NAMED:] else ""
    return f"{', '.join(names[:MOST_NAMED])}{more}"


def compared(before: Any, now: Any, place: str) -> Compared:
    """Hold a record, or plain data, against what was read from JSON; keys of a mapping are values, and no fields."""
    found: dict[Kind, list[str]] = {"same": [], "differs": [], "lacks": [], "besides": []}
    for kind, told in _held(before, now, place):
        found[kind].append(told)
    lacks, besides = (tuple(dict.fromkeys(PLACE_IN_LIST.sub("", one) for one in found[kind])) for kind in ("lacks", "besides"))
    return Compared(len(found["same"]) + len(found["differs"]), tuple(found["differs"]), lacks, besides)


def explained(held: Compared, *, then: Any, now: Mapping[str, str], otherwise: str) -> Compared:
    """Say why something differs: versions ``then`` that are others than those of ``now``, else what ``otherwise`` says."""
    if not held.differs:
        return held
    known = then if isinstance(then, Mapping) else {}
    others = ", ".join(f"{name} {known.get(name)} then, {here} now" for name, here in now.items() if here != known.get(name))
    return replace(held, because=f"other versions decided it ({others})" if others else otherwise)


def _held(before: Any, now: Any, place: str) -> Iterator[tuple[Kind, str]]:
    if isinstance(before, dict) and is_dataclass(now):
        names = [field.name for field in fields(now)]
        for name in names:
            if name in before:
                yield from _held(before[name], getattr(now, name), f"{place}.{name}")
            else:
                yield "lacks", f"{place}.{name}"
        yield from (("besides", f"{place}.{name}") for name in before if name not in names)
    elif isinstance(before, dict) and isinstance(now, dict):
        for key in dict.fromkeys([*before, *now]):
            yield from _held(before.get(key), now.get(key), f"{place}.{key}")
    elif isinstance(before, list) and isinstance(now, Sequence) and not isinstance(now, str) and len(before) == len(now):
        for k, pair in enumerate(zip(before, now, strict=True)):
            yield from _held(*pair, f"{place}[{k}]")
    else:
        told = plain(now)
        same = before == told and isinstance(before, float) is isinstance(told, float)
        yield "same" if same else "differs", f"{place}: {_short(before)} before, {_short(told)} now"


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
