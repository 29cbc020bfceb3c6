"""What must hold of belief whatever articles say: order, copies, lighter words, time and ranks."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from cliffhanger.claims.reconcile import Known, reconcile
from cliffhanger.claims.recorded import Recorded, Review
from tests.claims.reconcile_samples import LATE, OTHER, OWNER_PAGE, PAPER, piece, said, window

FIRST = dt.date(2024, 1, 1)
VALUES: dict[str, list[dict[str, Any]]] = {
    "renewal_status": [{"status": one} for one in ("renewed", "cancelled", "undecided", "ending", "in_talks", "reversed")],
    "release_date": [
        window("2025-01-01", "2025-12-31", "year"),
        window("2025-07-01", "2025-12-31"),
        window("2025-10-06", "2025-10-06", "day"),
        window("2026-01-01", "2026-12-31", "year"),
        {"announced": False},
    ],
    "episode_count": [{"n": 8}, {"n": 7}, {"n": 7, "was": 8}],
    "production_status": [{"status": one} for one in ("filming", "halted", "writing", "wrapped", "unconfirmed")],
    "petition": [{"n": 300}, {"n": 5_000}, {"n": 80_000}],
    "platform": [{"name": "Vela"}, {"name": "Orbit"}],
}
SOURCES = ("network_or_studio", "outlet", "talent", "unnamed_source", "fans")
QUOTES = ("Vela said so", "it was officially confirmed", "sources said so", "it is so")
reviews = st.builds(
    Review,
    st.sampled_from(["confirmed", "rejected"]),
    st.just("Ada"),
    st.just("she knows"),
    st.integers(0, 60).map(lambda days: FIRST + dt.timedelta(days)),
)


@st.composite
def told(draw: st.DrawFn) -> list[Recorded]:
    """One to five articles of one to three claims each, within twenty days."""
    found: list[Recorded] = []
    for place in range(draw(st.integers(1, 5))):
        day = FIRST + dt.timedelta(draw(st.integers(0, 20)))
        where = piece(f"a{place}", day, draw(st.sampled_from([OWNER_PAGE, PAPER, OTHER, "CineSpark"])))
        for number in range(1, draw(st.integers(1, 3)) + 1):
            kind = draw(st.sampled_from(sorted(VALUES)))
            by = draw(st.sampled_from(SOURCES))
            one = said(
                where,
                draw(st.sampled_from(VALUES[kind])),
                kind=kind,  # type: ignore[arg-type]
                by=by,  # type: ignore[arg-type]
                standing=draw(st.sampled_from([None, None, None, "denied", "speculation"])),
                polarity=draw(st.sampled_from("+++-")),
                quote=draw(st.sampled_from(QUOTES)),
                number=number,
                season=draw(st.sampled_from([2, 2, 2, None])),
                reviews=tuple(draw(st.lists(reviews, max_size=1))) if draw(st.integers(0, 4)) == 0 else (),
            )
            found.append(one)
    return found


def held(known: Known) -> dict[Any, Any]:
    """What is believed, without the lists of claims."""
    return {
        one.slot: (one.value, one.polarity, one.standing, one.since, one.weight, one.contested, one.sources, one.note)
        for one in known.slots
    }


@given(told(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(claims: list[Recorded], chance: Any) -> None:
    mixed = list(claims)
    chance.shuffle(mixed)
    assert reconcile(mixed, series="X", as_of=LATE) == reconcile(claims, series="X", as_of=LATE)


@given(told())
def test_the_names_of_files_change_nothing(claims: list[Recorded]) -> None:
    named = [replace(one, piece=replace(one.piece, id=f"{9 - int(one.piece.id[1:])}")) for one in claims]
    assert held(reconcile(named, series="X", as_of=LATE)) == held(reconcile(claims, series="X", as_of=LATE))


@given(told(), st.integers(0, 25))
def test_an_earlier_day_is_answered_as_if_later_words_were_not_there(claims: list[Recorded], days: int) -> None:
    day = FIRST + dt.timedelta(days)
    then = [
        replace(one, reviews=tuple(review for review in one.reviews if review.on <= day))
        for one in claims
        if one.piece.known_from <= day
    ]
    assert reconcile(claims, series="X", as_of=day) == reconcile(then, series="X", as_of=day)


@given(told())
def test_every_claim_has_one_rank_in_each_of_its_slots_and_a_reason(claims: list[Recorded]) -> None:
    known = reconcile(claims, series="X", as_of=LATE)
    for slot in known.slots:
        assert max(Counter(one.recorded.id for one in slot.claims).values()) == 1
        assert all(one.rank in {"preferred", "normal", "deprecated"} and one.why for one in slot.claims)
        assert {one.recorded.id for one in slot.claims if one.rank == "preferred"} == {one.id for one in slot.basis}
    assert {one.recorded.id for slot in known.slots for one in slot.claims} == {one.id for one in claims}


@given(told(), st.data())
def test_a_copy_changes_nothing_but_the_number_of_claims(claims: list[Recorded], data: st.DataObject) -> None:
    copied = data.draw(st.sampled_from(sorted({one.piece.id for one in claims})))
    assume(all(not one.reviews for one in claims if one.piece.id == copied))
    again = [
        replace(
            one,
            id=f"copy{one.id}",
            piece=replace(
                one.piece, id="copy", digest="f" * 64, outlet="Spun Copies", published=one.piece.known_from + dt.timedelta(5)
            ),
        )
        for one in claims
        if one.piece.id == copied
    ]
    assert held(reconcile([*claims, *again], series="X", as_of=LATE)) == held(reconcile(claims, series="X", as_of=LATE))


@given(told(), st.sampled_from(sorted(set(VALUES) - {"petition"})), st.data())
def test_a_later_rumour_never_changes_what_is_believed_on_firmer_word(
    claims: list[Recorded], kind: str, data: st.DataObject
) -> None:
    assume(any(one.claim.subject.season for one in claims))  # else the rumour is the first to name the season
    late = piece("z", FIRST + dt.timedelta(60), "The Whisper")
    value = data.draw(st.sampled_from(VALUES[kind]))
    more = said(late, value, kind=kind, by="fans", quote="fans say so", polarity=data.draw(st.sampled_from("+-")))  # type: ignore[arg-type]
    before = {one.slot: one for one in reconcile(claims, series="X", as_of=LATE).slots}
    after = {one.slot: one for one in reconcile([*claims, more], series="X", as_of=LATE).slots}
    for slot, one in before.items():
        open_ = one.value is None or one.value.get("announced") is False  # none to change: a date may follow
        if one.weight > 1 and not open_ and one.polarity == "+":
            assert (after[slot].value, after[slot].since) == (one.value, one.since)
