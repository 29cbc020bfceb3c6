"""The claims ledger, on SQLite and on a real PostgreSQL alike."""

from __future__ import annotations

import datetime as dt
import itertools
import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from alembic.migration import MigrationContext
from hypothesis import given, settings
from sqlalchemy.exc import DBAPIError

from cliffhanger.claims.claim import Quote, Subject
from cliffhanger.claims.exchange import from_json, to_json
from cliffhanger.claims.recorded import Exported, NamedSubject, Recorded
from cliffhanger.claims.rereading import Readers
from cliffhanger.errors import InputError, NotFoundError, UsageError, WorkspaceError
from cliffhanger.store import ledger_database, ledger_rows
from cliffhanger.store.ledger import Ledger, NamedSeries
from cliffhanger.store.ledger_tables import CLAIMS, METADATA, PIECES
from cliffhanger.store.workspace import Workspace
from tests.claims.ledger_samples import claim, ledgers, piece, review
from tests.store.ledgers import KINDS, new_ledger, postgres  # noqa: F401 - a fixture

DAY = dt.date.fromisoformat


@pytest.fixture(params=KINDS)
def where(request, tmp_path) -> str:
    return new_ledger(request.param, request, tmp_path)


@pytest.fixture
def ledger(where) -> Ledger:
    return Ledger.open(where)


class TestAdding:
    def test_claims_come_back_as_they_went_numbered_in_the_order_of_the_text(self, ledger):
        said = [claim("It is renewed."), claim("Maybe.", series=None, season=None, said_at=None, standing="speculation")]
        added = ledger.add(piece(), said)
        assert (added.count, added.already, added.piece) == (2, False, piece())
        assert [(one.id, one.number, one.claim, one.piece) for one in ledger.claims()] == [
            ("a1#1", 1, said[0], piece()),
            ("a1#2", 2, said[1], piece()),
        ]

    def test_a_text_that_is_on_file_adds_nothing_and_says_so(self, ledger):
        ledger.add(piece(), [claim()])
        again = ledger.add(piece("a2", "a1", published=None), [claim(), claim("And once more.")])
        assert (again.count, again.already, again.piece) == (0, True, piece())
        assert len(ledger.claims()) == 1

    def test_an_id_that_another_text_has_gets_a_suffix_from_the_digest(self, ledger):
        texts = [piece("a", text) for text in ("one", "two", "three")]
        digest = texts[1].digest
        ledger.add(texts[0], [claim()])
        assert ledger.add(texts[1], [claim()]).piece.id == f"a-{digest[:8]}"
        ledger.add(piece(f"b-{digest[:8]}", "four"), [])
        ledger.add(piece(f"b-{digest}", "five"), [])
        ledger.add(piece("b", "six"), [])
        assert ledger.add(replace(texts[2], id="b", digest=digest[:8] + "0" * 56), []).piece.id == f"b-{digest[:8]}{'0' * 56}"
        assert ledger.claims()[1].id == f"a-{digest[:8]}#1"

    def test_an_article_without_claims_is_on_file(self, ledger):
        assert ledger.add(piece(), []).count == 0
        assert ledger.add(piece(), [claim()]).already
        assert ledger.pieces() == (piece(),)

    def test_the_day_of_reading_can_be_given(self, ledger):
        ledger.add(piece(published=None), [claim()], DAY("2024-08-09"))
        assert ledger.pieces(DAY("2024-08-08")) == ()
        assert ledger.pieces(DAY("2024-08-09"))[0].read_on == DAY("2024-08-09")

    @pytest.mark.parametrize(
        ("changed", "said"),
        [
            ({"series": "Salt\0"}, "series has a character that no database keeps"),
            ({"series": "Salt \ud800"}, "series has a character"),
            ({"season": 2**63}, "season has a number that no database keeps"),
            ({"value": {"p": float("nan")}}, "value has something that JSON does not carry"),
            ({"value": {"day": dt.date(2024, 1, 1)}}, "value has something that JSON"),
            ({"value": {"pair": (1, 2)}}, "value has something that JSON"),
            ({"value": {1: 2}}, "value has something that JSON"),
            ({"quote": Quote(0, 1, "\0")}, "quote_text has a character"),
        ],
    )
    def test_what_cannot_be_kept_is_refused_whole(self, ledger, changed, said):
        with pytest.raises(InputError, match=rf"a1#2: {said}"):
            ledger.add(piece(), [claim(), claim(**changed)])
        assert ledger.pieces() == ()


class TestAsking:
    def test_the_order_is_by_day_then_article_then_number(self, ledger):
        for article, day in (("b", "2024-03-02"), ("Z", "2024-03-01"), ("a", "2024-03-01"), ("é", "2024-03-01"), ("c", None)):
            ledger.add(piece(article, published=day), [claim(), claim("Again.")])
        ids = [one.id for one in ledger.claims()]
        assert ids == [f"{article}#{n}" for article in "Zaébc" for n in (1, 2)]
        assert [one.id for one in ledger.pieces()] == [*"Zaébc"]

    def test_only_what_was_known_by_the_day_is_told(self, ledger):
        ledger.add(piece("early", published="2024-03-01"), [claim()])
        ledger.add(piece("late", published="2024-03-02"), [claim(series="Low Tide Kings")])
        ledger.add(piece("undated", published=None), [claim()])  # read on 2024-06-01
        assert [one.piece.id for one in ledger.claims(as_of=DAY("2024-03-01"))] == ["early"]
        assert [one.piece.id for one in ledger.claims(as_of=DAY("2024-05-31"))] == ["early", "late"]
        assert [one.id for one in ledger.pieces(DAY("2024-06-01"))] == ["early", "late", "undated"]
        assert [one.name for one in ledger.series(DAY("2024-03-01"))] == ["Salt & Static"]

    def test_reviews_count_from_their_own_day(self, ledger):
        ledger.add(piece(), [claim()])
        ledger.review("a1#1", review("2024-07-02", verdict="rejected"))
        ledger.review("a1#1", review("2024-07-01"))
        (one,) = ledger.claims(as_of=DAY("2024-07-01"))
        assert one.reviews == (review("2024-07-01"),)
        (one,) = ledger.claims()
        assert [found.verdict for found in one.reviews] == ["confirmed", "rejected"]  # the latest day is the last word

    def test_case_accents_and_punctuation_of_a_series_do_not_matter(self, ledger):
        ledger.add(piece(), [claim(), claim(series="SALT AND STATIC"), claim(series="Salt"), claim(series=None)])
        ledger.add(piece("other"), [claim(series="Low Tide Kings")])
        ledger.review("a1#2", review())
        ledger.review("a1#3", review())
        found = ledger.claims("sált and static!")
        assert [one.number for one in found] == [1, 2]
        assert [len(one.reviews) for one in found] == [0, 1]
        assert ledger.claims("Nothing of that name") == ()

    def test_series_are_told_by_their_commonest_spelling_with_counts(self, ledger):
        ledger.add(piece(), [claim(), claim(), claim(series="SALT AND STATIC"), claim(series=None)])
        ledger.add(piece("other"), [claim(series="low Tide Kings"), claim(series="Low Tide Kings")])
        assert ledger.series() == (NamedSeries("Low Tide Kings", 2), NamedSeries("Salt & Static", 3))


class TestReviewing:
    def test_a_review_is_added_and_none_is_written_over(self, ledger):
        ledger.add(piece(), [claim(), claim()])
        given = [review(), review(verdict="corrected", value={"status": "cancelled"}), review()]
        for one in given:
            ledger.review("a1#2", one)
        assert [one.reviews for one in ledger.claims()] == [(), tuple(given)]

    def test_a_claim_that_is_moved_is_among_those_of_both_and_counted_with_the_one_it_is_about(self, ledger):
        ledger.add(piece(), [claim(), claim(), claim(series=None)])
        ledger.review("a1#2", review("2024-07-02", verdict="corrected", subject=NamedSubject("Low Tide Kings", 1)))
        ledger.review("a1#3", review("2024-07-02", verdict="corrected", subject=NamedSubject("LOW TIDE KINGS")))
        assert [one.number for one in ledger.claims("salt and static")] == [1, 2]
        assert [(one.number, one.subject) for one in ledger.claims("low-tide kings")] == [
            (2, Subject("Low Tide Kings", 1)),
            (3, Subject("LOW TIDE KINGS", None)),
        ]
        assert ledger.series() == (NamedSeries("LOW TIDE KINGS", 2), NamedSeries("Salt & Static", 1))
        assert ledger.series(DAY("2024-07-01")) == (NamedSeries("Salt & Static", 2),)
        assert ledger.claims("low tide kings", DAY("2024-07-01")) == ()
        ledger.review("a1#2", review("2024-07-03", verdict="withdrawn"))
        assert ledger.series() == (NamedSeries("LOW TIDE KINGS", 1), NamedSeries("Salt & Static", 2))
        assert ledger.claims()[1].subject == Subject("Salt & Static", 2)

    def test_a_correction_keeps_what_the_one_in_force_says_and_it_does_not(self, ledger):
        ledger.add(piece(), [claim(), claim()])
        about, value = NamedSubject("Low Tide Kings", 1), {"status": "cancelled"}
        ledger.review("a1#1", review(verdict="corrected", value=value))
        ledger.review("a1#1", review(verdict="corrected", subject=about))
        ledger.review("a1#1", review(verdict="corrected", value={"status": "ending"}))
        assert [(one.value, one.subject) for one in ledger.claims()[0].reviews] == [
            (value, None),
            (value, about),
            ({"status": "ending"}, about),
        ]
        ledger.review("a1#2", review(verdict="corrected", value=value))
        ledger.review("a1#2", review(verdict="rejected"))
        ledger.review("a1#2", review(verdict="corrected", subject=about))
        assert ledger.claims()[1].reviews[-1].value is None

    def test_a_correction_takes_over_only_what_was_decided_by_its_day_and_has_a_form(self, ledger):
        ledger.add(piece(), [claim()])
        about = NamedSubject("Low Tide Kings", 1)
        ledger.review("a1#1", review("2024-07-05", verdict="corrected", subject=about))
        ledger.review("a1#1", review("2024-07-02", verdict="corrected", value={"status": "cancelled"}))
        assert ledger.claims()[0].reviews[0].subject is None
        bad = Exported((replace(ledger.claims()[0], reviews=(review("2024-07-06", verdict="corrected", value={"status": 3}),)),))
        ledger.restore(bad)
        ledger.review("a1#1", review("2024-07-07", verdict="corrected", subject=about))
        assert ledger.claims()[0].reviews[-1].value is None

    def test_claims_are_chosen_by_their_id_or_all_of_an_article(self, ledger):
        ledger.add(piece(), [claim(), claim("So it is.")])
        ledger.add(piece("a2"), [claim()])
        assert [one.id for one in ledger.chosen("a1#2")] == ["a1#2"]
        assert [one.id for one in ledger.chosen("a1#*")] == ["a1#1", "a1#2"]
        with pytest.raises(NotFoundError, match=r'Did you mean "a2#\*"'):
            ledger.chosen("a2b#*")

    def test_several_are_decided_about_or_none(self, ledger):
        ledger.add(piece(), [claim(), claim(kind="episode_count", value={"n": 8})])
        wrong = review(verdict="corrected", value={"status": "cancelled"})
        with pytest.raises(UsageError, match="status"):
            ledger.review_each({one.id: wrong for one in ledger.chosen("a1#*")})
        assert [one.reviews for one in ledger.claims()] == [(), ()]

    @pytest.mark.parametrize(
        ("asked", "said"),
        [
            ("moth-1#3", r'no claim "moth-1#3"\. Did you mean "moth-1#2", "moth-1#1"'),
            ("moth1#2", r'Did you mean "moth-1#2"'),
            ("moth-l#9", r'Did you mean "moth-1#2"'),
            ("moth-1", r'Did you mean "moth-1#1"'),
            ("moth-2#*", r'Did you mean "moth-1#\*"'),
            ("moth-1#01", r'Did you mean "moth-1#1"'),
            ("moth-1#²", r"no claim"),
            ("zzz#1", r'no claim "zzz#1"\. List the claims'),
            ("moth-1\0#1", r'no claim "moth-1.#1"'),
        ],
    )
    def test_a_claim_that_is_not_there_is_answered_with_the_nearest(self, ledger, asked, said):
        ledger.add(piece("moth-1"), [claim(), claim()])
        with pytest.raises(NotFoundError, match=said):
            ledger.review(asked, review())

    def test_an_empty_ledger_has_nothing_to_suggest(self, ledger):
        with pytest.raises(NotFoundError) as caught:
            ledger.review("a1#1", review())
        assert caught.value.suggestions == ()


class TestAppendOnly:
    """The database itself refuses, whoever asks."""

    @pytest.fixture
    def filled(self, ledger) -> Ledger:
        ledger.add(piece(), [claim()])
        ledger.review("a1#1", review())
        return ledger

    STATEMENTS = (
        "UPDATE pieces SET title = 'another'",
        "UPDATE claims SET standing = 'rumour'",
        "UPDATE reviews SET verdict = 'rejected'",
        "DELETE FROM pieces",
        "DELETE FROM claims WHERE number = 1",
        "DELETE FROM reviews",
    )

    @staticmethod
    def refuses(ledger: Ledger, statement: str) -> None:
        before = ledger.claims()
        with pytest.raises(DBAPIError, match="append-only"), ledger.database.engine.begin() as connection:
            connection.exec_driver_sql(statement)
        assert ledger.claims() == before
        assert before[0].reviews

    @pytest.mark.parametrize("statement", STATEMENTS)
    def test_a_change_is_refused(self, filled, statement):
        self.refuses(filled, statement)

    @pytest.mark.parametrize(
        ("table", "key", "changed"),
        [("pieces", "digest", "title"), ("claims", "piece, number", "standing"), ("reviews", "added", "who")],
    )
    def test_a_row_is_not_replaced_by_inserting_it_again(self, filled, table, key, changed):
        if filled.database.file:
            self.refuses(filled, f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")  # noqa: S608
        else:
            again = f"INSERT INTO {table} SELECT * FROM {table} ON CONFLICT ({key})"  # noqa: S608
            self.refuses(filled, f"{again} DO UPDATE SET {changed} = 'another'")

    def test_a_text_is_not_replaced_under_another_id(self, filled):
        columns = ", ".join(column.name for column in PIECES.columns if column.name not in {"added", "id"})
        insert, row = f"INTO pieces (id, {columns})", f"SELECT 'b', {columns} FROM pieces"  # noqa: S608
        if filled.database.file:
            self.refuses(filled, f"INSERT OR REPLACE {insert} {row}")
        else:
            self.refuses(filled, f"INSERT {insert} {row} ON CONFLICT (digest) DO UPDATE SET id = 'b'")

    def test_no_table_is_emptied(self, filled):
        self.refuses(
            filled,
            "DELETE FROM claims" if filled.database.file else "TRUNCATE pieces, claims, reviews, readings, withdrawn, told_later",
        )


class TestOpening:
    def test_opening_again_finds_what_was_added(self, where):
        Ledger.open(where).add(piece(), [claim()])
        assert len(Ledger.open(where).claims()) == 1

    def test_the_tables_made_are_the_tables_used(self, ledger):
        with ledger.database.reading() as connection:
            found = sa.inspect(connection)
            for table in METADATA.tables.values():
                made = {column["name"]: column for column in found.get_columns(table.name)}
                assert list(made) == [column.name for column in table.columns]
                for column in table.columns:
                    name = column.type.compile(connection.dialect)
                    assert made[column.name]["type"].compile(connection.dialect) == name
                    assert made[column.name]["nullable"] == column.nullable
                assert found.get_pk_constraint(table.name)["constrained_columns"] == [c.name for c in table.primary_key]
                indexed = {tuple(index["column_names"]) for index in found.get_indexes(table.name)}
                assert {(column.name,) for column in table.columns if column.index} <= indexed

    def test_a_ledger_of_a_newer_release_is_left_alone(self, where):
        ledger = Ledger.open(where)
        with ledger.database.engine.begin() as connection:
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        with pytest.raises(WorkspaceError, match=r"a newer cliffhanger made this ledger\. Update cliffhanger"):
            Ledger.open(where)

    def test_opening_says_at_which_step_the_tables_are(self, ledger):
        with ledger.database.reading() as connection:
            assert MigrationContext.configure(connection).get_current_heads() == ("0006",)

    def test_a_ledger_of_the_first_release_is_brought_up_to_date(self, where, monkeypatch):
        with monkeypatch.context() as patch:
            real = ledger_database.command.upgrade
            patch.setattr(ledger_database.command, "upgrade", lambda config, _: real(config, "0001"))
            old = Ledger.open(where)
        with old.database.writing() as connection:
            row = ledger_rows.claim_row("a1", 1, claim())
            old_row = {name: cell for name, cell in ledger_rows.piece_row(piece()).items() if name != "language"}
            connection.execute(sa.insert(PIECES).values(old_row))
            connection.execute(sa.insert(CLAIMS).values({name: row[name] for name in row if name != "extractor"}))
        ledger = Ledger.open(where)
        assert [one.claim for one in ledger.claims()] == [claim()]
        ledger.add(piece("a2"), [claim(extractor="m, instructions 1")])
        assert [one.claim.extractor for one in ledger.claims()] == [None, "m, instructions 1"]
        assert [one.language for one in ledger.pieces()] == [None, None]
        ledger.add(replace(piece("a3"), language="es"), [claim()])
        assert {one.piece.language for one in ledger.claims()} == {None, "es"}
        with pytest.raises(DBAPIError, match="append-only"), ledger.database.engine.begin() as connection:
            connection.exec_driver_sql("UPDATE claims SET extractor = 'another'")

    def test_a_workspace_may_name_another_ledger(self, where, tmp_path):
        Ledger.open(where).add(piece(), [claim()])
        address = where if "://" in where else f"sqlite:///{where}/claims.db"
        workspace = Workspace.create(tmp_path / "other")
        (workspace.path / "cliffhanger.toml").write_text(f'[claims]\nledger = "{address}"\n')
        assert len(Ledger.open(workspace.path).claims()) == 1
        assert not (workspace.path / "claims.db").exists()

    def test_a_folder_that_is_no_workspace_is_refused(self, tmp_path):
        with pytest.raises(WorkspaceError, match="no workspace"):
            Ledger.open(tmp_path)
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize(
        ("address", "said"),
        [
            ("mysql://me:hunter2@host/db", "no ledger is kept in mysql"),
            ("postgresql+asyncpg://me:hunter2@host/db", r"no ledger is kept in postgresql\+asyncpg"),
            ("sqlite://", "in memory would be lost"),
            ("sqlite:///:memory:", "in memory would be lost"),
            ("://", "address cannot be read"),
            ("postgresql://host:port/db", "address cannot be read"),
        ],
    )
    def test_an_address_that_is_none_is_refused(self, address, said):
        with pytest.raises(UsageError, match=said) as caught:
            Ledger.open(address)
        assert "hunter2" not in str(caught.value)

    def test_nobody_there_is_told_without_the_password(self):
        with pytest.raises(WorkspaceError, match="cannot be read") as caught:
            Ledger.open("postgresql://me:hunter2@127.0.0.1:9/none")
        assert "hunter2" not in str(caught.value)

    def test_a_file_that_is_no_database_is_told(self, tmp_path):
        workspace = Workspace.create(tmp_path / "w")
        (workspace.path / "claims.db").write_text("not a database, though long enough to be one" * 40)
        with pytest.raises(WorkspaceError, match=r"claims\.db: the claims ledger cannot be read: file is not a database"):
            Ledger.open(workspace.path)

    def test_a_folder_that_is_not_there_is_told(self, tmp_path):
        with pytest.raises(WorkspaceError, match="there is no such folder"):
            Ledger.open(f"sqlite:///{tmp_path}/none/claims.db")
        assert list(tmp_path.iterdir()) == []

    def test_sqlite_writes_ahead_so_that_readers_wait_for_nobody(self, tmp_path):
        ledger = Ledger.open(Workspace.create(tmp_path / "w").path, lock_timeout_s=0)
        with sqlite3.connect(tmp_path / "w" / "claims.db") as connection:
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        connection.close()
        with ledger.database.writing():
            assert ledger.claims() == ()

    def test_a_writer_that_waits_too_long_says_so(self, where):
        ledger, impatient = Ledger.open(where), Ledger.open(where, lock_timeout_s=0.05)
        with (
            ledger.database.writing(),
            pytest.raises(WorkspaceError, match=r"another process is writing the claims ledger; waited 0\.05 s"),
        ):
            impatient.add(piece(), [claim()])
        assert impatient.add(piece(), [claim()]).count == 1


class TestRestoring:
    def fill(self, ledger: Ledger) -> None:
        ledger.add(piece("a"), [claim(), claim("Eight parts.", kind="episode_count", value={"n": 8})])
        ledger.add(piece("b", published=None), [claim(series="Low Tide Kings")])
        ledger.review("a#2", review(value={"n": 10}, verdict="corrected"))

    def test_an_export_makes_an_equal_ledger_and_adds_nothing_twice(self, ledger, tmp_path):
        self.fill(ledger)
        other = Ledger.open(Workspace.create(tmp_path / "other").path)
        exported = to_json(ledger.exported())
        assert [(one.count, one.already) for one in other.restore(from_json(exported))] == [(2, False), (1, False)]
        assert other.claims() == ledger.claims()
        assert [(one.count, one.already) for one in other.restore(from_json(exported))] == [(0, True), (0, True)]
        assert other.claims() == ledger.claims()

    def test_numbers_stand_when_only_some_claims_are_restored(self, ledger, tmp_path):
        self.fill(ledger)
        other = Ledger.open(Workspace.create(tmp_path / "other").path)
        other.restore(Exported(ledger.claims()[1:2]))
        assert other.claims() == ledger.claims()[1:2]

    def test_an_article_on_file_takes_the_day_and_outlet_that_it_lacks(self, ledger):
        bare = piece("a", published=None, outlet=None)
        ledger.add(bare, [claim(said_at=None)], by=Readers(3))
        whole = Recorded("a#1", 1, claim(), piece("a"))
        (done,) = ledger.restore(Exported((whole,)), DAY("2024-08-01"))
        assert (done.count, done.already, done.told) == (0, True, True)
        (there,) = ledger.pieces()
        assert (there.published, there.outlet) == (DAY("2024-03-01"), "The Wire")
        another = replace(whole, piece=piece("a", outlet="Another", published="2024-02-02"))
        assert not ledger.restore(Exported((another,)))[0].told
        assert ledger.pieces() == (there,)
        # Its claims were read without a day, so the text is due once more, and then no longer.
        assert ledger.due(there, Readers(3))
        assert ledger.add(there, [claim()], by=Readers(3)).again
        assert not ledger.due(there, Readers(3))

    def test_all_of_it_or_nothing(self, ledger, tmp_path):
        self.fill(ledger)
        other = Ledger.open(Workspace.create(tmp_path / "other").path)
        spoilt = replace(ledger.claims()[-1], claim=claim("\0"))
        with pytest.raises(InputError):
            other.restore(Exported((*ledger.claims()[:-1], spoilt)))
        assert other.pieces() == ()


@settings(max_examples=25)
@given(ledgers())
def test_whatever_goes_in_comes_out_on_sqlite(exported):
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger.open(Workspace.create(Path(folder) / "w").path)
        ledger.restore(exported)
        assert ledger.exported() == exported


@pytest.fixture(scope="module")
def on_postgres(request, tmp_path_factory):
    """Make an address of a new schema at each call."""
    address = new_ledger("postgres", request, tmp_path_factory.mktemp("p"))
    numbers = itertools.count(1)

    def schema() -> str:
        name = f"s{next(numbers)}"
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {name}")
        return f"{address}?options=-csearch_path%3D{name}"

    return schema


@pytest.mark.postgres
@settings(max_examples=25)
@given(exported=ledgers())
def test_whatever_goes_in_comes_out_on_postgres(on_postgres, exported):
    ledger = Ledger.open(on_postgres())
    ledger.restore(exported)
    assert ledger.exported() == exported
