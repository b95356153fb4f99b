"""Whose turn it is, and what somebody's tasks are, is found without reading all tasks."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_index("jobs_by_state", "jobs", ["status", "owner", "created"], if_not_exists=True)
    op.create_index("jobs_by_owner", "jobs", ["owner", "created"], if_not_exists=True)
    op.create_index("jobs_by_turn", "jobs", ["owner", "started"], if_not_exists=True)
    op.drop_index("jobs_by_status", "jobs", if_exists=True)
    op.drop_index("ix_jobs_owner", "jobs", if_exists=True)


def downgrade() -> None:
    op.create_index("ix_jobs_owner", "jobs", ["owner"])
    op.create_index("jobs_by_status", "jobs", ["status", "created"])
    op.drop_index("jobs_by_turn", "jobs")
    op.drop_index("jobs_by_owner", "jobs")
    op.drop_index("jobs_by_state", "jobs")
