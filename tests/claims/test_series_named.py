"""Which series an article names, which it is about, and about which a claim is."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from benchmarks.claims_score import read_all, score
from cliffhanger.claims.claim import Claim
from cliffhanger.claims.context import look
from cliffhanger.claims.grammar import read
from cliffhanger.claims.names import TITLE_NAME, WHOLE_TITLE_NAME
from cliffhanger.sources.articles.files import Named, Refused, articles
from cliffhanger.sources.articles.page import article

HERE = Path(__file__).parent


_DIARY = "Mill Row returns in Summer 2026. Filming in Cork ended in May. The cast of Mill Row is back."


def series_of(headline: str, text: str) -> list[str]:
    """The series of an article, the main one first."""
    return list(look(article(f"{headline}\n\n{text}\n", name="a1", outlet="The Paper", published=dt.date(2024, 6, 18))).series)


def told_of(headline: str, text: str) -> list[tuple[str, str | None, int | None]]:
    """Kind, series and season of each claim."""
    whole = article(f"{headline}\n\n{text}\n", name="a1", outlet="The Paper", published=dt.date(2024, 6, 18))

    def row(one: Claim) -> tuple[str, str | None, int | None]:
        return one.kind, one.subject.series, one.subject.season

    return [row(one) for one in read(whole)]


@pytest.mark.parametrize(
    ("headline", "text", "series"),
    [
        (
            "News of the week",
            "Vela cancelled The Long Ferry. The finale of The Long Ferry aired in May.",
            "The Long Ferry",
        ),
        ("Last word", "“Last Light Diner” will be back. “Last Light Diner” has two seasons.", "Last Light Diner"),
        ("Copper Season’s Noor Banks answers back", "She runs Copper Season for Vela. Copper Season is a saga.", "Copper Season"),
        ("An interview", "Filming of Rio de Pedra, the river saga that has run since May, was halted on Friday.", "Rio de Pedra"),
        ("A tabloid's day", "Vela has pulled Salt Alley Girls after one season.", "Salt Alley Girls"),
        (
            "Anime corner",
            "The anime Tsukimi no Kaze returns for a second season.",
            "Tsukimi no Kaze",
        ),
        ("From Prague", "„Dům na kopci“, one of the most watched series of the country, ends in May.", "Dům na kopci"),
        ("A week of news", "As for Vela, “Kings of Nowhere” has added a nurse. The drama returns in May.", "Kings of Nowhere"),
        (
            "Has Grey Water Been Renewed For Season 3?",
            "Grey Water is a drama. Fans of Grey Water wait.",
            "Grey Water",
        ),
        ("Marchbanks finale: who died?", "The finale of Marchbanks aired on Sunday. Marchbanks ended with a fire.", "Marchbanks"),
        ("Mill Row: the season guide", "Everything here has a source.", "Mill Row"),
    ],
)
def test_the_main_series_is_found(headline: str, text: str, series: str) -> None:
    assert series_of(headline, text)[:1] == [series]


@pytest.mark.parametrize(
    ("headline", "text", "none"),
    [
        ("Maya Lin: ‘I read my own death in a car park’", "Maya Lin plays Rosa in Mill Row. Lin says it was fun.", "Maya Lin"),
        ("Dates for your diary", _DIARY, "Cork"),
        ("Dates for your diary", _DIARY, "Summer 2026"),
        (
            "Mill Row is back",
            "Creator Tom Hale posted it on Instagram. “Mill Row” has 94 % on Rotten Tomatoes.",
            "Rotten Tomatoes",
        ),
        ("Mill Row is back", "The episode “The Drowned Ledger” of “Mill Row” drew 2 million.", "The Drowned Ledger"),
        ("Mill Row is back", "It was sold to France and Belgium. Mill Row was renewed.", "France and Belgium"),
    ],
)
def test_what_is_no_series(headline: str, text: str, none: str) -> None:
    found = series_of(headline, text)
    assert none not in found
    assert found[0] == "Mill Row"


def test_a_series_named_only_to_compare_with_is_not_what_a_claim_is_about() -> None:
    text = "“Mill Row” was renewed for a second season. The drama drew 2 million viewers, the best launch since “Cold Yard.”"
    assert {series for kind, series, _ in told_of("Vela renews “Mill Row”", text)} == {"Mill Row"}
    text = "“Mill Row” was renewed for a second season. “Cold Yard” alum Pia Moss joins the cast. “Cold Yard” ended in 2022."
    assert ("cast_role", "Mill Row", 2) in told_of("Vela renews “Mill Row”", text)


def test_an_article_that_goes_from_series_to_series() -> None:
    text = (
        "“Mill Row” (Vela)\n\nIt has been renewed for a third season.\n\n“Cold Yard” (Onda)\n\nIt was cancelled on Friday.\n\n"
        "“Salt Hill” (Vela)\n\nThe new season has eight episodes."
    )
    found = {kind + ":" + str(series) for kind, series, _ in told_of("Who is safe, who is not", text)}
    assert {"renewal_status:Mill Row", "renewal_status:Cold Yard", "episode_count:Salt Hill"} <= found


def test_an_answer_is_about_the_series_of_its_question() -> None:
    text = (
        "TV Q&A\n\nQ: Will “Gull Point” be back? I love it. – Marge\n\nA: Yes. NBN has ordered a fifth season.\n\n"
        "Q: Is “Second Watch” gone? I saw no ads. – Jo\n\nA: It is. The network dropped “Second Watch” in May.\n\n"
        "Q: What has become of the nurse Ruth on “Maple County”? I heard she quit. – Dan\n\n"
        "A: Beth Lowell will return as Ruth in the spring.\n"
    )
    told = read(article(text, name="a1", outlet="The Paper", published=dt.date(2024, 6, 18)))
    assert {claim.subject.series for claim in told if claim.kind == "cast_role"} == {"Maple County"}


def test_the_season_is_the_first_that_is_spoken_of() -> None:
    text = "The second series of “Mill Row” begins on 6 May. Maya Lin returns as Rosa. A third series has not been discussed."
    assert ("cast_role", "Mill Row", 2) in told_of("“Mill Row” is back", text)


@pytest.mark.annotated
@pytest.mark.parametrize(
    ("name", "series", "season"),
    [("dev", 0.92, 0.7), ("others/k", 0.85, 0.6), ("others/v", 0.83, 0.6), ("others/u", 0.55, 0.5), ("others/zf", 0.9, 0.6)],
)
def test_claims_are_about_the_series_and_the_season_that_is_told(name: str, series: float, season: float) -> None:
    """What docs/claims.md says; sets k and v have not been looked at."""
    found = score(read_all(HERE / name / "gold.jsonl"))
    assert found["series"] >= series
    assert found["season"] >= season


@pytest.mark.parametrize(
    "name", ["Copper Bay", "Vela’s Copper Bay", "Bay+", "O’Shea’s", "Rose-", "Bay’", "24", "Bay S2", "A & the Oak"]
)
@pytest.mark.parametrize("behind", [" Season 2", "’ Season 2", "’s season 3", "’, Series two", ": Season 4", " S2", " Sunday"])
def test_a_title_read_in_whole_words_is_the_same(name: str, behind: str) -> None:
    follows = r"(?:[”’]|’s)?[,:]? (?:[Ss]eason|[Ss]eries|S ?\d)"
    by_letters, by_words = (re.findall(rf"({one}){follows}", name + behind) for one in (TITLE_NAME, WHOLE_TITLE_NAME))
    assert by_words == by_letters


def test_a_flood_of_names_has_an_end() -> None:
    letters = "abcdefghij"
    names = [f"“{''.join(letters[int(digit)] for digit in f'{n:04}').capitalize()} Row”" for n in range(4000)]
    assert 0 < len(series_of("Vela renews “Mill Row”", "“Mill Row” is back. " + " ".join(names))) <= 100


def test_no_name_is_that_of_a_series_and_of_a_network() -> None:
    """Gallowmere of set n is named where networks are, and dozens of times where series are."""
    files = [Named(path.stem, path) for path in sorted((HERE / "others" / "n" / "articles").iterdir())]
    looked = [look(one) for one in articles(files) if not isinstance(one, Refused)]
    assert "Gallowmere" in {name for context in looked for name in context.series}
    assert [name for context in looked for name in context.series if name in context.networks] == []


@pytest.mark.parametrize(
    ("text", "networks"),
    [
        ("Max axed “Our Flag” in May. Our Flag renewed its crew. Our Flag ordered eight flags.", {"Max"}),
        ("Vela renewed “Vela Nights” in May. “Vela Nights” is a drama, and Vela ordered eight episodes.", {"Vela"}),
        (
            "Vela renewed “Vela Nights” in May. “Vela Nights: Origins”, a prequel, was ordered. Vela Nights: Origins is a drama.",
            {"Vela"},
        ),
        ("Co-creators Ana Ruiz and Jo Kim announced the end of “Copper Bay” on Max. The drama ends in May.", {"Max"}),
    ],
)
def test_neither_a_part_of_a_series_name_nor_several_people_are_a_network(text: str, networks: set[str]) -> None:
    one = article(f"The week in drama\n\n{text}\n", name="a", outlet="The Paper", published=dt.date(2024, 6, 18))
    assert look(one).networks == networks
