"""A number with its interval."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spread:
    """A number with its 80 % interval; all three null where there is no answer. The unit is the field's."""

    p10: float | None
    p50: float | None
    p90: float | None
