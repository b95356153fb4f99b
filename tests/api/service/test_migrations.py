"""The tables of the service and of both caches: a change of one needs a revision."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import inspect
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from api import migrations
from api.auth.tables import ApiKey
from api.jobs.tables import Attempt, Feedback, Job
from components_cache.store.tables import ComponentRow, HarvestRow, ParentRow, SourceRow
from components_cache.wishes.tables import AliasRow, FailureRow, MeaningRow, ResultRow
from core.database import opened
from tests.api.service.revisions import LAST, OLD, age, upgraded

SERVICE = (ApiKey, Job, Attempt, Feedback)
STORE = (ComponentRow, SourceRow, ParentRow, HarvestRow)
WISHES = (ResultRow, AliasRow, MeaningRow, FailureRow)


async def test_a_database_is_marked_once_and_stays_up_to_date(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'records.sqlite'}"
    for _ in range(2):
        async with opened(url) as database:
            assert await upgraded(database) == LAST


async def test_a_database_of_an_earlier_version_gains_what_is_new(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'records.sqlite'}"
    async with opened(url) as database:
        await age(database)
    async with opened(url) as database:
        await migrations.upgrade(database)
        async with database.reading() as session:
            job = await session.get(Job, OLD)
        async with database.engine.connect() as connection:
            indexes = await connection.run_sync(lambda link: {one["name"] for one in inspect(link).get_indexes("jobs")})
    assert job is not None and (job.prompt, job.notes, job.kept) == ("w", None, False)
    assert indexes == {index.name for index in Job.__table__.indexes}  # type: ignore[attr-defined]


def test_tables_are_as_the_last_revision_left_them() -> None:
    """When this fails: write a revision in `api/migrations/versions`, then put the new text into `schema.sql`."""
    dialect = postgresql.dialect()
    tables = (*SERVICE, *STORE, *WISHES)
    told = "\n".join(str(CreateTable(table.__table__).compile(dialect=dialect)).strip() + ";\n" for table in tables)  # type: ignore[arg-type]
    told = "\n".join(line.rstrip() for line in told.expandtabs(4).splitlines()) + "\n"
    assert told == (migrations.FOLDER / "schema.sql").read_text(encoding="utf-8")
