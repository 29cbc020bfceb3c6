"""The time that may go into one article: looked at between sentences and between rules, so that no text holds up the others."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from cliffhanger.errors import InputError

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment of a clock, both in seconds, and the time that led up to it."""

    seconds: float
    until: float
    clock: Clock

    @classmethod
    def after(cls, seconds: float, clock: Clock = time.monotonic) -> Deadline:
        """Return the deadline that lies so many seconds from now."""
        return cls(seconds, clock() + seconds, clock)

    def check(self) -> None:
        """Raise when the time is up.

        Raises
        ------
        InputError
            When it is; it says how long that was.
        """
        if self.clock() > self.until:
            raise InputError(
                f"reading it took longer than {self.seconds:g} s, and nothing of it was kept",
                remedy="Take out what is no article, or set seconds_per_article under [articles] of cliffhanger.toml",
            )
