"""The tables as they were when revisions began. `core.database` creates them."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nothing to change yet."""


def downgrade() -> None:
    """Nothing to change back."""
