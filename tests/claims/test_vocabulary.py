"""Words by their numbers: those of stems, of what is known beside the words, and how many there may be."""

from __future__ import annotations

import pytest

from cliffhanger.claims.words.features import MOST_WORDS
from cliffhanger.claims.words.vocabulary import Vocabulary, as_sign


def test_words_and_their_stems_have_numbers_whether_asked_once_or_again() -> None:
    known = Vocabulary(["renewed", "renew"])
    for _ in range(2):
        words, stems = known.with_stems(["renewed", "renewing", "renew", "bay", "renewed"])
        assert words.tolist() == [1, 0, 2, 0, 1]
        assert stems.tolist() == [2, 2, 2, 0, 2]
    assert known.of(["bay", "renew", "renewed"]).tolist() == [0, 2, 1]


def test_stems_that_are_told_from_words_have_the_numbers_that_stand_behind_the_sign() -> None:
    known = Vocabulary(["renewed", "~renew", "renewing"], before_stem="~")
    for _ in range(2):
        words, stems = known.with_stems(["renewing", "renewals", "renew", "renewed", "cancelled"])
        assert words.tolist() == [3, 0, 0, 1, 0]
        assert stems.tolist() == [2, 0, 2, 2, 0]


def test_what_is_kept_of_words_grows_with_known_ones_only() -> None:
    known = Vocabulary(["renewed", "renew"])
    known.with_stems(["renewed", "renewing", "bay", *(f"word{n}" for n in range(100))])
    assert set(known._with_stems) == {"renewed"}
    assert list(known) == ["renewed", "renew"]


def test_what_is_known_beside_the_words_has_its_number_by_its_own_name() -> None:
    assert Vocabulary(["whole", as_sign("whole heading"), "~", as_sign("owns")]).signs == {"whole heading": 2, "owns": 4}


def test_more_words_than_a_feature_has_room_for_are_refused() -> None:
    assert len(Vocabulary(map(str, range(MOST_WORDS)))) == MOST_WORDS
    with pytest.raises(ValueError, match=f"{MOST_WORDS + 1} words are more"):
        Vocabulary(map(str, range(MOST_WORDS + 1)))
