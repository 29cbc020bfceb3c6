"""Patterns are passed over only where they could not have matched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.claims.grammar import read
from cliffhanger.claims.names import FULL_NAME
from cliffhanger.claims.patterns import INDEX, Rules, Text, each, live, regex
from cliffhanger.claims.required import MOST_SETS, required, ways
from cliffhanger.claims.sentences import sentences
from cliffhanger.sources.articles.files import Named, Refused, articles

DEV = Path(__file__).parent / "dev" / "articles"


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\brenewed\b", {"renewed"}),
        (r"(?i)\bRenewed\b", {"renewed"}),
        (r"cancel(?:led|s)?\b", {"cancel"}),
        (r"\b(?:axed|scrapped) after \w+ seasons?", {"axed after ", "scrapped after "}),
        (r"is(?:n[’']t| not) said", {"isn’t said", "isn't said", "is not said"}),
        (r"(?=.*petition)\d+", {"petition"}),
        (r"(?<=renewed )\w+", {"renewed "}),
        (r"(?:signed ){2,}", {"signed "}),
        (r"\d+ ?%", {digit + sign for digit in "0123456789" for sign in ("%", " %")}),
        (r"(?:renewed|\d+)", {"renewed", *"0123456789"}),
        (r"to (?:axe \w+|end the)", {"to axe ", "to end the"}),
        (r"(?:\w+ axed|ended) it", {" axed it", "ended it"}),
        (r"\d{1,2}(?:st|nd) run", {f"{digit}{end} run" for digit in "0123456789" for end in ("st", "nd")}),
        (r"out(?= (?:on|in) )\W", {"out on ", "out in "}),
        (r"(?>axed) it", {"axed it"}),
        (r"[A-Z]+ (?:has |have )*as [A-Z]", {" as "}),  # a space stands before it, whatever is left out
        (r"[A-Z]+(?: (?:\w+ ){0,3}?|,)axed", {" axed", ",axed"}),
        (r"[A-Z]+ (?:has,? )*axed", {" axed"}),
        (r"[A-Z]+ (?:\w+)*axed", {"axed"}),
    ],
)
def test_the_words_that_a_pattern_requires(pattern: str, words: set[str]) -> None:
    assert required(pattern)[0] == words


def test_a_pattern_may_require_several_words_the_rarest_first() -> None:
    assert required(r"(?:axed|scrapped) by \w+ after (?:one|two) seasons, \w+ (?:was|is) told") == (
        {" after one seasons, ", " after two seasons, "},
        {" is told", " was told"},
        {"axed by ", "scrapped by "},
    )
    assert required(r"(?:a \w+ bcd|efg \w+ h)") == ({" bcd", "efg "}, {" bcd", " h"}, {"a ", "efg "})
    assert len(required(r"one \w+ two \w+ three \w+ four")) == MOST_SETS
    assert required(r"season \w+ axed") == ({" axed"}, {"season "})  # a long word, but one that many texts have


def test_alternatives_are_asked_for_their_own_words_where_that_spares_much() -> None:
    apart = ways(r"(?:cut \w+ now|off \w+ air|end \w+ run)")
    assert apart == (({" now"}, {"cut "}), ({" air"}, {"off "}), ({" run"}, {"end "}))
    assert ways(r"(?:axed|scrapped) by") == (({"axed by", "scrapped by"},),)  # rare enough as a whole
    assert ways(r"(?:renewed|\w+)") == ((),)
    assert ways(r"cancel(?:led|s)?|un-?cancel") == (({"cancel"},),)  # in a text with a longer word stands the shorter one
    assert ways(r"(?:cut \w+ now|off \w+ air|\w+)+") == ((),)  # what may be repeated is not taken apart


def test_a_pattern_is_passed_over_where_words_of_two_alternatives_stand() -> None:
    pattern = regex(r"(?:cut \w+ now|off \w+ air|end \w+ run)(?:ever)?")
    for number in range(60):
        regex(rf"nor ever said {number}")
    INDEX.refresh()
    assert not Text.of("It was cut, said the run").may >> pattern.number & 1
    for words in ("They cut it now", "It went off the air", "They end the run"):
        assert pattern.search(Text.of(words))


def test_a_pattern_is_passed_over_where_one_of_its_words_is_missing() -> None:
    pattern = regex(r"(?:axed|scrapped) by \w+ after (?:one|two) seasons")
    for number in range(60):
        regex(rf"never said {number}")
    INDEX.refresh()
    for words in ("It was axed by Vela.", "After two seasons it was axed.", "Vela is after two seasons"):
        assert not Text.of(words).may >> pattern.number & 1
    text = Text.of("Scrapped by Vela after one season? Axed by Vela after two seasons!")
    assert text.may >> pattern.number & 1
    assert not pattern.search(text)
    assert pattern.search(text.lower())


@pytest.mark.parametrize("pattern", [r"\w+", r"(?:renewed)?", r"[a-z]{3}", r"(?:renewed|\w+)", r"^", r"(?!renewed)\w", "e"])
def test_patterns_that_require_no_word(pattern: str) -> None:
    assert required(pattern) == ()


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
                r"[a-z]{1,3},? (?:who |(?:ha[sd] )?(?:also|ever)? ){0,2}(?:as [A-Z]|plays?)",
            ]
        )
    )
    matched = data.draw(st.from_regex(pattern, fullmatch=True, alphabet=st.characters(codec="latin-1")))
    sets = required(pattern)
    assert sets
    assert all(any(word in matched.lower() for word in words) for words in sets)


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
            left = [one for one in known if not sentence.text.may >> one.number & 1]
            passed += len(left)
            wrong += [(one.pattern, sentence.text) for one in left if one.made.search(str(sentence.text))]
    assert not wrong
    assert passed > 100_000


def test_a_part_of_a_sentence_may_match_what_the_sentence_may() -> None:
    text = Text.of("Kestrel renewed it for a second season.")
    part = text[8:15]
    assert isinstance(part, Text)
    assert part == "renewed"
    assert (part.may, part.signs) == (text.may, text.signs)
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
    text = Text.of("Renewed, at last")
    assert list(text.signs) == [text.may >> number & 1 for number in range(len(INDEX.patterns) + 1)]
    for other, words in ((text.lower(), "renewed, at last"), (text[:7], "Renewed")):
        assert isinstance(other, Text)
        assert (other, other.may, other.signs) == (words, text.may, text.signs)


def test_live_rules_are_those_whose_pattern_may_match() -> None:
    one, other = regex(r"never (?:ever )?renewed"), regex(r"always (?:ever )?renewed")
    rules = Rules((("first", one), ("second", other)))
    assert live(rules, Text.of("words")) == list(rules)  # the index does not know these patterns yet
    for number in range(60):
        regex(rf"neither said {number}")
    INDEX.refresh()
    assert live(rules, Text.of("always renewed")) == [("second", other)]
    assert live(rules, Text.of("words")) == ()
    assert list(live(rules, "words")) == list(rules)


def test_each_finds_the_places_in_all_texts() -> None:
    pattern = regex(r"\brenewed (?P<by>by \w+)")
    texts = [Text.of("renewed by Vela, renewed by Kestrel"), Text.of("nothing"), "renewed by Onda"]
    assert [found["by"] for found in each(pattern, texts)] == ["by Vela", "by Kestrel", "by Onda"]


@pytest.mark.parametrize(
    "name", ["Šárka Křížová", "Nguyễn Thị Ánh", "Łukasz Żal", "İpek Şahin", "Siân O’Brien", "Conor McDonald", "Иван Петров"]
)
def test_names_of_many_languages(name: str) -> None:
    assert re.fullmatch(FULL_NAME, name)


@pytest.mark.parametrize("name", ["jack Doe", "Jack doe", "JACK", "Jack"])
def test_what_is_no_full_name(name: str) -> None:
    assert re.fullmatch(FULL_NAME, name) is None


def test_rules_are_spared_only_where_they_find_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [
        one
        for one in articles([Named(path.stem, path, None, None) for path in sorted(DEV.iterdir())])
        if not isinstance(one, Refused)
    ]
    spared = [read(article) for article in whole]
    monkeypatch.setattr(Rules, "bits", -1)  # now no rule is spared
    assert [read(article) for article in whole] == spared
    assert sum(map(len, spared)) > 500
