"""An export comes back in whole by import, on SQLite and on a real PostgreSQL alike, and a second import adds nothing."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from cliffhanger.claims import exchange, linked_data
from cliffhanger.claims.claim import Quote
from cliffhanger.claims.rereading import Readers
from cliffhanger.store.ledger import Ledger
from cliffhanger.store.ledger_rows import review_row
from cliffhanger.store.ledger_tables import REVIEWS
from tests.claims.ledger_samples import claim, piece, review
from tests.store.ledgers import KINDS, new_ledger, postgres  # noqa: F401 - a fixture

EIGHT = claim("Eight parts.", kind="episode_count", value={"n": 8}, quote=Quote(90, 102, "Eight parts."))
FORMS = {"json": (exchange.to_json, exchange.from_json), "jsonld": (linked_data.to_jsonld, linked_data.from_jsonld)}


@pytest.fixture(params=KINDS)
def kind(request) -> str:
    return request.param


@pytest.fixture
def ledger(kind, request, tmp_path) -> Ledger:
    """Silence, what was read anew, what was told later, decisions taken back, and one of no valid form."""
    ledger = Ledger.open(new_ledger(kind, request, tmp_path / "first"))
    ledger.add(piece("quiet"), [])
    ledger.add(piece("a"), [claim(), EIGHT], by=Readers(1))
    ledger.add(piece("a"), [EIGHT, claim("Or not.", polarity="-")], by=Readers(2))
    ledger.add(piece("emptied", published="2024-03-04"), [claim()], by=Readers(1))
    ledger.add(piece("emptied", published="2024-03-04"), [], by=Readers(2))
    ledger.add(piece("b", published=None, outlet=None), [claim(said_at=None, series="Low Tide Kings")])
    ledger.add(piece("b"), [claim(series="Low Tide Kings"), EIGHT])
    for verdict in ("confirmed", "withdrawn", "confirmed"):
        ledger.review("a#2", review(verdict=verdict))
    aside = review("2024-07-02", verdict="corrected", value={"n": {"at least": 5}, "window": "soon"})
    with ledger.database.writing() as connection:
        connection.execute(sa.insert(REVIEWS), [review_row("a", 2, aside)])
    return ledger


@pytest.fixture
def other(kind, request, tmp_path) -> Ledger:
    return Ledger.open(new_ledger(kind, request, tmp_path / "other"))


@pytest.mark.parametrize("form", FORMS)
def test_an_export_comes_back_in_whole_and_a_second_import_adds_nothing(ledger, other, form):
    write, read = FORMS[form]
    text = write(ledger.exported())
    assert {one.id for one in ledger.exported().silent} == {"quiet", "emptied"}
    done = other.restore(read(text))
    assert sum(one.count for one in done) == len(ledger.claims()) == 4
    assert sum(one.reviews for one in done) == 4
    assert not any(one.already or one.strays for one in done)
    assert other.pieces() == ledger.pieces()
    assert other.claims() == ledger.claims()
    assert write(other.exported()) == text
    for one in other.restore(read(text)):
        assert (one.already, one.count, one.reviews, one.strays, one.told) == (True, 0, 0, 0, False)
    assert write(other.exported()) == text


def test_a_decision_that_was_taken_back_and_made_again_is_made_again_there_too(ledger, other):
    """Each of the three decisions is of one day and one reason: one that is on file does not stand for both."""
    other.restore(ledger.exported())
    ledger.add(piece("c"), [claim()])
    ledger.review("c#1", review())
    other.restore(ledger.exported())
    for verdict in ("withdrawn", "confirmed"):
        ledger.review("c#1", review(verdict=verdict))
    other.restore(ledger.exported())
    assert other.exported() == ledger.exported()


def test_an_article_without_claims_is_on_file_there_and_is_read_when_it_comes_by(ledger, other):
    other.restore(ledger.exported())
    assert other.due(piece("quiet"), Readers(1))
    again = other.add(piece("quiet"), [claim()], by=Readers(1))
    assert (again.already, again.again, again.count) == (True, True, 1)


def test_an_import_gives_an_article_without_claims_the_day_that_it_lacks(ledger, other):
    other.add(piece("quiet", published=None, outlet=None), [])
    done = {one.piece.id: one for one in other.restore(ledger.exported())}
    assert (done["quiet"].already, done["quiet"].told) == (True, True)
    assert other.pieces() == ledger.pieces()
