"""Who read an article and when, and which claims a later reading no longer found. Of what is on file nobody noted the readers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KEYS = {"readings": "added = NEW.added", "withdrawn": "piece = NEW.piece AND number = NEW.number"}
REFUSAL = "the ledger is append-only"


def upgrade() -> None:
    """Make the tables, as append-only as the others."""
    text, whole = sa.Text(), sa.Integer()
    added = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "readings",
        sa.Column("added", added, primary_key=True, autoincrement=True),
        sa.Column("piece", text, sa.ForeignKey("pieces.id"), nullable=False, index=True),
        sa.Column("grammar", whole, nullable=False),
        sa.Column("extractor", text),
        sa.Column("read_on", sa.Date(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "withdrawn",
        sa.Column("piece", text, nullable=False),
        sa.Column("number", whole, nullable=False),
        sa.Column("reading", added, sa.ForeignKey("readings.added"), nullable=False),
        sa.PrimaryKeyConstraint("piece", "number"),
        sa.ForeignKeyConstraint(["piece", "number"], ["claims.piece", "claims.number"]),
    )
    for table, same in KEYS.items():
        if op.get_bind().dialect.name == "sqlite":
            refuse = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            op.execute(f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}")
            op.execute(f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}")
            found = f"SELECT 1 FROM {table} WHERE {same}"  # noqa: S608 - of our own words
            op.execute(f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN EXISTS ({found}) {refuse}")
        else:
            op.execute(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()"
            )
