"""What a person says that a claim is about; null in what was decided before, and where it stands as it was read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and the index by which the claims that were moved to a series are found."""
    op.add_column("reviews", sa.Column("series", sa.Text()))
    op.add_column("reviews", sa.Column("series_key", sa.Text()))
    op.add_column("reviews", sa.Column("season", sa.BigInteger()))
    op.create_index("ix_reviews_series_key", "reviews", ["series_key"])
