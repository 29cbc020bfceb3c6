"""The classifiers beside the rules: what they see of a sentence, how they judge it, and what they may never do."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from benchmarks.claims_corpus import CLAIMS, PASSAGES, YARDSTICKS, marked
from benchmarks.claims_train import KEPT, MADE, Examples, fitted, thresholds
from cliffhanger.claims import grammar, reading
from cliffhanger.claims.claim import CLASSIFIER, Attribution, Claim, Kind, Quote, Subject
from cliffhanger.claims.context import Context, look
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.changes_told import changes_told
from cliffhanger.claims.likely import features
from cliffhanger.claims.likely.figures import VALUES, Value
from cliffhanger.claims.likely.linear import Linear, kept, packed, vocabulary
from cliffhanger.claims.likely.mentions import mentions
from cliffhanger.claims.likely.people import candidates
from cliffhanger.claims.likely.proposed import polarity_of
from cliffhanger.claims.likely.sentence import Words, heard, in_a_row
from cliffhanger.claims.likely.standings import reweighed
from cliffhanger.claims.patterns import INDEX, Text
from cliffhanger.claims.words.tokens import tokens
from cliffhanger.sources.articles.page import article
from tests.claims.written import HEADLINE, LEAD

pytestmark = pytest.mark.annotated

DAY = dt.date(2024, 6, 18)


def context_of(text: str) -> Context:
    return look(article(HEADLINE + LEAD + text + "\n", name="a1", outlet="The Paper", published=DAY))


def words_of(text: str) -> Words:
    context = context_of(text)
    return in_a_row([next(one for one in context.sentences() if str(one.text).startswith(text[:20]))], context)[0]


def claims_of(text: str, *, rules_only: bool = False) -> list[Claim]:
    read = grammar.read if rules_only else reading.read
    found = read(article(HEADLINE + LEAD + text + "\n", name="a1", outlet="The Paper", published=DAY))
    return [claim for claim in found if claim.quote.start >= len(HEADLINE + LEAD)]


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Jo Kim joins Harbor Nine.", ["<name>", "joins", "<series>"]),
        ("Vela renewed it on 3 May 2025.", ["<network>", "renewed", "it", "on", "<number>", "<day>", "<year>"]),
        ("Meanwhile Jo Kim left.", ["meanwhile", "<name>", "left"]),
        ("The star, Okonkwo, said “no”.", ["the", "star", ",", "<cap>", ",", "said", '"', "no", '"']),
        ("It’s done!", ["it's", "done", "!"]),
        ("", []),
    ],
)
def test_names_series_networks_and_days_are_one_sign_each(text: str, signs: list[str]) -> None:
    found = tokens(text, (told := context_of("Nothing.")).series_pattern, told.network_names)
    assert [one.sign for one in found] == signs
    assert all(0 <= one.start < one.end <= len(text) for one in found)


def test_who_may_be_named_has_the_full_name_that_the_article_gives() -> None:
    text = "Lin’s brother and Dara Quill joined Okonkwo on Vela."
    context = context_of(text)
    found = candidates(text, tokens(text, context.series_pattern, context.network_names), context)
    assert [(one.name, text[one.start : one.end]) for one in found] == [
        ("Maya Lin", "Lin"),
        ("Dara Quill", "Dara Quill"),
        ("Okonkwo", "Okonkwo"),
    ]


def test_a_row_of_features_is_sorted_has_each_once_and_is_of_one_length() -> None:
    for text in ("Jo Kim joins the cast of the cast of the cast.", "No."):
        keys = words_of(text).features
        assert (np.diff(keys) > 0).all()
        assert np.linalg.norm(features.weights(keys)) == pytest.approx(3, rel=1e-5)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A star of the show is one.", []),
        ("It is half a story.", []),
        ("It cost a million, and one and a half more.", ["a million", "one and a half"]),
        ("A one in it.", ["A one"]),
        ("It has a point one more.", ["a point one"]),
        ("It has ten, 12 and ١٣.", ["ten", "12", "١٣"]),
        ("A hundred, a thousand, a crore.", ["A hundred", "a thousand", "a crore"]),
    ],
)
def test_every_number_but_an_article_is_a_mention(text: str, said: list[str]) -> None:
    INDEX.refresh()
    assert [one.said for one in mentions(Text.of(text), tokens(text))] == said


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("It cost $40,000 a chapter in all.", "budget", {"amount": 40_000, "currency": "USD", "per": "episode"}),
        ("It took £3 million per series.", "budget", {"amount": 3_000_000, "currency": "GBP", "per": "season"}),
        ("It is €9,000 apiece.", "budget", {"amount": 9_000, "currency": "EUR", "per": "episode"}),
        ("Some 3 million homes saw it.", "viewership", {"metric": "households", "n": 3_000_000}),
        ("Some 3 million paid streams came of it.", "viewership", {"metric": "streams", "n": 3_000_000}),
        ("Some 3 million people saw it.", "viewership", {"metric": "viewers", "n": 3_000_000}),
        ("Some 12 people saw it.", "viewership", None),
    ],
)
def test_a_figure_that_no_rule_reads_has_the_units_of_the_rules(text: str, kind: Kind, value: Value | None) -> None:
    words = words_of(text)
    (one,) = words.mentions
    assert VALUES[kind](Place(words.sentence, words.context), one) == value


def chances_of(model: Linear, *keys: int) -> list[float]:
    """Return what a classifier says of a row of features, beside another row."""
    row = np.repeat([0, 1], [len(keys), 1])
    return model.chances(features.rows_of(2, [(row, np.array([*keys, 1], dtype=np.int64))]))[0].tolist()


def test_what_was_not_met_at_training_counts_in_the_length_only() -> None:
    keys = np.array([3, 5], dtype=np.int64)
    model = Linear(keys, ("x", "y"), np.array([[1, 0], [0, -2]], dtype=np.float32), *(np.zeros(2, np.float32),) * 3)
    worth = 3 / 2**0.5  # two features of the first sort, which count 1 each
    assert chances_of(model, 3, 4) == pytest.approx([1 / (1 + np.exp(-worth)), 0.5])
    assert chances_of(model, 5, 9) == pytest.approx([0.5, 1 / (1 + np.exp(2 * worth))])


def test_sentences_heard_together_are_judged_as_each_is_with_the_one_before_it() -> None:
    text = "Jo Kim joins Harbor Nine on 3 May. Ravi Sen left. 12 people, Okonkwo and Maya Lin among them, saw 3.5 episodes of it."
    context = context_of(text)
    told = list(context.sentences())
    first = heard(told[:-1], context)
    together = [*first, *heard(told[-1:], context, first[-1])]
    before = None
    for sentence, one in zip(told, together, strict=True):
        (alone,) = in_a_row([sentence], context, before)
        (before,) = in_a_row([sentence], context)
        assert one.features.tolist() == alone.features.tolist()
        assert alone.jobs.keys() == one.jobs.keys()
        for name, rows, said in (
            ("people", alone.together.of_people([alone]), one.jobs.values()),
            ("mentions", alone.together.of_mentions([alone]), one.told),
        ):
            assert np.array([of.chances for of in said] or np.zeros((0, len(kept(name).labels)))) == pytest.approx(
                kept(name).chances(rows), abs=1e-6
            )
    assert len(together[-1].jobs) == len(together[-1].told) == 2


def test_it_makes_no_difference_how_many_sentences_are_heard_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (CLAIMS / "others" / "zf" / "articles" / "zf01.html").read_text(encoding="utf-8")
    one = article(text, name="zf01", outlet="x", published=DAY)
    together = reading.read(one)
    monkeypatch.setattr("cliffhanger.claims.likely.judge._AT_ONCE", 3)
    assert len(together) > 6
    assert reading.read(one) == together


def test_what_is_packed_comes_back(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    keys = np.array([2, 7, 2**50], dtype=np.int64)
    table = np.array([[0.5], [-1], [2]], dtype=np.float32)
    model = Linear(keys, ("x",), table, *(np.array([number], np.float32) for number in (1, 2, 3)))
    written = packed(["a", "b"], {"m": model})
    assert written == packed(["a", "b"], {"m": model})
    file = tmp_path / "weights.npz"
    file.write_bytes(written)
    with np.load(file) as arrays:
        monkeypatch.setattr("cliffhanger.claims.likely.linear._file", lambda: dict(arrays))
        assert vocabulary.__wrapped__() == {"a": 1, "b": 2}
        back = kept.__wrapped__("m")
    assert back.labels == model.labels
    for part in ("keys", "table", "bias", "keep", "add"):
        assert (getattr(back, part) == getattr(model, part)).all()


def test_a_classifier_learns_which_words_go_with_a_label() -> None:
    rows = [np.array(of, dtype=np.int64) for of in ([1, 3], [2, 3], [1, 4], [2, 4]) * 10]
    labels = [{"x"} if 1 in row else set() for row in rows]
    names = ["a"] * len(rows)
    model = fitted(Examples(rows, labels, labels, names, names), ["x"], 10.0)
    assert model.keys.tolist() == [1, 2, 3, 4]
    assert chances_of(model, 1, 3)[0] > 0.9
    assert chances_of(model, 2, 4)[0] < 0.1
    assert abs(model.table[2, 0]) < 0.1  # it goes with neither


def test_thresholds_ask_for_the_share_that_is_right() -> None:
    """Where the chances are true and the rules know nothing, a claim is made from the chance on that is asked for."""
    random = np.random.default_rng(7)
    chance = random.uniform(0.02, 0.98, (20_000, 2))
    so, read = random.uniform(size=chance.shape) < chance, random.uniform(size=chance.shape) < 0.5
    keep, add = thresholds(chance, so, read, so.mean(axis=0))
    assert add == pytest.approx([MADE, MADE], abs=0.02)
    assert keep == pytest.approx([KEPT, KEPT], abs=0.02)
    rarer = thresholds(chance, so, read, np.array([0.3, 0.5]))[1]
    assert rarer[0] > add[0] + 0.1  # where half as many claim it, the words must say so more clearly
    assert rarer[1] == pytest.approx(add[1], abs=0.01)


def test_a_rule_that_knows_lowers_what_the_words_must_say() -> None:
    random = np.random.default_rng(8)
    chance = random.uniform(0.02, 0.98, (20_000, 1))
    so = random.uniform(size=chance.shape) < chance
    read = np.where(so, random.uniform(size=chance.shape) < 0.8, random.uniform(size=chance.shape) < 0.05)
    keep, add = thresholds(chance, so, read, so.mean(axis=0))
    assert keep[0] < 0.1
    assert add[0] > 0.8


def test_what_no_rule_read_names_the_classifier_and_is_in_the_text() -> None:
    text = (CLAIMS / "others" / "zf" / "articles" / "zf01.html").read_text(encoding="utf-8")
    one = article(text, name="zf01", outlet="x", published=DAY)
    by_rules = {(claim.kind, claim.quote) for claim in grammar.read(one)}
    for claim in reading.read(one):
        assert claim.quote.text == text[claim.quote.start : claim.quote.end]
        assert (claim.extractor == CLASSIFIER) == ((claim.kind, claim.quote) not in by_rules)


def test_no_word_of_the_owner_on_a_renewal_is_made_by_words_alone() -> None:
    files = sorted((CLAIMS / "others").glob("*/articles/*.txt"))[::9]
    assert len(files) > 20
    for file in files:
        one = article(file.read_text(encoding="utf-8"), name=file.stem, outlet="x", published=DAY)
        of_rules = [claim for claim in grammar.read(one) if claim.kind == "renewal_status"]
        by_rules = {(claim.quote, claim.value["status"]): claim.standing for claim in of_rules}
        for claim in reading.read(one):
            if claim.kind == "renewal_status" and claim.standing == "official":
                # By the rules alone a "not" may be a denial, of what the classifiers have left out.
                firm = {"official", "denied"} if claim.polarity == "-" else {"official"}
                assert by_rules.get((claim.quote, claim.value["status"])) in firm


@pytest.mark.parametrize(
    "text",
    [
        "Will Vela renew the drama for a third season?",
        "If only Vela would renew it!",
        "Rain fell on the harbour, and nobody minded.",
    ],
)
def test_what_asserts_nothing_gives_nothing(text: str) -> None:
    assert not [claim for claim in claims_of(text) if claim.extractor == CLASSIFIER]


def test_reading_is_the_same_whatever_the_hash_seed() -> None:
    code = (
        "import datetime, sys\n"
        "from cliffhanger.claims.reading import read\n"
        "from cliffhanger.sources.articles.page import article\n"
        "from pathlib import Path\n"
        "for name in ('zf01', 'zf02'):\n"
        f"    text = Path({str(CLAIMS / 'others' / 'zf' / 'articles')!r}, name + '.html').read_text(encoding='utf-8')\n"
        "    print(*read(article(text, name=name, outlet='x', published=datetime.date(2024, 6, 18))), sep='\\n')\n"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert said[0] == said[1]
    assert CLASSIFIER in said[0]


def test_marked_passages_are_whole() -> None:
    files = sorted(PASSAGES.glob("*.txt"))
    assert files
    for file in files[:2]:
        rows = list(marked(file))
        assert sum(bool(row.gold) for row in rows) > 100
        assert not any("[[" in row.words.context.article.text or "]]" in row.words.context.article.text for row in rows)


def test_no_yardstick_is_among_what_is_trained_on() -> None:
    """The sets that tell how others are read stand in no passage; they are left out by name."""
    passages = " ".join(file.read_text(encoding="utf-8") for file in PASSAGES.glob("*.txt"))
    for name in YARDSTICKS:
        for line in (CLAIMS / "others" / name / "gold.jsonl").read_text(encoding="utf-8").splitlines():
            for claim in json.loads(line)["claims"]:
                assert len(claim["quote"]["text"]) < 40 or claim["quote"]["text"] not in passages


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("Sunniva Rask is not", "-"),
        ("won’t be back", "-"),
        ("is no longer with it", "-"),
        ("not only Jo Kim", "+"),
        ("is back", "+"),
    ],
)
def test_a_claim_that_says_no_is_no_yes(words: str, polarity: str) -> None:
    assert polarity_of(words) == polarity


@pytest.mark.parametrize(
    "text",
    [
        "Harbor Nine has 1,200 episodes in all.",
        "The order is for episodes, 2,024 of them.",
        "Best actress went to Maya Lin.",
        "#GravelForThree, say the fans of the third season.",
        "…",
        "Нет.",
    ],
)
def test_no_part_of_a_number_or_a_name_is_a_count_and_nobody_is_a_prize(text: str) -> None:
    assert not [claim for claim in claims_of(text) if claim.kind in {"episode_count", "award", "platform", "location"}]


def test_a_rumour_is_no_more_by_words_alone() -> None:
    files = sorted((CLAIMS / "others").glob("z[ce]/articles/*.txt"))
    assert files
    for file in files:
        one = article(file.read_text(encoding="utf-8"), name=file.stem, outlet="x", published=DAY)
        by_rules = {(claim.kind, claim.quote): claim.standing for claim in grammar.read(one)}
        for claim in reading.read(one):
            if by_rules.get((claim.kind, claim.quote)) in {"rumour", "speculation"}:
                assert claim.standing in {"rumour", "speculation"}


@pytest.mark.parametrize(("official", "standing"), [(0.79, "reported"), (0.81, "official")])
def test_a_renewal_is_official_where_words_are_sure(monkeypatch: pytest.MonkeyPatch, official: float, standing: str) -> None:
    labels = kept("standings").labels
    chances = np.array([[official if label == "official" else 0.1 for label in labels]], dtype=np.float32)
    context = context_of("Vela said that it has renewed “Harbor Nine”.")
    (words,) = heard([context.opening[-1]], context)
    told = words.claim("renewal_status", "official", (0, 10))
    monkeypatch.setattr(Linear, "chances", lambda *_: chances)
    for status, expected in (("renewed", standing), ("cancelled", "official")):
        claim = Claim(
            "renewal_status", Subject("Harbor Nine"), {"status": status}, "+", "official",
            Attribution("network_or_studio", "Vela"), Quote(0, 4, "Vela"),
        )  # fmt: skip
        assert [one.standing for one in reweighed([(claim, told)])] == [expected]


def test_a_crew_claim_without_a_job_troubles_no_rule() -> None:
    """The rules ask what the sentence before told of somebody; the classifier tells no job."""
    text = "Dara Quill’s successor is Jo Kim."
    context = context_of(text)
    sentence = next(one for one in context.sentences() if str(one.text) == text)
    before = Found("crew_role", 0, 10, {"person": "Dara Quill"}, learned=True)
    assert list(changes_told(Place(sentence, context, last=(before,)))) == list(changes_told(Place(sentence, context)))


def test_a_day_in_a_condition_is_no_day_of_release() -> None:
    text = (
        "Will there be a second season of Saltwater Kings?\n\n"
        "Orbit+ hasn’t said whether it will order more of Saltwater Kings.\n\n"
        "If it is renewed this summer, a season 2 could arrive in early 2028.\n"
    )
    told = reading.read(article(text, name="a1", outlet="The Paper", published=DAY))
    assert [claim.value["window"]["start"] for claim in told if claim.kind == "release_date"] == ["2028-01-01"]


def test_how_many_fewer_episodes_there_are_is_no_count_of_them() -> None:
    text = (
        "Nine Lanterns is no more\n\n"
        "Streamline has cancelled Nine Lanterns. Season 2 had eight episodes, two fewer than the first.\n"
    )
    told = reading.read(article(text, name="a1", outlet="The Paper", published=DAY))
    assert [claim.value["n"] for claim in told if claim.kind == "episode_count"] == [8]
