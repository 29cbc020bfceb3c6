"""Fan campaigns that the press counted: a small table that comes with the package."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

Outcome = Literal["saved", "partial", "not"]
Canceller = Literal["streamer", "linear"]


@dataclass(frozen=True, slots=True)
class Campaign:
    """One campaign: who cancelled the series and when, the highest count of signatures that was reported, and what came of it."""

    series: str
    cancelled_by: str
    kind: Canceller
    year: int
    signatures: int
    outcome: Outcome
    source: str


@cache
def campaigns() -> tuple[Campaign, ...]:
    """Read the table, in its own order."""
    text = resources.files("cliffhanger.sources").joinpath("campaigns.toml").read_text(encoding="utf-8")
    return tuple(Campaign(**row) for row in tomllib.loads(text)["campaign"])
