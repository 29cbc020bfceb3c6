"""The tables of the claims ledger: a claim's content, its qualifiers and its reference, after Wikidata's statements.

A statement is ``kind`` and ``value``; its qualifiers are ``season``, ``said_at`` and the window within the value; its
reference is the piece and the quote, with the extractor where a model found it. A statement's rank is computed when claims are
reconciled, so it is not kept.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    func,
    select,
)

METADATA = MetaData()

# SQLite numbers rows by itself only where the key is called INTEGER.
_ADDED = BigInteger().with_variant(Integer, "sqlite")

PIECES = Table(
    "pieces",
    METADATA,
    Column("added", _ADDED, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("outlet", Text),
    Column("published", Date),
    Column("title", Text),
    Column("origin", Text),
    Column("read_on", Date, nullable=False),
    Column("known_from", Date, nullable=False, index=True),
    Column("shingles", JSON, nullable=False),
    Column("language", Text),
    sqlite_autoincrement=True,
)

CLAIMS = Table(
    "claims",
    METADATA,
    Column("piece", Text, ForeignKey("pieces.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("series", Text),
    Column("series_key", Text, index=True),
    Column("season", BigInteger),
    Column("value", JSON(none_as_null=False), nullable=False),
    Column("polarity", Text, nullable=False),
    Column("standing", Text, nullable=False),
    Column("source_type", Text, nullable=False),
    Column("source_name", Text),
    Column("quote_start", BigInteger, nullable=False),
    Column("quote_end", BigInteger, nullable=False),
    Column("quote_text", Text, nullable=False),
    Column("said_at", Date),
    Column("extractor", Text),
    PrimaryKeyConstraint("piece", "number"),
)

REVIEWS = Table(
    "reviews",
    METADATA,
    Column("added", _ADDED, primary_key=True, autoincrement=True),
    Column("piece", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("reviewed_on", Date, nullable=False),
    Column("value", JSON(none_as_null=True)),
    Column("series", Text),  # what the claim is about in truth; null where that stands as it was read
    Column("series_key", Text, index=True),
    Column("season", BigInteger),
    ForeignKeyConstraint(["piece", "number"], ["claims.piece", "claims.number"]),
    sqlite_autoincrement=True,
)

READINGS = Table(
    "readings",
    METADATA,
    Column("added", _ADDED, primary_key=True, autoincrement=True),
    Column("piece", Text, ForeignKey("pieces.id"), nullable=False, index=True),
    Column("grammar", Integer, nullable=False),
    Column("extractor", Text),
    Column("read_on", Date, nullable=False),
    sqlite_autoincrement=True,
)

# Claims that a later reading of their article no longer found.
WITHDRAWN = Table(
    "withdrawn",
    METADATA,
    Column("piece", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("reading", _ADDED, ForeignKey("readings.added"), nullable=False),
    PrimaryKeyConstraint("piece", "number"),
    ForeignKeyConstraint(["piece", "number"], ["claims.piece", "claims.number"]),
)

# The day and the outlet of an article of which nobody had said them when it was first read; what was said once stands.
TOLD_LATER = Table(
    "told_later",
    METADATA,
    Column("added", _ADDED, primary_key=True, autoincrement=True),
    Column("piece", Text, ForeignKey("pieces.id"), nullable=False, index=True),
    Column("published", Date),
    Column("outlet", Text),
    Column("told_on", Date, nullable=False),
    sqlite_autoincrement=True,
)

_LATER = (
    select(
        TOLD_LATER.c.piece,
        func.max(TOLD_LATER.c.published).label("published"),
        func.max(TOLD_LATER.c.outlet).label("outlet"),
    )
    .group_by(TOLD_LATER.c.piece)
    .subquery("later")
)

# The articles with what was told of them later: at most one day and one outlet each.
ARTICLES = (
    select(
        *(PIECES.c[name] for name in ("id", "digest", "title", "origin", "read_on", "shingles", "language")),
        func.coalesce(PIECES.c.outlet, _LATER.c.outlet).label("outlet"),
        func.coalesce(PIECES.c.published, _LATER.c.published).label("published"),
        func.coalesce(PIECES.c.published, _LATER.c.published, PIECES.c.read_on).label("known_from"),
    )
    .outerjoin_from(PIECES, _LATER, _LATER.c.piece == PIECES.c.id)
    .subquery("articles")
)
