"""Trains the classifier of names of series, and says how well it names them in articles that it was not trained on.

    python -m benchmarks.series_train              # trains, and writes src/cliffhanger/claims/series/weights.npz
    python -m benchmarks.series_train --dry-run    # trains and measures, writes nothing

It learns from the annotated sets but the yardsticks (names that a claim is about, and those of
`tests/claims/series/further.tsv`), from marked passages, whose headers name their series, from items about fates
(`tests/claims/fates`), and from texts in which every series' name is marked {{so}} (`tests/claims/series`), which are harder than
articles and count less. The second regression learns from what the first says of articles that it has not seen. To be run before
`benchmarks/claims_train.py`, which learns from sentences whose series are known.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from benchmarks.claims_corpus import CLAIMS, PASSAGES, YARDSTICKS, items, passages
from benchmarks.claims_score import annotated
from cliffhanger.claims.article import Article
from cliffhanger.claims.context import first_look, names_of_series
from cliffhanger.claims.names import fold
from cliffhanger.claims.series.chosen import chosen
from cliffhanger.claims.series.likely import Features, Names, Numbers, Weights, packed
from cliffhanger.claims.series.mentions import words_of
from cliffhanger.claims.words.features import Keys
from cliffhanger.claims.words.vocabulary import Vocabulary
from cliffhanger.sources.articles.files import Refused
from cliffhanger.sources.articles.page import article

WEIGHTS = Path(__file__).parent.parent / "src" / "cliffhanger" / "claims" / "series" / "weights.npz"
TEXTS = CLAIMS / "series"
OF_TEXTS = 0.3  # what a name of a marked text counts: their names are hidden on purpose
SEEN_WORD, SEEN = 2, 3  # articles in which a word, and a feature, must occur
FOLDS = 5
LARGEST_SHARE = 1 / 3  # of an article's claims, from which on it is about that series
RIVALS = 30  # names that the main one is compared with
_HEADER = re.compile(r"# outlet: (.*?) \| date: (\d{4}-\d\d-\d\d) \| network: ?(.*)$")
_MARK = re.compile(r"\{\{(.+?)\}\}")


@dataclass(frozen=True, slots=True)
class Example:
    """An article with the names of its series, folded, those that claims are about with how many are, and its main ones."""

    source: str
    names: Names
    series: frozenset[str]
    told: Counter[str]
    main: frozenset[str]

    @property
    def labels(self) -> NDArray[np.bool_]:
        """Whether each name is a series'."""
        return np.array([fold(name) in self.series for name in self.names.names], dtype=bool)


def example(source: str, one: Article, told: Counter[str], further: Sequence[str], main: str | None) -> Example:
    """Return an article as an example; the main series is the one that is given, or that has most claims."""
    told = Counter({fold(name): count for name, count in told.items()})
    most, whole = max(told.values(), default=0), sum(told.values())
    mains = {name for name, count in told.items() if count == most and most >= LARGEST_SHARE * whole}
    names = names_of_series(first_look(one))
    return Example(source, names, frozenset(told) | set(map(fold, further)), told, frozenset({fold(main)} if main else mains))


def of_sets(*, yardsticks: bool) -> Iterator[Example]:
    """Yield the articles of the annotated sets to train on, or of those never trained on."""
    further = defaultdict[str, list[str]](list)
    with (TEXTS / "further.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            further[row["article"]].append(row["series"])
    for gold in [CLAIMS / "dev" / "gold.jsonl", *sorted((CLAIMS / "others").glob("*/gold.jsonl"))]:
        name = gold.parent.name
        if (name in YARDSTICKS) != yardsticks:
            continue
        for line, one in annotated(gold):
            if not isinstance(one, Refused):
                told = Counter(claim["subject"]["series"] for claim in line["claims"] if claim["subject"]["series"])
                yield example(name, one, told, further[f"{name}/{line['id']}"], None)
    if not yardsticks:
        for passage in (one for path in sorted(PASSAGES.glob("*.txt")) for one in passages(path)):
            text = fold(passage.article.text)
            told = Counter(name for name in passage.series if fold(name) in text)
            if told:
                first = passage.series[0] if passage.series[0] in told else None
                yield example("passages", passage.article, told, further[passage.article.id], first)


def of_items(*, yardsticks: bool) -> Iterator[Example]:
    """Yield the items about fates, of which all names of series are listed."""
    for one in items(yardsticks=yardsticks):
        told = Counter(str(fate["series"]) for fate in one.fates)
        yield example("fates", one.article, told, one.names, one.main)


def of_texts() -> Iterator[Example]:
    """Yield the texts in which every name of a series is marked; a shorter form of a name that is marked is none."""
    for path in sorted(TEXTS.glob("*.txt")):
        for number, part in enumerate(re.split(r"\n(?=# outlet:)", path.read_text(encoding="utf-8").strip())):
            head, _, body = part.partition("\n")
            header = _HEADER.match(head)
            if header is None:
                raise ValueError(f"{path}: the header of text {number + 1} is not '# outlet: ... | date: ... | network: ...'")
            marked = _MARK.findall(body)
            whole = {
                one for one in marked if not any(one != other and f" {fold(one)} " in f" {fold(other)} " for other in marked)
            }
            one = article(
                _MARK.sub(r"\1", body).strip() + "\n",
                name=f"{path.stem}#{number}",
                outlet=header[1],
                published=dt.date.fromisoformat(header[2]),
            )
            yield example("texts", one, Counter(name for name in marked if name in whole), (), None)


def vocabulary(examples: Sequence[Example]) -> Vocabulary:
    """Return the words that occur in articles enough."""
    counted: Counter[str] = Counter()
    for one in examples:
        counted.update(set(words_of(one.names.line)) | set(one.names.words()))
    return Vocabulary(sorted(word for word, count in counted.items() if count >= SEEN_WORD))


def matrix(examples: Sequence[Example], rows: Sequence[Features], features: Keys) -> sparse.csr_matrix:
    """Return a row of features for each name of each article."""
    first, at, of, values = 0, list[Keys](), list[Keys](), list[Numbers]()
    for one, told in zip(examples, rows, strict=True):
        column = np.minimum(np.searchsorted(features, told.keys), len(features) - 1)
        met = features[column] == told.keys
        at.append(told.name[met] + first)
        of.append(column[met])
        values.append(told.values[met])
        first += len(one.names.names)
    return sparse.csr_matrix((np.concatenate(values), (np.concatenate(at), np.concatenate(of))), shape=(first, len(features)))


def worth(examples: Sequence[Example]) -> Numbers:
    """Return what each name counts."""
    return np.concatenate([np.full(len(one.names.names), OF_TEXTS if one.source == "texts" else 1.0) for one in examples])


def first_regression(examples: Sequence[Example], rows: Sequence[Features], words: Vocabulary) -> Weights:
    """Fit what the words around a name say; the second regression's part is empty."""
    features, counts = np.unique(np.concatenate([np.unique(told.keys) for told in rows]), return_counts=True)
    features = features[counts >= SEEN]
    labels = np.concatenate([one.labels for one in examples])
    model = LogisticRegression(C=1.0, max_iter=500).fit(matrix(examples, rows, features), labels, sample_weight=worth(examples))
    nothing = np.zeros(0)
    return Weights(words, features, np.round(model.coef_[0], 2), float(model.intercept_[0]), nothing, nothing)


def held_out(examples: Sequence[Example], rows: Sequence[Features], words: Vocabulary) -> list[Numbers]:
    """Return what names of each article have for the second regression, by a first one that has not seen the article."""
    found: list[Numbers] = [np.zeros(0)] * len(examples)
    for fold_of in range(FOLDS):
        seen = [n for n in range(len(examples)) if n % FOLDS != fold_of]
        model = first_regression([examples[n] for n in seen], [rows[n] for n in seen], words)
        for n in range(fold_of, len(examples), FOLDS):
            found[n] = examples[n].names.compared(model.logits(examples[n].names))
    return found


def second_regression(examples: Sequence[Example], compared: Sequence[Numbers]) -> Numbers:
    """Fit whether a name is a series', given how it compares with others; the bias comes last."""
    labels = np.concatenate([one.labels for one in examples])
    model = LogisticRegression(C=1.0, max_iter=3_000).fit(np.vstack(compared), labels, sample_weight=worth(examples))
    return np.append(model.coef_[0], model.intercept_[0])


def main_regression(examples: Sequence[Example], compared: Sequence[Numbers]) -> Numbers:
    """Fit by how much an article is rather about its main series than about the likeliest of the other names."""
    differences, counts = list[Numbers](), list[float]()
    for one, row in zip(examples, compared, strict=True):
        is_main = np.array([fold(name) in one.main for name in one.names.names], dtype=bool)
        if not is_main.any() or is_main.all() or one.source == "texts" or not one.names.about.title:
            continue
        rivals = np.argsort(-np.where(is_main, -np.inf, row[:, 0]))[: min(RIVALS, int((~is_main).sum()))]
        differences += [row[is_main][0] - row[rival] for rival in rivals]
        counts += [1 / len(rivals)] * len(rivals)
    given, weight = np.array(differences), np.array(counts)
    model = LogisticRegression(C=1.0, max_iter=3_000, fit_intercept=False).fit(
        np.vstack([given, -given]), np.repeat([1, 0], len(given)), sample_weight=np.concatenate([weight, weight])
    )
    return model.coef_[0]


def report(name: str, examples: Sequence[Example], series: Sequence[Sequence[str]]) -> None:
    """Print how many of the names are series', how many series are named, and how often the main one comes first."""
    count: Counter[str] = Counter()
    for one, found in zip(examples, series, strict=True):
        folded = [fold(word) for word in found]
        count.update(named=len(folded), right=sum(word in one.series for word in folded))
        count.update(series=len(one.told), met=sum(word in folded for word in one.told))
        count.update(claims=sum(one.told.values()), told=sum(n for word, n in one.told.items() if word in folded))
        count.update(mains=bool(one.main), first=bool(one.main) and folded[:1] != [] and folded[0] in one.main)
    shares = [
        f"{what} {count[some] / max(1, count[of]):.3f}"
        for what, some, of in (
            ("precision", "right", "named"),
            ("recall", "met", "series"),
            ("of claims", "told", "claims"),
            ("main first", "first", "mains"),
        )
    ]
    print(f"{name}: {', '.join(shares)}; {count['series']} series in {len(examples)} articles")


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    asked = parser.parse_args()
    examples, yard = [*of_sets(yardsticks=False), *of_items(yardsticks=False), *of_texts()], [*of_sets(yardsticks=True)]
    words = vocabulary(examples)
    rows = [one.names.features(words) for one in examples]
    compared = held_out(examples, rows, words)
    series, of_main = second_regression(examples, compared), main_regression(examples, compared)
    made = first_regression(examples, rows, words)
    made = Weights(words, made.keys, made.table, made.bias, series, of_main)
    print(f"{len(examples)} articles, {sum(len(one.names.names) for one in examples):,} names, {len(made.keys):,} features")
    print("second regression:", np.round(series, 2), "main:", np.round(of_main, 2))
    for name, some in (
        ("sets", [n for n, one in enumerate(examples) if one.source not in {"passages", "texts", "fates"}]),
        ("items about fates", [n for n, one in enumerate(examples) if one.source == "fates"]),
        ("passages", [n for n, one in enumerate(examples) if one.source == "passages"]),
        ("texts", [n for n, one in enumerate(examples) if one.source == "texts"]),
    ):
        picked = [examples[n] for n in some]
        report(f"{name}, by rules", picked, [one.names.by_rules for one in picked])
        report(f"{name}, held out", picked, [chosen(examples[n].names, frozenset(), made.second(compared[n])) for n in some])
    report("yardsticks, by rules", yard, [one.names.by_rules for one in yard])
    report("yardsticks", yard, [chosen(one.names, frozenset(), made.likely(one.names)) for one in yard])
    of_fates = [*of_items(yardsticks=True)]
    report(
        "yardsticks, items about fates", of_fates, [chosen(one.names, frozenset(), made.likely(one.names)) for one in of_fates]
    )
    if not asked.dry_run:
        WEIGHTS.write_bytes(packed(made))
        print(f"{WEIGHTS.stat().st_size:,} bytes")


if __name__ == "__main__":
    sys.exit(main())
