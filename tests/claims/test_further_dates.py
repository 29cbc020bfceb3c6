"""Further words for the making, its places, trailers and days, as trades, forums, podcasts and newsletters write; look-alikes."""

from __future__ import annotations

import pytest

from tests.claims.written import LEAD, claims_in, told_after_lead

Told = tuple[str | bool | None, str | None, str]


def told(text: str, kind: str, *fields: str) -> list[Told]:
    """The first of some fields of the value, the window and the polarity of each claim of a kind in the last paragraph."""
    found = told_after_lead(text, kind)
    return [
        (next((c.value[f] for f in fields if f in c.value), None), (c.value.get("window") or {}).get("edtf"), c.polarity)
        for c in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They're filming in Leeds right now.", [("filming", None, "+")]),
        ("Filming is back on after a two-week break.", [("filming", None, "+")]),
        ("Production on the new episodes is well advanced.", [("filming", None, "+")]),
        ("The 14-week shoot kicked off on June 3.", [("filming", "2024-06-03", "+")]),
        ("Now in its third week of shooting, the season will have eight episodes.", [("filming", None, "+")]),
        ("The 14-week shoot kicks off on July 8.", [("scheduled", "2024-07-08", "+")]),
        ("Production moves to Malta on 3 July.", [("scheduled", "2024-07-03", "+")]),
        ("The start of filming has slipped from May to August.", [("delayed", "2024-08", "+")]),
        ("The shoot is now running three weeks behind.", [("delayed", None, "+")]),
        ("Bad weather has held up filming on the third season.", [("delayed", None, "+")]),
        (
            "Filming of “Harbor Nine”, the drama that fills the pubs of half a coast every week, has been suspended.",
            [("halted", None, "+")],
        ),
        ("The cast celebrated the end of filming on Saturday.", [("wrapped", "2024-06-15", "+")]),
        ("“We just wrapped,” Lin told the podcast.", [("wrapped", None, "+")]),
        ("Holt handed in the last script two weeks ago.", [("writing", "2024-06", "+")]),
        ("The writers' room reopened three weeks ago.", [("writing", "2024-05", "+")]),
        ("“I'm writing episode six as we speak,” says Holt.", [("writing", None, "+")]),
        ("The third season is at script stage.", [("writing", None, "+")]),
        ("Eight scripts, all written.", [("writing", None, "+")]),
        ("The sound mix was completed last week.", [("post_production", "2024-06-10/2024-06-16", "+")]),
        ("The first four episodes have been edited.", [("post_production", None, "+")]),
        ("The episodes are nowhere near finished.", [("post_production", None, "+")]),
        ("She signed off the final mix in May.", [("post_complete", "2024-05", "+")]),
        ("The sets went under the hammer last week.", [("sets_struck", "2024-06-10/2024-06-16", "+")]),
        ("The last of the sets came down in May.", [("sets_struck", "2024-05", "+")]),
        ("The sets remain standing in Leeds.", [("sets_struck", None, "-")]),
        ("Sets are going up in Leeds.", [("in_development", None, "+")]),
        ("Pre-production began in April.", [("in_development", "2024-04", "+")]),
        ("Two days of reshoots took place in May.", [("reshoots", "2024-05", "+")]),
    ],
)
def test_how_far_the_making_is(text: str, expected: list[Told]) -> None:
    assert told(text, "production_status", "status") == expected


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("How did filming go?", "Well, they wrapped.", ("wrapped", "+")),
        ("Is there a writers' room?", "No, there's no room.", ("writing", "-")),
        ("What is Ned doing in season three?", "He's three weeks in.", None),
        ("Do you like filming at sea?", "We're always sick.", None),
        ("What do you miss about the set?", "The soup.", None),
    ],
)
def test_a_remark_goes_on_about_what_was_asked(question: str, answer: str, expected: tuple[str, str] | None) -> None:
    talk = f"The Paper: How are you?\n\nHolt: Fine.\n\nThe Paper: {question}\n\nHolt: {answer}"
    found = [(c.value["status"], c.polarity) for c in claims_in(LEAD + talk, kind="production_status")]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    "text",
    [
        "In the opener Ned films a confession on his phone and sends it to Rosa.",
        "Ned, shot last week in the harbour, wakes in hospital.",
        "Lin wrapped her arms around Hale on stage.",
        "Vela's parent shut down production at its paper mill in May.",
        "I wish they would start filming already.",
        "Had filming begun on time, the season would be out by now.",
        "Lin spent the winter writing songs.",
        "Shooting broke out on the pier in the finale.",
        "She is shooting a perfume advert in Paris.",
        "There's a script on the table in Ned's kitchen in the last scene.",
        "He was delayed by a train strike.",
        "Filming on phones is banned in the theatre.",
        "Production designer Ana Ruiz returns for season three.",
        "The season finale wrapped up Ned's story.",
        "The second season, which premiered in March and wrapped in May, drew two million viewers.",
        "Rosa sets fire to the boat, and the crew is sent home.",
        "They're shooting at us, Ned shouts in the trailer.",
        "In the second half of the season Rosa moves to Prague in June 1912.",
        "Who will write the third season?",
        "The painter is at work on the second canvas.",
        "It was supposed to start on Friday, but the football ran late.",
        "I'm on set four of my workout.",
        "The wedding shoot was booked for June.",
        "The studio tour runs until October.",
        "We have two episodes left to watch.",
        "They have not started the season yet and want no spoilers.",
        "This post was written before the finale aired.",
        "Season three follows Rosa as she goes to Malta this summer.",
        "Your favourite show is over, and it's back to work on Monday.",
        "In real life, Hale goes back to the studio in May to record his second album.",
        "Vela is behind on its slate.",
        "There's a trailer park on the edge of town where Ned grew up.",
        "Council workers have approved shooting of pigeons on 8 July.",
        "A permit for the street market lists stalls from 8 July.",
    ],
)
def test_what_only_looks_like_the_making(text: str) -> None:
    assert told(text, "production_status", "status") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A fan account says it drops the first week of September.", [(None, "2024-09-01/2024-09-07", "+")]),
        (
            "If that schedule holds, our best guess is that new episodes will land in late 2025.",
            [(None, "2025-09-01/2025-12-31", "+")],
        ),
        ("S1 was August 2022 and S2 was August 2023.", [(None, "2022-08", "+"), (None, "2023-08", "+")]),
        ("The new episodes go up on Friday.", [(None, "2024-06-21", "+")]),
        ("Look for it in the autumn.", [(None, "2024-09-01/2024-11-30", "+")]),
        ("It's back in September, says Vela.", [(None, "2024-09", "+")]),
        ("Season two wrapped up on 4 May with two million viewers.", [("finale", "2024-05-04", "+")]),
        (
            "The second season, which premiered in March and wrapped in May, drew two million viewers.",
            [(None, "2024-03", "+"), ("finale", "2024-05", "+")],
        ),
        ("The show has been pulled from the autumn schedule.", [(None, "2024-09-01/2024-11-30", "-")]),
        ("Vela hasn't dated it.", [(False, None, "+")]),
        ("Vela has not set a premiere.", [(False, None, "+")]),
        ("An exact date has not yet been communicated.", [(False, None, "+")]),
        ("When it will air is anybody's guess.", [(False, None, "+")]),
        ("In Germany Canal Tejo expects to show it next spring.", [(None, "2025-03-01/2025-05-31", "+")]),
    ],
)
def test_when_it_is_shown(text: str, expected: list[Told]) -> None:
    assert told(text, "release_date", "what", "announced") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Short one this week.",
        "Its record, 8.1 million, dates from 2022.",
        "The season will run to ten episodes, up from eight last year.",
        "The crew moved to Bristol last week.",
        "No start date for filming has been set.",
        "Vela would not say when filming might resume.",
        "The cast found out on Monday.",
        "Episode four dropped to 1.9 million on Wednesday.",
        "Our last update said it would launch on 4 July.",
        "The film opens in cinemas on Friday.",
    ],
)
def test_dates_of_other_things(text: str) -> None:
    assert told(text, "release_date", "what", "announced") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A teaser was presented to the journalists in the hall and will appear on the internet on 1 July.",
            [("shown_privately", None, "+"), ("upcoming", "2024-07-01", "+")],
        ),
        ("The first teaser went live at noon.", [("released", None, "+")]),
        ("We'll get a trailer in July.", [("upcoming", "2024-07", "+")]),
        ("There's a trailer and it's gorgeous.", [("released", None, "+")]),
        ("Vela has yet to share so much as a still.", [("not_released", None, "+")]),
        ("Attendees were treated to a two-minute sizzle reel.", [("shown_privately", None, "+")]),
    ],
)
def test_trailers(text: str, expected: list[Told]) -> None:
    assert told(text, "trailer_status", "status") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "PlayNorth put out the press release on 30 May: eight episodes, same as last time, for the third season.",
            [("renewal", "2024-05-30", "+")],
        ),
        ("The good news came in May 2024, when the streamer shared a short post.", [("announcement", "2024-05", "+")]),
        ("Vela today confirms that the drama will end with its third season.", [("ending", "2024-06-18", "+")]),
        ("Crest One told us on Friday that a third season has been ordered.", [("renewal", "2024-06-14", "+")]),
        ("It was announced back in March that the show would end.", [("ending", "2024-03", "+")]),
        ("Vela confirmed yesterday that season three is happening.", [("renewal", "2024-06-17", "+")]),
    ],
)
def test_days_of_announcement(text: str, expected: list[Told]) -> None:
    assert told(text, "announcement_date", "what") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Filming is under way in Leeds and Halifax.", [("Leeds", None, "+"), ("Halifax", None, "+")]),
    ],
)
def test_places_of_filming(text: str, expected: list[Told]) -> None:
    assert told(text, "location", "place") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Filming is under way in Leeds.",
        "Filming will begin in Leeds this autumn.",
        "Production moves to Malta on 3 July.",
        "The crew moved to Bristol last week.",
        "The crew travels to Malta in July for three weeks.",
        "Shooting took place in Malta last spring.",
        "The season was shot in Cape Town between March and June.",
        "Principal photography took place at Pinewood Studios from May to July.",
        "Cameras are rolling in Galway.",
        "The cast was spotted filming in Galway on Monday.",
        "Filming wrapped in Riga last month.",
        "Filming is set to start in Iceland at the end of August.",
        "The set in Bristol was struck in May.",
        "The crew flew to Malta in May to film the finale.",
        "We wrapped in Malta three weeks ago.",
        "Reshoots took place in Malta in May.",
        "Production has been halted in Vancouver.",
        "A location shoot in Portugal is planned for September.",
        "They are filming on location in Galway until August.",
    ],
)
def test_the_place_of_a_stage_is_no_location_besides(text: str) -> None:
    assert told(text, "location", "place") == []
