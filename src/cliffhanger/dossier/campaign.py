"""How large a fan campaign is, against what, and what became of others: shown, and moving nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

SIZE_COEFFICIENT = 0.0
WHY_NO_EFFECT = (
    "the campaigns on record were chosen for having a petition that the press counted, so what a petition's size does cannot be "
    "told from them: it has no identified effect, and its coefficient is zero"
)


@dataclass(frozen=True, slots=True)
class Audience:
    """How many watched: a count, what it counts ("views in its first four weeks"), and who says so."""

    count: float
    what: str
    source: str


@dataclass(frozen=True, slots=True)
class Saved:
    """Of series with a counted petition, how many were saved, by what sort of service cancelled them ("any" for all).

    ``partial`` counts films, finales and other forms, which are not among the ``saved``. ``p10``, ``p50`` and ``p90`` are the
    80 % Jeffreys interval of the share that was saved.
    """

    kind: str
    saved: int
    partial: int
    total: int
    p10: float
    p50: float
    p90: float


@dataclass(frozen=True, slots=True)
class CampaignSize:
    """The size of a campaign against its audience and against others.

    Attributes
    ----------
    signatures, on, told_by
        The greatest count on file, its day, and who gave it; null where nobody counted.
    audience, share
        How many watched, null where no figure is on file; signatures for each of them, a fraction.
    smaller, counted
        How many of the campaigns on record had fewer signatures, and how many there are. Their counts differ in age.
    canceller
        What sort of service cancelled this one, on its own word: "streamer" or "linear"; null where none did.
    saved
        The base rates by canceller.
    coefficient, why
        What the size adds to the log odds of a return, which is nothing, and why.
    """

    signatures: float | None
    on: dt.date | None
    told_by: str | None
    audience: Audience | None
    share: float | None
    smaller: int | None
    counted: int
    canceller: str | None
    saved: tuple[Saved, ...]
    coefficient: float = SIZE_COEFFICIENT
    why: str = WHY_NO_EFFECT
