"""Belief by example: what each rule does, on claims made up for it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from cliffhanger.claims.claim import Quote
from cliffhanger.claims.copies import resemblance, sketch
from cliffhanger.claims.days import days_told
from cliffhanger.claims.outlets import graded
from cliffhanger.claims.reconcile import Background, reconcile
from cliffhanger.claims.recorded import NamedSubject, Recorded, Review
from cliffhanger.claims.slots import Premiered
from cliffhanger.claims.status import history, status
from tests.claims.reconcile_samples import LATE, OTHER, answer, known, owner, piece, rumour, said, window
from tests.claims.test_annotated import DOSSIERS, SERIES, told

SPOKEN = "“It is over”, Vela's head of drama said"


def weight(one: Recorded, **given: Any) -> float:
    return answer(one, **given).claims[0].tier.weight


@pytest.mark.parametrize(
    ("outlet", "quote", "weighs"),
    [
        ("Vela Media", "It is so.", 4.0),
        ("Vela TV Press Centre", "It is so.", 4.0),
        ("Vela", "It is so.", 4.0),
        ("What's on Vela", "It is so.", 2.5),  # a fan's page that bears the owner's name
        ("Vela Life", "It is so.", 2.5),
        ("The Paper", "Vela said that it is so", 2.5),
        ("The Paper", SPOKEN, 2.5),  # anyone can put words between marks
        ("The Paper", "Vela has officially confirmed it", 1.0),
        ("The Paper", "Vela has officially confirmed that “X” is renewed", 1.0),  # marks about a title are no speech
        ("The Paper", 'Vela has officially confirmed that "X" is renewed', 1.0),
        ("Deadline", "Vela has renewed “X”", 2.5),  # marks about a title are no speech
        ("Deadline", SPOKEN, 4.0),
        ("Deadline", "Vela has officially confirmed it", 2.5),
        ("winenfood.com", SPOKEN, 1.0),
    ],
)
def test_the_weight_of_an_owner_depends_on_who_prints_it(outlet: str, quote: str, weighs: float) -> None:
    assert weight(said(piece("a", "2024-01-01", outlet), "renewed", by="network_or_studio", quote=quote)) == weighs


def test_what_no_rule_read_is_capped_as_any_claim_is() -> None:
    learned = said(piece("a", "2024-01-01"), "renewed", by="network_or_studio")
    learned = replace(learned, claim=replace(learned.claim, extractor="the classifier of words"))
    both = replace(said(learned.piece, "cancelled", by="network_or_studio", number=2), piece=learned.piece)
    assert weight(learned) == 2.0
    assert {one.tier.weight for one in answer(learned, both).claims} == {1.0}  # its article contradicts itself
    farm = replace(learned, piece=piece("b", "2024-01-01", "winenfood.com"))
    assert weight(farm) == 1.0


def test_an_outlets_article_is_no_part_of_its_name() -> None:
    first = said(piece("a", "2024-01-01", "The Tattler"), "cancelled", by="unnamed_source")
    passed = said(piece("b", "2024-01-02"), "cancelled", by="named_outlet", name="Tattler", standing="reported")
    assert answer(first, passed).sources == 1


def test_a_bare_confirmed_in_an_outlets_own_voice_is_a_rumour() -> None:
    words = "Season two has been officially confirmed"
    assert weight(said(piece("a", "2024-01-01"), "renewed", standing="official", quote=words)) == 1.0


def test_the_users_grade_goes_before_the_table() -> None:
    one = said(piece("a", "2024-01-01", "Deadline"), "renewed", by="network_or_studio", quote=SPOKEN)
    assert weight(one, grades={"deadline": "farm"}) == 1.0
    assert weight(one, grades={"Deadline": "outlet"}) == 2.5
    assert weight(one, grades={"Deadline": "owner"}) == 4.0
    assert graded(one.piece, {"Deadline": "outlet"}) is not None
    assert graded(piece("b", "2024-01-01", "Unheard Of")) is None


def test_a_copy_that_comes_late_says_nothing_new() -> None:
    text = "the paper says at some length that the season of X is over for good"
    first = said(piece("a", "2024-01-01", text=text), "cancelled")
    turn = said(piece("b", "2024-02-01", OTHER), "renewed")
    spun = said(piece("c", "2024-03-01", "Spun", text=text + " indeed"), "cancelled")
    found = answer(first, turn, spun)
    assert found.value == {"status": "renewed"}
    assert {one.recorded.id: (one.rank, one.rule) for one in found.claims}["c#1"] == ("normal", "R8")


def test_outlets_that_pass_a_rumour_on_are_one_source() -> None:
    first = said(piece("a", "2024-01-01", "CineSpark"), "cancelled", by="unnamed_source", quote="an insider says so")
    passed = [
        said(piece(name, "2024-01-02", name), "cancelled", by="named_outlet", name="CineSpark", standing="rumour")
        for name in ("b", "c")
    ]
    assert answer(first, *passed).sources == 1


def test_three_outlets_with_one_origin_are_one_source_in_the_told_dossier() -> None:
    found = reconcile(told("K3"), series="Duskmoor", as_of=dt.date(2023, 1, 14)).slot("renewal", 4)
    assert found is not None
    assert found.sources == 1


def test_rivals_of_one_day_are_contested_and_neither_is_dropped() -> None:
    found = known(said(piece("a", "2024-01-01"), "cancelled"), said(piece("b", "2024-01-01", OTHER), "renewed"))
    slot = found.slot("renewal", 2)
    assert slot is not None
    assert slot.contested
    assert not slot.overruled
    assert [one.type for one in found.disputes] == ["between_sources:renewal"]


def test_a_lighter_rival_makes_it_contested_and_the_owner_ends_that() -> None:
    first = said(piece("a", "2024-01-01"), "cancelled", by="network_or_studio", quote="Vela said so")
    rival = said(piece("b", "2024-02-01", OTHER), "renewed")
    assert answer(first, rival).contested
    settled = known(first, rival, owner("c", "2024-03-01", "cancelled"))
    slot = settled.slot("renewal", 2)
    assert slot is not None
    assert not slot.contested
    assert not settled.disputes


def test_an_old_page_that_knows_of_no_renewal_takes_none_back() -> None:
    stale = said(piece("b", "2024-02-01"), "renewed", by="network_or_studio", polarity="-", quote="Vela said it has not")
    found = answer(owner("a", "2024-01-01", "renewed"), stale)
    assert found.value == {"status": "renewed"}
    assert [one.rule for one in found.overruled] == ["R6"]
    assert answer(owner("a", "2024-01-01", "renewed"), owner("b", "2024-02-01", "renewed", standing="denied")).value is None


def test_what_lies_outside_the_owners_window_must_outweigh_the_owner() -> None:
    half = owner("a", "2024-01-01", window("2024-07-01", "2024-12-31"), kind="release_date")
    day = said(piece("b", "2024-02-01"), window("2024-10-06", "2024-10-06", "day"), kind="release_date")
    other_day = said(piece("c", "2024-03-01", OTHER), window("2024-10-13", "2024-10-13", "day"), kind="release_date")
    outside = said(piece("d", "2024-04-01", OTHER), window("2025-12-01", "2025-12-31"), kind="release_date")
    found = answer(half, day, outside, family="release").value
    assert found is not None
    assert found["window"]["start"] == "2024-10-06"
    moved = answer(half, day, other_day, outside, family="release").value
    assert moved is not None
    assert moved["window"]["start"] == "2024-10-13"


def test_a_rumour_of_a_last_season_leaves_the_renewal_its_weight() -> None:
    claims = [owner("a", "2024-01-01", "renewed"), rumour("b", "2024-02-01", "ending")]
    assert status(known(*claims)).state == "renewed"
    assert answer(*claims, said(piece("c", "2024-03-01"), "cancelled")).value == {"status": "renewed"}
    assert status(known(claims[0], owner("b", "2024-02-01", "ending"))).state == "planned end"


def test_a_guess_is_no_count_and_neither_is_a_denial() -> None:
    where = piece("a", "2024-01-01")
    counted = said(where, {"n": 300}, kind="petition")
    guess = said(where, {"n": 9_000}, kind="petition", standing="speculation", number=2)
    denied = said(where, {"n": 8_000}, kind="petition", polarity="-", number=3)
    found = answer(counted, guess, denied, family="petition").value
    assert found == {"n": 300}


def test_a_dream_of_a_fifth_season_draws_nothing_to_it() -> None:
    dream = rumour("b", "2024-02-01", "renewed", season=5)
    found = known(
        owner("a", "2024-01-01", "renewed"), dream, said(piece("c", "2024-03-01"), {"n": 10}, kind="petition", season=None)
    )
    petition = found.slot("petition", 2)
    assert petition is not None
    assert petition.claims[0].why.endswith("it names no season and is taken for 2")
    assert found.slot("petition", 5) is None
    assert status(found).season == 2


def test_what_is_told_after_a_premiere_and_names_no_season_is_about_the_next_one() -> None:
    told_ = [
        owner("a", "2024-01-01", "renewed", season=None),  # of the season that was to come then
        said(piece("b", "2024-02-01"), {"n": 10}, kind="episode_count", season=1),
        owner("c", "2024-06-01", "cancelled", season=None),
    ]
    out = Premiered(1, dt.date(2024, 3, 1))
    with_it = Background(premiered=out)
    with_day = reconcile(told_, series="X", as_of=LATE, background=with_it)
    assert (status(with_day, 2).state, status(with_day, 2).official) == ("cancelled", True)
    assert with_day.slot("renewal", 2).claims[0].why.endswith("it names no season and is taken for 2")  # type: ignore[union-attr]
    assert status(with_day, 1).state == "renewed"
    assert status(reconcile(told_, series="X", as_of=dt.date(2024, 5, 1), background=with_it), 2).state == "unknown"
    assert status(reconcile(told_, series="X", as_of=LATE), 2).state == "unknown"
    turns = history(days_told(told_, series="X", as_of=LATE, background=with_it), 2)
    assert [(turn.day, turn.state) for turn in turns] == [(dt.date(2024, 6, 1), "cancelled")]
    later = [*told_, owner("d", "2024-07-01", "renewed", season=3)]  # articles know of more seasons than the figures
    assert status(reconcile(later, series="X", as_of=LATE, background=with_it), 2).state == "unknown"


def review(verdict: str, day: str = "2024-01-05", **given: Any) -> tuple[Review, ...]:
    return (Review(verdict, "Ada", "she was told", dt.date.fromisoformat(day), **given),)  # type: ignore[arg-type]


def test_a_claim_that_a_person_moves_is_about_the_other_series_from_that_day_on() -> None:
    moved = owner("a", "2024-01-01", "renewed", reviews=review("corrected", subject=NamedSubject("Y", 4)))
    before, after = dt.date(2024, 1, 4), dt.date(2024, 1, 5)
    assert [one.slot.season for one in reconcile([moved], series="X", as_of=before).slots] == [2]
    assert reconcile([moved], series="Y", as_of=before).slots == ()
    assert reconcile([moved], series="X", as_of=after).slots == ()
    assert [one.slot.season for one in reconcile([moved], series="y", as_of=after).slots] == [4]
    faulty = owner("a", "2024-01-01", "renewed", reviews=review("corrected", value={"status": 3}, subject=NamedSubject("Y", 4)))
    assert [(one.slot.season, one.value) for one in reconcile([faulty], series="Y", as_of=after).slots] == [
        (4, {"status": "renewed"})
    ]
    back = replace(moved, reviews=(*moved.reviews, *review("withdrawn", "2024-01-06")))
    assert [one.slot.season for one in reconcile([back], series="X", as_of=LATE).slots] == [2]
    assert reconcile([back], series="Y", as_of=LATE).slots == ()


def test_what_a_person_decides_comes_on_top() -> None:
    wrong = said(piece("a", "2024-01-01"), "renewed", reviews=review("rejected"))
    alone = answer(wrong)
    assert (alone.value, alone.standing) == (None, "rejected")
    assert [(one.rank, one.why) for one in alone.claims] == [("deprecated", "rejected by Ada: she was told")]
    assert status(known(wrong)).state == "unknown"
    assert answer(wrong, as_of=dt.date(2024, 1, 4)).value == {"status": "renewed"}
    assert answer(said(piece("a", "2024-01-01"), "renewed", reviews=review("corrected", value={"status": "ending"}))).value == {
        "status": "ending"
    }
    sure = rumour("a", "2024-01-01", "renewed", reviews=review("confirmed"))
    assert answer(sure, said(piece("b", "2024-02-01"), "cancelled")).value == {"status": "renewed"}
    assert answer(sure, owner("b", "2024-02-01", "cancelled")).value == {"status": "cancelled"}


def test_what_happened_goes_before_what_was_planned_and_a_part_is_no_whole() -> None:
    plan = owner("a", "2024-01-01", {"status": "scheduled", **window("2024-03-01", "2024-03-31")}, kind="production_status")
    halt = said(
        piece("b", "2024-04-01"), {"status": "halted"}, kind="production_status", by="unnamed_source", quote="two sources said so"
    )
    part = said(piece("c", "2024-04-02", OTHER), {"status": "unconfirmed"}, kind="production_status", by="fans")
    found = answer(plan, halt, part, family="production")
    assert found.value == {"status": "halted"}
    assert {one.rule for one in found.overruled} == {"R3"}


def test_two_days_in_one_article_make_it_a_rumour_unless_it_orders_them() -> None:
    where = piece("a", "2024-01-01")
    autumn = said(where, window("2024-09-01", "2024-11-30"), kind="release_date")
    spring = said(where, window("2025-03-01", "2025-05-31"), kind="release_date", number=2)
    torn = known(autumn, spring)
    assert [one.type for one in torn.contradictions] == ["self_contradiction:release"]
    assert {one.tier.weight for slot in torn.slots for one in slot.claims} == {1.0}
    later = said(where, window("2025-03-01", "2025-05-31"), kind="release_date", number=2, quote="it has since moved to spring")
    assert [one.type for one in known(autumn, later).contradictions] == ["supersession:release"]
    withdrawn = said(where, window("2024-09-01", "2024-11-30"), kind="release_date", polarity="-")
    assert [one.type for one in known(withdrawn, spring).contradictions] == ["supersession:release"]


def test_a_cancelled_season_with_a_date_ahead_is_at_odds_unless_it_was_brought_back() -> None:
    where = piece("a", "2024-01-01")
    gone = said(where, "cancelled", quote="It is cancelled.")
    dated = said(where, window("2024-09-01", "2024-11-30"), kind="release_date", number=2)
    found = known(gone, dated)
    assert [one.type for one in found.contradictions] == ["at_odds:cancelled and dated"]
    assert {one.tier.weight for slot in found.slots for one in slot.claims} == {2.0}, "neither makes the article a rumour"
    past = said(where, window("2023-09-01", "2023-11-30"), kind="release_date", number=2)
    finale = said(where, window("2024-02-01", "2024-02-01") | {"what": "finale"}, kind="release_date", number=3)
    assert known(gone, past, finale).contradictions == ()
    saved = replace(
        said(where, "renewed", number=3), claim=replace(said(where, "renewed").claim, quote=Quote(90, 99, "Saved now"))
    )
    assert [one.type for one in known(gone, dated, saved).contradictions] == ["supersession:renewal"]


def test_one_more_season_after_the_last_is_at_odds() -> None:
    where = piece("a", "2024-01-01")
    last = owner("b", "2024-01-01", {"status": "ending", "final": True})
    end, more = replace(last, piece=where), said(where, "renewed", standing="speculation", season=3, number=2)
    assert [one.type for one in known(end, more).contradictions] == ["at_odds:the last season and one more"]
    same = said(where, "renewed", season=2, number=2)
    assert known(end, same).contradictions == (), "a season may be renewed as the last"


def test_two_counts_of_one_petition_are_at_odds_unless_words_order_them() -> None:
    where = piece("a", "2024-01-01")
    few = said(where, {"n": 50_000, "cmp": "over"}, kind="petition")
    many = said(where, {"n": 75_000, "cmp": "over"}, kind="petition", number=2)
    assert [one.type for one in known(few, many).contradictions] == ["at_odds:two counts of a petition"]
    now = said(where, {"n": 75_000, "cmp": "over"}, kind="petition", number=2, quote="now over 75,000")
    change = said(where, {"n": 112, "change": True}, kind="petition", number=3)
    assert known(few, now, change).contradictions == ()


def test_figures_of_two_measures_are_never_one() -> None:
    where = piece("a", "2024-01-01")
    kinds = [{"metric": "views", "n": 5}, {"metric": "hours", "n": 9}, {"metric": "views", "period": "28 days", "n": 7}]
    found = known(*(said(where, value, kind="viewership", number=n) for n, value in enumerate(kinds, 1)))
    assert sorted(one.value["n"] for one in found.slots if one.value) == [5, 7, 9]


@pytest.mark.parametrize(
    ("name", "states"),
    [
        ("K1", ["undecided", "renewed", "halted", "renewed", "dated", "released"]),
        ("K2", ["undecided", "cancelled", "revived", "dated", "released"]),
        ("K3", ["cancelled", "undecided", "renewed"]),  # the cancellation was a rumour, so nothing was revived
    ],
)
def test_the_story_is_told_in_the_order_of_its_days(name: str, states: list[str]) -> None:
    turns = history(days_told(told(name), series=dict(SERIES)[name], as_of=LATE))
    assert [turn.state for turn in turns] == states
    assert [turn.day for turn in turns] == sorted(turn.day for turn in turns)
    assert all(turn.because for turn in turns)


def test_a_rumour_that_comes_true_counts_from_the_firm_word() -> None:
    claims = [rumour("a", "2024-01-01", "cancelled"), owner("b", "2024-02-01", "cancelled"), owner("c", "2024-06-01", "renewed")]
    turns = history(days_told(claims, series="X", as_of=LATE))
    assert [(turn.state, turn.standing) for turn in turns] == [
        ("cancelled", "rumour"), ("cancelled", "official"), ("revived", "official"),
    ]  # fmt: skip
    assert status(known(rumour("a", "2024-01-01", "renewed"), owner("b", "2024-02-01", "cancelled"))).state == "cancelled"


def test_a_step_that_papers_report_leaves_the_owners_renewal_official() -> None:
    filming = said(piece("b", "2024-03-01"), {"status": "filming"}, kind="production_status")
    found = status(known(owner("a", "2024-01-01", "renewed"), filming))
    assert (found.state, found.standing, found.official) == ("filming", "reported", True)
    assert not status(known(said(piece("a", "2024-01-01"), "renewed"), filming)).official


def test_a_renewal_taken_back_is_un_renewed() -> None:
    claims = [owner("a", "2024-01-01", "renewed"), owner("b", "2024-06-01", "cancelled")]
    turns = history(days_told(claims, series="X", as_of=LATE))
    assert [turn.state for turn in turns] == ["renewed", "un-renewed"]


def superseded() -> Iterator[tuple[str, str, int, dict[str, Any]]]:
    for line in (DOSSIERS / "timelines.jsonl").read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        yield from ((one["dossier"], one["series"], one["season"], state) for state in one["timeline"])


def test_the_told_dossiers_rest_on_the_claims_and_standing_they_name() -> None:
    for name, series, season, state in superseded():
        found = reconcile(told(name), series=series, as_of=dt.date.fromisoformat(state["as_of"]))
        slot = found.slot(state["slot"], season)
        assert slot is not None
        assert not {one.id for one in slot.basis} & set(state["superseded_or_deprecated"]), state
        assert {one.id for one in slot.basis} & set(state["basis"]), state
        assert slot.standing == state["standing"], state


def test_a_copy_resembles_its_original_and_a_report_of_the_same_does_not() -> None:
    one = "Vela has ended the series after two seasons and thanked everyone who worked on it for their labour and patience"
    other = "After two seasons Vela is done with the series, a spokeswoman told this paper on Monday, and gave no reason for it"
    assert resemblance(sketch(one), sketch(one.replace("patience", "patience, it said"))) > 0.7
    assert resemblance(sketch(one), sketch(other)) < 0.2
    assert resemblance(sketch(""), sketch("")) == 0.0
