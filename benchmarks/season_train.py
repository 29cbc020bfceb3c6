"""Trains the choice of the season that a claim is about, and says how well it does on articles that it was not trained on.

    python -m benchmarks.season_train              # trains, and writes src/cliffhanger/claims/seasons/weights.npz
    python -m benchmarks.season_train --dry-run    # trains and measures, writes nothing

It learns from the claims of the annotated sets but the yardsticks that are read, and of the right series. The development set
counts three times, because whoever wrote the guide annotated it. There one claim in eight has no season, in the other sets nearly
one in three: so a claim that these leave open counts less, by the ratio of the odds. To be run when the other classifiers are
trained.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize

from benchmarks.claims_corpus import CLAIMS, FOR_NAMES, YARDSTICKS
from benchmarks.claims_score import annotated, best_match
from cliffhanger.claims import grammar
from cliffhanger.claims.article import Article
from cliffhanger.claims.claim import Claim
from cliffhanger.claims.context import look
from cliffhanger.claims.likely.judge import Judge
from cliffhanger.claims.names import fold
from cliffhanger.claims.seasons.choice import Choice, choice
from cliffhanger.claims.seasons.chosen import Weights, packed, ruled
from cliffhanger.sources.articles.files import Refused

WEIGHTS = Path(__file__).parent.parent / "src" / "cliffhanger" / "claims" / "seasons" / "weights.npz"
OF_THE_GUIDE = 3.0  # what a claim of the development set counts
LEFT_OPEN = 0.3  # what a claim without a season counts in the other sets
SEEN = 3  # choices in which a role must occur in a context
PENALTY = 10.0  # half of it for each squared weight
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """A claim that is read and annotated: where from, the seasons it may be about, the annotated one and that of the rules."""

    source: str
    article: str
    among: Choice
    season: int | None
    ruled: int | None


def examples(*, yardsticks: bool) -> Iterator[Example]:
    """Yield the claims of the annotated sets to train on, or of those never trained on, that are read and of the right series."""
    for gold in [CLAIMS / "dev" / "gold.jsonl", *sorted((CLAIMS / "others").glob("*/gold.jsonl"))]:
        source = gold.parent.name
        if (source in YARDSTICKS) != yardsticks or source in FOR_NAMES:
            continue
        for line, one in annotated(gold):
            if not isinstance(one, Refused):
                yield from of_article(source, line, one)


def of_article(source: str, line: dict[str, Any], one: Article) -> Iterator[Example]:
    """Yield the claims of an article."""
    read: list[Claim] = []
    made: list[tuple[Choice, int | None]] = []
    context = look(one)
    judge = Judge(context)
    for place, found in grammar.found_in(context, judge):
        claim = grammar.claim_at(one, place, found)
        if claim is not None:
            series = claim.subject.series
            by_rules = ruled(place, found, series)
            read.append(claim)
            made.append((choice(place, found, series, by_rules), by_rules))
    used = set[int]()
    for told in line["claims"]:
        best = best_match(told, read, used)
        if best is None:
            continue
        used.add(best[0])
        if fold(read[best[0]].subject.series or "") == fold(told["subject"]["series"] or ""):
            yield Example(source, line["id"], made[best[0]][0], told["subject"].get("season"), made[best[0]][1])


def features(among: Choice, season: int | None) -> Iterator[tuple[str, str]]:
    """Yield the roles of a season in each context."""
    return ((context, role) for context in among.contexts for role in among.roles[season])


def fitted(learned: Sequence[Example]) -> Weights:
    """Fit a conditional logit: the chance of a season is its share of the exponentials of all that a claim may be about."""
    usable = [one for one in learned if one.season in one.among.roles]
    counted = Counter(pair for one in usable for season in one.among.roles for pair in set(features(one.among, season)))
    column = {pair: n for n, pair in enumerate(sorted(pair for pair, count in counted.items() if count >= SEEN))}
    at, ends, of, right = list[int](), [0], list[int](), list[bool]()
    for number, one in enumerate(usable):
        for season in one.among.roles:
            at += [column[pair] for pair in features(one.among, season) if pair in column]
            ends.append(len(at))
            of.append(number)
            right.append(season == one.season)
    given = sparse.csr_matrix((np.ones(len(at)), at, ends), shape=(len(of), len(column)))
    counts = np.array([OF_THE_GUIDE if one.source == "dev" else LEFT_OPEN if one.season is None else 1.0 for one in usable])
    weights = _least_loss(given, np.array(of), np.array(right, dtype=float), counts)
    contexts, roles = ({name: n for n, name in enumerate(sorted({pair[side] for pair in column}))} for side in (0, 1))
    table = np.zeros((len(contexts), len(roles)), dtype=np.float32)
    for (context, role), n in column.items():
        table[contexts[context], roles[role]] = np.round(weights[n], 2)
    return Weights(contexts, roles, table)


def _least_loss(
    given: sparse.csr_matrix, of: NDArray[np.int64], right: NDArray[np.float64], counts: NDArray[np.float64]
) -> NDArray[np.float64]:
    starts = np.searchsorted(of, np.arange(of[-1] + 1))

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        score = given @ weights
        score -= np.maximum.reduceat(score, starts)[of]
        share = np.exp(score)
        whole = np.add.reduceat(share, starts)[of]
        lost = -(counts[of] * right * (score - np.log(whole))).sum() + PENALTY / 2 * weights @ weights
        return float(lost), given.T @ (counts[of] * (share / whole - right)) + PENALTY * weights

    return minimize(loss, np.zeros(given.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def shares(name: str, held: Sequence[Example], said: Sequence[int | None]) -> None:
    """Print for how many claims the season is the annotated one, by the rules and by the choice."""
    both = [*zip(held, said, strict=True)]
    parts = {
        "all": both,
        "a season annotated": [pair for pair in both if pair[0].season is not None],
        "development set": [pair for pair in both if pair[0].source == "dev"],
    }
    for which, of in parts.items():
        if of:
            rules = np.mean([one.ruled == one.season for one, _ in of])
            right = np.mean([season == one.season for one, season in of])
            print(f"{name}, {which}: {len(of)} claims, by the rules {rules:.3f}, chosen {right:.3f}")


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    asked = parser.parse_args()
    learned, held = [*examples(yardsticks=False)], [*examples(yardsticks=True)]
    fold = {name: n % FOLDS for n, name in enumerate(sorted({(one.source, one.article) for one in learned}))}
    said = dict[int, int | None]()
    for number in range(FOLDS):
        part = fitted([one for one in learned if fold[one.source, one.article] != number])
        said |= {n: part.best(one.among) for n, one in enumerate(learned) if fold[one.source, one.article] == number}
    shares("articles, each by a choice that was not trained on it", learned, [said[n] for n in range(len(learned))])
    made = fitted(learned)
    shares("yardsticks", held, [made.best(one.among) for one in held])
    file = packed(made)
    print(f"{len(file):,} bytes, {len(made.contexts)} contexts, {len(made.roles)} roles")
    if not asked.dry_run:
        WEIGHTS.write_bytes(file)


if __name__ == "__main__":
    sys.exit(main())
