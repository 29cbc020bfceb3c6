"""When it is shown, when that is announced, how far the making is, and the trailers: wordings that are read, and look-alikes."""

from __future__ import annotations

import pytest

from tests.claims.written import claims_in

ABOUT = "“Copper Bay” is a drama on Brightline. "  # DAY of the articles is Tuesday, 18 June 2024


def days(text: str, kind: str) -> list[str | None]:
    """The windows of a kind in an article that speaks of a series before."""
    return [(claim.value.get("window") or {}).get("edtf") for claim in claims_in(ABOUT + text, kind=kind)]


def stages(text: str, kind: str = "production_status") -> list[tuple[str, str]]:
    return [(claim.value["status"], claim.polarity) for claim in claims_in(ABOUT + text, kind=kind)]


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("The third season, which starts on Brightline on Sunday 14 July, has eight parts.", "2024-07-14"),
        ("It has lost half its audience since its launch on May 9.", "2024-05-09"),
        ("It has been streamed widely since it began on May 9.", "2024-05-09"),
        ("The first series, shown in the spring of 2023, did well.", "2023-03-01/2023-05-31"),
        ("The new season will not start until January.", "2025-01"),
        ("New episodes won’t arrive before 2026.", "2026-01-01/.."),
        ("The second season did not return until 4 March 2023.", "2023-03-04"),
        ("The drama has been bumped from July to October.", "2024-10"),
        ("Brightline has brought the premiere forward to 2 July.", "2024-07-02"),
        ("The channel will move the last three episodes to Saturdays from Aug. 31.", "2024-08-31"),
        ("The first run aired from April 5 to June 28, 2023.", "2023-04-05/2023-06-28"),
        ("It will return between November 2024 and January 2025.", "2024-11-01/2025-01-31"),
        ("The premiere, on April 4, drew three million viewers.", "2024-04-04"),
        ("Held for midseason is the third season of the show.", "2025-01-01/2025-05-31"),
        ("The show returned last night.", "2024-06-17"),
        ("Brightline is planning an autumn launch for the series.", "2024-09-01/2024-11-30"),
        ("The two remaining episodes will be burned off on July 6.", "2024-07-06"),
        ("The series bowed out on May 12.", "2024-05-12"),
        ("The season is out on Brightline next Tuesday.", "2024-06-25"),
    ],
)
def test_a_date_of_release_is_read_in_many_words(text: str, window: str) -> None:
    assert window in days(text, "release_date")


@pytest.mark.parametrize(
    "text",
    [
        "Neither has a premiere date.",
        "Brightline announced a spin-off, without saying when it would air.",
        "It is not yet known when the new season will be shown.",
        "The streamer declined to say when the show would launch.",
        "When “Copper Bay” will return is unclear.",
        "The network did not give an exact date.",
    ],
)
def test_that_no_date_is_given_is_read(text: str) -> None:
    assert [claim.value for claim in claims_in(ABOUT + text, kind="release_date")] == [{"announced": False}]


def test_a_row_of_a_schedule_gives_a_date_to_each_title() -> None:
    found = claims_in(
        ABOUT + "The dates are these:\nMon., Sept. 23: “Copper Bay” (season premiere), “Harbour” (series finale)",
        kind="release_date",
    )
    assert [claim.value["window"]["start"] for claim in found] == ["2024-09-23", "2024-09-23"]
    assert [claim.value.get("what") for claim in found] == [None, "finale"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Smith’s play opens at the Lyric on 5 July.",
        "An exhibition of props from “Copper Bay” opens on 5 July.",
        "Her contract runs out on 5 July.",
        "The petition was launched on 3 June.",
        "The cast is not available before 2026, their agents say: neither is available.",
        "Production begins in Halifax in September.",
        "The scripts were finished in March.",
        "A decision won’t come until July.",
        "He left the project last month due to other work.",
        "It was the most watched debut on the service in 2023.",
        "Jo Bell, who scripted last year’s finale, is in talks.",
        "The show has sat at the top of the chart.",
        "In the finale, the ferry leaves on Sunday.",
        "Voss returns to the island on Friday.",
        "The service launched in the UK in 2021.",
        "She made her film debut in 2012.",
        "Monday, July 8: The council meets.",
        "She returned to acting in 2015.",
        "A storm hits the town on Christmas Day.",
        "Her character died in May.",
        "The garden will open to visitors in July.",
        "All episodes are on Brightline until the end of the year.",
    ],
)
def test_what_else_begins_or_opens_on_a_day_is_no_release(text: str) -> None:
    assert [claim for claim in claims_in(ABOUT + text, kind="release_date") if "window" in claim.value] == []


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("Brightline has renewed the drama, the network said in a statement on Monday.", "2024-06-17"),
        ("Twelve more episodes are coming, the network told advertisers at a breakfast in Leeds on Monday.", "2024-06-17"),
        ("The decision was communicated to the cast on Monday.", "2024-06-17"),
        ("Brightline confirmed a full 22-episode order on Monday.", "2024-06-17"),
        ("The producers took to Instagram to share the news on 3 June 2024.", "2024-06-03"),
        ("Brightline confirmed in May that there won’t be a fourth series.", "2024-05"),
        ("On Monday, Brightline announced a third season.", "2024-06-17"),
        ("A decision on a third season is expected in August.", "2024-08"),
        ("They’ll make up their minds in August.", "2024-08"),
        ("I expect we’ll know by the end of August.", "2024-06-18/2024-08-31"),
        ("A verdict is not expected before August.", "2024-08-01/.."),
    ],
)
def test_the_day_of_an_announcement_is_read(text: str, window: str) -> None:
    assert days(text, "announcement_date") == [window]


@pytest.mark.parametrize(
    "text",
    [
        "She said at a festival last month that she was writing.",
        "Last week’s column said that the show was watched by few.",
        "Anna Smith told The Paper on Monday that she was tired.",
        "A rep said the story was rubbish and that she had fittings last week.",
        "The last two episodes will air on July 1 and July 8, she said.",
        "The main poster will be unveiled on September 9.",
        "The court will announce its verdict in July.",
        "The council will decide on the road closure in July.",
        "Police said on Monday that the road would be closed.",
    ],
)
def test_who_only_spoke_on_a_day_announced_nothing(text: str) -> None:
    assert days(text, "announcement_date") == []


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("She has completed scripts for the first four episodes.", ("writing", "+")),
        ("The creator is at work on the scripts.", ("writing", "+")),
        ("The writers had already sketched the opening of a third run.", ("writing", "+")),
        ("Brightline has paid for scripts.", ("writing", "+")),
        ("There is no script yet.", ("writing", "-")),
        ("Cameras roll in Leeds in early 2025.", ("scheduled", "+")),
        ("Filming of the fifth series was abandoned in May.", ("halted", "+")),
        ("Filming had not been abandoned.", ("halted", "-")),
        ("The sets have been taken down.", ("sets_struck", "+")),
        ("The composer is recording the score now.", ("post_production", "+")),
        ("We shot from the fifth of March until May.", ("wrapped", "+")),
        ("Nothing has been shot.", ("filming", "-")),
        ("Brightline extended its lease on the studio complex.", ("lease_extended", "+")),
        ("The season has hit another snag.", ("delayed", "+")),
        ("Reshoots in Malta took most of May.", ("reshoots", "+")),
        ("Casting is under way.", ("casting", "+")),
        ("Pre-production is under way.", ("in_development", "+")),
        ("He was photographed on location in Leeds in May.", ("filming", "+")),
    ],
)
def test_a_stage_of_the_making_is_read(text: str, stage: tuple[str, str]) -> None:
    assert stages(text) == [stage]


def test_two_stages_in_a_sentence_are_two_claims_each_with_its_date() -> None:
    found = claims_in(
        ABOUT + "Filming is scheduled to begin on July 9 in Leeds, and is expected to last about five months.",
        kind="production_status",
    )
    assert [(claim.value["status"], claim.value["window"]["edtf"]) for claim in found] == [
        ("scheduled", "2024-07-09"),
        ("wrap_expected", "2024-12"),
    ]
    found = claims_in(
        ABOUT + "Script reading took place on March 2 and filming was completed on May 30.", kind="production_status"
    )
    assert [claim.value["window"]["edtf"] for claim in found] == ["2024-03-02", "2024-05-30"]


@pytest.mark.parametrize(
    "text",
    [
        "The writers’ room of the show is a former dentist’s surgery.",
        "A date will be given once filming is complete.",
        "The shooting of Captain Voss has begun the best story of the season.",
        "She is filming a thriller in Spain.",
        "The set list was scrapped.",
        "Had it held its audience it would be filming already.",
        "The production committee said the series will continue with a second season.",
        "He has written a letter to the network.",
    ],
)
def test_what_only_sounds_like_the_making_is_none(text: str) -> None:
    assert stages(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Advertisers were shown a first trailer.", "shown_privately"),
        ("The teaser was screened for buyers in May.", "shown_privately"),
        ("The first trailer is still up on the channel.", "released"),
        ("Brightline has put out a teaser.", "released"),
        ("Nobody has seen a trailer.", "not_released"),
        ("We have yet to see a trailer.", "not_released"),
        ("A full trailer will follow in July.", "upcoming"),
    ],
)
def test_a_trailer_is_read(text: str, status: str) -> None:
    assert stages(text, "trailer_status") == [(status, "+")]


def test_a_sentence_that_goes_on_about_a_trailer_is_of_the_trailer() -> None:
    found = claims_in(ABOUT + "Buyers were shown a trailer. It will be released online next Monday.")
    assert [(c.kind, c.value["status"]) for c in found if c.kind in {"trailer_status", "release_date"}] == [
        ("trailer_status", "shown_privately"),
        ("trailer_status", "upcoming"),
    ]
    assert stages("He lives in a trailer in the desert. It will be released soon.", "trailer_status")[:1] != [("released", "+")]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Filming on the second season of the Brightline crime drama about smugglers has been put on hold.", ("halted", "+")),
        ("The strike has brought production to a standstill.", ("halted", "+")),
        ("Six of the series’ eight episodes have been shot.", ("filming", "+")),
        ("We’ve filmed three of the six.", ("filming", "+")),
        ("The series is three weeks into filming.", ("filming", "+")),
        ("We film from July to October in Porto.", ("scheduled", "+")),
        ("Brightline is eyeing an autumn shoot.", ("scheduled", "+")),
        ("Location work will last until August.", ("wrap_expected", "+")),
        ("Filmed over five months in Galicia, the drama has ten parts.", ("wrapped", "+")),
        ("The last day of shooting was 3 May.", ("wrapped", "+")),
        ("The writing has been going on since March.", ("writing", "+")),
        ("About 60 per cent of the script is written.", ("writing", "+")),
        ("The writers reconvened in January.", ("writing", "+")),
        ("Work has begun on a third season.", ("in_development", "+")),
    ],
)
def test_stages_in_further_words(text: str, stage: tuple[str, str]) -> None:
    assert stages(text) == [stage]


def test_a_sentence_goes_on_about_the_filming_of_the_one_before() -> None:
    text = "Filming in Oslo stopped in May after a fire. It resumed on 3 June."
    assert stages(text) == [("halted", "+"), ("filming", "+")]
    assert days(text, "production_status") == ["2024-05", "2024-06-03"]


def test_cameras_roll_and_will_until_a_day() -> None:
    text = "Cameras are rolling in Malta and will be until mid-August."
    assert stages(text) == [("filming", "+"), ("wrap_expected", "+")]
    assert days(text, "release_date") == []


@pytest.mark.parametrize(
    "text",
    [
        "They finish the film in May, and the hero dies.",
        "We shoot the messenger in episode four.",
        "Half of the voters have done their duty.",
        "He had written three novels by 2010.",
        "Seventy per cent of it is nonsense.",
    ],
)
def test_what_only_sounds_like_making(text: str) -> None:
    assert stages(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A full trailer is planned for August.", "upcoming"),
        ("Brightline has promised a trailer for July.", "upcoming"),
        ("The trailer doing the rounds is a fake.", "fan_made"),
        ("A two-minute trailer went out on Monday with the announcement.", "released"),
        ("The festival crowd were shown two minutes of footage.", "shown_privately"),
    ],
)
def test_trailers_in_further_words(text: str, status: str) -> None:
    assert [claim.value["status"] for claim in claims_in(ABOUT + text, kind="trailer_status")] == [status]
    assert days(text, "release_date") == []


@pytest.mark.parametrize("text", ["The trailer is set in a Welsh village.", "She lives in a trailer park outside Leeds."])
def test_no_trailer(text: str) -> None:
    assert claims_in(ABOUT + text, kind="trailer_status") == []


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("The second season, which closed on May 3, did well.", "2024-05-03"),
        ("A special will draw the saga to a close in the autumn.", "2024-09-01/2024-11-30"),
        ("The third season is on course for September.", "2024-09"),
        ("I’d say October, if I had to guess.", "2024-10"),
        ("The new run may arrive in March 2025 or April 2025.", "2025-03-01/2025-04-30"),
        ("Episodes will roll out weekly from 4 October to 22 November.", "2024-10-04/2024-11-22"),
        ("According to the listings magazine, it is back on 7 September.", "2024-09-07"),
        ("The show was meant to begin on Friday 2 August.", "2024-08-02"),
        ("It had originally been slated for May.", "2024-05"),
        ("Last Tuesday’s opener drew 2m.", "2024-06-11"),
        ("It moved from May to late July.", "2024-07-21/2024-07-31"),
    ],
)
def test_release_dates_in_further_words(text: str, window: str) -> None:
    assert days(text, "release_date") == [window]


def test_an_episode_that_is_not_shown() -> None:
    found = claims_in(ABOUT + "There is no new episode on Sunday.", kind="release_date")
    assert [(claim.value["window"]["edtf"], claim.polarity) for claim in found] == [("2024-06-23", "-")]


@pytest.mark.parametrize("text", ["Brightline won’t say when it will air.", "Brightline has yet to date the new season."])
def test_no_date_is_given(text: str) -> None:
    assert [claim.value for claim in claims_in(ABOUT + text, kind="release_date")] == [{"announced": False}]


@pytest.mark.parametrize(
    "text",
    [
        "She would come back tomorrow, she said.",
        "He’ll be back at work in September.",
        "The factory closed on May 3.",
        "We get next week off.",
        "It is the best launch since 2019.",
        "The streaming chart for June 10 was topped by it.",
        "Week ending Sunday 16 June.",
        "It began on Tuesday night, when an anonymous post claimed that it was dead.",
        "It had a rough Monday.",
        "He brought the meeting to an end in May.",
    ],
)
def test_dates_of_nothing_shown(text: str) -> None:
    assert days(text, "release_date") == []


@pytest.mark.parametrize(
    "line", ["Last updated March 17, 2024", "By Dana Cole · Updated 17 March 2024, 09:12", "The Paper | 12 June 2024"]
)
def test_lines_that_date_the_page(line: str) -> None:
    assert claims_in(f"{ABOUT}\n\n{line}", kind="release_date") == []


def test_what_was_not_cancelled_has_no_day_of_cancellation() -> None:
    assert days("“We have not axed the show,” Brightline told us on Monday.", "announcement_date") == []
