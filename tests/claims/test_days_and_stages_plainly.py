"""Days of broadcast that are promised, guessed or kept back, stages told by who works, and trailers; and look-alikes."""

from __future__ import annotations

import pytest

from tests.claims.written import told_after_lead


def told(text: str, kind: str) -> list[tuple[str, str]]:
    """What each claim of a kind says, status or day, and its polarity."""
    return sorted((_said(claim.value), claim.polarity) for claim in told_after_lead(text, kind))


def _said(value: dict[str, object]) -> str:
    if value.get("announced") is False:
        return "no date"
    window = value.get("window")
    day = str(window["edtf"]) if isinstance(window, dict) else ""
    return " ".join(part for part in (str(value.get("what") or value.get("status") or ""), day) if part)


@pytest.mark.parametrize(
    "text",
    [
        "A broadcast window has not been fixed.",
    ],
)
def test_a_day_that_is_kept_back_is_none(text: str) -> None:
    assert told(text, "release_date") == [("no date", "+")]


@pytest.mark.parametrize(
    ("text", "day", "polarity"),
    [
        ("Viewers can expect to see the new episodes in the autumn of 2025.", "2025-09-01/2025-11-30", "+"),
        ("Vela wants the new run on screens in the first three months of 2025.", "2025-01-01/2025-03-31", "+"),
        ("I would be surprised if it turned up this side of Christmas.", "2024-12-26/..", "+"),
        ("Don’t hold your breath for anything before spring 2025.", "2025-03-01/..", "+"),
        ("It has been moved from July to the week of 12 August.", "2024-08-12/2024-08-18", "+"),
        ("Vela now promises it for “late November”.", "2024-11-21/2024-11-30", "+"),
        ("The drama had been billed for October.", "2024-10", "-"),
        ("A call sheet pencils it in for 22 February.", "2025-02-22", "+"),
        ("Its own website has 3 December.", "2024-12-03", "+"),
        ("Vela has reserved the first Sunday in October for it.", "2024-10-06", "+"),
        ("The first series has clocked up 3.7 million plays since arriving on 3 October 2023.", "2023-10-03", "+"),
        ("Vela renewed it on 20 May, nine days after the season 2 finale.", "finale 2024-05-11", "+"),
        ("Thurs 4 – Tin Chapel, series three (Vela).", "2024-07-04", "+"),
        ("The last ever episode is on Sunday.", "finale 2024-06-23", "+"),
        ("Vela will bring the drama back on 3 September.", "2024-09-03", "+"),
        ("The premiere slips a week to 10 September.", "2024-09-10", "+"),
        ("The drama will take up residence on Vela from 5 September.", "2024-09-05", "+"),
    ],
)
def test_a_day_of_broadcast_in_other_words(text: str, day: str, polarity: str) -> None:
    assert told(text, "release_date") == [(day, polarity)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The network put out a notice on Monday saying the third season had been decided.", "renewal 2024-06-17"),
        ("Vela has promised us an answer by the end of July.", "renewal_decision 2024-06-18/2024-07-31"),
        ("Vela will make up its mind about a third series before the month is out.", "renewal_decision 2024-06-18/2024-06-30"),
        ("News of the third season came on 3 June.", "renewal 2024-06-03"),
        ("Vela confirmed on Monday that Harbor Nine would not be back.", "cancellation 2024-06-17"),
        ("His agent confirmed on Friday that he has left the drama.", "departure 2024-06-14"),
        ("The channel has set itself a deadline of 30 September to decide.", "renewal_decision 2024-09-30"),
    ],
)
def test_a_day_of_an_announcement(text: str, said: str) -> None:
    assert told(text, "announcement_date") == [(said, "+")]


@pytest.mark.parametrize(
    ("text", "said", "polarity"),
    [
        ("The scripts are running late.", "delayed", "+"),
    ],
)
def test_a_stage_of_the_making(text: str, said: str, polarity: str) -> None:
    assert told(text, "production_status") == [(said, polarity)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("They played us a trailer, twice.", "shown_privately"),
        ("They ran a clip, a minute and a half of it.", "shown_privately"),
        ("The trailer goes online on the 19th.", "upcoming 2024-06-19"),
        ("First-look pictures were released on Friday.", "released 2024-06-14"),
        ("Vela is sitting on the trailer.", "not_released"),
    ],
)
def test_a_trailer(text: str, said: str) -> None:
    assert told(text, "trailer_status") == [(said, "+")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The actor is tight-lipped about his date for the ball.", "release_date"),
        ("The minister is tight-lipped about the launch of the inquiry.", "release_date"),
        ("Vela is keeping quiet on a third season.", "release_date"),
        ("He would not tell me when the fair is back in town.", "release_date"),
        ("Nothing in the listings can match it.", "release_date"),
        ("The gallery has yet to schedule the show.", "release_date"),
        ("No date has been set for the trial.", "release_date"),
        ("The band is on Kite Records from 5 September.", "release_date"),
        ("The museum will have it on display in October.", "release_date"),
        ("The site has 3 December listed as a bank holiday.", "release_date"),
        ("The actress was released from hospital on Friday.", "release_date"),
        ("Wed 3 – Parents evening (School hall).", "release_date"),
        ("Nine days after the finale of the football season, he resigned.", "release_date"),
        ("The mayor promised an answer by the end of June.", "announcement_date"),
        ("On Monday the network told staff that it was closing its Leeds office.", "announcement_date"),
        ("Her agent confirmed on Friday that she is well.", "announcement_date"),
        ("Crews went back to work on Monday at the steel mill.", "production_status"),
        ("The crew of the ferry went back to work on Monday.", "production_status"),
        ("The road will be closed from 6 to 14 October for repairs.", "production_status"),
        ("The team spent last summer filming penguins.", "production_status"),
        ("His last film was shot back in 2019.", "production_status"),
        ("The novel is being written now.", "production_status"),
        ("Were the scripts running late?", "production_status"),
        ("The band played us a song, twice.", "trailer_status"),
        ("They ran a clip joint in Leeds.", "trailer_status"),
        ("A clip of the goal was shown to fans.", "trailer_status"),
    ],
)
def test_what_only_looks_alike_tells_nothing(text: str, kind: str) -> None:
    assert told(text, kind) == []
