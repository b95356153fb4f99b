"""A database as an earlier version left it, and the revision that one has."""

from __future__ import annotations

from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from api import migrations
from api.jobs.tables import Job
from core.database import Database

LAST = "0004"
OLD = "1" * 32
"""The task in a database of the first revision."""


async def age(database: Database) -> None:
    """Make the tables, with one task, those of the first revision."""
    await migrations.upgrade(database)
    async with database.session() as session:
        session.add(Job(id=OLD, owner="a", prompt="w", request={}))
    async with database.session() as session:
        for column in ("notes", "kept"):
            await session.execute(text(f"ALTER TABLE jobs DROP COLUMN {column}"))
        for index in ("jobs_by_state", "jobs_by_owner", "jobs_by_turn"):
            await session.execute(text(f"DROP INDEX {index}"))
        await session.execute(text("CREATE INDEX ix_jobs_owner ON jobs (owner)"))
        await session.execute(text("CREATE INDEX jobs_by_status ON jobs (status, created)"))
        await session.execute(text("UPDATE alembic_version SET version_num = '0001'"))


async def upgraded(database: Database) -> str | None:
    """The revision after an upgrade."""
    await migrations.upgrade(database)
    async with database.engine.connect() as connection:
        return await connection.run_sync(lambda link: MigrationContext.configure(link).get_current_revision())
