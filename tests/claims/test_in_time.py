"""An article that tells of two turns of a season's fate: what came first, and what is believed after both."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from cliffhanger.claims.claim import Quote
from cliffhanger.claims.days import days_told
from cliffhanger.claims.in_time import in_order
from cliffhanger.claims.reading import read
from cliffhanger.claims.reconcile import Known
from cliffhanger.claims.recorded import Recorded
from cliffhanger.claims.status import history
from cliffhanger.sources.articles.files import articles, named_at
from tests.claims.reconcile_samples import LATE, known, owner, piece, said

NEWS = piece("news", "2024-06-03")
NOVEMBER = {"window": {"start": "2023-11-01", "end": "2023-11-30", "precision": "month"}}
MAY = {"window": {"start": "2024-05-01", "end": "2024-05-31", "precision": "month"}}
FRIDAY = {"window": {"start": "2024-05-31", "end": "2024-05-31", "precision": "day"}}
OF_THE_YEAR = {"window": {"start": "2024-01-01", "end": "2024-12-31", "precision": "year"}}


def two(first: Recorded, second: Recorded, apart: int = 40) -> tuple[Recorded, Recorded]:
    """Two claims as they follow each other in the text."""
    end = first.claim.quote.end + apart
    moved = Quote(end, end + len(second.claim.quote.text), second.claim.quote.text)
    return first, replace(second, id="news#2", number=2, claim=replace(second.claim, quote=moved))


def told(status: str, quote: str, **given: object) -> Recorded:
    return said(NEWS, {"status": status, **given.pop("value", {})}, quote=quote, **given)


def by(name: str) -> dict[str, str]:
    return {"by": "network_or_studio", "name": name}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (told("cancelled", "Vela cancelled it"), told("renewed", "it has since been renewed")),
        (told("cancelled", "Vela cancelled it.", value=NOVEMBER), told("renewed", "Brightline has renewed it")),
        (told("cancelled", "It is cancelled", **by("Vela")), told("renewed", "It is renewed", **by("Brightline"))),
        (told("cancelled", "Vela cancelled the drama"), told("renewed", "Brightline has saved the drama")),
    ],
)
def test_what_was_ended_and_taken_up_is_renewed_in_whichever_order_it_is_told(first: Recorded, second: Recorded) -> None:
    for pair in (two(first, second), two(second, first)):
        is_renewed_at_last(known(*pair))


def is_renewed_at_last(found: Known) -> None:
    assert {(one.type, one.other.claim.value["status"]) for one in found.contradictions} == {("supersession:renewal", "renewed")}
    answer = found.slot("renewal")
    assert answer is not None
    assert (answer.value or {})["status"] == "renewed"
    assert not answer.contested


def test_one_sentence_that_tells_of_both_is_no_contradiction() -> None:
    words = "Brightline has picked up “X” for a second season, four months after Vela cancelled it"
    gone, taken = told("cancelled", words), replace(told("renewed", words), id="news#2", number=2)
    found = known(gone, taken)
    assert [one.type for one in found.contradictions] == ["supersession:renewal"]
    assert (found.slots[0].value or {})["status"] == "renewed"
    words = "Brightline has picked up “X” for a second season, four months after Vela {} it"
    for verb in ("un-renewed", "rescinded its renewal of", "reversed its decision to make more of"):
        gone, taken = (told(status, words.format(verb)) for status in ("cancelled", "renewed"))
        assert (known(gone, replace(taken, id="news#2", number=2)).slots[0].value or {})["status"] == "renewed"
    # Quoted by its clauses, between which "after" is lost.
    clauses = told("renewed", "Brightline has renewed it, Vela said"), told("cancelled", "Vela cancelled it.")
    found = known(*two(*clauses, apart=len(", after ")))
    assert (found.slots[0].value or {})["status"] == "renewed"
    after = "Vela has cancelled “X” after renewing it for a second season"
    found = known(told("cancelled", after), replace(told("renewed", after), id="news#2", number=2))
    assert (found.slots[0].value or {})["status"] == "cancelled"


def test_what_is_renewed_after_all_is_renewed_and_no_rival_of_it() -> None:
    for pair in (
        two(told("reversed", "It is back after all"), told("renewed", "It is renewed")),
        two(told("renewed", "It is renewed"), told("reversed", "It is back after all")),
    ):
        answer = known(*pair).slots[0]
        assert (answer.value or {})["status"] == "reversed"
        assert not answer.contested
        assert not answer.overruled


def test_talks_that_are_told_beside_the_end_are_no_rival_of_it() -> None:
    for pair in (
        two(told("in_talks", "It is in talks"), told("cancelled", "It is cancelled")),
        two(told("cancelled", "It is cancelled"), told("in_talks", "It is in talks")),
    ):
        answer = known(*pair).slots[0]
        assert (answer.value or {})["status"] == "cancelled"
        assert answer.note == "cancelled; in talks since 2024-06-03"
        assert not answer.contested
        assert not answer.overruled


def test_a_lighter_word_that_it_is_renewed_after_all_is_no_rival_of_the_renewal() -> None:
    order = told("renewed", "It is renewed, Vela said", **by("Vela"))
    answer = known(*two(order, told("reversed", "It is back after all"))).slots[0]
    assert (answer.value or {})["status"] == "renewed"
    assert not answer.contested
    assert not answer.overruled


def test_the_later_turn_of_an_article_is_believed_though_it_is_told_on_a_lighter_word() -> None:
    order = told("renewed", "It was renewed in November, Vela said", value=NOVEMBER, **by("Vela"))
    pair = two(order, told("cancelled", "It has been un-renewed"))
    answer = known(*pair).slots[0]
    assert (answer.value or {})["status"] == "cancelled"
    assert not answer.contested
    # Not where others say what it says to be past.
    before = said(piece("before", "2023-11-20"), "renewed", quote="It is renewed, Vela said", **by("Vela"))
    assert (known(before, *pair).slots[0].value or {})["status"] == "renewed"


def test_what_one_article_orders_once_it_may_tell_again_without_an_order() -> None:
    gone, taken = two(told("cancelled", "Lumen cancelled it."), told("renewed", "Harbour has saved it"))
    again = replace(two(taken, told("cancelled", "It was axed after one season"))[1], id="news#3", number=3)
    bare = replace(two(again, told("renewed", "A second season is ordered"))[1], id="news#4", number=4)
    is_renewed_at_last(known(gone, taken, again, bare))


def test_an_article_to_which_the_fate_is_open_as_well_orders_no_more_than_the_two_that_it_puts_in_order() -> None:
    """A page that confirms, cancels, renews and waits for word, all at once, is at odds with itself."""
    at = 0
    page = list[Recorded]()
    for number, (status, words) in enumerate(
        (
            ("renewed", "There is a confirmation of a second season"),
            ("cancelled", "Vela cancelled it after one season"),
            ("cancelled", "Earlier, it was cancelled"),
            ("renewed", "it has been renewed later"),
            ("undecided", "There is no official word of it"),
        ),
        1,
    ):
        one = told(status, words)
        page.append(
            replace(one, id=f"news#{number}", number=number, claim=replace(one.claim, quote=Quote(at, at + len(words), words)))
        )
        at += 60
    found = known(*page)
    assert "self_contradiction:renewal" in {one.type for one in found.contradictions}
    assert (found.slots[0].value or {})["status"] != "renewed"


@pytest.mark.parametrize(
    ("renewal", "end"),
    [
        # The days of news, and words that tell of no turn behind it.
        (told("renewed", "It was renewed for a second season."), told("cancelled", "It was cancelled on Friday", value=FRIDAY)),
        (told("renewed", "It was renewed for a second season."), told("cancelled", "After just one season, Vela has axed it")),
        (told("cancelled", "It was cancelled in May", value=MAY), told("renewed", "It was renewed in 2024", value=OF_THE_YEAR)),
        (told("cancelled", "It was cancelled"), told("renewed", "After weeks of talks, Vela has renewed it")),
    ],
)
def test_days_and_words_that_order_nothing_are_taken_for_no_order(renewal: Recorded, end: Recorded) -> None:
    for pair in (two(renewal, end), two(end, renewal)):
        found = known(*pair)
        assert [one.type for one in found.contradictions] == ["self_contradiction:renewal"]
        assert found.slots[0].contested


@pytest.mark.parametrize(
    ("renewal", "end"),
    [
        (told("renewed", "Three months after ordering a second season"), told("cancelled", "It was axed in May", value=MAY)),
        (told("renewed", "It was renewed for a second season."), told("cancelled", "Vela has rescinded its renewal")),
        (told("renewed", "It had been renewed."), told("cancelled", "It was cancelled on Friday", value=FRIDAY)),
    ],
)
def test_what_was_ordered_and_is_undone_is_cancelled_in_whichever_order_it_is_told(renewal: Recorded, end: Recorded) -> None:
    for pair in (two(renewal, end), two(end, renewal)):
        found = known(*pair)
        assert [one.type for one in found.contradictions] == ["supersession:renewal"]
        assert (found.slots[0].value or {})["status"] == "cancelled"
        assert not found.slots[0].contested


def test_what_an_article_leaves_unordered_stays_where_the_text_has_it() -> None:
    gone, taken, bare = (
        replace(told(status, "it"), id=f"news#{n}", number=n) for n, status in enumerate(("cancelled", "renewed", "undecided"), 1)
    )
    follows = {taken.id: frozenset({gone.id})}
    for given in ([gone, taken, bare], [taken, bare, gone], [bare, taken, gone]):
        placed = in_order(given, follows)
        assert placed.index(gone) == placed.index(taken) - 1
        assert (placed[0] is bare) == (given[0] is bare)
    assert in_order([gone, taken], {**follows, gone.id: frozenset({taken.id})}) == [taken, gone]


def test_bare_assertions_of_both_are_still_at_odds() -> None:
    found = known(*two(told("renewed", "The second season is confirmed"), told("cancelled", "It was cancelled after one season")))
    assert [one.type for one in found.contradictions] == ["self_contradiction:renewal"]
    assert found.slots[0].contested


class TestToldAgain:
    ORDER = said(piece("order", "2023-11-20"), "renewed", quote="It is renewed, Vela said", **by("Vela"))
    END = said(piece("end", "2024-01-20"), "cancelled", quote="It is cancelled, Vela said", **by("Vela"))

    @pytest.mark.parametrize(
        "again",
        [
            told("renewed", "Vela renewed it in November", value=NOVEMBER, **by("Vela")),
            told("renewed", "Vela had renewed it for a second season", **by("Vela")),
            told("renewed", "It had been renewed for a second season"),
        ],
    )
    def test_what_was_believed_before_and_is_told_as_past_is_no_later_word(self, again: Recorded) -> None:
        answer = known(self.ORDER, self.END, again).slots[0]
        assert (answer.value or {})["status"] == "cancelled"
        assert not answer.contested
        assert [one.why for one in answer.claims if one.recorded.id == again.id] == ["it tells again what was so before"]

    @pytest.mark.parametrize(
        "anew",
        [
            told("renewed", "Vela renewed it in May", value=MAY, **by("Vela")),
            told("renewed", "After talks that it had led, Vela has renewed it", **by("Vela")),
        ],
    )
    def test_but_what_came_after_is(self, anew: Recorded) -> None:
        assert (known(self.ORDER, self.END, anew).slots[0].value or {})["status"] == "renewed"

    def test_and_what_nobody_knew_of_before_is(self) -> None:
        first = told("renewed", "Vela had renewed it for a second season", **by("Vela"))
        assert (known(self.END, first).slots[0].value or {})["status"] == "renewed"


class TestAnotherOwner:
    GONE = owner("gone", "2024-01-10", "cancelled")  # on its own page, as weighty as words are
    TAKEN = said(NEWS, "renewed", quote="Brightline said that it is renewed", **by("Brightline"))

    def test_takes_up_what_one_has_cancelled_and_its_word_is_believed(self) -> None:
        answer = known(self.GONE, self.TAKEN).slots[0]
        assert (answer.value or {})["status"] == "renewed"
        assert {one.why for one in answer.overruled} == {"another owner has taken it up"}
        days = days_told([self.GONE, self.TAKEN], series="X", as_of=LATE)
        assert [turn.state for turn in history(days, 2)] == ["cancelled", "revived"]

    def test_but_no_rumour_of_it_and_no_lighter_word_of_the_same_owner(self) -> None:
        rumoured = said(NEWS, "renewed", by="unnamed_source", quote="an insider said that Brightline has it")
        same = said(NEWS, "renewed", quote="Vela said that it is renewed", **by("Vela Media"))
        for one in (rumoured, same):
            assert (known(self.GONE, one).slots[0].value or {})["status"] == "cancelled"

    def test_and_what_the_former_owner_did_is_told_again_in_vain(self) -> None:
        again = said(piece("again", "2024-07-01"), "cancelled", quote="Vela said that it had cancelled it", **by("Vela"))
        answer = known(self.GONE, self.TAKEN, again).slots[0]
        assert (answer.value or {})["status"] == "renewed"
        theirs = said(piece("theirs", "2024-07-02"), "cancelled", quote="Brightline said so", **by("Brightline"))
        assert (known(self.GONE, self.TAKEN, again, theirs).slots[0].value or {})["status"] == "cancelled"

    def test_also_where_one_article_told_of_both(self) -> None:
        both = two(
            told("cancelled", "Vela cancelled it in November", value=NOVEMBER, **by("Vela")),
            told("renewed", "Brightline has renewed it", **by("Brightline")),
        )
        again = said(piece("again", "2024-07-01"), "cancelled", quote="Vela said that it had cancelled it", **by("Vela"))
        assert (known(*both, again).slots[0].value or {})["status"] == "renewed"

    def test_a_halt_by_the_end_does_not_outlast_it(self) -> None:
        halted = replace(
            owner("gone", "2024-01-10", {"status": "halted"}, kind="production_status", number=2), piece=self.GONE.piece
        )
        claims = [self.GONE, halted, self.TAKEN]
        turns = history(days_told(claims, series="X", as_of=LATE), 2)
        assert turns[-1].state == "revived"
        filming = owner("filming", "2024-07-01", {"status": "filming"}, kind="production_status")
        stopped = owner("stopped", "2024-08-01", {"status": "halted"}, kind="production_status")
        turns = history(days_told([*claims, filming, stopped], series="X", as_of=LATE), 2)
        assert [turn.state for turn in turns] == ["cancelled", "revived", "filming", "halted"]


RESCUES = (
    """
    Harbour Media has picked up “Saltmarsh” for a second season of six episodes, four months after Lumen+ cancelled it, the
    company said on Monday.
    """,
    """
    Harbour Media announced on Monday that it has renewed “Saltmarsh” for a second season. The drama was axed by Lumen+ four
    months ago.
    """,
    """
    “Saltmarsh” was cancelled by Lumen+ in November 2025. On Monday Harbour Media announced that it has renewed the series for
    a second season.
    """,
)


@pytest.mark.parametrize("text", RESCUES)
def test_a_rescue_as_the_trade_tells_it_revives_what_the_owner_cancelled(tmp_path: Path, text: str) -> None:
    (tmp_path / "news.txt").write_text(" ".join(text.split()))
    (one,) = articles(named_at([tmp_path / "news.txt"], outlet="The Slate Wire", published=dt.date(2026, 3, 2)))
    gone = said(piece("gone", "2025-11-18", "Lumen+ Press Room"), "cancelled", **by("Lumen+"))
    found = [Recorded(f"news#{n}", n, claim, piece("news", "2026-03-02")) for n, claim in enumerate(read(one), 1)]  # type: ignore[arg-type]
    days = days_told([gone, *found], series="Saltmarsh", as_of=dt.date(2026, 3, 5))
    assert [turn.state for turn in history(days, 2)] == ["cancelled", "revived"]
