"""The database: transactions, several processes at once, what survives a kill."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base, Database, opened


class Note(Base):
    __tablename__ = "notes_of_this_test"
    text: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int] = mapped_column(default=0)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path / 'records.sqlite'}"


async def test_what_was_committed_is_there_when_opened_again(url: str) -> None:
    async with opened(url) as database, database.session() as session:
        session.add(Note(text="kept"))
    async with opened(url) as database, database.reading() as session:
        assert (await session.scalars(select(Note.text))).all() == ["kept"]


async def test_an_error_rolls_the_whole_block_back(url: str) -> None:
    async with opened(url) as database:
        with pytest.raises(RuntimeError):
            async with database.session() as session:
                session.add(Note(text="lost"))
                await session.flush()
                raise RuntimeError
        async with database.reading() as session:
            assert await session.scalar(select(func.count()).select_from(Note)) == 0


async def test_writers_that_read_first_do_not_lose_each_others_updates(url: str) -> None:
    async with opened(url) as one, opened(url) as two:
        async with one.session() as session:
            session.add(Note(text="counter"))
        await asyncio.gather(*(_raise_by_one(database) for database in (one, two) for _ in range(10)))
        async with one.reading() as session:
            assert await session.scalar(select(Note.count)) == 20


async def test_writers_of_a_process_write_in_the_order_in_which_they_came(url: str) -> None:
    order: list[int] = []

    async def write(number: int) -> None:
        async with database.session():
            order.append(number)
            await asyncio.sleep(0.002)

    async with opened(url) as database:
        await asyncio.gather(*map(write, range(20)))
    assert order == list(range(20))


async def test_a_writer_whose_turn_does_not_come_gives_up(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.database.PATIENCE", 0.05)
    async with opened(url) as database:
        async with database.session():
            with pytest.raises(OperationalError):
                async with database.session():
                    pass
        async with database.session() as session:  # and the turn of the one who waited in vain is not lost
            session.add(Note(text="later"))


async def _raise_by_one(database: Database) -> None:
    async with database.session() as session:
        note = (await session.scalars(select(Note))).one()
        note.count += 1


async def test_a_reader_does_not_wait_for_a_writer(url: str) -> None:
    async with opened(url) as database, opened(url) as other:
        async with database.session() as session:
            session.add(Note(text="not yet"))
            await session.flush()
            async with other.reading() as reader:
                found = await asyncio.wait_for(reader.scalar(select(func.count()).select_from(Note)), 2)
        assert found == 0


def test_several_processes_may_create_the_tables_at_once(url: str) -> None:
    code = (
        "import asyncio, sys\nfrom core.database import opened\nimport components_cache\n"
        "async def main():\n    async with opened(sys.argv[1]):\n        print('ready')\nasyncio.run(main())"
    )
    command = [sys.executable, "-W", "ignore", "-c", code, url]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) for _ in range(3)]
    assert [process.communicate(timeout=60)[0].strip() for process in started] == ["ready"] * 3
