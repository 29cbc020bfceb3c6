"""What is not known of a season, and why: codes with the day or number that belongs to each."""

from __future__ import annotations

from typing import Any

from cliffhanger.dossier.known import Told
from cliffhanger.dossier.record import Gap
from cliffhanger.terms import LISTS_BEGAN

OLD_DAYS = 36 * 30.4375
_OPEN = frozenset({"unknown", "undecided", "limbo"})


def gaps_of(**facts: Any) -> tuple[Gap, ...]:
    """List what is missing, most important first; ``facts`` are the fields of a dossier."""
    as_of, premiere, sources = facts["as_of"], facts["premiere"], facts["sources"]
    running, listed = facts["returned_on"] is None, facts["launch_listed"]
    first, silent = facts["season"] == 1, running and not _settled(facts.get("told"))
    checks = (
        (True, Gap("no_log")),
        (facts.get("told") is None, Gap("no_claims")),
        (silent, Gap("announced_end")),
        (silent and first and facts["limited"] is not True, Gap("open_first_season")),
        (silent and (as_of - premiere).days > OLD_DAYS, Gap("old_season")),
        (not listed and premiere < LISTS_BEGAN, Gap("before_lists", LISTS_BEGAN.isoformat())),
        (not listed and premiere >= LISTS_BEGAN, Gap("never_listed")),
        (not facts["half_years"], Gap("no_report")),
        (running and sources.observed_until > sources.detected_until, Gap("undetected", sources.detected_until.isoformat())),
        (facts["limited"] is None, Gap("no_label", as_of.isoformat())),
        (facts["runtime_min"] is None, Gap("runtime_unknown")),
    )
    return tuple(gap for holds, gap in checks if holds)


def _settled(told: Told | None) -> bool:
    """Say whether the owner's word is on file on whether it goes on."""
    return told is not None and told.known.status.official and told.known.status.state not in _OPEN
