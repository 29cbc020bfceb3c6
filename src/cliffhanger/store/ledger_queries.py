"""What is asked of the tables of the claims ledger, by all that reads them or adds to them."""

from __future__ import annotations

import datetime as dt
import difflib
from collections import Counter
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from cliffhanger.claims.naming import naming_key
from cliffhanger.claims.recorded import Piece, Recorded
from cliffhanger.errors import NotFoundError
from cliffhanger.store import ledger_rows as rows
from cliffhanger.store.ledger_tables import ARTICLES, CLAIMS, REVIEWS, WITHDRAWN

SUGGESTIONS = 3
ALL = "*"
ITS_ARTICLE = ARTICLES.c.id == CLAIMS.c.piece
_MOVE = REVIEWS.alias("move")
_ITS_MOVE = (CLAIMS.c.piece == _MOVE.c.piece) & (CLAIMS.c.number == _MOVE.c.number)


def known(query: sa.Select[Any], as_of: dt.date | None) -> sa.Select[Any]:
    """Narrow a query over articles to those that count by a day, null for all."""
    return query if as_of is None else query.where(ARTICLES.c.known_from <= as_of)


def counting(as_of: dt.date | None) -> sa.ColumnElement[bool]:
    """Claims that no later reading withdrew, or about which a person decided, by a day."""
    gone = sa.exists().where(WITHDRAWN.c.piece == CLAIMS.c.piece, WITHDRAWN.c.number == CLAIMS.c.number)
    made, back = REVIEWS.alias("made"), REVIEWS.alias("back")
    later = sa.or_(
        back.c.reviewed_on > made.c.reviewed_on, sa.and_(back.c.reviewed_on == made.c.reviewed_on, back.c.added > made.c.added)
    )
    taken_back = sa.exists().where(back.c.piece == made.c.piece, back.c.number == made.c.number, later)
    taken_back = taken_back.where(back.c.verdict == "withdrawn")
    decided = sa.exists().where(made.c.piece == CLAIMS.c.piece, made.c.number == CLAIMS.c.number, made.c.verdict != "withdrawn")
    if as_of is not None:
        decided = decided.where(made.c.reviewed_on <= as_of)
        taken_back = taken_back.where(back.c.reviewed_on <= as_of)
    return ~gone | decided.where(~taken_back)


def about(series: str, as_of: dt.date | None) -> sa.ColumnElement[bool]:
    """Claims that are about a series as they were read, or that a person had said to be about it by a day."""
    key = naming_key(series)
    moved = sa.select(_MOVE.c.piece, _MOVE.c.number).where(_MOVE.c.series_key == key)
    if as_of is not None:
        moved = moved.where(_MOVE.c.reviewed_on <= as_of)
    return (CLAIMS.c.series_key == key) | sa.tuple_(CLAIMS.c.piece, CLAIMS.c.number).in_(moved)  # both sides have an index


def spellings(connection: Connection, as_of: dt.date | None) -> dict[str, Counter[str]]:
    """Return how often each series is written in which way, by its key: of claims that count, with corrections of a day."""
    moved = sa.exists().where(_ITS_MOVE, _MOVE.c.series.is_not(None))
    spelt = (
        sa.select(CLAIMS.c.series_key, CLAIMS.c.series, sa.func.count())
        .join(ARTICLES, ITS_ARTICLE)
        .where(CLAIMS.c.series.is_not(None), counting(as_of), ~moved)
        .group_by(CLAIMS.c.series_key, CLAIMS.c.series)
    )
    found: dict[str, Counter[str]] = {}
    for key, name, count in connection.execute(known(spelt, as_of)):
        found.setdefault(key, Counter())[name] = count
    for one in recorded(connection, moved, as_of):
        name = one.subject.series
        if name is not None:
            found.setdefault(naming_key(name), Counter())[name] += 1
    return found


def recorded(
    connection: Connection, which: sa.ColumnElement[bool], as_of: dt.date | None, *, withdrawn: bool = False
) -> list[Recorded]:
    """Return the claims of which something is so and that count by a day, or those that no longer do, in the ledger's order."""
    counts = counting(as_of)
    wanted = known(sa.select(CLAIMS).join(ARTICLES, ITS_ARTICLE), as_of).where(which, ~counts if withdrawn else counts)
    articles = known(sa.select(ARTICLES), as_of).where(ARTICLES.c.id.in_(sa.select(CLAIMS.c.piece).where(which)))
    its_claim = (CLAIMS.c.piece == REVIEWS.c.piece) & (CLAIMS.c.number == REVIEWS.c.number)
    reviewed = sa.select(REVIEWS).join(CLAIMS, its_claim).where(which).order_by(REVIEWS.c.added)
    if as_of is not None:
        reviewed = reviewed.where(REVIEWS.c.reviewed_on <= as_of)
    pieces = {row["id"]: rows.piece_of(row) for row in connection.execute(articles).mappings()}
    reviews = rows.reviews_by_claim(connection.execute(reviewed).mappings())
    claims = [rows.recorded_of(row, pieces[row["piece"]], reviews) for row in connection.execute(wanted).mappings()]
    # Not in the database: each sorts text by rules of its own.
    return sorted(claims, key=lambda one: (one.piece.known_from, one.piece.id, one.number))


def on_file(connection: Connection, piece: Piece) -> Piece | None:
    """Return the article of the same text as it stands on file; None where there is none."""
    old = connection.execute(sa.select(ARTICLES).where(ARTICLES.c.digest == piece.digest)).mappings().first()
    return None if old is None else rows.piece_of(old)


def claims_of(connection: Connection, piece: Piece, *, that_count: bool = False) -> list[Recorded]:
    """Return the claims of an article with their reviews; ``that_count`` leaves out what a later reading withdrew."""
    reviewed = sa.select(REVIEWS).where(REVIEWS.c.piece == piece.id).order_by(REVIEWS.c.added)
    reviews = rows.reviews_by_claim(connection.execute(reviewed).mappings())
    wanted = sa.select(CLAIMS).where(CLAIMS.c.piece == piece.id).order_by(CLAIMS.c.number)
    wanted = wanted.where(counting(None)) if that_count else wanted
    return [rows.recorded_of(row, piece, reviews) for row in connection.execute(wanted).mappings()]


def existing(connection: Connection, claim_id: str) -> list[Recorded]:
    """Return the claim of an id, or, for ``ARTICLE#*``, all claims of an article that count.

    Raises
    ------
    NotFoundError
        When there is none; names the nearest.
    """
    article, _, wanted = claim_id.rpartition("#")
    found = sa.select(ARTICLES).where(ARTICLES.c.id == article)
    row = connection.execute(found).mappings().first() if rows.can_be_kept(article) else None
    claims = claims_of(connection, rows.piece_of(row), that_count=wanted == ALL) if row else []
    chosen = claims if wanted == ALL else [one for one in claims if one.id == claim_id]
    if not chosen:
        suggestions = _near(connection, claim_id, [one.id for one in claims])
        raise NotFoundError(
            f'the ledger has no claim "{claim_id}"', suggestions=suggestions, remedy="List the claims of the series"
        )
    return chosen


def _near(connection: Connection, claim_id: str, of_article: Sequence[str]) -> list[str]:
    if of_article:
        return difflib.get_close_matches(claim_id, of_article, n=SUGGESTIONS)
    article, _, digits = claim_id.rpartition("#")
    last = sa.select(CLAIMS.c.piece, sa.func.max(CLAIMS.c.number)).group_by(CLAIMS.c.piece)
    most = {name: int(number) for name, number in connection.execute(last)}
    near = difflib.get_close_matches(article or claim_id, sorted(most), n=SUGGESTIONS)
    if digits == ALL:
        return [f"{name}#{ALL}" for name in near if name != article]  # of that one no claim counts
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else 1
    return [f"{name}#{min(max(number, 1), most[name])}" for name in near]


def insert(connection: Connection, table: sa.Table, written: Sequence[dict[str, Any]]) -> None:
    """Add rows to a table; none is no row."""
    if written:
        connection.execute(sa.insert(table), written)
