"""The claims ledger: every claim that was read, with its article and what people said of it. It only ever grows.

Nothing in it is changed or dropped, and the database refuses both. Which of its claims are believed is not kept here: that is
computed for a day, from what could be known on that day.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from cliffhanger.claims.claim import Claim
from cliffhanger.claims.recorded import Exported, Piece, Recorded, Review
from cliffhanger.claims.rereading import Readers, amended
from cliffhanger.errors import InternalError
from cliffhanger.store import ledger_rows as rows
from cliffhanger.store.ledger_database import Database, open_database
from cliffhanger.store.ledger_queries import about, claims_of, existing, insert, known, on_file, recorded, spellings
from cliffhanger.store.ledger_reviews import decided_row, imported_rows
from cliffhanger.store.ledger_tables import ARTICLES, CLAIMS, PIECES, READINGS, REVIEWS, TOLD_LATER, WITHDRAWN

LOCK_TIMEOUT_S = 30.0
NOBODY = Readers()


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an article.

    ``count`` claims were added and ``withdrawn`` ones count no longer; ``already`` says that its text was on file, ``again`` that
    it was read nonetheless: by a newer grammar or another model, or with the day or outlet that it had lacked. ``piece`` is the
    article as it stands on file. ``reviews`` were added with it; ``strays`` are reviews of claims that are not on file.
    """

    count: int
    already: bool
    piece: Piece
    withdrawn: int = 0
    again: bool = False
    reviews: int = 0
    strays: int = 0
    told: bool = False


@dataclass(frozen=True, slots=True)
class NamedSeries:
    """A series of the ledger by its commonest spelling, with the number of claims about it."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """An opened claims ledger. It holds no connection between calls, so there is nothing to close."""

    database: Database

    @classmethod
    def open(cls, where: str | Path, *, lock_timeout_s: float = LOCK_TIMEOUT_S) -> Ledger:
        """Open the ledger of a workspace (``claims.db``, or what its ``cliffhanger.toml`` names) or the one at an address.

        It is made where there is none. ``lock_timeout_s`` is how long each writing waits for another writer, seconds.

        Raises
        ------
        UsageError
            When the address is none, or its driver is not installed.
        WorkspaceError
            When there is no such workspace, the database cannot be reached, or a newer cliffhanger made its tables.
        """
        return cls(open_database(where, lock_timeout_s=lock_timeout_s))

    def add(self, piece: Piece, claims: Sequence[Claim], read_on: dt.date | None = None, *, by: Readers = NOBODY) -> Added:
        """Add an article and its claims, in the order of the text: all of it or nothing.

        A text that is on file adds nothing, unless a newer grammar or another model has read it now, or its day or outlet is told
        for the first time: then claims that are no longer found are withdrawn, and new ones added, as ``claims.rereading`` says.
        A day or an outlet that is on file stands. An article whose id another text has gets a suffix from its digest.
        ``read_on`` is the day of reading where it is not the piece's own.

        Raises
        ------
        WorkspaceError
            When the ledger cannot be written.
        InputError
            When a text or number in it cannot be kept.
        """
        given = piece if read_on is None else replace(piece, read_on=read_on)
        with self.database.writing() as connection:
            done = _added(connection, given, list(enumerate(claims, 1)))
            if not done.already:
                insert(connection, READINGS, [rows.reading_row(done.piece.id, by, given.read_on)])
                return done
            piece, last = _told_more(done.piece, given), _last_readers(connection, done.piece)
            if piece != done.piece:
                insert(connection, TOLD_LATER, [_told_row(done.piece, piece, given.read_on)])
            late = piece != done.piece or _read_without_its_day(connection, piece)
            if by.due_after(last) or (late and by.grammar >= last.grammar):
                return _amended(connection, piece, claims, by, given.read_on)
            return replace(done, piece=piece)

    def due(self, piece: Piece, by: Readers) -> bool:
        """Say whether the text of an article is to be read: not on file, not by such readers, or without its day or outlet.

        Raises as ``claims`` does.
        """
        with self.database.reading() as connection:
            old = on_file(connection, piece)
            if old is None or _told_more(old, piece) != old or by.due_after(_last_readers(connection, old)):
                return True
            return _read_without_its_day(connection, old)

    def restore(self, exported: Exported, told_on: dt.date | None = None) -> tuple[Added, ...]:
        """Add what was exported, with numbers and reviews as they were; what is on file is left as it is.

        Of an article that is on file the reviews are added that are new, each to the claim that says the same, and the day and
        outlet that it lacks, as told on ``told_on`` (else on the day on which the other ledger read it).
        Returns what became of each article, in the order given; raises as ``add`` does.
        """
        pieces: dict[str, tuple[Piece, list[Recorded]]] = {}
        for one in exported.claims:
            pieces.setdefault(one.piece.digest, (one.piece, []))[1].append(one)
        pieces |= {piece.digest: (piece, []) for piece in exported.silent if piece.digest not in pieces}
        done = []
        with self.database.writing() as connection:
            for given, whole in pieces.values():
                added = _added(connection, given, [(one.number, one.claim) for one in whole])
                piece = _told_more(added.piece, given)
                if piece != added.piece:
                    insert(connection, TOLD_LATER, [_told_row(added.piece, piece, told_on or given.read_on)])
                    added = replace(added, piece=piece, told=True)
                rows_of_reviews, strays = imported_rows(connection, piece, whole)
                insert(connection, REVIEWS, rows_of_reviews)
                done.append(replace(added, reviews=len(rows_of_reviews), strays=strays))
        return tuple(done)

    def chosen(self, claim_id: str) -> tuple[Recorded, ...]:
        """Return the claim of an id, or all claims of an article that count (``ARTICLE#*``).

        Raises
        ------
        NotFoundError
            When there is none; names the nearest.
        WorkspaceError
            When the ledger cannot be read.
        """
        with self.database.reading() as connection:
            return tuple(existing(connection, claim_id))

    def review(self, claim_id: str, review: Review) -> None:
        """Add what a person decided about a claim; earlier reviews stay. Raises as ``review_each`` does."""
        self.review_each({claim_id: review})

    def review_each(self, reviews: Mapping[str, Review]) -> None:
        """Add what a person decided about some claims, by their ids: all of it or nothing. Earlier reviews stay.

        A correction keeps what the one in force says and it does not: of the value, or of what the claim is about.

        Raises
        ------
        UsageError
            When a corrected value has not the form of the claim's kind; it says what would be right. When a decision is withdrawn
            and there is none.
        NotFoundError
            When there is no such claim; names the nearest.
        WorkspaceError
            When the ledger cannot be written.
        InputError
            When a text in it cannot be kept.
        """
        with self.database.writing() as connection:
            written = [decided_row(one, review) for id_, review in reviews.items() for one in existing(connection, id_)]
            insert(connection, REVIEWS, written)

    def claims(self, series: str | None = None, as_of: dt.date | None = None, *, withdrawn: bool = False) -> tuple[Recorded, ...]:
        """Return the claims about a series, or all; as of a day, only what was known and decided by then.

        ``withdrawn`` returns those instead that a later reading no longer found. One about which a person decides counts again.
        A claim that a person moved from one series to another is among those of both: which one it is about on a day is its
        ``subject``, and what is believed of the other leaves it out from then on.

        Ordered by the day from which the article counts, its id, and the claim's number. Case, accents and punctuation of the
        series do not matter; a series that nobody wrote of has no claims.

        Raises
        ------
        WorkspaceError
            When the ledger cannot be read.
        """
        with self.database.reading() as connection:
            return tuple(recorded(connection, sa.true() if series is None else about(series, as_of), as_of, withdrawn=withdrawn))

    def pieces(self, as_of: dt.date | None = None) -> tuple[Piece, ...]:
        """Return the articles that count by a day, or all, by that day and their id; raises as ``claims`` does."""
        with self.database.reading() as connection:
            found = [rows.piece_of(row) for row in connection.execute(known(sa.select(ARTICLES), as_of)).mappings()]
        return tuple(sorted(found, key=lambda piece: (piece.known_from, piece.id)))

    def exported(self, as_of: dt.date | None = None) -> Exported:
        """Return all that an export holds: what counts, or what counted and was decided by a day; raises as ``claims`` does."""
        pieces = self.pieces(as_of)  # first: one that is added meanwhile comes with its claims
        return Exported.of(self.claims(as_of=as_of), pieces)

    def last_day(self) -> dt.date | None:
        """Return the last day of which it holds anything: an article that counts from it, or a decision; raises as ``claims``."""
        last = (sa.select(sa.func.max(ARTICLES.c.known_from)), sa.select(sa.func.max(REVIEWS.c.reviewed_on)))
        with self.database.reading() as connection:
            days = [connection.execute(one).scalar() for one in last]
        return max((day for day in days if day is not None), default=None)

    def series(self, as_of: dt.date | None = None) -> tuple[NamedSeries, ...]:
        """Return the series that claims are about, by name; raises as ``claims`` does."""
        with self.database.reading() as connection:
            found = spellings(connection, as_of)
        named = [NamedSeries(min(names, key=lambda n: (-names[n], n)), names.total()) for names in found.values()]
        return tuple(sorted(named, key=lambda one: (one.name.casefold(), one.name)))


def _told_more(on_file: Piece, given: Piece) -> Piece:
    """Return an article on file with the day and the outlet that it lacks and that are given now."""
    return replace(on_file, published=on_file.published or given.published, outlet=on_file.outlet or given.outlet)


def _read_without_its_day(connection: Connection, piece: Piece) -> bool:
    """Say whether an article has its day now and none of its claims was read with one: an import told it."""
    its = sa.select(sa.func.count(), sa.func.count(CLAIMS.c.said_at)).where(CLAIMS.c.piece == piece.id)
    claims, dated = connection.execute(its).one()
    return piece.published is not None and bool(claims) and not dated


def _told_row(on_file: Piece, told: Piece, day: dt.date) -> dict[str, Any]:
    """Return the row of what was told on a day of an article that is on file; what it had already is null."""
    new = {name: getattr(told, name) if getattr(on_file, name) is None else None for name in ("published", "outlet")}
    return {"piece": on_file.id, "told_on": day, **new}


def _last_readers(connection: Connection, piece: Piece) -> Readers:
    """The newest grammar that read an article, and the model that did so last."""
    found = sa.select(READINGS).where(READINGS.c.piece == piece.id).order_by(READINGS.c.added)
    readings = connection.execute(found).mappings().all()
    models = [row["extractor"] for row in readings if row["extractor"] is not None]
    return Readers(max((row["grammar"] for row in readings), default=0), models[-1] if models else None)


def _added(connection: Connection, piece: Piece, numbered: Sequence[tuple[int, Claim]]) -> Added:
    checked = rows.piece_row(piece)
    old = on_file(connection, piece)
    if old is not None:
        return Added(0, already=True, piece=old)
    stands = replace(piece, id=_free_id(connection, piece))
    written = [rows.claim_row(stands.id, number, claim) for number, claim in numbered]
    insert(connection, PIECES, [checked | {"id": stands.id}])
    insert(connection, CLAIMS, written)
    return Added(len(written), already=False, piece=stands)


def _amended(connection: Connection, piece: Piece, claims: Sequence[Claim], by: Readers, read_on: dt.date) -> Added:
    """Take a further reading of an article in; what was read before stays on file."""
    counting = claims_of(connection, piece, that_count=True)
    change = amended(counting, claims, model_asked=by.extractor is not None)
    last = connection.execute(sa.select(sa.func.max(CLAIMS.c.number)).where(CLAIMS.c.piece == piece.id)).scalar()
    first = (last or 0) + 1
    insert(connection, CLAIMS, [rows.claim_row(piece.id, number, claim) for number, claim in enumerate(change.new, first)])
    (reading,) = connection.execute(sa.insert(READINGS).values(rows.reading_row(piece.id, by, read_on))).inserted_primary_key or (
        None,
    )
    gone = [{"piece": piece.id, "number": one.number, "reading": reading} for one in change.withdrawn]
    insert(connection, WITHDRAWN, gone)
    return Added(len(change.new), already=True, piece=piece, withdrawn=len(gone), again=True)


def _free_id(connection: Connection, piece: Piece) -> str:
    """Return the piece's id, or the id with as much of the digest as makes it one of its own."""
    suffixed = f"{piece.id}-{piece.digest}"
    wanted = (piece.id, f"{piece.id}-{piece.digest[:8]}", suffixed)
    for candidate in itertools.chain(wanted, (f"{suffixed}-{number}" for number in itertools.count(2))):
        if not connection.execute(sa.select(PIECES.c.id).where(PIECES.c.id == candidate)).first():
            return candidate
    raise InternalError("the numbers ran out")
