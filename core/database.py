"""The database of records: one SQLite file on one machine, PostgreSQL where TULKU_DATABASE_URL names it.

A room that keeps records declares its tables on `Base`. Files and videos are kept as files; the records point to them.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.schema import CreateIndex, CreateTable

from core.settings import settings

CHANGING = 7_885_578
"""Number of the lock that who changes tables holds, on PostgreSQL."""
PATIENCE = 10.0
"""Seconds that a writer waits for another one before it gives up."""


class Base(DeclarativeBase):
    """All tables of Tulku."""


class Database:
    """An open database. Belongs to the event loop it is used in; close it there."""

    def __init__(self, url: str) -> None:
        is_local = make_url(url).get_backend_name() == "sqlite"  # a file is always there: a ping would be a waste
        self.engine: AsyncEngine = create_async_engine(url, connect_args=_arguments(url), pool_pre_ping=not is_local)
        if is_local:
            event.listen(self.engine.sync_engine, "connect", _tune)
            event.listen(self.engine.sync_engine, "begin", _begin)
        else:
            event.listen(self.engine.sync_engine, "do_connect", _connect)
        self._writing = async_sessionmaker(self.engine, expire_on_commit=False)
        self._reading = async_sessionmaker(self.engine.execution_options(reading=True), expire_on_commit=False)
        self._turn = asyncio.Lock() if is_local else None

    @asynccontextmanager
    async def session(self) -> AsyncGenerator[AsyncSession]:
        """One transaction that may write: committed at the end of the block, rolled back when it raises.

        SQLite has one writer at a time. Those of this process take turns here, in the order in which they came: in
        SQLite itself they would sleep and try again, and under load some wait for very long.
        """
        async with self._in_turn(), self._writing.begin() as session:
            yield session

    @asynccontextmanager
    async def _in_turn(self) -> AsyncGenerator[None]:
        if self._turn is None:
            yield
            return
        try:
            await asyncio.wait_for(self._turn.acquire(), PATIENCE)
        except TimeoutError as error:
            raise OperationalError("BEGIN IMMEDIATE", None, error) from error
        try:
            yield
        finally:
            self._turn.release()

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[AsyncSession]:
        """One transaction that only reads: it waits for nobody."""
        async with self._reading() as session:
            yield session

    async def prepare(self) -> None:
        """Create the tables that are missing; several processes may do so at once."""
        async with self.alone() as connection:
            await _create(connection)

    @asynccontextmanager
    async def alone(self) -> AsyncGenerator[AsyncConnection]:
        """A connection that changes tables while no other process does: PostgreSQL creates the same one twice else."""
        async with self.engine.begin() as connection:
            if self.engine.dialect.name == "postgresql":
                await connection.execute(text(f"SELECT pg_advisory_xact_lock({CHANGING})"))
            yield connection

    async def close(self) -> None:
        await self.engine.dispose()


@asynccontextmanager
async def opened(url: str = "") -> AsyncGenerator[Database]:
    """A prepared database for the length of the block: the configured one, or that of `url`."""
    database = Database(url or database_url())
    try:
        await database.prepare()
        yield database
    finally:
        await database.close()


def database_url() -> str:
    """The configured URL; the SQLite file under TULKU_HOME without one."""
    if settings().database_url:
        return settings().database_url
    folder = settings().home
    folder.mkdir(parents=True, exist_ok=True)
    return f"sqlite+aiosqlite:///{folder / 'tulku.sqlite'}"


async def _create(connection: AsyncConnection) -> None:
    for table in Base.metadata.sorted_tables:
        await connection.execute(CreateTable(table, if_not_exists=True))
        for index in table.indexes:
            await connection.execute(CreateIndex(index, if_not_exists=True))


def _arguments(url: str) -> dict[str, Any]:
    """What the driver is told: how long to wait, whichever driver it is."""
    return {"timeout": PATIENCE} if make_url(url).get_backend_name() in ("sqlite", "postgresql") else {}


def _connect(dialect: Any, record: Any, arguments: Any, named: Any) -> Any:
    """A server that cannot be reached is an error of the database, as it is once there is a connection."""
    import asyncpg

    try:
        return dialect.connect(*arguments, **named)
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise dialect.loaded_dbapi.OperationalError(str(error)) from error


def _tune(connection: Any, record: Any) -> None:
    """Readers never wait for the writer (WAL), a killed process loses nothing that was committed."""
    connection.isolation_level = None  # SQLAlchemy begins transactions itself, see `_begin`
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Any) -> None:
    """A writing transaction takes its lock at once: two that read first and write then would both fail."""
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
