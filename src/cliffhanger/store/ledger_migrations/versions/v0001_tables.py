"""The tables of the first ledger, and triggers by which the database refuses to change or drop what was written.

A step is never edited once it was released: a change of the tables is a further step.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEYS = {
    "pieces": "added = NEW.added OR id = NEW.id OR digest = NEW.digest",
    "claims": "piece = NEW.piece AND number = NEW.number",
    "reviews": "added = NEW.added",
}
REFUSAL = "the ledger is append-only"


def upgrade() -> None:
    """Make the tables and their triggers."""
    _make_tables()
    if op.get_bind().dialect.name == "sqlite":
        for statement in _sqlite_triggers():
            op.execute(statement)
    else:
        for statement in _postgres_triggers():
            op.execute(statement)


def _make_tables() -> None:
    text, day, whole, json = sa.Text(), sa.Date(), sa.BigInteger(), sa.JSON()
    added = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "pieces",
        sa.Column("added", added, primary_key=True, autoincrement=True),
        sa.Column("id", text, nullable=False, unique=True),
        sa.Column("digest", text, nullable=False, unique=True),
        *(sa.Column(name, text if name != "published" else day) for name in ("outlet", "published", "title", "origin")),
        sa.Column("read_on", day, nullable=False),
        sa.Column("known_from", day, nullable=False, index=True),
        sa.Column("shingles", json, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "claims",
        sa.Column("piece", text, sa.ForeignKey("pieces.id"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", text, nullable=False),
        sa.Column("series", text),
        sa.Column("series_key", text, index=True),
        sa.Column("season", whole),
        sa.Column("value", json, nullable=False),
        *(sa.Column(name, text, nullable=False) for name in ("polarity", "standing", "source_type")),
        sa.Column("source_name", text),
        *(sa.Column(name, whole, nullable=False) for name in ("quote_start", "quote_end")),
        sa.Column("quote_text", text, nullable=False),
        sa.Column("said_at", day),
        sa.PrimaryKeyConstraint("piece", "number"),
    )
    op.create_table(
        "reviews",
        sa.Column("added", added, primary_key=True, autoincrement=True),
        sa.Column("piece", text, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        *(sa.Column(name, text, nullable=False) for name in ("verdict", "who", "why")),
        sa.Column("reviewed_on", day, nullable=False),
        sa.Column("value", json),
        sa.ForeignKeyConstraint(["piece", "number"], ["claims.piece", "claims.number"]),
        sqlite_autoincrement=True,
    )


def _sqlite_triggers() -> list[str]:
    made = []
    for table, same in KEYS.items():
        refuse = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        made.append(f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}")
        made.append(f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}")
        # INSERT OR REPLACE deletes the old row without running the trigger above.
        found = f"SELECT 1 FROM {table} WHERE {same}"  # noqa: S608 - of our own words
        made.append(f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN EXISTS ({found}) {refuse}")
    return made


def _postgres_triggers() -> list[str]:
    body = f"BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation'; END"
    made = [f"CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$"]
    made += [
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()"
        for table in KEYS
    ]
    return made
