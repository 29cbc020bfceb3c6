"""How firm a plain sentence of news is, and who says so, within an article on one series."""

from __future__ import annotations

import pytest

from tests.claims.written import claims_in
from tests.claims.written import told_after_lead as told


@pytest.mark.parametrize(
    ("sentence", "kind", "standing"),
    [
        ("Vela announced on Monday that “Harbor Nine” will return for a third season.", "renewal_status", "official"),
        ("“Harbor Nine” has been renewed, Vela announced.", "renewal_status", "official"),
        ("The network confirmed the renewal.", "renewal_status", "official"),
        ("A Vela spokesperson confirmed that the show had been cancelled.", "renewal_status", "official"),
        ("In a statement, Vela said the show would end with its third season.", "renewal_status", "official"),
        ("Vela has announced that season three will premiere on May 4.", "release_date", "official"),
        ("Season three premieres on May 4, the streamer revealed.", "release_date", "official"),
        ("According to Vela, the show returns on May 4.", "release_date", "official"),
        ("The premiere date, May 4, was confirmed by Vela.", "release_date", "official"),
        ("Showrunner Ana Ruiz said filming had wrapped.", "production_status", "official"),
        ("“We wrapped last week,” showrunner Ana Ruiz said.", "production_status", "official"),
        ("Filming has started, showrunner Ana Ruiz wrote on Instagram.", "production_status", "official"),
        ("Vela said the season will have eight episodes.", "episode_count", "official"),
        ("Vela said the show was watched by 5 million accounts.", "viewership", "official"),
        ("Vela announced that Jo Kim is joining the cast.", "cast_role", "official"),
        ("Vela has renewed “Harbor Nine” for a third season.", "renewal_status", "reported"),
        ("“Harbor Nine” was cancelled after two seasons.", "renewal_status", "reported"),
        ("Deadline reports that “Harbor Nine” has been renewed.", "renewal_status", "reported"),
        ("TVLine has learned that “Harbor Nine” has been cancelled.", "renewal_status", "reported"),
        ("The show returns on May 4.", "release_date", "reported"),
        ("Variety reported that the show would return on May 4.", "release_date", "reported"),
        ("Filming started on Monday in Belfast.", "production_status", "reported"),
        ("Jo Kim joins the cast.", "cast_role", "reported"),
        ("The finale drew 2 million viewers, according to Nielsen.", "viewership", "reported"),
        ("Each episode costs $6 million.", "budget", "reported"),
        ("After weeks of speculation, Vela confirmed that it has cancelled “Harbor Nine”.", "renewal_status", "official"),
        ("Putting an end to rumours, Vela announced that the show would return.", "renewal_status", "official"),
        ("Months of speculation ended when Vela renewed “Harbor Nine”.", "renewal_status", "reported"),
        ("There is speculation that “Harbor Nine” has been renewed.", "renewal_status", "speculation"),
        ("There have been weeks of rumours that “Harbor Nine” was renewed.", "renewal_status", "rumour"),
        ("Sources say “Harbor Nine” has been renewed.", "renewal_status", "rumour"),
        ("Fans of “Harbor Nine” say it has been renewed.", "renewal_status", "rumour"),
        ("Its fans believe the show has been cancelled.", "renewal_status", "rumour"),
        ("According to sources close to the production, the show has been cancelled.", "renewal_status", "rumour"),
        ("The show has reportedly been renewed.", "renewal_status", "rumour"),
        ("It is rumoured that the show has been cancelled.", "renewal_status", "rumour"),
        ("Word on the street is that the show has been cancelled.", "renewal_status", "rumour"),
        ("An anonymous user on Reddit claimed the show had been renewed.", "renewal_status", "rumour"),
        ("Insiders say the show will return in May.", "release_date", "rumour"),
        ("The show is rumoured to be returning in May.", "release_date", "rumour"),
        ("A leaked document says season three premieres on May 4.", "release_date", "rumour"),
        ("Jo Kim is said to be in talks to join the cast.", "cast_role", "rumour"),
        ("The season is said to have cost $60 million.", "budget", "rumour"),
        ("The budget is believed to be about $60 million.", "budget", "rumour"),
        ("A crew member told us that filming had been halted.", "production_status", "rumour"),
        ("People familiar with the matter said that the cost was the reason for the cancellation.", "reason", "rumour"),
        ("Sources say the season will have six episodes.", "episode_count", "rumour"),
        ("The show will probably return in the autumn of 2025.", "release_date", "speculation"),
        ("We expect the third season in 2025.", "release_date", "speculation"),
        ("The third season is likely to arrive in 2025.", "release_date", "speculation"),
        ("If production starts soon, the third season could premiere in late 2025.", "release_date", "speculation"),
        ("We think “Harbor Nine” will be renewed.", "renewal_status", "speculation"),
        ("It would be a surprise if the show was not renewed.", "renewal_status", "speculation"),
        ("Tom Hale is expected to return as Ned.", "cast_role", "speculation"),
        ("Maya Lin will likely be back as Rosa.", "cast_role", "speculation"),
        ("The third season will probably have eight episodes.", "episode_count", "speculation"),
        ("A trailer should arrive next month.", "trailer_status", "speculation"),
        ("Filming is expected to start in the spring.", "production_status", "speculation"),
        ("Vela denied that the show had been cancelled.", "renewal_status", "denied"),
        ("Tom Hale has denied that he is leaving the show.", "cast_role", "denied"),
        ("Tom Hale is not leaving the show, his agent insisted.", "cast_role", "denied"),
        ("A spokesperson for Vela called the reports of a cancellation “nonsense”.", "renewal_status", "denied"),
        ("Vela confirmed that it had ordered a third season, and that it would have six episodes.", "episode_count", "official"),
        ("Season three will have ten episodes, Vela said, with Jo Kim joining as the mayor.", "cast_role", "official"),
        ("Vela assures me that filming starts on 17 November.", "production_status", "official"),
        ("The Bugle said work would resume in January, citing two members of the crew.", "production_status", "rumour"),
        ("Some YouTube channels are claiming that the show got cancelled.", "renewal_status", "rumour"),
        ("People on the set speak of autumn 2026 as a possible start of filming.", "production_status", "rumour"),
    ],
)
def test_how_firm_it_is(sentence: str, kind: str, standing: str) -> None:
    assert standing in {one.standing for one in told(sentence, kind)}


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("Vela has announced that season three will premiere on May 4.", "network_or_studio"),
        ("Showrunner Ana Ruiz said season three would premiere on May 4.", "talent"),
        ("Insiders say season three will premiere on May 4.", "unnamed_source"),
        ("Variety reported that season three would premiere on May 4.", "named_outlet"),
        ("Season three is out on May 4.", "outlet"),
    ],
)
def test_whose_word_a_date_is(sentence: str, by: str) -> None:
    assert [one.attribution.type for one in told(sentence, "release_date")] == [by]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Vela has cancelled “Copper Bay”, according to The Hollywood Reporter.", "Hollywood Reporter"),
        ("Vela has cancelled “Copper Bay”, as first reported by The Daily Beam.", "Daily Beam"),
        ("Screen Ledger reported on Monday that Vela has cancelled “Copper Bay”.", "Screen Ledger"),
        ("According to Variety, Vela has cancelled “Copper Bay”.", "Variety"),
    ],
)
def test_what_another_outlet_reports_is_its_word(text: str, outlet: str) -> None:
    (found,) = claims_in(text, kind="renewal_status")
    assert (found.attribution.type, found.attribution.name) == ("named_outlet", outlet)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Vela has canceled “Copper Bay” after two seasons, Variety has confirmed.", "Variety"),
        ("“Copper Bay” has been canceled by Vela, The Hollywood Reporter has confirmed.", "Hollywood Reporter"),
        ("Deadline confirms that “Copper Bay” has been cancelled.", "Deadline"),
        ("“Copper Bay” has been cancelled, TVLine has learned.", "TVLine"),
        ("The New York Times has confirmed that “Copper Bay” has been cancelled.", "New York Times"),
    ],
)
def test_what_a_paper_confirms_is_not_official(text: str, outlet: str) -> None:
    (found,) = claims_in(text, kind="renewal_status")
    assert (found.standing, found.attribution.type, found.attribution.name) == ("reported", "named_outlet", outlet)
