"""What a further reading of an article changes of what is on file."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.claims.claim import CLASSIFIER, Claim, Quote
from cliffhanger.claims.grammar import GRAMMAR
from cliffhanger.claims.reading import read
from cliffhanger.claims.recorded import Recorded
from cliffhanger.claims.rereading import Readers, amended
from cliffhanger.sources.articles.files import Refused, articles, named_in
from tests.claims.ledger_samples import claim, piece, review

ANNOTATED = Path(__file__).parent / "dev" / "gold.jsonl"
MODEL = "m, instructions 1"
# Of what the grammar reads out of the annotated articles, by version. A new version has a new line here.
READ = {
    1: "7cb3badebac35411",
    2: "cee22e31d72d0032",
    3: "3476825d3f529f27",
    4: "22844cd2fd389ad4",
    5: "3205871b1aba12a9",
    6: "56b68e680afe4754",
    7: "77268d570f85f62d",
    8: "e027a8fc004fa315",
    9: "1ec8f96a3d28da7f",
    10: "d31388ed5ce23841",
    11: "abde6f75c2d2b3d3",
    12: "31363a31fd893cfb",
    13: "59a042308c620db9",
    14: "59a042308c620db9",  # no annotated article has what is read otherwise
    15: "54ff9dcc0952cd45",
    16: "457647fb069446c8",
    17: "640363b524fac314",
}


def recorded(number: int, said: Claim, *reviews) -> Recorded:
    return Recorded(f"a1#{number}", number, said, piece(), tuple(reviews))


def at(start: int, words: str = "It is renewed.", **given) -> Claim:
    return claim(quote=Quote(start, start + len(words), words), **given)


@pytest.mark.annotated
def test_a_change_of_what_is_read_has_a_version_of_its_own():
    """Else ledgers would keep the old readings: count GRAMMAR up, and note what this test says it found."""
    found = hashlib.sha256()
    for one in articles(named_in(ANNOTATED)):
        assert not isinstance(one, Refused)
        said = [asdict(claim) for claim in read(one)]
        found.update(json.dumps(said, sort_keys=True, default=str).encode())
    assert READ.get(GRAMMAR) == found.hexdigest()[:16]


@pytest.mark.parametrize(
    ("by", "last", "due"),
    [
        (Readers(2), Readers(1), True),
        (Readers(2), Readers(2), False),
        (Readers(1), Readers(2), False),
        (Readers(2, MODEL), Readers(2), True),
        (Readers(2, MODEL), Readers(2, MODEL), False),
        (Readers(2, "another"), Readers(2, MODEL), True),
        (Readers(2), Readers(2, MODEL), False),
        (Readers(3), Readers(2, MODEL), True),
        (Readers(1, MODEL), Readers(2), False),
    ],
)
def test_who_may_find_more(by, last, due):
    assert by.due_after(last) is due


def test_what_both_found_stays_what_is_new_comes_and_what_is_gone_is_withdrawn():
    same, gone, new = at(0), at(50, value={"status": "cancelled"}), at(90, value={"status": "revived"})
    change = amended([recorded(1, same), recorded(2, gone)], [same, new], model_asked=False)
    assert change.new == (new,)
    assert [one.number for one in change.withdrawn] == [2]


def test_the_same_said_twice_is_counted_twice():
    change = amended([recorded(1, at(0))], [at(0), at(0)], model_asked=False)
    assert (change.new, change.withdrawn) == ((at(0),), ())
    change = amended([recorded(1, at(0)), recorded(2, at(0))], [at(0)], model_asked=False)
    assert [one.number for one in change.withdrawn] == [2]


@pytest.mark.parametrize("verdict", ["confirmed", "corrected", "rejected"])
def test_what_a_person_decided_stays_and_the_same_words_are_not_read_otherwise(verdict):
    decided = recorded(1, at(0, standing="rumour"), review(verdict=verdict))
    elsewhere = at(200, standing="rumour")
    change = amended([decided], [at(0, standing="official"), elsewhere], model_asked=False)
    assert change.new == (elsewhere,)
    assert change.withdrawn == ()


def test_one_decision_stands_against_one_reading_only():
    """A list of actors is several claims of the same words: a decision about one is none about the others."""
    decided = recorded(1, at(0, "Ana and Bo", kind="cast_role", value={"actor": "Ana and Bo"}), review(verdict="rejected"))
    ana, bo = (at(0, "Ana and Bo", kind="cast_role", value={"actor": name}) for name in ("Ana", "Bo"))
    assert amended([decided], [ana, bo], model_asked=False).new == (bo,)


def test_what_a_model_found_or_made_weaker_stays_while_none_is_asked():
    only_it = recorded(1, at(0, kind="episode_count", value={"n": 8}, extractor=MODEL))
    weaker = recorded(2, at(50, standing="rumour", extractor=MODEL))
    stronger = at(50, standing="official")
    assert amended([only_it, weaker], [stronger], model_asked=False) == amended([], [], model_asked=False)
    change = amended([only_it, weaker], [stronger], model_asked=True)
    assert change.new == (stronger,)
    assert [one.number for one in change.withdrawn] == [1, 2]


def test_what_the_classifier_found_goes_as_what_a_rule_found():
    found = recorded(1, at(0, kind="cast_role", value={"actor": "Ana Bo"}, extractor=CLASSIFIER))
    assert amended([found], [], model_asked=False).withdrawn == (found,)
    assert amended([found], [replace(found.claim, extractor=None)], model_asked=False) == amended([], [], model_asked=False)


spoken = st.builds(at, st.integers(0, 5).map(lambda place: place * 30), value=st.sampled_from([{"n": 1}, {"n": 2}]))


@given(st.lists(spoken, max_size=6), st.lists(spoken, max_size=6))
def test_without_decisions_what_counts_afterwards_is_the_new_reading(old, new):
    on_file = [recorded(number, said) for number, said in enumerate(old, 1)]
    change = amended(on_file, new, model_asked=False)
    counts = [one.claim for one in on_file if one not in change.withdrawn] + list(change.new)
    assert sorted(map(repr, counts)) == sorted(map(repr, new))
    assert amended([recorded(1, said) for said in new], new, model_asked=False) == amended([], [], model_asked=False)
