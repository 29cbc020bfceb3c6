"""Articles that are read once more, on SQLite and on a real PostgreSQL alike."""

from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from cliffhanger.claims.claim import Quote
from cliffhanger.claims.exchange import from_json, to_json
from cliffhanger.claims.rereading import Readers
from cliffhanger.errors import InputError
from cliffhanger.store import ledger_database, ledger_rows
from cliffhanger.store.ledger import Ledger
from cliffhanger.store.ledger_tables import PIECES
from tests.claims.ledger_samples import claim, piece, review
from tests.store.ledgers import KINDS, new_ledger, postgres  # noqa: F401 - a fixture

RENEWED, CANCELLED = claim(), claim("Cancelled.", value={"status": "cancelled"}, quote=Quote(90, 100, "Cancelled."))
OTHER = claim("On Copper Bay.", series="Copper Bay", quote=Quote(200, 214, "On Copper Bay."))


@pytest.fixture(params=KINDS)
def where(request, tmp_path) -> str:
    return new_ledger(request.param, request, tmp_path)


@pytest.fixture
def ledger(where) -> Ledger:
    """One article of which the first grammar read two claims."""
    ledger = Ledger.open(where)
    ledger.add(piece(), [RENEWED, OTHER], by=Readers(1))
    return ledger


def ids(ledger: Ledger, **asked) -> list[str]:
    return [one.id for one in ledger.claims(**asked)]


def test_the_same_grammar_adds_nothing_and_neither_does_an_older_one(ledger):
    for by in (Readers(1), Readers(0), Readers()):
        assert not ledger.due(piece(), by)
        again = ledger.add(piece(), [CANCELLED], by=by)
        assert (again.count, again.withdrawn, again.already, again.again) == (0, 0, True, False)
    assert ids(ledger) == ["a1#1", "a1#2"]


def test_a_newer_grammar_withdraws_what_it_no_longer_finds(ledger):
    assert ledger.due(piece(), Readers(2))
    again = ledger.add(piece("another id", "a1"), [CANCELLED, RENEWED], dt.date(2025, 1, 1), by=Readers(2))
    assert (again.count, again.withdrawn, again.already, again.again, again.piece) == (1, 1, True, True, piece())
    assert ids(ledger) == ["a1#1", "a1#3"]
    assert [one.claim for one in ledger.claims()] == [RENEWED, CANCELLED]
    assert ids(ledger, withdrawn=True) == ["a1#2"]
    assert [one.name for one in ledger.series()] == ["Salt & Static"]
    assert not ledger.due(piece(), Readers(2))


def test_a_further_reading_tells_nothing_of_the_day_on_which_it_was_said(ledger):
    """The article is as old as it was: what it says was there to be read from its own day."""
    ledger.add(piece(), [CANCELLED], dt.date(2025, 1, 1), by=Readers(2))
    assert ids(ledger, as_of=dt.date(2024, 3, 1)) == ["a1#3"]
    assert ids(ledger, as_of=dt.date(2024, 2, 29)) == []


def test_a_withdrawn_claim_about_which_a_person_decides_counts_again(ledger):
    ledger.add(piece(), [RENEWED], by=Readers(2))
    ledger.review("a1#2", review("2025-02-01"))
    assert ids(ledger) == ["a1#1", "a1#2"]
    assert ids(ledger, as_of=dt.date(2025, 1, 31)) == ["a1#1"]
    assert ids(ledger, withdrawn=True) == []
    ledger.add(piece(), [RENEWED], by=Readers(3))
    assert ids(ledger) == ["a1#1", "a1#2"]


def test_a_decision_that_is_withdrawn_keeps_nothing_on_file(ledger):
    ledger.add(piece(), [RENEWED], by=Readers(2))
    ledger.review("a1#2", review("2025-02-01"))
    ledger.review("a1#2", review("2025-03-01", verdict="withdrawn"))
    assert ids(ledger) == ["a1#1"]
    assert ids(ledger, as_of=dt.date(2025, 2, 15)) == ["a1#1", "a1#2"]
    assert ids(ledger, withdrawn=True) == ["a1#2"]
    ledger.review("a1#2", review("2025-03-01"))
    assert ids(ledger) == ["a1#1", "a1#2"]
    ledger.review("a1#1", review("2025-02-01"))
    ledger.review("a1#1", review("2025-03-01", verdict="withdrawn"))
    assert ledger.add(piece(), [CANCELLED], by=Readers(3)).withdrawn == 1
    assert ids(ledger) == ["a1#2", "a1#3"]


class TestDecisionsTravel:
    @pytest.fixture
    def other(self, ledger, tmp_path_factory) -> Ledger:
        copy = Ledger.open(new_ledger("sqlite", None, tmp_path_factory.mktemp("copy")))
        copy.restore(ledger.exported())
        return copy

    def test_to_the_claim_that_says_the_same_once(self, ledger, other):
        ledger.review("a1#2", review())
        for count in (1, 0):
            (done,) = other.restore(ledger.exported())
            assert (done.count, done.already, done.reviews, done.strays) == (0, True, count, 0)
        assert other.claims() == ledger.claims()

    def test_and_the_latest_day_is_the_last_word(self, ledger, other):
        ledger.review("a1#1", review("2024-07-01"))
        other.review("a1#1", review("2024-08-01", verdict="rejected"))
        other.restore(ledger.exported())
        assert [one.verdict for one in other.claims()[0].reviews] == ["confirmed", "rejected"]

    def test_where_a_reading_gave_the_claim_another_number(self, ledger, other):
        other.add(piece(), [RENEWED], by=Readers(2))
        other.add(piece(), [RENEWED, OTHER], by=Readers(3))
        ledger.review("a1#2", review())
        other.restore(ledger.exported())
        assert [(one.id, len(one.reviews)) for one in other.claims(OTHER.subject.series)] == [("a1#3", 1)]

    def test_but_not_to_a_claim_that_is_not_there(self, ledger, other):
        ledger.add(piece(), [CANCELLED], by=Readers(2))
        ledger.review("a1#3", review())
        (done,) = other.restore(ledger.exported())
        assert (done.reviews, done.strays) == (0, 1)


def test_what_was_withdrawn_and_is_found_again_has_a_number_of_its_own(ledger):
    ledger.add(piece(), [RENEWED], by=Readers(2))
    again = ledger.add(piece(), [RENEWED, OTHER], by=Readers(3))
    assert (again.count, again.withdrawn) == (1, 0)
    assert ids(ledger) == ["a1#1", "a1#3"]


def test_a_model_that_was_not_asked_before_is_asked_once(ledger):
    model = Readers(1, "m, instructions 1")
    assert ledger.due(piece(), model)
    found = claim("Eight episodes.", kind="episode_count", value={"n": 8}, extractor="m, instructions 1")
    ledger.add(piece(), [RENEWED, OTHER, found], by=model)
    assert [one.claim.extractor for one in ledger.claims()] == [None, None, "m, instructions 1"]
    assert not ledger.due(piece(), model)
    assert not ledger.due(piece(), Readers(1))
    # A newer grammar without the model leaves alone what the model found.
    ledger.add(piece(), [RENEWED], by=Readers(2))
    assert ids(ledger) == ["a1#1", "a1#3"]


def test_a_ledger_from_before_readings_were_noted_is_read_again(where, monkeypatch):
    with monkeypatch.context() as patch:
        real = ledger_database.command.upgrade
        patch.setattr(ledger_database.command, "upgrade", lambda config, _: real(config, "0002"))
        old = Ledger.open(where)
    with old.database.writing() as connection:
        row = {name: cell for name, cell in ledger_rows.piece_row(piece()).items() if name != "language"}
        connection.execute(sa.insert(PIECES).values(row))
    ledger = Ledger.open(where)
    assert ledger.due(piece(), Readers(1))
    assert ledger.add(piece(), [RENEWED], by=Readers(1)).count == 1


def test_what_was_imported_is_read_again_and_keeps_its_numbers_and_reviews(ledger, tmp_path_factory):
    ledger.review("a1#1", review())
    copy = Ledger.open(new_ledger("sqlite", None, tmp_path_factory.mktemp("copy")))
    copy.restore(from_json(to_json(ledger.exported())))
    again = copy.add(piece(), [RENEWED, OTHER], by=Readers(1))
    assert (again.count, again.withdrawn, again.again) == (0, 0, True)
    assert copy.claims() == ledger.claims()


class TestToldLater:
    """An article whose day or outlet nobody had said when it was first read."""

    UNDATED = piece("b", published=None, outlet=None)  # read on 2024-06-01
    DATED = piece("b", published="2024-03-01", outlet="The Wire")

    @pytest.fixture
    def undated(self, where) -> Ledger:
        ledger = Ledger.open(where)
        ledger.add(
            self.UNDATED,
            [claim(said_at=None), claim("Eight parts.", kind="episode_count", value={"n": 8}, said_at=None)],
            by=Readers(1),
        )
        return ledger

    def test_the_day_and_the_outlet_are_taken_and_the_article_is_read_with_them(self, undated):
        assert ids(undated, as_of=dt.date(2024, 5, 1)) == []
        assert undated.due(self.DATED, Readers(1))
        again = undated.add(self.DATED, [claim()], dt.date(2025, 1, 1), by=Readers(1))
        assert (again.count, again.withdrawn, again.already, again.again, again.piece) == (1, 2, True, True, self.DATED)
        assert ids(undated, as_of=dt.date(2024, 3, 1)) == ["b#3"]
        assert ids(undated, as_of=dt.date(2024, 2, 29)) == []
        assert undated.pieces() == (self.DATED,)
        assert [one.name for one in undated.series(dt.date(2024, 3, 1))] == ["Salt & Static"]
        assert ids(undated, withdrawn=True) == ["b#1", "b#2"]
        assert not undated.due(self.DATED, Readers(1))

    def test_one_after_the_other_and_neither_is_taken_back(self, undated):
        undated.add(piece("b", published=None, outlet="The Wire"), [], by=Readers(1))
        undated.add(piece("b", published="2024-03-01", outlet=None), [claim()], by=Readers(1))
        for given in (self.UNDATED, piece("b", published="2020-01-01", outlet="Another")):
            assert not undated.due(given, Readers(1))
            again = undated.add(given, [], by=Readers(1))
            assert (again.again, again.piece) == (False, self.DATED)
        assert undated.pieces() == (self.DATED,)

    def test_an_older_grammar_tells_the_day_and_no_more(self, undated):
        again = undated.add(self.DATED, [claim()], by=Readers(0))
        assert (again.count, again.again, again.piece) == (0, False, self.DATED)
        assert ids(undated, as_of=dt.date(2024, 3, 1)) == ["b#1", "b#2"]

    def test_what_a_person_decided_stays(self, undated):
        undated.review("b#2", review())
        undated.add(self.DATED, [claim(), claim("Eight parts.", kind="episode_count", value={"n": 8})], by=Readers(1))
        assert ids(undated) == ["b#2", "b#3"]


@pytest.mark.parametrize("change", ["UPDATE told_later SET outlet = 'b'", "DELETE FROM told_later"])
def test_the_database_refuses_to_change_what_was_told_later(where, change):
    ledger = Ledger.open(where)
    for given in (TestToldLater.UNDATED, TestToldLater.DATED):
        ledger.add(given, [claim()])
    with pytest.raises(DBAPIError, match="append-only"), ledger.database.engine.begin() as connection:
        connection.exec_driver_sql(change)
    assert ledger.pieces() == (TestToldLater.DATED,)


@pytest.mark.parametrize("table", ["readings", "withdrawn"])
@pytest.mark.parametrize("change", ["UPDATE {} SET piece = 'b'", "DELETE FROM {}"])
def test_the_database_refuses_to_change_what_was_withdrawn(ledger, table, change):
    ledger.add(piece(), [RENEWED], by=Readers(2))
    with pytest.raises(DBAPIError, match="append-only"), ledger.database.engine.begin() as connection:
        connection.exec_driver_sql(change.format(table))
    assert ids(ledger, withdrawn=True) == ["a1#2"]


def test_a_reading_that_cannot_be_kept_changes_nothing(ledger):
    with pytest.raises(InputError, match="no database keeps"):
        ledger.add(piece(), [claim("NUL \0")], by=Readers(2))
    assert ids(ledger) == ["a1#1", "a1#2"]
    assert ledger.due(piece(), Readers(2))
