"""The season that a claim is about: of those that it may be about, the one for which most speaks, by a conditional logit.

What a role counts in each of a claim's contexts was learned by `benchmarks/season_train.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from cliffhanger.claims.about import season_above
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.seasons.choice import Choice, choice
from cliffhanger.claims.seasons_said import seasons_in
from cliffhanger.claims.words.arrays import letters, lines, zipped

_LAST_SEASON = frozenset({"viewership", "score", "award"})


@dataclass(frozen=True, eq=False)  # itself only, so that what its roles are worth is kept
class Weights:
    """``table`` has a row for each context and a column for each role, by their numbers."""

    contexts: Mapping[str, int]
    roles: Mapping[str, int]
    table: NDArray[np.float32]

    def best(self, among: Choice) -> int | None:
        """Return the season that most speaks for; the first of equals."""
        worth, at = self._worth(tuple(among.contexts)), self.roles
        return max(among.roles, key=lambda season: sum([worth[at[role]] for role in among.roles[season] if role in at]))

    @lru_cache(maxsize=256)  # noqa: B019 - most claims stand in the same few contexts
    def _worth(self, contexts: tuple[str, ...]) -> Sequence[float]:
        """Return what each role counts in all of some contexts together."""
        rows = [self.contexts[one] for one in contexts if one in self.contexts]
        worth: list[float] = self.table.take(rows, axis=0).sum(axis=0).tolist()
        return worth


def season_of_claim(place: Place, found: Found, series: str | None) -> int | None:
    """Return the season that a claim is about; None where it is about the whole series, or where that is not told."""
    if found.season is not None and all(one.season != found.season for one in seasons_in(place.text)):
        return found.season  # a rule read it off a table or the like, where it does not stand as a season
    return kept().best(choice(place, found, series, ruled(place, found, series)))


def ruled(place: Place, found: Found, series: str | None) -> int | None:
    """Return the season that rules give a claim: its own, the one named above, the article's or, for what was, the one before."""
    context, season = place.context, found.season
    if season is None and context.series and series != context.series[0]:
        season = season_above(context, place, series)
    if season is None and context.focus and (not context.series or series == context.series[0]):
        season = context.focus
        if (found.kind in _LAST_SEASON or found.past) and context.focus > 1:
            season -= 1
    if found.kind == "crew_role" and found.value.get("role") == "creator":
        season = None
    return season


@cache
def kept() -> Weights:
    """Return the weights that come with the package."""
    with resources.files(__package__).joinpath("weights.npz").open("rb") as file, np.load(file) as arrays:
        contexts, roles = ({name: n for n, name in enumerate(lines(arrays[of]))} for of in ("contexts", "roles"))
        return Weights(contexts, roles, arrays["table"].astype(np.float32))


def packed(made: Weights) -> bytes:
    """Return weights as the bytes of a file."""
    names = {of: letters([*numbered]) for of, numbered in (("contexts", made.contexts), ("roles", made.roles))}
    return zipped({**names, "table": made.table.astype(np.float16)})
