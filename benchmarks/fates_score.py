"""How well it is read what becomes of a series, where most sentences only look like it: ``python -m benchmarks.fates_score``.

The items that nothing is trained on (`tests/claims/fates`, the yardsticks; ``--seen`` for those it is trained on) are short and
dense in pleas, hopes, questions, plots, contracts and other people's shows. A claim is right where its words meet those of an
annotated fate that none has met before, the likest one first; its value where status and polarity are the same ("renewed" and
"reversed" are one: both bring it back). A fate that is marked as optional, a mere repeat, is neither missed nor wrong. Seasons
are annotated more sparingly than in the annotated sets ("cancelled after two seasons" has none): they are counted and no aim.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from benchmarks.claims_corpus import Item, items, span_of
from cliffhanger.claims import grammar, reading
from cliffhanger.claims.claim import Claim
from cliffhanger.claims.naming import naming_key

_BACK = {"renewed", "reversed"}
Fate = dict[str, Any]


def scored(found: Iterable[tuple[Item, list[Claim]]]) -> dict[str, Any]:
    """Count what was read of some items: shares, and of false claims how many lie on words that only look like a fate."""
    count: Counter[str] = Counter()
    for item, claims in found:
        raw = item.article.raw
        fates = [(fate, span_of(raw, fate["quote"])) for fate in item.fates]
        looks = [span_of(raw, one["span"]) for one in item.looks_like]
        count.update(fates=len(fates), looks_like=len(looks), looked=sum(any(_meets(one, at) for one in claims) for at in looks))
        met = set[int]()
        for one in claims:
            here = [number for number, (_, at) in enumerate(fates) if _meets(one, at)]
            fresh = sorted((n for n in here if n not in met), key=lambda n: _likeness(one, fates[n][0]))
            if fresh:
                met.add(fresh[0])
                count.update(_judged(one, fates[fresh[0]][0]))
            elif not here:
                count.update(wrong=1, wrong_official=one.standing == "official")
        count["missed"] += sum(n not in met and not fate.get("optional", False) for n, (fate, _) in enumerate(fates))
    return _shares(count)


def _meets(claim: Claim, at: tuple[int, int]) -> bool:
    return claim.quote.start < at[1] and at[0] < claim.quote.end


def _likeness(claim: Claim, fate: Fate) -> tuple[bool, bool]:
    return not _same_value(claim, fate), fate["series"] != claim.subject.series


def _same_value(claim: Claim, fate: Fate) -> bool:
    told, meant = claim.value.get("status"), fate["status"]
    return fate["polarity"] == claim.polarity and (told == meant or {told, meant} == _BACK)


def _judged(claim: Claim, fate: Fate) -> dict[str, int]:
    """Say what of a claim is as its fate is annotated."""
    return {
        "right": 1,
        "value": _same_value(claim, fate),
        "series": naming_key(fate["series"]) == naming_key(claim.subject.series or ""),
        "season": fate["season"] == claim.subject.season,
        "standing": claim.standing in {fate["standing"], fate.get("standing_alt")},
    }


def _shares(count: Counter[str]) -> dict[str, Any]:
    right = count["right"]
    shares = {
        "precision": right / max(1, right + count["wrong"]),
        "recall": right / max(1, right + count["missed"]),
        **{part: count[part] / max(1, right) for part in ("value", "series", "season", "standing")},
    }
    told = {name: count[name] for name in ("fates", "right", "wrong", "wrong_official", "missed", "looks_like", "looked")}
    return {name: round(share, 3) for name, share in shares.items()} | told


def read_items(*, yardsticks: bool, rules_only: bool) -> Iterator[tuple[Item, list[Claim]]]:
    """Read the items; of what is found only the claims about fates."""
    read: Callable[..., list[Claim]] = grammar.read if rules_only else reading.read
    for item in items(yardsticks=yardsticks):
        yield item, [claim for claim in read(item.article) if claim.kind == "renewal_status"]


def main() -> None:
    """Print the counts, as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seen", action="store_true", help="the items that the classifiers are trained on")
    parser.add_argument("--rules-only", action="store_true", help="without the classifiers")
    asked = parser.parse_args()
    print(json.dumps(scored(read_items(yardsticks=not asked.seen, rules_only=asked.rules_only)), indent=1))


if __name__ == "__main__":
    main()
