"""Fan campaigns that the press counted: a small table that comes with the package."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

Outcome = Literal["saved", "partial", "not"]
Canceller = Literal["streamer", "linear"]

_OF_CHANNEL = re.compile(r" (?:one|two|three|four|[1-9]|hd|tv|network|channel|entertainment|studios?)$")


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
def _file() -> dict[str, Any]:
    return tomllib.loads(resources.files("cliffhanger.sources").joinpath("campaigns.toml").read_text(encoding="utf-8"))


@cache
def campaigns() -> tuple[Campaign, ...]:
    """Read the table, in its own order."""
    return tuple(Campaign(**row) for row in _file()["campaign"])


def service_kind(name: str) -> Canceller:
    """Return what sort of service a name is of: a channel of the list, or one of its programmes, is linear; all others stream."""
    plain = name.casefold().removeprefix("the ")
    channels = {channel.casefold() for channel in _file()["linear"]}
    return "linear" if {plain, _OF_CHANNEL.sub("", plain)} & channels else "streamer"
