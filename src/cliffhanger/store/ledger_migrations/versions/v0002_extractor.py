"""Who found a claim: null for the grammar, else the model and the version of its instructions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; what is on file was the grammar's."""
    op.add_column("claims", sa.Column("extractor", sa.Text()))
