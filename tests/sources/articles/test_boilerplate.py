from __future__ import annotations

import pytest

from cliffhanger.sources.articles.boilerplate import block_reason, is_headline, is_neighbour


class TestBlockReason:
    @pytest.mark.parametrize(
        ("text", "why"),
        [
            ("Share this on: X | Facebook", "share"),
            ("Tags: renewed, cancelled", "tags"),
            ("READ MORE: Lanark Hill renewed", "related"),
            ("READ MORE Lanark Hill renewed", "related"),
            ("You may also like: Bone Lantern in doubt", "related"),
            ("Related", "related"),
            ("More on BingeBuzz: Is Winter Pact coming back? | Every drama renewed so far", "related"),
            ("Sign up and never miss a release date!", "newsletter"),
            ("Sign up for our newsletter", "newsletter"),
            ("Subscribe now", "newsletter"),
            ("ADVERTISEMENT", "advertisement"),
            ("ADVERTISEMENT: 10 stars who lost everything. Number 7 was cancelled!", "advertisement"),
            ("SPONSORED - three months free", "advertisement"),
            ("© 2024 BingeBuzz Daily", "footer"),
            ("2024 BingeBuzz Daily. All rights reserved.", "footer"),
            ("Media contact: Ana Ruiz, press@example.org", "footer"),
            ("Image source: Orbit TV", "credit"),
            ("Photo credit: Orbit TV", "credit"),
            ("Photo by Ana Ruiz", "credit"),
            ("Previous article", "navigation"),
            ("Next article »", "navigation"),
            ("Disclaimer: the above may not be accurate", "disclaimer"),
            ("This site uses cookies to serve you", "consent"),
            ("12 comments", "comments"),
        ],
    )
    def test_furniture_is_told_by_its_words(self, text: str, why: str) -> None:
        assert block_reason(text) == why

    @pytest.mark.parametrize(
        "text",
        [
            "By continuing to order new seasons, the streamer shows faith in the drama.",
            "Copyright issues have delayed the second season.",
            "Sign up numbers fell after the show was cancelled.",
            "Subscribers rose by 11 percent.",
            "Photos by fans on the set show that filming has begun in Dublin this week.",
            "Share prices fell when the series was cancelled.",
            "Sponsored by no one, the show was cancelled.",
            "Next article of faith for the network is a third season.",
            "Home is where the second season takes place.",
            "More on that when the network speaks.",
            "More from the set: filming has begun in Dublin.",
            "Related characters return for season 2.",
            "Read the room: season 2 is not happening.",
            "Trending topics aside, the show was renewed.",
            "Hot on the heels of its finale, the drama was renewed.",
            "Media contacted by us would not say.",
            "The studio said: all rights reserved by the author went back to her when the second option ran out in the spring.",
        ],
    )
    def test_sentences_of_an_article_are_none(self, text: str) -> None:
        assert block_reason(text) is None


def test_what_points_to_a_neighbour() -> None:
    assert is_neighbour("Next article")
    assert is_neighbour("« Previous post")
    assert not is_neighbour("The next article says otherwise")


def test_a_headline_is_short_and_not_ended() -> None:
    assert is_headline("Winter Pact cancelled after two seasons")
    assert is_headline("Is Winter Pact cancelled?")
    assert not is_headline("Winter Pact was cancelled.")
    assert not is_headline("word " * 40)
