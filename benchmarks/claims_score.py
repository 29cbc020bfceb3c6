"""Scores the claims that `cliffhanger read --dry-run --json` prints against annotated articles.

A claim matches an annotated one of its kind whose quote overlaps; each is used once. Of those that match it is told how many have
the annotated value, standing, series and season (of the right series; a season that is not stated counts as one). Run:

    python benchmarks/claims_score.py GOLD.jsonl            # reads the articles that GOLD names and scores them
    python benchmarks/claims_score.py GOLD.jsonl --speed    # words a second on one core besides
    python benchmarks/claims_score.py GOLD.jsonl --rules-only

GOLD holds one object a line with id, file, published, outlet, claims and traps (`docs/claims.md`).
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

from cliffhanger.claims import grammar, reading
from cliffhanger.claims.article import Article
from cliffhanger.claims.claim import NOT_ANNOTATED, Claim
from cliffhanger.claims.names import fold
from cliffhanger.sources.articles.files import Named, Refused, articles

FIELDS = ("n", "value", "amount", "tag", "status")


def annotated(gold: Path) -> Iterator[tuple[dict[str, Any], Article | Refused]]:
    """Yield what is annotated of each article of a set, and the article."""
    lines = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    named = [
        Named(
            one["id"],
            gold.parent / one["file"],
            one.get("outlet"),
            dt.date.fromisoformat(one["published"]) if one.get("published") else None,
        )
        for one in lines
    ]
    yield from zip(lines, articles(named), strict=True)


def read_all(gold: Path, *, rules_only: bool = False) -> dict[str, tuple[dict[str, Any], list[Claim]]]:
    """Return each annotated article with the claims of annotated kinds that are read in it, or that the rules alone read."""
    read = grammar.read if rules_only else reading.read
    found = {}
    for one, article in annotated(gold):
        found[one["id"]] = (
            one,
            [] if isinstance(article, Refused) else [claim for claim in read(article) if claim.kind not in NOT_ANNOTATED],
        )
    return found


def overlaps(one: dict[str, int], claim: Claim) -> bool:
    """Say whether a stretch shares a character with a claim's quote."""
    return one["start"] < claim.quote.end and claim.quote.start < one["end"]


def _name(text: Any) -> str:
    return (text or "").lower().strip("“”\"' .")


def same_value(kind: str, gold: dict[str, Any], got: dict[str, Any]) -> bool | None:
    """Say whether two values are the same; None where the two cannot be compared."""
    if kind == "release_date":
        one, other = gold.get("window"), got.get("window")
        if one and other:
            return (one.get("start"), one.get("end")) == (other.get("start"), other.get("end"))
        return gold.get("announced") is False and got.get("announced") is False
    if kind == "cast_role":
        one, other = _name(gold.get("character")), _name(got.get("character"))
        return _name(gold.get("actor")) == _name(got.get("actor")) and (
            not one or not other or one.split()[-1:] == other.split()[-1:]
        )
    if kind == "crew_role":
        return _name(gold.get("person")).split()[-1:] == _name(got.get("person")).split()[-1:]
    for field in FIELDS:
        if field in gold and field in got:
            a, b = gold[field], got[field]
            numbers = isinstance(a, int | float) and isinstance(b, int | float)
            return abs(a - b) <= 1e-6 * abs(a) if numbers else a == b
    return None


def official_renewal(claim: Claim) -> bool:
    """Say whether a claim gives a renewal as the owner's word."""
    return (
        claim.kind == "renewal_status"
        and claim.standing == "official"
        and claim.value.get("status") == "renewed"
        and claim.polarity == "+"
    )


def score(found: dict[str, tuple[dict[str, Any], list[Claim]]]) -> dict[str, Any]:
    """Return precision and recall by kind and over all, exact values, standings, traps fired and false official renewals."""
    counts: dict[str, Counter[str]] = {}
    totals: Counter[str] = Counter()
    for gold, claims in found.values():
        used: set[int] = set()
        for trap in gold.get("traps", []):
            totals["traps"] += 1
            hits = [claim for claim in claims if overlaps(trap, claim)]
            totals["fired"] += any(not any(overlaps(one["quote"], claim) for one in gold["claims"]) for claim in hits)
        for one in gold["claims"]:
            _match(one, claims, used, counts.setdefault(one["kind"], Counter()), totals)
        for place, claim in enumerate(claims):
            if place not in used:
                counts.setdefault(claim.kind, Counter())["extra"] += 1
                totals["false_official_renewals"] += official_renewal(claim)
    whole = sum(counts.values(), Counter())
    rows = {kind: _rates(one) for kind, one in sorted(counts.items(), key=lambda item: -(item[1]["found"] + item[1]["missed"]))}
    return {
        "kinds": rows,
        "all": _rates(whole),
        "standing": _share(totals["standing"], whole["found"]),
        "series": _share(totals["series"], whole["found"]),
        "season": _share(totals["season"], totals["series"]),
        "traps_fired": totals["fired"],
        "traps": totals["traps"],
        "false_official_renewals": totals["false_official_renewals"],
    }


def _share(some: int, of: int) -> float:
    return round(some / of, 3) if of else 0.0


def best_match(one: dict[str, Any], claims: Sequence[Claim], used: AbstractSet[int]) -> tuple[int, bool | None] | None:
    """Return which claim matches an annotated one, a claim of the same value first, and whether the value is the same."""
    best: tuple[int, bool | None] | None = None
    for place, claim in enumerate(claims):
        if place in used or claim.kind != one["kind"] or not overlaps(one["quote"], claim):
            continue
        same = same_value(one["kind"], one["value"], claim.value)
        if best is None or (same is True) > (best[1] is True):
            best = (place, same)
    return best


def _match(one: dict[str, Any], claims: list[Claim], used: set[int], count: Counter[str], totals: Counter[str]) -> None:
    best = best_match(one, claims, used)
    if best is None:
        count["missed"] += 1
        return
    used.add(best[0])
    got = claims[best[0]]
    count["found"] += 1
    totals["standing"] += got.standing == one["standing"]
    if fold(got.subject.series or "") == fold(one["subject"]["series"] or ""):
        totals["series"] += 1
        totals["season"] += got.subject.season == one["subject"].get("season")
    totals["false_official_renewals"] += official_renewal(got) and one["standing"] != "official"
    if best[1] is not None:
        count["comparable"] += 1
        count["right"] += best[1]


def _rates(count: Counter[str]) -> dict[str, Any]:
    found, missed, extra = count["found"], count["missed"], count["extra"]
    return {
        "n": found + missed,
        "precision": round(found / (found + extra), 3) if found + extra else 0.0,
        "recall": round(found / (found + missed), 3) if found + missed else 0.0,
        "value": round(count["right"] / count["comparable"], 3) if count["comparable"] else None,
    }


def main() -> None:
    """Score the annotated articles that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--rules-only", action="store_true", help="without the classifiers beside the rules")
    asked = parser.parse_args()
    result = score(read_all(asked.gold, rules_only=asked.rules_only))
    if asked.speed:
        result["words_per_second"] = _speed(asked.gold, rules_only=asked.rules_only)
    if asked.json:
        print(json.dumps(result))
        return
    print(f"{'kind':18} {'n':>4} {'P':>6} {'R':>6} {'value':>6}")
    for kind, row in [*result["kinds"].items(), ("all", result["all"])]:
        value = "-" if row["value"] is None else f"{row['value']:.2f}"
        print(f"{kind:18} {row['n']:4} {row['precision']:6.2f} {row['recall']:6.2f} {value:>6}")
    print({key: result[key] for key in result if key not in {"kinds", "all"}})


def _speed(gold: Path, *, rules_only: bool) -> int:
    read = grammar.read if rules_only else reading.read
    whole = [one for _, one in annotated(gold) if not isinstance(one, Refused)]
    for one in whole:
        read(one)
    began = time.process_time()
    for _ in range(3):
        for one in whole:
            read(one)
    return round(3 * sum(len(one.text.split()) for one in whole) / (time.process_time() - began))


if __name__ == "__main__":
    main()
