"""The language of an article; null for what was read before, and where too few small words tell it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; of what is on file nobody noted it."""
    op.add_column("pieces", sa.Column("language", sa.Text()))
