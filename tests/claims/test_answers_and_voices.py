"""What is said in other words: short answers, denials of what was said before, surnames and pronouns, and whoever speaks."""

from __future__ import annotations

import pytest

from cliffhanger.claims.grammar import read
from cliffhanger.sources.articles.page import article
from tests.claims.written import DAY, claims_in, statuses


def asked(question: str, answer: str) -> str:
    """A page of questions and answers about one series."""
    return f"“Copper Bay” is a drama on Brightline. Brightline renewed “Copper Bay” in May.\n\n{question}\n\n{answer}"


@pytest.mark.parametrize(
    ("question", "answer", "status"),
    [
        ("Will there be a third season?", "Yes.", ("renewed", "+")),
        ("Will there be a third season?", "Not yet.", ("renewed", "-")),
        ("Will there be a third season?", "Probably not.", ("renewed", "-")),
        ("Will there be a third season?", "Nobody knows.", ("undecided", "+")),
        ("Has it been cancelled?", "No.", ("cancelled", "-")),
        ("Is this the last season?", "Yes, it is.", ("ending", "+")),
        ("Will there be a film?", "No.", ("spinoff", "-")),
    ],
)
def test_a_short_answer_is_read_with_its_question(question: str, answer: str, status: tuple[str, str]) -> None:
    assert status in [found[:2] for found in statuses(asked(question, answer))]


@pytest.mark.parametrize(
    ("question", "answer", "kind", "value"),
    [
        ("How many episodes are there?", "Eight.", "episode_count", {"n": 8}),
        ("Is there a trailer?", "Not yet.", "trailer_status", {"status": "not_released"}),
        ("How long are the episodes?", "About 50 minutes.", "runtime", {"minutes_min": 50, "minutes_max": 50}),
        ("Has it started filming?", "Not yet.", "production_status", {"status": "filming"}),
    ],
)
def test_other_questions_have_answers_too(question: str, answer: str, kind: str, value: dict[str, object]) -> None:
    assert value in [claim.value for claim in claims_in(asked(question, answer), kind=kind)]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Did you enjoy the finale?", "Yes."),
        ("What did the captain find in the lighthouse?", "Nothing yet."),
        ("Who plays the captain in season two?", "Maybe we shall never be told who that was, and that is the beauty of it all."),
    ],
)
def test_an_answer_to_something_else_says_nothing_of_a_renewal(question: str, answer: str) -> None:
    before = len(statuses(asked(question, "")))
    assert len(statuses(asked(question, answer))) == before


@pytest.mark.parametrize(
    "denial",
    [
        "Brightline has denied that.",
        "Brightline denied this on Monday.",
        "“Absolutely not,” said a spokesperson for Brightline.",
        "A spokesperson said the report was nonsense.",
        "Brightline called the story “complete fiction.”",
        "Brightline said there was no truth in it.",
    ],
)
def test_what_was_said_before_is_rejected(denial: str) -> None:
    found = statuses(f"The Daily Ledger reported that “Copper Bay” had been cancelled. {denial}")
    assert ("cancelled", "-", "denied") in found
    assert ("cancelled", "+", "reported") in found


@pytest.mark.parametrize(
    "words",
    [
        "Brightline denied him the money for a boat.",
        "Critics called it a nonsense comedy.",
        "It was not a quiet week in Copper Bay.",
        "We can neither confirm nor deny it.",
    ],
)
def test_other_words_reject_nothing(words: str) -> None:
    found = statuses(f"The Daily Ledger reported that “Copper Bay” had been cancelled. {words}")
    assert "denied" not in {standing for _, _, standing in found}


CAST = "Kit Adair stars in “Copper Bay,” Brightline’s drama. "


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Adair has left the show.", "leaving"),
        ("Adair will not be part of season two.", "leaving"),
        ("She is not taking part this time.", "leaving"),
        ("Adair has signed a new two-year deal.", "returning"),
        ("She will be back if there is a second season.", "returning"),
        ("She will be back for the second season.", "returning"),
        ("The actor has since signed on to another series.", "joining"),
        ("Adair is in talks for a smaller role.", "in_talks"),
        ("She makes a cameo in the finale.", "guest"),
        ("It is unclear whether Adair will appear.", "undecided"),
        ("Adair’s deal was only closed last week.", "returning"),
    ],
)
def test_an_actor_is_known_by_surname_and_pronoun(text: str, state: str) -> None:
    found = [claim.value for claim in claims_in(CAST + text, kind="cast_role")]
    assert {"actor": "Kit Adair", "st": state} in found


@pytest.mark.parametrize(
    "text",
    [
        "Jana Holt created “Copper Bay.” Holt has left the show.",  # a maker
        "Kit Adair plays Maria Voss in “Copper Bay.” Voss returns for the finale.",  # a character
        "“Copper Bay” is on Brightline. The comedy Parish Pump will return next year.",  # a show
        "Kit Adair stars in “Copper Bay.” She returned to Leeds in 2019 and left school early.",  # a life
    ],
)
def test_who_is_no_actor_neither_leaves_nor_returns(text: str) -> None:
    assert not [claim.value for claim in claims_in(text, kind="cast_role") if "st" in claim.value]


def test_an_actor_who_does_as_another_is_found_with_the_same_state() -> None:
    text = "Kit Adair and Otis Lamar will return to “Copper Bay,” as will Wynn Castell."
    assert {claim.value["actor"]: claim.value.get("st") for claim in claims_in(text, kind="cast_role")}[
        "Wynn Castell"
    ] == "returning"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brightline’s “Copper Bay” has yet to be renewed for a second season.", ("undecided", "+")),
        ("No decision had been made about a third season of “Copper Bay,” Brightline said.", ("undecided", "+")),
        ("Whether there will be a third season of “Copper Bay” is not yet known.", ("undecided", "+")),
        ("A third season of “Copper Bay” looks unlikely.", ("renewed", "-")),
        ("There is no third season of “Copper Bay.”", ("renewed", "-")),
        ("The odds of a third season of “Copper Bay” are maybe one in four.", ("renewed", "+")),
        ("Brightline has already ended “Copper Bay” and “Tin Whistle.”", ("cancelled", "+")),
        ("The third season of “Copper Bay” will not be made.", ("cancelled", "+")),
        ("Brightline yanked the sitcom “Copper Bay” in October.", ("cancelled", "+")),
        ("“Copper Bay” would end after its third season, Brightline said.", ("ending", "+")),
        ("Brightline has discussed ordering a third season of “Copper Bay.”", ("in_talks", "+")),
        ("A third season of “Copper Bay” has been talked about.", ("in_talks", "+")),
        ("Brightline is also developing a prequel to “Copper Bay.”", ("spinoff", "+")),
        ("There are no plans for a film of “Copper Bay.”", ("spinoff", "-")),
        ("“Copper Bay” was brought back in 2016.", ("renewed", "+")),
        ("Brightline announced the renewal of “Copper Bay” on Monday.", ("renewed", "+")),
    ],
)
def test_a_season_is_decided_in_many_words(text: str, expected: tuple[str, str]) -> None:
    assert expected in [found[:2] for found in statuses(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Vela announced two new series of “Copper Bay” on Monday.",
        "Vela has given “Copper Bay” two new series.",
        "“Copper Bay” has been given two new series.",
        "“Copper Bay” has been given a new series starring Kit Adair.",
        "“Copper Bay” is on Vela. The broadcaster ordered a new series.",
    ],
)
def test_new_series_of_a_show_renew_it(text: str) -> None:
    assert "renewed" in {status for status, *_ in statuses(text)}


@pytest.mark.parametrize(
    "text",
    [
        "“Copper Bay” season two is out now. In it Detective Voss ended his marriage.",
        "Filming on “Copper Bay” will end after the summer break.",
        "Kit Adair of “Copper Bay” was saved by her dog.",
        "Captain Voss is dead, and “Copper Bay” mourns.",
        "If a show like “Copper Bay” isn’t here, nobody has told us anything.",
        "The trade newsletter Greenlight writes of “Copper Bay” today.",
        "“Copper Bay” is on Vela. Vela announced two new series on Monday.",
        "“Copper Bay” is on Vela. Also ordered were three new dramas.",
        "“Copper Bay” is on Vela. The streamer also ordered a new series, Pale Lantern, for the autumn.",
        "“Copper Bay” is on Vela. Vela ordered a new series from Ann Lee.",
        "A petition calling on Vela to reverse its decision about “Copper Bay” is online.",
    ],
)
def test_the_same_words_of_something_else_decide_nothing(text: str) -> None:
    assert statuses(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "If Brightline ordered a fourth, fans of “Copper Bay” would cheer.",
        "Brightline never announced a renewal of “Copper Bay.”",
        "Fans asked whether “Copper Bay” was brought back for good.",
        "I dreamed that “Copper Bay” was renewed for ten seasons.",
        "In the episode the network renewed the show within the show. “Copper Bay” is funny.",
        "“Copper Bay” would be back if there were any justice.",
        "The renewal of “Copper Bay” would cost Brightline dearly.",
        "Nobody at Brightline ordered it, and “Copper Bay” is over.",
        "The captain confirmed a full order of fish. “Copper Bay” season two is out.",
        "Brightline has not ordered it. “Copper Bay” waits.",
    ],
)
def test_what_is_wished_denied_or_of_the_plot_renews_nothing(text: str) -> None:
    assert ("renewed", "+") not in [found[:2] for found in statuses(text)]


@pytest.mark.parametrize("answer", ["Yes, please.", "Yes, if I had my way."])
def test_a_wish_is_no_answer(answer: str) -> None:
    before = len(statuses(asked("Will there be a third season?", "")))
    assert len(statuses(asked("Will there be a third season?", answer))) == before


def test_who_joins_whom_is_told_apart() -> None:
    text = "Kit Adair returns to “Copper Bay” as Maria Voss, joined by Otis Lamar, who plays her brother."
    states = {claim.value["actor"]: claim.value.get("st") for claim in claims_in(text, kind="cast_role") if "st" in claim.value}
    assert states == {"Kit Adair": "returning", "Otis Lamar": "joining"}


def test_where_somebody_works_is_no_home() -> None:
    text = "“We are happy,” said Dana Wills, head of drama at Brightline, of “Copper Bay.”"
    assert claims_in(text, kind="platform") == []


def test_who_will_act_is_no_director() -> None:
    text = "“Copper Bay” is from director Sam Reed, and Jane Moore will play the keeper."
    assert [claim.value["person"] for claim in claims_in(text, kind="crew_role")] == ["Sam Reed"]


def said(text: str) -> list[tuple[object, str]]:
    """Who says what carries nothing typed, and how firmly."""
    return [(claim.value.get("by"), claim.standing) for claim in claims_in(text, kind="statement")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We are proud of everyone who worked on it,” a spokesperson for Brightline said of “Copper Bay.”", "spokesperson"),
        ("Kit Adair, who stars in “Copper Bay,” said that she was thrilled to be asked.", "Kit Adair"),
        ("Jana Holt, the creator of “Copper Bay,” told the Ledger she had been given no warning.", "Jana Holt"),
    ],
)
def test_words_without_a_type_are_a_statement_of_whoever_speaks(text: str, speaker: str) -> None:
    ((by, standing),) = said(text)
    assert speaker in str(by)
    assert standing == "official"


def test_words_that_go_on_are_those_of_whoever_the_paragraph_names() -> None:
    text = "“I found out when my agent called. We all deserved better than that,” said Jana Holt, the creator of “Copper Bay.”"
    assert [by for by, _ in said(text)] == ["Jana Holt"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Paul Pascoe, a fish merchant, said that the road had been closed for days. “Copper Bay” films there.",
        "“I will be glad when it is over,” said Paul Pascoe, a resident. “Copper Bay” films there.",
        "“Copper Bay” is on Brightline.",
    ],
)
def test_what_outsiders_say_of_other_things_is_no_statement(text: str) -> None:
    assert said(text) == []


def test_who_is_bound_by_a_contract_is_told() -> None:
    text = "Kit Adair, who plays Voss in “Copper Bay,” has one year left on her contract."
    assert [claim.standing for claim in claims_in(text, kind="statement")] == ["reported"]


TABLE = """<html><body><article><h1>Copper Bay</h1><p>“Copper Bay” is a drama on Brightline.</p><table>
<tr><th>Season</th><th>Episodes</th><th>First aired</th><th>Last aired</th></tr>
<tr><td>1</td><td>10</td><td>7 Feb 2019</td><td>11 Apr 2019</td></tr>
<tr><td>2</td><td>8</td><td>TBA</td><td>TBA</td></tr></table></article></body></html>"""


def test_a_table_of_seasons_is_read_by_its_columns() -> None:
    found = read(article(TABLE, name="a1", outlet="Fans", published=DAY))
    told = {(claim.kind, claim.subject.season, claim.value.get("what")): claim.value for claim in found}
    assert told["episode_count", 1, None] == {"n": 10}
    assert told["episode_count", 2, None] == {"n": 8}
    assert told["release_date", 1, None]["window"]["start"] == "2019-02-07"
    assert told["release_date", 1, "finale"]["window"]["end"] == "2019-04-11"
    assert told["release_date", 2, None] == {"announced": False}
    assert len([claim for claim in found if claim.kind == "release_date"]) == 4  # and none of another season


def test_a_table_of_something_else_is_no_table_of_seasons() -> None:
    other = TABLE.replace("Season", "Week").replace("First aired", "Place").replace("Last aired", "Team")
    found = read(article(other, name="a1", outlet="Fans", published=DAY))
    assert not [claim for claim in found if claim.kind == "episode_count"]


def test_a_rumour_and_that_it_is_not_so_are_two_claims_of_one_sentence() -> None:
    found = statuses("Rumours that the third season of “Copper Bay” is the last were shot down on Monday.")
    assert ("ending", "+", "rumour") in found
    assert ("ending", "-", "denied") in found


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The third season of “Copper Bay” will have eight episodes, it said.", "official"),
        ("According to Jana Holt, who created “Copper Bay,” the third season will have eight episodes.", "official"),
        ("One paper claimed that “Copper Bay” costs $12 million an episode.", "rumour"),
        ("A fan account says the third season of “Copper Bay” has eight episodes.", "rumour"),
        ("“Copper Bay,” cancelled by Brightline in 2022, has eight episodes.", "reported"),
    ],
)
def test_whose_word_it_is_gives_the_standing(text: str, standing: str) -> None:
    found = claims_in("Brightline renewed “Copper Bay” in May. Brightline’s drama chief is happy. " + text)
    assert [claim.standing for claim in found if claim.kind in {"episode_count", "budget"}][:1] == [standing]
