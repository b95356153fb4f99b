"""Changes of tables that hold records already, by Alembic. Public entry: `upgrade`.

Tables that are missing are created by `core.database`; a revision here is only needed when one is changed. `schema.sql`
is what the tables of the service, the component store and the cache of wishes look like now; a test compares.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from core.database import Database

FOLDER = Path(__file__).parent


async def upgrade(database: Database) -> None:
    """Bring the tables of a prepared database up to date; a new one is so already."""
    async with database.alone() as connection:
        await connection.run_sync(_upgrade)


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.runtime.migration import MigrationContext

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    known = MigrationContext.configure(connection).get_current_revision()
    command.upgrade(config, "head") if known else command.stamp(config, "head")
