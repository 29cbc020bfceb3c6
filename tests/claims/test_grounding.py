"""What a model proposes is held against the article: what does not stand in it, or is asserted by nobody, becomes no claim."""

from __future__ import annotations

import datetime as dt
import re
import typing
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.claims.article import Article
from cliffhanger.claims.claim import CLASSIFIER, Kind, as_read
from cliffhanger.claims.derived import Words, checked
from cliffhanger.claims.grammar import read
from cliffhanger.claims.grounding import grounded, joined
from cliffhanger.claims.proposals import FORMS, Proposal
from cliffhanger.claims.tiers import OUTLET, OWNER, Surroundings, tier
from cliffhanger.sources.articles.page import article
from tests.claims.reconcile_samples import OWNER_PAGE, owner, piece, said

TEXT = """What we know about “Copper Bay” season 3

Brightline has renewed “Copper Bay” for a third season, the streamer said on 4 March 2024. \
The new season has eight episodes and may arrive in early or mid-2025. Insiders say Ana Ruiz will play the harbour master.

“It isn’t over,” Ruiz said. Will “Copper Bay” have a fourth season? Over 30,000 people have signed a petition. \
Brightline has yet to decide about a fourth season.
"""
PAGE = (
    "<!doctype html><title>Copper Bay</title><article><h1>Copper Bay season 3</h1>"
    "<p>The caf&eacute; drama returns <em>with&nbsp;ten</em> episodes, Brightline said.</p>"
    "<p>Renewed, <aside class='advertisement'>Buy Lumen now</aside>it seems.</p></article>"
    "<nav><a href='/x'>“Salt” is cancelled</a></nav>"
)


def text(words: str = TEXT, day: str = "2024-03-05") -> Article:
    return replace(article(words, name="a.txt"), outlet="The Paper", published=dt.date.fromisoformat(day))


def why(proposal: Proposal, where: Article | None = None) -> str:
    found = grounded(where or text(), [proposal], extractor="m")
    assert not found.claims
    return found.refused[0].why


def one(proposal: Proposal, where: Article | None = None):
    found = grounded(where or text(), [proposal], extractor="m")
    assert not found.refused, found.refused
    return found.claims[0]


EPISODES = Proposal("The new season has eight episodes", "episode_count", {"n": 8})


class TestQuotes:
    def test_the_words_of_the_file_are_quoted_not_those_of_the_model(self):
        where = text(PAGE.replace("<em>with&nbsp;ten</em>", "<em>with&nbsp;\n ten</em>"))
        found = one(Proposal("cafe\u0301 drama returns with ten episodes", "episode_count", {"n": 10}), where)
        assert found.quote.text == where.raw[found.quote.start : found.quote.end]
        assert found.quote.text.startswith("caf&eacute; drama")
        assert found.extractor == "m"

    def test_straight_marks_stand_for_curly_ones(self):
        assert one(Proposal('"It isn\'t over," Ruiz said', "statement", {"gist": "It isn’t over", "by": "Ruiz"})).quote.text == (
            "“It isn’t over,” Ruiz said"
        )

    @pytest.mark.parametrize(
        "quote", ["The new season has nine episodes", "The new season has eight  epsodes", "", "   ", "the new season has eight"]
    )
    def test_what_is_nearly_there_is_not_there(self, quote):
        assert why(replace(EPISODES, quote=quote)) == "its quote is not in the text"

    def test_a_quote_does_not_leave_its_sentence(self):
        crossing = "in early or mid-2025. Insiders say"
        assert why(replace(EPISODES, quote=crossing)) == "its quote is not within one sentence"

    def test_what_is_masked_is_no_part_of_the_article(self):
        assert why(Proposal("“Salt” is cancelled", "renewal_status", {"status": "cancelled"}), text(PAGE)) == (
            "its quote is not in the text"
        )

    def test_what_comes_twice_is_taken_where_it_first_asserts_something(self):
        found = one(Proposal("“Copper Bay”", "platform", {"name": "Brightline"}))
        assert found.quote.start > TEXT.index("Brightline has renewed")


WINDOW = {"start": "2025-01-01", "end": "2025-08-31"}


class TestValues:
    def test_a_window_is_written_as_the_grammar_writes_it(self):
        found = one(Proposal("may arrive in early or mid-2025", "release_date", {"window": WINDOW}, season=3))
        assert found.value == {"window": WINDOW | {"precision": "interval", "edtf": "2025-01-01/2025-08-31"}}
        assert (found.subject.series, found.subject.season) == ("Copper Bay", 3)

    @pytest.mark.parametrize(
        ("proposal", "said"),
        [
            (replace(EPISODES, value={"n": 10}), "n 10 does not follow from the text"),
            (replace(EPISODES, value={"n": "8"}), "n 8 does not follow"),
            (replace(EPISODES, value={"n": True}), "n True does not follow"),
            (replace(EPISODES, value={"n": float("nan")}), "n nan does not follow"),
            (replace(EPISODES, value={"n": 8, "length": 50}), 'episode_count has no "length"'),
            (replace(EPISODES, value={}), "episode_count needs n"),
            (replace(EPISODES, season=7), "the text names no season 7 there"),
            (
                Proposal("may arrive in early or mid-2025", "release_date", {"window": {"start": "2025-09-01"}}),
                "window .* follow",
            ),
            (Proposal("may arrive in early or mid-2025", "release_date", {"window": "2025"}), "window 2025 does not follow"),
            (Proposal("Ana Ruiz will play", "cast_role", {"actor": "Ana Reyes"}), "actor Ana Reyes does not follow"),
            (Proposal("Ana Ruiz will play", "cast_role", {"actor": "Brightline’s Ruiz"}), "actor .* does not follow"),
            (Proposal("Ana Ruiz will play", "cast_role", {"actor": "Ana Ruiz", "st": "dead"}), "st is dead, which is none of"),
            (Proposal("Ana Ruiz will play", "plot_expectation", {"gist": "the harbour burns"}), "gist .* does not follow"),
        ],
    )
    def test_what_does_not_follow_is_refused(self, proposal, said):
        assert re.match(said, why(proposal))

    def test_a_surname_may_stand_for_the_full_name(self):
        assert (
            one(Proposal("“It isn’t over,” Ruiz said", "statement", {"gist": "It isn’t over", "by": "Ana Ruiz"})).kind
            == "statement"
        )

    @pytest.mark.parametrize(
        ("kind", "value", "words", "kept"),
        [
            ("petition", {"n": 30000}, "Over 30,000 people have signed.", {"n": 30000}),
            ("runtime", {"minutes_min": 60}, "The hour-long drama is back.", {"minutes_min": 60}),
            (
                "viewership",
                {"n": -41, "metric": "change_percent"},
                "It is off 41 percent.",
                {"n": -41, "metric": "change_percent"},
            ),
            ("renewal_status", {"status": "renewed", "p": 0.2}, "A one in five chance.", {"status": "renewed", "p": 0.2}),
            ("score", {"value": 72, "raw": "7.2/10"}, "It has 7.2/10 on the site.", {"value": 72, "raw": "7.2/10"}),
            (
                "budget",
                {"amount": 11_800_000, "currency": "EUR"},
                "It cost €11.8 million.",
                {"amount": 11_800_000, "currency": "EUR"},
            ),
            ("hashtag", {"tag": "#SaveIt"}, "They post #SaveIt daily.", {"tag": "#SaveIt"}),
            ("award", {"award": "Golden Larch", "year": None}, "It won a Golden Larch.", {"award": "Golden Larch"}),
            (
                "release_date",
                {"window": {"start": "2025-01-01", "end": None}},
                "It will not be back before 2025.",
                {"window": {"start": "2025-01-01", "end": None, "precision": "interval", "edtf": "2025-01-01/.."}},
            ),
        ],
    )
    def test_values_are_found_as_the_genre_writes_them(self, kind, value, words, kept):
        assert checked(kind, value, Words(words, words, words, dt.date(2024, 3, 5))) == (kept, None)

    def test_every_kind_has_a_form_and_its_needs_are_keys(self):
        assert set(FORMS) == set(typing.get_args(Kind))
        assert all(set(form.needs) <= set(form.keys) for form in FORMS.values())


parts = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.dictionaries(st.text(), st.text())
nonsense = st.builds(
    Proposal,
    quote=st.text(max_size=9) | st.sampled_from(["eight episodes", "Brightline has renewed “Copper Bay”", "petition."]),
    kind=st.sampled_from(sorted(FORMS)),
    value=st.dictionaries(st.sampled_from(["n", "status", "window", "gist", "name"]) | st.text(max_size=8), parts, max_size=3),
    polarity=st.sampled_from("+-"),
    said_by=st.none() | st.text(max_size=9),
    season=st.none() | st.integers(),
)


class TestAssertions:
    @pytest.mark.parametrize("quote", ["Will “Copper Bay” have a fourth season", "What we know about “Copper Bay” season 3"])
    def test_a_question_or_a_heading_asserts_nothing(self, quote):
        assert "asserts nothing" in why(Proposal(quote, "renewal_status", {"status": "renewed"}, standing="official"))

    def test_a_source_that_the_article_does_not_name_is_refused(self):
        assert why(replace(EPISODES, said_by="Variety")) == "the article does not name Variety"

    @pytest.mark.parametrize(("model", "held"), [("official", "rumour"), ("rumour", "rumour"), ("speculation", "speculation")])
    def test_the_weaker_standing_holds(self, model, held):
        cast = {"actor": "Ana Ruiz", "character": "harbour master", "st": "joining"}
        found = one(Proposal("Ana Ruiz will play the harbour master", "cast_role", cast, standing=model))
        assert (found.standing, found.attribution.type) == (held, "unnamed_source")

    @given(st.lists(nonsense, max_size=4))
    def test_whatever_a_model_answers_is_a_claim_of_the_text_or_refused(self, proposals):
        where = text()
        found = grounded(where, proposals, extractor="m")
        assert len(found.claims) + len(found.refused) == len(proposals)
        assert all(where.raw[c.quote.start : c.quote.end] == c.quote.text for c in found.claims)


class TestBothReaders:
    def both(self, *proposals: Proposal):
        where = text()
        return joined(read(where), grounded(where, proposals, extractor="m").claims), tuple(read(where))

    def test_what_both_found_stays_the_grammars(self):
        made, grammar = self.both(EPISODES)
        assert (made.claims, made.added, made.weakened, made.differing) == (grammar, 0, 0, 0)

    def test_a_weaker_standing_of_the_model_holds_and_is_told(self):
        renewed = Proposal("Brightline has renewed “Copper Bay”", "renewal_status", {"status": "renewed"}, standing="speculation")
        made, grammar = self.both(renewed)
        (before,) = [c for c in grammar if c.value.get("status") == "renewed"]
        (after,) = [c for c in made.claims if c.value.get("status") == "renewed"]
        assert (before.standing, after.standing, after.extractor, made.weakened) == ("official", "speculation", "m", 1)

    def test_where_they_read_the_same_words_otherwise_the_grammar_stays(self):
        made, grammar = self.both(Proposal("Brightline has renewed “Copper Bay”", "renewal_status", {"status": "cancelled"}))
        assert (made.claims, made.differing) == (grammar, 1)

    def test_what_only_the_model_found_is_added_once_in_the_order_of_the_text(self):
        trailer = Proposal("The new season has eight", "platform", {"name": "Brightline"})
        made, grammar = self.both(trailer, trailer)
        assert (made.added, len(made.claims)) == (1, len(grammar) + 1)
        assert [c.quote.start for c in made.claims] == sorted(c.quote.start for c in made.claims)


def test_a_model_or_a_classifier_alone_never_weighs_more_than_an_outlet():
    alone = owner("a", "2024-03-01", "renewed")
    read_by_model = replace(alone, claim=replace(alone.claim, extractor="m, instructions 1"))
    assert tier(alone, Surroundings()).weight == OWNER
    found = tier(read_by_model, Surroundings())
    assert (found.weight, "read by m, instructions 1 and by no rule" in found.why) == (OUTLET, True)
    by_words = replace(alone, claim=replace(alone.claim, extractor=CLASSIFIER))
    found = tier(by_words, Surroundings())
    assert (found.weight, "read by the classifier of words and by no rule" in found.why) == (OUTLET, True)
    light = said(piece("b", "2024-03-01"), "renewed", by="unnamed_source", quote="an insider")
    assert tier(replace(light, claim=replace(light.claim, extractor="m")), Surroundings()) == tier(light, Surroundings())
    assert OWNER_PAGE  # the page on which the owner's own word would weigh 4


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        (
            "Vela has renewed <em>Otter &amp; Creek</em>\n for a  third season",
            "Vela has renewed Otter & Creek for a third season",
        ),
        ('a <a href="/x?a=1">new <b>season</b></a><!-- not --> of it', "a new season of it"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"),
        ("Copper&#x202e; Bay\u200b is&shy; &#27;[31m back", "Copper Bay is [31m back"),
        ("fewer than 3 < 4 > 2, she said", "fewer than 3 < 4 > 2, she said"),
        ("\ud800 alone", "alone"),
    ],
)
def test_a_quote_is_shown_as_a_reader_sees_it(words: str, seen: str) -> None:
    assert as_read(words) == seen
