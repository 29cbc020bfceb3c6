"""What has not come about, what somebody asks, and figures of a company or a part of a number are no claims."""

from __future__ import annotations

import datetime as dt

import pytest

from cliffhanger.claims.grammar import read
from cliffhanger.sources.articles.page import article
from tests.claims.written import told_after_lead


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It would have come back in the autumn, all ten at once.", "release_date"),
        ("By Easter 2024 it could have returned in better shape.", "release_date"),
        ("He’d have renewed “Harbor Nine” and cancelled the rest.", "renewal_status"),
        ("Vela has not commented on the campaign.", "renewal_status"),
        ("Vela has yet to comment on the petition.", "renewal_status"),
        ("Vela has remained silent about the growing backlash.", "renewal_status"),
        ("If Vela reversed its decision, it would be a first.", "renewal_status"),
        ("Should Vela reverse its decision, fans would cheer.", "renewal_status"),
        ("If Vela renewed it, fans would be happy.", "renewal_status"),
        ("Had Vela sold it to Lantern, nobody would know.", "platform"),
        ("The makers would have gone elsewhere had the county not found a grant of £150,000.", "budget"),
        ("Fourth-quarter results are due on 5 February.", "release_date"),
        ("Pete asks whether Harbor Nine is based on the film.", "source_material"),
        ("She wondered whether the season has eight episodes.", "episode_count"),
        ("Q: Is it over? Didn’t it get picked up for two more seasons? – Carol, Duluth\n\nA: Carol, sit.", "renewal_status"),
        ("Vela, which spent $1.9 billion on programming last year, will spend $1.4 billion.", "budget"),
        ("Budgets for returning hourlong dramas have run to $5.5 million an episode.", "budget"),
        ("The April 18 episode was shot in the rain.", "episode_count"),
        ("In eleven years she has made four hundred and six episodes.", "episode_count"),
        ("It comes from the studio, I am told.", "crew_role"),
        ("Vela would’ve renewed Harbor Nine for a third season.", "renewal_status"),
        ("Vela would have brought Harbor Nine back for a third season.", "renewal_status"),
        ("Ending “Harbor Nine” would be a mistake.", "renewal_status"),
        ("Vela makes the renewal decision over statistics and figures.", "renewal_status"),
        ("Vela decides on the renewal of “Harbor Nine” by June.", "renewal_status"),
        ("“Harbor Nine” is back on 4 May 2024.", "platform"),
        ("“Harbor Nine” premieres on May 4, 2024.", "platform"),
        ("Seasons one and two of “Harbor Nine” were fourteen months apart.", "episode_count"),
        ("A petition calling on Vela to save “Harbor Nine” is signed by many.", "platform"),
    ],
)
def test_what_is_no_claim(text: str, kind: str) -> None:
    assert told_after_lead(text, kind) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It will come back in the autumn, all ten at once.", "release_date"),
        ("Vela has renewed “Harbor Nine”, and would have been mad not to.", "renewal_status"),
        ("Vela had sold it to Lantern before that.", "platform"),
        ("The county has found a grant of £150,000 for the drama.", "budget"),
        ("The new season is due on 5 February.", "release_date"),
        ("Asked whether it is the end, Maya Lin said that Harbor Nine is based on a novel by Nell Farr.", "source_material"),
        ("A budget of $5.5 million an episode makes it the dearest drama of Vela.", "budget"),
        ("The season has 18 episodes.", "episode_count"),
        ("Fans would have wanted more, but Vela has cancelled Harbor Nine.", "renewal_status"),
        ("Had Vela listened, nobody would complain, but the network has cancelled Harbor Nine.", "renewal_status"),
        ("The network had paid for it, and had shelved Harbor Nine by May.", "renewal_status"),
        ("Harbor Nine, a drama, had its third season cancelled by Vela.", "renewal_status"),
        ("Fans asked for it, and Vela reversed its decision.", "renewal_status"),
        ("Fans asked for it, and Vela renewed it.", "renewal_status"),
        ("Figures released on Tuesday were good, and Harbor Nine premieres on 5 October.", "release_date"),
    ],
)
def test_what_looks_like_it_and_is_a_claim(text: str, kind: str) -> None:
    assert told_after_lead(text, kind)


@pytest.mark.parametrize("tag", ["s", "del", "strike"])
def test_what_a_page_strikes_out_is_not_said(tag: str) -> None:
    """It is kept as masked, with the reason, like all else that is left out."""
    struck = f"<{tag}>Vela has renewed Harbor Nine for a third season.</{tag}>"
    raw = f"<article><h1>Notes</h1><p>Harbor Nine is a drama on Vela. {struck} Nothing is decided.</p></article>"
    one = article(raw, name="a", outlet="The Paper", published=dt.date(2024, 6, 18))
    assert "struck out" in {masked.why for masked in one.masked}
    assert "renewed Harbor Nine" not in one.text
    assert not [claim for claim in read(one) if claim.value.get("status") == "renewed" and claim.polarity == "+"]
