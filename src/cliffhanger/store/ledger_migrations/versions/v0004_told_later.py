"""The day and the outlet of an article that were told after it was first read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLE, SAME = "told_later", "added = NEW.added"
REFUSAL = "the ledger is append-only"


def upgrade() -> None:
    """Make the table, as append-only as the others."""
    op.create_table(
        TABLE,
        sa.Column("added", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True, autoincrement=True),
        sa.Column("piece", sa.Text(), sa.ForeignKey("pieces.id"), nullable=False, index=True),
        sa.Column("published", sa.Date()),
        sa.Column("outlet", sa.Text()),
        sa.Column("told_on", sa.Date(), nullable=False),
        sqlite_autoincrement=True,
    )
    if op.get_bind().dialect.name == "sqlite":
        refuse = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        op.execute(f"CREATE TRIGGER {TABLE}_no_update BEFORE UPDATE ON {TABLE} {refuse}")
        op.execute(f"CREATE TRIGGER {TABLE}_no_delete BEFORE DELETE ON {TABLE} {refuse}")
        found = f"SELECT 1 FROM {TABLE} WHERE {SAME}"  # noqa: S608 - of our own words
        op.execute(f"CREATE TRIGGER {TABLE}_no_replace BEFORE INSERT ON {TABLE} WHEN EXISTS ({found}) {refuse}")
    else:
        op.execute(
            f"CREATE TRIGGER {TABLE}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {TABLE} "
            "FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()"
        )
