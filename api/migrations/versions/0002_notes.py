"""Tasks say what of their options could not be done."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("jobs", sa.Column("notes", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("jobs", "notes")
