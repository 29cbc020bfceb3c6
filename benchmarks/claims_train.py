"""Trains the classifier of words that stands beside the rules, and says how well it does on sentences it was not trained on.

    python -m benchmarks.claims_train                    # trains, and writes src/cliffhanger/claims/likely/weights.npz
    python -m benchmarks.claims_train --dry-run          # trains and measures, writes nothing

It learns from the annotated sets but the yardsticks and those for names, from marked passages (`tests/claims/passages`),
from items about fates, of which only renewals, cancellations and the like are annotated (`tests/claims/fates`), and, half as
much, from the sentences that rules were tested with (`tests/claims/sentences.jsonl`). From which chance on a claim is kept where
a rule reads it, and made where none does, is learned on the passages alone, each part of them by a classifier that has not seen
it: no rule was written with them in sight.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from benchmarks.claims_corpus import PASSAGES, Row, marked, of_items, sets, tested
from cliffhanger.claims.likely.features import SPECIAL, STEMMED, of_claims, weights
from cliffhanger.claims.likely.figures import OF_MENTIONS, VALUES
from cliffhanger.claims.likely.judge import PEOPLE
from cliffhanger.claims.likely.linear import Linear, packed
from cliffhanger.claims.likely.people import surname
from cliffhanger.claims.likely.proposed import PROPOSED
from cliffhanger.claims.words.features import Keys
from cliffhanger.claims.words.tokens import stem
from cliffhanger.claims.words.vocabulary import Vocabulary, as_sign

WEIGHTS = Path(__file__).parent.parent / "src" / "cliffhanger" / "claims" / "likely" / "weights.npz"
OF_TESTS = 0.5  # what a sentence of a test counts: its other claims are not annotated
STANDING_OF_PASSAGES = 0.5  # what the standing of a passage's claim counts: their writers agree less on it
SEEN = 2  # rows in which a feature must occur
FEWEST = 15  # sentences that a label needs
FOLDS = 5
NEVER = 2.0  # a chance that nothing has
KEPT, MADE = 0.45, 0.7  # of the claims that are as likely as this, that many are right
MADE_OF = {*PROPOSED, *PEOPLE, *VALUES, "release_date"}  # kinds of claims that are made where no rule reads one
STANDINGS = ("official", "reported", "rumour", "speculation", "denied")


class Examples:
    """Features of what is judged, a label by a label whether it is so, what the rules say, and how much each counts."""

    def __init__(
        self,
        rows: Sequence[Keys],
        labels: Sequence[set[str]],
        read: Sequence[set[str]],
        sources: Sequence[str],
        articles: Sequence[str],
        annotated: Sequence[frozenset[str] | None] = (),
    ) -> None:
        self.rows, self.labels, self.read, self.sources, self.articles = rows, labels, read, sources, articles
        self.annotated = annotated or [None] * len(rows)  # as of a row
        self.weights = np.array([OF_TESTS if source == "tests" else 1.0 for source in sources])

    def part(self, chosen: Callable[[int], bool]) -> Examples:
        """Return those whose number is chosen."""
        at = [n for n in range(len(self.rows)) if chosen(n)]
        columns = (self.rows, self.labels, self.read, self.sources, self.articles, self.annotated)
        return Examples(*([of[n] for n in at] for of in columns))

    def tells(self, label: str) -> NDArray[np.bool_]:
        """Return of which it is annotated whether the label is so."""
        kind = label.partition("=")[0]
        return np.array([of is None or kind in of for of in self.annotated])


def of_sentences(rows: Sequence[Row]) -> Examples:
    """Return every sentence, with the kinds and statuses that it claims."""
    labels = [set().union(*(told.labels for told in row.gold)) for row in rows]
    read = [{told.kind for told in row.read} for row in rows]
    sources, articles, annotated = zip(*((row.source, row.article, row.annotated) for row in rows), strict=True)
    return Examples([row.words.features for row in rows], labels, read, sources, articles, annotated)


def of_people(rows: Sequence[Row]) -> Examples:
    """Return every person that a sentence names, with what it says of that one."""
    made: list[tuple[Keys, set[str], set[str], str, str]] = []
    for row in rows:
        if row.annotated is not None:
            continue
        around = row.words.together.of_people([row.words])
        for number, one in enumerate(row.words.people):
            shift = row.words.sentence.start
            start, end = row.words.context.article.raw_span(shift + one.start, shift + one.end)
            jobs = [
                {
                    told.kind
                    for told in of
                    if told.person and told.start < end and start < told.end and surname(told.person) == one.surname
                }
                for of in (row.gold, row.read)
            ]
            made.append((around.one(number), jobs[0], jobs[1], row.source, row.article))
    return Examples(*zip(*made, strict=True))


def of_mentions(rows: Sequence[Row]) -> Examples:
    """Return every date and number of a sentence, with the kinds of the claims whose words hold it."""
    made: list[tuple[Keys, set[str], set[str], str, str]] = []
    for row in rows:
        if row.annotated is not None:
            continue
        beside = row.words.together.of_mentions([row.words])
        for number, one in enumerate(row.words.mentions):
            shift = row.words.sentence.start
            start, end = row.words.context.article.raw_span(shift + one.start, shift + one.end)
            said = [
                {told.kind for told in of if told.kind in OF_MENTIONS and told.start < end and start < told.end}
                for of in (row.gold, row.read)
            ]
            made.append((beside.one(number), said[0], said[1], row.source, row.article))
    return Examples(*zip(*made, strict=True))


def of_standings(rows: Sequence[Row]) -> Examples:
    """Return every claim that the rules read and that is annotated, with the annotated standing."""
    made: list[tuple[Keys, set[str], set[str], str, str]] = []
    for row in rows:
        if row.source == "tests":
            continue
        places = _places(row)
        for read in row.read:
            told = next(
                (one for one in row.gold if one.kind == read.kind and one.start < read.end and read.start < one.end), None
            )
            if told is None or told.standing is None or read.standing is None:
                continue
            start = next((n for n, (_, last) in enumerate(places) if last > read.start), 0)
            end = next((n for n, (first, _) in enumerate(places) if first >= read.end), len(places))
            claim = row.words.claim(read.kind, read.standing, (start, end))
            keys = of_claims([claim], row.words.together.known).one(0)
            made.append((keys, {told.standing}, {read.standing}, row.source, row.article))
    return Examples(*zip(*made, strict=True))


def _places(row: Row) -> list[tuple[int, int]]:
    """Return where each character of a sentence stands in the file."""
    one, sentence = row.words.context.article, row.words.sentence
    return [(one.starts[at], one.ends[at]) for at in range(sentence.start, sentence.end)]


def vocabulary(rows: Sequence[Row]) -> Vocabulary:
    """Return the words that occur often enough, with what is known of claims and of sentences."""
    counted: Counter[str] = Counter()
    for row in rows:
        for token in row.words.tokens:
            counted.update({token.sign, token.word, STEMMED + stem(token.word)})
    told = {as_sign(word) for word in (*(told.kind for row in rows for told in row.gold), *STANDINGS)}
    words = {word for word, count in counted.items() if count >= SEEN} | told | set(SPECIAL)
    return Vocabulary(sorted(words), before_stem=STEMMED)


def tell_numbers(rows: Sequence[Row], known: Vocabulary) -> None:
    """Let every sentence know the numbers of words."""
    for row in rows:
        row.words.together.known = known


def matrix(rows: Sequence[Keys], features: Keys) -> sparse.csr_matrix:
    """Return the features of each example as a row."""
    columns, values, ends = list[NDArray[np.intp]](), list[NDArray[np.float32]](), [0]
    for keys in rows:
        at = np.minimum(np.searchsorted(features, keys), len(features) - 1)
        known = features[at] == keys
        columns.append(at[known])
        values.append(weights(keys)[known])
        ends.append(ends[-1] + int(known.sum()))
    return sparse.csr_matrix((np.concatenate(values), np.concatenate(columns), ends), shape=(len(rows), len(features)))


def fitted(examples: Examples, labels: Sequence[str], inverse_penalty: float) -> Linear:
    """Fit one logistic regression for each label."""
    features, counts = np.unique(np.concatenate(examples.rows), return_counts=True)
    features = features[counts >= SEEN]
    given, tells = matrix(examples.rows, features), {label.partition("=")[0]: examples.tells(label) for label in labels}
    table = np.zeros((len(features), len(labels)), dtype=np.float32)
    bias = np.zeros(len(labels), dtype=np.float32)
    for column, label in enumerate(labels):
        known = tells[label.partition("=")[0]]
        so = np.array([label in one for one in examples.labels])[known]
        model = LogisticRegression(C=inverse_penalty, max_iter=400).fit(given[known], so, sample_weight=examples.weights[known])
        table[:, column], bias[column] = model.coef_[0], model.intercept_[0]
    nothing = np.zeros(len(labels), dtype=np.float32)
    return Linear(features, tuple(labels), np.round(table, 2), bias, nothing, nothing)


def chances(model: Linear, examples: Examples) -> NDArray[np.float64]:
    """Return the chance of each label for each example."""
    scores = matrix(examples.rows, model.keys) @ model.table + model.bias
    return 1 / (1 + np.exp(-np.asarray(scores, dtype=np.float64)))


def out_of_fold(
    examples: Examples, labels: Sequence[str], inverse_penalty: float, judged: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Return the chances of the judged examples, each by a classifier that was not trained on its article."""
    names = sorted(set(examples.articles))
    fold = {name: number % FOLDS for number, name in enumerate(names)}
    found = np.full((len(examples.rows), len(labels)), np.nan)
    for number in range(FOLDS):
        held = np.array([judged[n] and fold[examples.articles[n]] == number for n in range(len(examples.rows))])
        model = fitted(examples.part(lambda n, held=held: not held[n]), labels, inverse_penalty)
        found[held] = chances(model, examples.part(lambda n, held=held: bool(held[n])))
    return found[judged]


def thresholds(
    chance: NDArray[np.float64], so: NDArray[np.bool_], read: NDArray[np.bool_], rates: NDArray[np.float64]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return for each label the chance from which on a claim is kept where the rules read it, and made where they do not.

    One logistic regression over all labels: of the logit, whether the rules say so, both together, and each label's own level,
    drawn towards the common one. ``KEPT`` and ``MADE`` of its chance, solved for the logit, are the thresholds. The passages have
    more of some kinds than articles have: the odds are those of ``rates``, the share of an annotated set's sentences that claim
    each.
    """
    count, labels = chance.shape
    logit = np.log(np.clip(chance, 1e-4, 1 - 1e-4) / np.clip(1 - chance, 1e-4, 1 - 1e-4))
    which = sparse.csr_matrix((np.full(count * labels, 0.5), (np.arange(count * labels), np.tile(np.arange(labels), count))))
    told = read.ravel().astype(float)
    given = sparse.hstack(
        [np.column_stack([logit.ravel(), told, told * logit.ravel()]), which, which.multiply(told[:, None])]
    ).tocsr()
    model = LogisticRegression(C=1.0, max_iter=2_000).fit(given, so.ravel())
    slope, shift, change, *levels = model.coef_[0]
    alone, with_rule = np.array(levels[:labels]) / 2, np.array(levels[labels:]) / 2
    here = so.mean(axis=0)
    rarer = np.clip(np.log(here / (1 - here)) - np.log(rates / (1 - rates)), -1, 1)
    wanted_kept, wanted_made = (np.log(share / (1 - share)) + rarer for share in (KEPT, MADE))
    keep = (wanted_kept - model.intercept_[0] - shift - alone - with_rule) / (slope + change)
    add = (wanted_made - model.intercept_[0] - alone) / slope
    return tuple((1 / (1 + np.exp(-of))).astype(np.float32) for of in (keep, add))  # type: ignore[return-value]


def trained(examples: Examples, labels: Sequence[str], kinds: Sequence[str], inverse_penalty: float) -> Linear:
    """Fit a classifier on everything, with thresholds for its kinds; a label that is no kind is never kept or added by itself."""
    honest = np.array([_is_passage(source) for source in examples.sources])
    chance = out_of_fold(examples, kinds, inverse_penalty, honest)
    so, read = (
        np.array([[kind in of[n] for kind in kinds] for n in range(len(of)) if honest[n]])
        for of in (examples.labels, examples.read)
    )
    of_sets = [
        of
        for of, source in zip(examples.labels, examples.sources, strict=True)
        if source not in {"tests", "fates"} and not _is_passage(source)
    ]
    rates = np.array([np.mean([kind in of for of in of_sets]) for kind in kinds])
    keep, add = thresholds(chance, so, read, rates)
    add = np.where([kind in MADE_OF for kind in kinds], add, NEVER).astype(np.float32)
    report("passages, each read by a classifier that has not seen it", chance, so, read, keep, add)
    model = fitted(examples, labels, inverse_penalty)
    wide_keep, wide_add = (
        np.array([of[kinds.index(label)] if label in kinds else otherwise for label in labels], dtype=np.float32)
        for of, otherwise in ((keep, 0.0), (add, NEVER))
    )
    return Linear(model.keys, model.labels, model.table, model.bias, wide_keep, wide_add)


def _is_passage(source: str) -> bool:
    return (PASSAGES / f"{source}.txt").is_file()


def report(
    name: str,
    chance: NDArray[np.float64],
    so: NDArray[np.bool_],
    read: NDArray[np.bool_],
    keep: NDArray[np.float32],
    add: NDArray[np.float32],
) -> None:
    """Print precision and recall of the rules alone and with the classifier, counted by sentence (or person) and kind."""
    both = np.where(read, chance >= keep, chance >= add)
    for who, told in (("rules alone", read), ("with the classifier", both)):
        right = (told & so).sum()
        print(f"{name}: {who}: precision {right / max(1, told.sum()):.3f}, recall {right / max(1, so.sum()):.3f} of {so.sum()}")


def of_kinds(name: str, training: Examples, held: Examples, inverse_penalty: float) -> Linear:
    """Fit the classifier of sentences or of people; print how it does on the yardsticks."""
    counted = Counter(label for one in training.labels for label in one)
    labels = sorted(label for label, count in counted.items() if count >= FEWEST)
    kinds = [label for label in labels if "=" not in label]
    model = trained(training, labels, kinds, inverse_penalty)
    at = [model.labels.index(kind) for kind in kinds]
    so, read = (np.array([[kind in one for kind in kinds] for one in of]) for of in (held.labels, held.read))
    report(f"yardsticks, {name}", chances(model, held)[:, at], so, read, model.keep[at], model.add[at])
    for n, kind in zip(at, kinds, strict=True):
        print(f"  {kind:18} kept from {model.keep[n]:.3f}, made from {model.add[n]:.3f}")
    return model


def of_standing(training: Examples, held: Examples) -> Linear:
    """Fit the classifier of standings; print how it does on the yardsticks."""
    of_passages = np.array([_is_passage(source) for source in training.sources])
    training.weights = np.where(of_passages, STANDING_OF_PASSAGES, training.weights)
    model = fitted(training, STANDINGS, 1.0)
    likeliest = chances(model, held).argmax(axis=1)
    by_rules = np.mean([one == other for one, other in zip(held.labels, held.read, strict=True)])
    by_words = np.mean([STANDINGS[best] in one for best, one in zip(likeliest, held.labels, strict=True)])
    print(f"yardsticks, standing of {len(held.rows)} claims: by rules {by_rules:.3f}, with the classifier {by_words:.3f}")
    return model


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    parser.add_argument("--leave-out", nargs="*", default=[], metavar="SET", help="sets that are not trained on either")
    asked = parser.parse_args()
    learned = [row for row in sets(yardsticks=False) if row.source not in asked.leave_out]
    passages = [row for file in sorted(PASSAGES.glob("*.txt")) for row in marked(file)]
    of_tests, of_fates, yard = [*tested()], [*of_items(yardsticks=False)], [*sets(yardsticks=True)]
    rows = [*learned, *passages, *of_tests, *of_fates]
    named = (("sets", learned), ("passages", passages), ("tests", of_tests), ("items about fates", of_fates))
    sizes = ", ".join(f"{len(of)} of {name}" for name, of in named)
    print(f"sentences: {sizes}; {len(yard)} of yardsticks")
    words = vocabulary(rows)
    tell_numbers([*rows, *yard], words)
    models = {
        "sentences": of_kinds("sentences", of_sentences(rows), of_sentences(yard), 3.0),
        "people": of_kinds("people", of_people(rows), of_people(yard), 1.0),
        "mentions": of_kinds("dates and numbers", of_mentions(rows), of_mentions(yard), 3.0),
        "standings": of_standing(of_standings(rows), of_standings(yard)),
    }
    made = packed([*words], models)
    print(f"{len(made):,} bytes, {', '.join(f'{len(model.keys):,} features of {name}' for name, model in models.items())}")
    if not asked.dry_run:
        WEIGHTS.write_bytes(made)


if __name__ == "__main__":
    sys.exit(main())
