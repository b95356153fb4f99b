"""The service on PostgreSQL: the same tests of queue, tasks, talk, components and keys, and its migrations."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from api import migrations
from api.jobs.tables import Job
from core.database import opened
from core.settings import settings
from tests.api.service.bench import WISH, Bench
from tests.api.service.conftest import home as plain_home
from tests.api.service.revisions import LAST, OLD, age, upgraded
from tests.api.service.test_auth import locked, test_a_key_that_is_revoked_opens_nothing_at_once
from tests.api.service.test_chat import (
    circle,
    test_a_conversation_is_kept_and_can_be_deleted,
    test_conversations_come_page_by_page,
)
from tests.api.service.test_components import (
    by_words,
    test_components_are_filtered_and_searched,
    test_nobody_sees_what_was_only_found_in_the_wish_of_somebody_else,
    test_of_two_that_mean_the_same_the_liked_one_comes_first,
)
from tests.api.service.test_jobs import (
    test_a_full_queue_says_when_to_come_back,
    test_a_task_is_claimed_once,
    test_a_task_that_kills_its_workers_is_given_up,
    test_numbers_are_told,
    test_one_user_with_many_wishes_does_not_keep_another_waiting,
    test_the_task_of_a_dead_worker_is_made_by_another_one,
    test_who_lost_a_task_can_write_nothing_any_more,
)
from tests.api.service.test_keeping import test_a_video_is_deleted_in_time_and_its_code_stays
from tests.api.service.test_tasks import (
    test_a_waiting_task_is_cancelled_at_once_and_never_made,
    test_a_wish_that_fails_keeps_every_attempt_with_code_and_error,
    test_an_ended_task_is_deleted_with_its_files,
    test_tasks_are_listed_page_by_page_newest_first,
)
from tests.postgres import Server, postgres, postgres_url

__all__ = [
    "by_words",
    "circle",
    "locked",
    "plain_home",
    "postgres",
    "postgres_url",
    "test_a_conversation_is_kept_and_can_be_deleted",
    "test_a_full_queue_says_when_to_come_back",
    "test_a_key_that_is_revoked_opens_nothing_at_once",
    "test_a_task_is_claimed_once",
    "test_a_task_that_kills_its_workers_is_given_up",
    "test_a_video_is_deleted_in_time_and_its_code_stays",
    "test_a_waiting_task_is_cancelled_at_once_and_never_made",
    "test_a_wish_that_fails_keeps_every_attempt_with_code_and_error",
    "test_an_ended_task_is_deleted_with_its_files",
    "test_components_are_filtered_and_searched",
    "test_conversations_come_page_by_page",
    "test_nobody_sees_what_was_only_found_in_the_wish_of_somebody_else",
    "test_numbers_are_told",
    "test_of_two_that_mean_the_same_the_liked_one_comes_first",
    "test_one_user_with_many_wishes_does_not_keep_another_waiting",
    "test_tasks_are_listed_page_by_page_newest_first",
    "test_the_task_of_a_dead_worker_is_made_by_another_one",
    "test_who_lost_a_task_can_write_nothing_any_more",
]

pytestmark = pytest.mark.service


@pytest.fixture
def home(plain_home: Path, postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings with a home of the test's own, and records in PostgreSQL."""
    monkeypatch.setenv("TULKU_DATABASE_URL", postgres_url)
    settings.cache_clear()
    return plain_home


async def test_several_processes_that_start_at_once_upgrade_once(home: Path, postgres_url: str) -> None:
    async with opened(postgres_url) as database:
        await age(database)

    async def start() -> str | None:
        async with opened(postgres_url) as database:
            return await upgraded(database)

    assert set(await asyncio.gather(*(start() for _ in range(4)))) == {LAST}
    async with opened(postgres_url) as database, database.reading() as session:
        assert (await session.get(Job, OLD)) is not None


async def test_several_processes_that_start_at_once_make_the_tables_once(home: Path, postgres_url: str) -> None:
    async def start() -> None:
        async with opened(postgres_url) as database:
            await migrations.upgrade(database)

    await asyncio.gather(*(start() for _ in range(6)))


async def test_a_server_that_is_gone_is_said_to_be_and_nothing_is_lost(bench: Bench, postgres: Server) -> None:
    task = await bench.ask()
    await asyncio.to_thread(postgres.stop)
    try:
        for answer in (await bench.client.get(f"/status/{task}"), await bench.client.post("/generate", json=WISH)):
            assert (answer.status_code, answer.json()["code"]) == (503, "unreachable"), answer.text
        assert (await bench.client.get("/readyz")).json()["parts"]["database"] != "ok"
        await bench.worker.take()  # finds nothing it could reach, and waits for the next call
    finally:
        await asyncio.to_thread(postgres.start)
    await bench.worker.take()
    assert (await bench.status(task))["status"] == "completed"
