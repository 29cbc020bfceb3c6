"""Outlets of equal weight that say otherwise on one day: the record orders them, and moves nothing else."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from cliffhanger.claims.outlets import Records, Reliability
from cliffhanger.claims.recorded import Recorded
from cliffhanger.claims.reliability import reliabilities
from tests.claims.reconcile_samples import LATE, OTHER, OWNER_PAGE, PAPER, answer, known, owner, piece, rumour, said

DAY = "2024-01-01"
RIVALS = (said(piece("a", DAY, PAPER), "cancelled"), said(piece("b", DAY, OTHER), "renewed"))


def records(**right_of_four: int) -> Records:
    """Records of the two outlets, by their short names."""
    names = {"paper": PAPER, "other": OTHER, "owner": OWNER_PAGE}
    law = {(names[n], "renewal"): Reliability(names[n], "renewal", right, 4, 0.1, 0.5, 0.9) for n, right in right_of_four.items()}
    return lambda day: law if day == LATE else {}


@pytest.mark.parametrize(
    ("right", "believed"),
    [({"paper": 4, "other": 1}, "cancelled"), ({"paper": 1, "other": 4}, "renewed"), ({"other": 0}, "cancelled")],
)
@pytest.mark.parametrize("claims", [RIVALS, RIVALS[::-1]])
def test_the_outlet_with_the_better_record_is_believed_and_the_slot_stays_contested(
    claims: tuple[Recorded, ...], right: dict[str, int], believed: str
) -> None:
    found = answer(*claims, records=records(**right))
    assert found.value == {"status": believed}
    assert found.contested
    assert not found.overruled
    assert [why for one in found.claims if "was right" in (why := one.why)]


@pytest.mark.parametrize("right", [{}, {"paper": 2, "other": 2}, {"owner": 4}])
def test_without_a_difference_of_record_nothing_moves(right: dict[str, int]) -> None:
    assert known(*RIVALS, records=records(**right)) == known(*RIVALS)


def test_a_record_of_another_family_says_nothing() -> None:
    law = {(OTHER, "release"): Reliability(OTHER, "release", 9, 9, 0.1, 0.5, 0.9)}
    assert known(*RIVALS, records=lambda _: law) == known(*RIVALS)


def test_no_record_outweighs_a_weightier_word_or_a_later_one() -> None:
    lighter = (said(piece("a", DAY, PAPER), "cancelled"), rumour("b", DAY, "renewed"))
    later = (said(piece("a", DAY, OTHER), "renewed"), said(piece("b", "2024-02-01", PAPER), "cancelled"))
    for claims in (lighter, later):
        assert answer(*claims, records=records(paper=0, other=4)).value == {"status": "cancelled"}


def test_owners_at_odds_on_one_day_are_no_matter_of_record() -> None:
    page = "Vela Newsroom"
    two = (owner("a", DAY, "cancelled"), said(piece("b", DAY, page), "renewed", by="network_or_studio"))
    law = {
        (name, "renewal"): Reliability(name, "renewal", right, 4, 0.1, 0.5, 0.9) for name, right in ((OWNER_PAGE, 0), (page, 4))
    }
    assert known(*two, records=lambda _: law) == known(*two)


def test_the_best_rivals_are_shown_first() -> None:
    claims = (*RIVALS, said(piece("c", DAY, "The Third"), "reversed"))
    law = {
        (name, "renewal"): Reliability(name, "renewal", right, 9, 0.1, 0.5, 0.9)
        for name, right in ((PAPER, 9), ("The Third", 5), (OTHER, 1))
    }
    found = known(*claims, records=lambda _: law)
    assert [one.other.piece.outlet for one in found.disputes] == ["The Third", OTHER]


@pytest.mark.parametrize("names", list(itertools.permutations("abc")))
def test_two_who_agree_are_both_believed_whoever_is_read_first(names: tuple[str, ...]) -> None:
    told = zip(names, (PAPER, "The Third", OTHER), ("cancelled", "cancelled", "renewed"), strict=True)
    claims = [said(piece(name, DAY, outlet), status) for name, outlet, status in told]
    law = {
        (name, "renewal"): Reliability(name, "renewal", right, 9, 0.1, 0.5, 0.9)
        for name, right in ((PAPER, 1), ("The Third", 9), (OTHER, 5))
    }
    found = answer(*claims, records=lambda _: law)
    assert (found.value, found.sources) == ({"status": "cancelled"}, 2)
    assert [one.rank for one in found.claims if one.recorded.piece.outlet == OTHER] == ["normal"]
    assert found.contested


def test_the_record_is_learnt_from_what_the_owner_settled() -> None:
    settled = (*RIVALS, owner("c", "2024-03-01", "renewed"))
    found = {one.outlet: (one.right, one.trials) for one in reliabilities([known(*settled)])}
    assert found == {PAPER: (0, 1), OTHER: (1, 1)}
    assert not reliabilities([known(*settled, as_of=dt.date(2024, 2, 1))])


def test_what_the_owner_had_said_already_is_no_trial() -> None:
    told = (owner("a", DAY, "cancelled"), said(piece("b", "2024-02-01", PAPER), "cancelled"), owner("c", "2024-06-01", "revived"))
    assert not reliabilities([known(*told)])
    early = said(piece("d", "2024-05-01", OTHER), "revived")
    assert [(one.outlet, one.right) for one in reliabilities([known(*told, early)])] == [(OTHER, 1)]


def test_an_outlet_that_alone_has_it_from_the_owner_is_judged_by_the_owner() -> None:
    invented = said(piece("a", DAY, PAPER), "renewed", by="network_or_studio", quote="Vela said that it is renewed")
    found = reliabilities([known(invented, owner("b", "2024-03-01", "cancelled"))])
    assert [(one.outlet, one.right, one.trials) for one in found] == [(PAPER, 0, 1)]
