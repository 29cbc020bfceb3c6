"""Whether two values answer a question alike, and whether one only narrows the other."""

from __future__ import annotations

from typing import Any

PLANS = frozenset({"scheduled", "wrap_expected", "in_development", "writing"})
PROCESS = frozenset({"in_talks", "in_development", "paused"})  # they say how it goes, and end no decision
DECIDED = frozenset({"renewed", "cancelled", "ending", "reversed"})


def same_answer(family: str, held: dict[str, Any] | None, value: dict[str, Any]) -> bool:
    """Say whether two values answer alike; windows must be equal, other keys of the same meaning."""
    if held is None:
        return False
    if family == "release" or ("window" in value and family == "announced"):
        one, other = held.get("window"), value.get("window")
        return (
            held.get("announced") == value.get("announced")
            and (one or {}).get("start") == (other or {}).get("start")
            and (one or {}).get("end") == (other or {}).get("end")
        )
    if family == "production":
        alike = held.get("status") == value.get("status")
        return alike and (held.get("status") not in PLANS or (held.get("window") or {}) == (value.get("window") or {}))
    if family == "platform" and (held.get("status") in PROCESS) != (value.get("status") in PROCESS):
        return False
    if family == "cast":
        return held.get("st") in {None, value.get("st")} or value.get("st") is None
    keys = ("status", "n", "name", "amount", "value", "tag", "place", "raw")
    shared = [key for key in keys if key in held and key in value]
    return all(_plain(held[key]) == _plain(value[key]) for key in shared) if shared else held == value


def _plain(said: Any) -> Any:
    """Return a word or name without its capitals: "#SaveIt" and "#saveit" are one hashtag."""
    return said.casefold() if isinstance(said, str) else said


def within(value: dict[str, Any], held: dict[str, Any]) -> bool:
    """Say whether one window lies within another and is narrower."""
    new, old = value.get("window"), held.get("window")
    if not isinstance(new, dict) or not isinstance(old, dict) or ("status" in held and held.get("status") != value.get("status")):
        return False
    first = old.get("start") or "0001-01-01"
    last = old.get("end") or "9999-12-31"
    return (
        bool(new.get("start") and new.get("end"))
        and first <= new["start"]
        and new["end"] <= last
        and (new["start"], new["end"]) != (first, last)
    )
