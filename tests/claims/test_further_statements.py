"""What is said and not said, what the story brings, where it is shown, what it comes from, in further words; look-alikes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.claims.written import told_after_lead as told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vela would not be drawn on the price of the new episodes.", [("Vela", "official")]),
        ("The streamer, which rarely shares viewing data, declined to comment.", [("streamer", "official")]),
        ("Sources say the last scene was rewritten overnight.", [(None, "rumour")]),
        ("Two insiders told us that Vela has asked the studio to cut the budget.", [(None, "rumour")]),
        ("One source says the pair have barely spoken since the wrap party.", [(None, "rumour")]),
        ("Word on set is that Lin and the director fell out.", [(None, "rumour")]),
        ("Hale told the Leeds crowd he was up for more.", [("Tom Hale", "official")]),
        ("Hale said he’d walk back to the harbour barefoot for another series.", [("Tom Hale", "official")]),
        ("Creator Ana Ruiz says she knows what the final shot is.", [("Ana Ruiz", "official")]),
        ("All six episodes will land on the same day.", [(None, "reported")]),
        ("Lin confirmed that she had known about the ending for a year.", [("Maya Lin", "official")]),
        ("Vela’s head of drama announced that scripts would be read over the summer.", [("Vela’s head of drama", "official")]),
        ("“It was the happiest job of my life,” wrote Hale on Instagram.", [("Tom Hale", "official")]),
        ("“Nobody wanted it to end like this,” a person who worked on the show told us.", [(None, "rumour")]),
        ("Vela keeps the rights until 2027.", [(None, "reported")]),
        ("“We’d have been mad to stop now,” Vela’s drama boss Ida Brook told Screen Week.", [("Ida Brook", "official")]),
        ("Ida Brook, Vela’s head of drama: “This is a show with a very long tail.”", [("Ida Brook", "official")]),
    ],
)
def test_statements_and_silences(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert [(claim.value.get("by"), claim.standing) for claim in told(text, "statement")] == expected


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The new run takes the crew north.", "reported"),
        ("The storyline will revolve around a stolen boat.", "speculation"),
        ("Logline: a year after the storm, the crew face an inquiry.", "reported"),
        ("“Ned ends up with the boat,” Hale let slip.", "reported"),
        ("My theory: Rosa faked the fire.", "speculation"),
        ("“There’s a wedding, and it goes badly,” said Lin of the new run.", "reported"),
        ("Viewers will finally learn who sank the boat.", "speculation"),
        ("The new episodes pick up six months after the explosion, with Rosa in hiding.", "reported"),
        ("The third season is set on an island off the coast.", "reported"),
        ("Set a year on, the new run finds Rosa running the pilots’ union.", "reported"),
        ("The eight new episodes rejoin the crew a year after the storm, as Rosa fights to keep her boat.", "reported"),
        ("My guess: Ned isn’t dead.", "speculation"),
        ("Fans are convinced that Ned faked his death.", "speculation"),
        ("Season three will explore where Rosa came from.", "speculation"),
        ("The official logline: “A year after the fire, Rosa returns to a town that wants to forget her.”", "reported"),
        ("The new season opens with a funeral.", "reported"),
        ("“Rosa gets what she wants and wishes she hadn’t,” Lin teased.", "reported"),
    ],
)
def test_what_the_story_brings(text: str, standing: str) -> None:
    assert [claim.standing for claim in told(text, "plot_expectation")][:1] == [standing]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The studio has begun to shop “Harbor Nine” around.", [("unknown", "being_shopped", None, "+")]),
        (
            "Sales agent Nordlicht has sold it to Spain, Greece and Turkey.",
            [(None, "sold", "Spain", "+"), (None, "sold", "Greece", "+"), (None, "sold", "Turkey", "+")],
        ),
        ("From June the whole run can be streamed on Kestrel+.", [("Kestrel+", None, None, "+")]),
        ("The drama is also carried by Tarn TV in Ireland.", [("Tarn TV", None, "Ireland", "+")]),
        ("The producers are shopping the series to other streamers.", [("unknown", "being_shopped", None, "+")]),
        ("Studio Brightline is said to be shopping the show around.", [("unknown", "being_shopped", None, "+")]),
        ("Creator Ana Ruiz says she is shopping it elsewhere.", [("unknown", "being_shopped", None, "+")]),
        ("Kestrel+ is in talks to pick up the series.", [("Kestrel+", "in_talks", None, "+")]),
        ("No talks with other broadcasters are under way.", [("unknown", "in_talks", None, "-")]),
        ("In Portugal the second season has been bought by Canal Tejo.", [("Canal Tejo", None, "Portugal", "+")]),
        ("The show has been sold to 40 territories.", [(None, "sold", "40 territories", "+")]),
        ("Kestrel+ has exclusive streaming rights in Canada.", [("Kestrel+", None, "Canada", "+")]),
        ("The drama has been rescued by Kestrel+.", [("Kestrel+", None, None, "+")]),
        ("Kestrel+ has acquired the format for Germany.", [("Kestrel+", None, "Germany", "+")]),
    ],
)
def test_homes(text: str, expected: list[tuple[Any, ...]]) -> None:
    found = told(text, "platform")
    assert [(c.value.get("name"), c.value.get("status"), c.value.get("territory"), c.polarity) for c in found] == expected


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Based on Jean Orr’s best-selling trilogy, the series began in 2021.", "Jean Orr"),
        ("Season three adapts the second book, “High Water”.", "High Water"),
        ("Jean Orr’s 2014 play has been turned into a television series.", "Jean Orr"),
    ],
)
def test_what_it_comes_from(text: str, what: str) -> None:
    value = told(text, "source_material")[0].value
    assert what in {value.get("author"), value.get("title"), value.get("medium")}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("statement", "Will Lin say why she left?"),
        ("statement", "Rosa would not say who had killed the harbour master."),
        ("statement", "In the second episode Ned tells the police he will come back tomorrow."),
        ("statement", "In the finale a detective says that nobody will comment on the fire."),
        ("statement", "Police sources said the ferry had been stolen."),
        ("statement", "The council declined to repair the pier, so the boat stays put."),
        ("statement", "Rosa announces that she is leaving the island for good."),
        ("statement", "Rosa’s contract with the docks runs out in the third episode."),
        ("statement", "I’d love to see more of this show."),
        ("statement", "I’d come back to this pub any day."),
        ("statement", "I know how it ends, and so do you if you read the book."),
        ("statement", "The pub is worth a visit on any day."),
        ("statement", "Ned has taken a job on another boat."),
        ("statement", "Hale was born in Leeds and has sold insurance."),
        ("statement", "Lin studied law before she took up acting."),
        ("statement", "Would she come back for a film?"),
        ("statement", "Could it run to five seasons? “Ask the gulls,” said Hale."),
        ("statement", "Asked whether he would return, Hale said only: “The boat sank.”"),
        ("statement", "Rosa is heartbroken when Ned leaves."),
        ("statement", "Rosa and Ned thanked the crew of the lifeboat in the finale."),
        ("statement", "Subscribe to our newsletter and we will tell you more."),
        ("statement", "The tabloids say a lot of things."),
        ("statement", "Another show, “Iron Street”, employs nobody from the town."),
        ("statement", "Raised in Cork, Hale began on the stage."),
        ("statement", "The film sold four million tickets."),
        ("plot_expectation", "Rosa goes home in episode five, and Ned lets her."),
        ("plot_expectation", "Lin says Rosa is the best part she has ever had."),
        ("plot_expectation", "“Rosa deserves a rest,” said Lin."),
        ("plot_expectation", "The second season ended with Ned on the ferry."),
        ("plot_expectation", "The third season moves to Tuesdays at nine."),
        ("plot_expectation", "The third season moves to a new slot."),
        ("plot_expectation", "The new series will be shot in Lisbon."),
        ("plot_expectation", "The series returns to Vela in March."),
        ("plot_expectation", "Will Rosa find her brother in season three?"),
        ("plot_expectation", "I think the show is better than ever."),
        ("plot_expectation", "I reckon it will be renewed."),
        ("plot_expectation", "My guess is that Vela will wait until autumn."),
        ("plot_expectation", "Hale says he will miss the show and Lin will not."),
        ("plot_expectation", "Lin starts work on a film in June."),
        ("plot_expectation", "“There is an episode I cannot watch,” said Lin."),
        ("plot_expectation", "The new season opens with 2.1 million viewers."),
        ("plot_expectation", "The third season sees Lin return as Rosa."),
        ("plot_expectation", "The next season goes to eight episodes."),
        ("plot_expectation", "This year we go to Cannes with the show."),
        ("plot_expectation", "The next season explores a new budget model."),
        ("platform", "Rosa is shopping for a boat when the storm breaks."),
        ("platform", "They are shopping for Christmas presents."),
        ("platform", "Lin went to Japan on holiday after the second season."),
        ("platform", "In the finale the crew went to Denmark."),
        ("platform", "In France Lin was photographed by Le Point."),
        ("platform", "Vela said it was not in talks with the union."),
        ("platform", "Ned says he has made no offer for the boat."),
        ("platform", "A British buyer is interested in the house where the show was filmed."),
        ("platform", "No offer is on the table for the old pier, the council said."),
        ("platform", "Will Kestrel+ pick it up?"),
        ("platform", "Lin is in talks to buy a house in Leeds."),
        ("source_material", "Lin comes from a family of novelists."),
        ("source_material", "After the novel, Hale read the play."),
        ("source_material", "The story is original and funny, but the acting is not."),
        ("source_material", "Hale is writing a book."),
        ("source_material", "The set decoration comes from a book of old photographs by Jean Orr."),
    ],
)
def test_look_alikes_give_nothing(kind: str, text: str) -> None:
    assert told(text, kind) == []
