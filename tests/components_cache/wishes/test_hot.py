"""Redis in front of the records: with it, without it, and when it does not answer."""

import asyncio
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete

from components_cache.wishes.hot import PREFIX, Hot
from components_cache.wishes.leases import Leases
from components_cache.wishes.tables import ResultRow
from core.redis_server import RedisServer
from core.wish import Wish
from tests.components_cache.wishes.fakes import cache_at, results

WISH = Wish("a circle")


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    folder = tmp_path_factory.mktemp("redis")
    server = RedisServer(folder, folder / "s")
    server.start()
    yield server
    server.stop()


async def test_a_redis_that_is_not_there_costs_nothing_but_one_warning(
    url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        async with cache_at(url, Hot(f"unix://{tmp_path / 'none.sock'}")) as cache:
            await cache.keep(WISH, results(tmp_path), {}, {}, 1.0)
            assert await cache.exact(WISH)
            assert await Leases(cache.hot).take("k") and not await Leases(cache.hot).take("k")
    assert len([record for record in caplog.records if "does not answer" in record.message]) == 1


@pytest.mark.service
async def test_redis_answers_before_the_records_and_what_is_forgotten_is_gone(
    url: str, tmp_path: Path, server: RedisServer
) -> None:
    async with cache_at(url, Hot(server.url)) as cache:
        kept = await cache.keep(WISH, results(tmp_path), {"title": "t"}, {}, 1.0)
        async with cache.database.session() as session:
            await session.execute(delete(ResultRow))
        assert await cache.exact(WISH) == kept
        await cache.forget(kept)
        assert await cache.exact(WISH) is None


@pytest.mark.service
async def test_an_unreadable_entry_is_read_from_the_records(url: str, tmp_path: Path, server: RedisServer) -> None:
    async with cache_at(url, Hot(server.url)) as cache:
        kept = await cache.keep(WISH, results(tmp_path), {"title": "t"}, {}, 1.0)
        for nonsense in (b"\x00", b"[]", b'{"id": 1}'):
            await cache.hot.client().set(PREFIX + kept.id, nonsense)
            assert await cache.exact(WISH) == kept


@pytest.mark.service
async def test_a_redis_that_dies_is_survived(url: str, tmp_path: Path, server: RedisServer) -> None:
    async with cache_at(url, Hot(server.url)) as cache:
        kept = await cache.keep(WISH, results(tmp_path), {}, {}, 1.0)
        server.stop()
        assert await cache.exact(WISH) == kept


@pytest.mark.service
async def test_a_lease_in_redis_is_one_machines_until_it_is_void(
    tmp_path: Path, server: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, yours = Leases(Hot(server.url), 0.6), Leases(Hot(server.url), 0.6)
    yours.folder = tmp_path / "another machine"
    assert await mine.take("k") and not await yours.take("k")
    async with mine.held("k"):
        for look in range(4):
            await yours.wait("k", look)
        assert not await yours.take("k")
    assert await yours.take("k")
    await asyncio.sleep(0.7)
    assert await mine.take("k")
    await mine.hot.close()
    await yours.hot.close()


@pytest.mark.service
async def test_what_a_killed_process_of_this_machine_left_in_redis_is_taken_over(server: RedisServer) -> None:
    killed, other = Leases(Hot(server.url)), Leases(Hot(server.url))
    assert await killed.take("k")
    os.close(killed._files.pop("k"))
    assert await other.take("k")
    await killed.hot.close()
    await other.hot.close()
