"""Series by the letters in which they stand: slanted, bold or capitals; and what else stands in such letters."""

from __future__ import annotations

import datetime as dt

import pytest

from cliffhanger.claims.article import Article
from cliffhanger.claims.context import first_look, look, names_of_series
from cliffhanger.claims.grammar import read
from cliffhanger.sources.articles.page import article


def page(body: str, headline: str = "The week") -> Article:
    raw = f"<html><body><article><h1>{headline}</h1>{body}</article></body></html>"
    return article(raw, name="a", outlet="The Paper", published=dt.date(2024, 6, 18))


def plain(text: str) -> Article:
    return article(f"The week\n\n{text}\n", name="a", outlet="The Paper", published=dt.date(2024, 6, 18))


@pytest.mark.parametrize("tag", ["em", "i", "cite"])
def test_what_stands_once_in_slanted_letters_is_a_series(tag: str) -> None:
    body = f"<p>Vela renews <{tag}>Otter’s Creek</{tag}>. It was good news for <{tag}>Salt in the Wound</{tag}> as well.</p>"
    assert set(look(page(body)).series) == {"Otter’s Creek", "Salt in the Wound"}


def test_so_is_what_plain_text_marks_by_hand() -> None:
    assert set(look(plain("Vela liked *Otter Creek* and _Salt in the Wound_, and it is *not* over.")).series) == {
        "Otter Creek",
        "Salt in the Wound",
    }


@pytest.mark.parametrize(
    "told",
    [
        "<em>Absolutely</em> nobody knows.",
        "It is <em>not</em> over. <em>That is what she said to all of us</em>.",
        "She told the <i>Evening Lantern</i> so.",
        "According to <i>Screen Lantern</i>, it is over.",
        "The <i>Lantern</i> reported it first.",
        "<i>The Lantern</i> reports that it is over.",
        "She was last seen in the film <i>Marrow Lane</i>.",
        "She was last seen in <i>Marrow Lane</i>, her second novel, on a shelf.",
        "She was last seen in <i>Marrow Lane</i> (a film).",
        "<b>Status:</b> over. <b>Release date</b>: none. <b>Vilna, 3 May 2024</b> – It is over.",
        "<strong>Mara Voss</strong> plays Ilse. <strong>Jonas Feld</strong> plays the vicar.",
    ],
)
def test_what_else_is_set_apart_is_no_series(told: str) -> None:
    body = f"<p>Vela has cancelled <em>Copper Bay</em>, a drama. {told} Fans of Copper Bay are sad.</p>"
    assert look(page(body)).series == ("Copper Bay",)


def test_bold_names_are_series_where_others_among_them_are() -> None:
    body = (
        "<p><b>Copper Bay</b> has been renewed for a third season.</p><p><b>Night Desk</b> was cancelled.</p>"
        "<p><b>Otter Creek</b>: nobody knows.</p>"
    )
    assert set(look(page(body)).series) == {"Copper Bay", "Night Desk", "Otter Creek"}
    alone = "<p>Vela has plans. <b>Otter Creek</b> is a place, <b>Marrow Lane</b> another.</p>"
    assert names_of_series(first_look(page(alone))).by_rules == []


def test_a_house_style_of_capitals() -> None:
    text = "I have watched THE TOLLGATE for years. So the comedy NIGHT FERRY has won a prize. It is NOT the end of THE TOLLGATE."
    assert set(look(plain(text)).series) == {"THE TOLLGATE", "NIGHT FERRY"}


@pytest.mark.parametrize(
    "text",
    [
        "VANCE HALE: We are back.\n\nMORE TALK: So it is.\n\nVANCE HALE: Vela has said so.",  # who speaks in an interview
        "It is ABSOLUTELY OVER for us, says RBO of the BBC.",  # stressed, once
        "COPPER BAY IS OVER\n\nVELA HAS CANCELLED IT",  # a page without small letters
    ],
)
def test_other_capitals_are_no_series(text: str) -> None:
    assert not [name for name in look(plain(text)).series if name.isupper()]


def test_a_claim_of_a_round_up_is_about_the_series_and_season_of_its_paragraph() -> None:
    body = (
        "<p><em>Copper Bay</em> has been renewed for a third season. Copper Bay is a hit.</p>"
        "<p>Onda has ordered a second season of <em>Otter Creek</em>. There will be eight episodes.</p>"
    )
    found = {(one.kind, one.subject.series, one.subject.season) for one in read(page(body))}
    assert ("episode_count", "Otter Creek", 2) in found
    assert ("renewal_status", "Copper Bay", 3) in found
