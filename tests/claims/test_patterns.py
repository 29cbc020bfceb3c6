"""Patterns are passed over only where they could not have matched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.claims.grammar import read
from cliffhanger.claims.names import FULL_NAME
from cliffhanger.claims.patterns import INDEX, Pattern, Text, live, regex
from cliffhanger.claims.required import required
from cliffhanger.claims.sentences import sentences
from cliffhanger.sources.articles.files import Named, Refused, articles

DEV = Path(__file__).parent / "dev" / "articles"


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\brenewed\b", {"renewed"}),
        (r"(?i)\bRenewed\b", {"renewed"}),
        (r"cancel(?:led|s)?\b", {"cancel", "cancelled", "cancels"}),
        (r"\b(?:axed|scrapped) after \w+ seasons?", {"axed after ", "scrapped after "}),
        (r"is(?:n[’']t| not) said", {"isn’t said", "isn't said", "is not said"}),
        (r"(?=.*petition)\d+", {"petition"}),
        (r"(?<=renewed )\w+", {"renewed "}),
        (r"(?:signed ){2,}", {"signed "}),
        (r"\d+ ?%", {"%", " %"}),
        (r"(?:renewed|\d+)", {"renewed", *"0123456789"}),
    ],
)
def test_the_words_that_a_pattern_requires(pattern: str, words: set[str]) -> None:
    assert required(pattern) == words


@pytest.mark.parametrize("pattern", [r"\w+", r"(?:renewed)?", r"[a-z]{3}", r"(?:renewed|\w+)", r"^", r"(?!renewed)\w", "e"])
def test_patterns_that_require_no_word(pattern: str) -> None:
    assert required(pattern) is None


def test_what_is_no_pattern_is_said() -> None:
    with pytest.raises(re.error):
        required("(")


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_whatever_matches_has_a_word_that_is_required(data: st.DataObject) -> None:
    pattern = data.draw(
        st.sampled_from(
            [
                r"(?i)(?:axed|cancel(?:led|s|ling)?) (?:after|by) [a-z ]{0,5}[’']s",
                r"(?:a|the )?(?:second|third)(?: and final)? (?:season|run)s?",
                r"(?:\d{1,3}|ten|one hundred)(?:,\d{3})* (?:people|fans) (?:have )?signed",
                r"(?:[Ss]eason|Series)\s?(?:\d|one|two)(?:,| and)? ",
                r"(?:not |n[’']t )+(?:ye[ts]|so) (?:fa+r)?",
            ]
        )
    )
    matched = data.draw(st.from_regex(pattern, fullmatch=True, alphabet=st.characters(codec="latin-1")))
    words = required(pattern)
    assert words is not None
    assert any(word in matched.lower() for word in words)


def test_no_pattern_of_the_grammar_matches_where_it_is_passed_over() -> None:
    files = [Named(path.stem, path, None, None) for path in sorted(DEV.iterdir())]
    whole = [one for one in articles(files) if not isinstance(one, Refused)]
    for article in whole:
        read(article)  # every pattern that stands within a function is known after this
    known = INDEX.patterns
    assert len(known) > 1_000
    passed, wrong = 0, []
    for article in whole[::2]:
        for sentence in sentences(article):
            left = [one for one in known if one.number not in sentence.text.may]
            passed += len(left)
            wrong += [(one.pattern, sentence.text) for one in left if one.made.search(str(sentence.text))]
    assert not wrong
    assert passed > 100_000


def test_a_part_of_a_sentence_may_match_what_the_sentence_may() -> None:
    text = Text.of("Kestrel renewed it for a second season.")
    part = text[8:15]
    assert isinstance(part, Text)
    assert part == "renewed"
    assert part.may == text.may
    assert text[0] == "K"


def test_the_same_is_found_as_by_the_standard_library() -> None:
    words = "Kestrel renewed it; Vela renewed it too."
    for text in (words, Text.of(words)):
        one = regex(r"\brenewed\b")
        assert [found.span() for found in one.finditer(text)] == [found.span() for found in re.finditer(r"\brenewed\b", words)]
        found = one.search(text)
        assert found is not None
        assert found.span() == (8, 15)
        assert one.match(text, 8) is not None
        assert one.match(text) is None
        assert regex(r"\bnobody's word\b").search(text) is None
    assert INDEX.may_match("") == frozenset(INDEX.always)


def test_a_text_is_not_overtaken_by_patterns_that_come_later() -> None:
    text = Text.of("Vela renewed it.")
    late = [regex(rf"renewed it(?:{number})?") for number in range(60)]
    assert all(one.search(text) for one in late)
    INDEX.refresh()
    assert all(one.search(Text.of("Vela renewed it.")) for one in late)
    assert not any(one.search(Text.of("Vela shut it.")) for one in late)


def test_digits_of_any_script_are_digits() -> None:
    words = "Season ٢ of it"
    assert re.search(r"Season \d", words)
    assert regex(r"Season \d").search(Text.of(words))


def test_a_text_in_small_letters_and_a_part_know_what_may_match() -> None:
    text = Text.of("Renewed, at last", frozenset({1, 2}))
    assert (text.lower(), text.lower().may) == ("renewed, at last", {1, 2})
    assert (text[:7], text[:7].may) == ("Renewed", {1, 2})


def test_live_rules_are_those_whose_pattern_may_match() -> None:
    one, other = Pattern("one"), Pattern("two")
    one.number, other.number = 1_000_001, 1_000_002
    rules = (("first", one), ("second", other))
    assert live(rules, Text.of("words", frozenset({1_000_002}))) == [("second", other)]
    assert live(rules, "words") == list(rules)


@pytest.mark.parametrize(
    "name", ["Šárka Křížová", "Nguyễn Thị Ánh", "Łukasz Żal", "İpek Şahin", "Siân O’Brien", "Conor McDonald", "Иван Петров"]
)
def test_names_of_many_languages(name: str) -> None:
    assert re.fullmatch(FULL_NAME, name)


@pytest.mark.parametrize("name", ["jack Doe", "Jack doe", "JACK", "Jack"])
def test_what_is_no_full_name(name: str) -> None:
    assert re.fullmatch(FULL_NAME, name) is None
