"""The queue under adversity: fairness, bounds, dead workers, lost calls, a database or a Redis that is gone."""

import asyncio
from collections import Counter

import pytest
from redis.exceptions import ConnectionError as RedisGone
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from api.jobs import claims
from api.jobs.former import wish_of
from api.jobs.sweeper import Sweeper
from api.jobs.tables import Job
from api.jobs.worker import Worker
from api.routes.generate import WISHED
from core.settings import settings
from tests.agent.fakes import GOOD, ScriptedModel
from tests.api.service.bench import Bench


def job(owner: str) -> Job:
    options = {"quality": "low", "style": "3b1b", "seed": 0, "temperature": 0.2, "model": "composer"}
    return Job(owner=owner, prompt="w", request={"prompt": "w", "options": options})


async def test_one_user_with_many_wishes_does_not_keep_another_waiting(bench: Bench) -> None:
    for owner in ("busy", "busy", "busy", "other", "other", "third"):
        await bench.service.queue.put(job(owner))
    order = []
    while claimed := await claims.claim(bench.service.database):
        order.append(claimed.owner)
        await claims.end(bench.service.database, claimed, {"status": "completed"})
    assert order == ["busy", "other", "third", "busy", "other", "busy"]


async def test_a_claim_reads_no_ended_tasks(bench: Bench) -> None:
    """Each step looks rows up by all that is known of them: 24 s became 5 ms, with twenty thousand ended tasks."""
    sql = claims.fairest(kept=True).compile(bench.service.database.engine, compile_kwargs={"literal_binds": True})
    async with bench.service.database.engine.connect() as connection:
        plan = [row.detail for row in await connection.execute(text(f"EXPLAIN QUERY PLAN {sql}"))]
    steps = [step for step in plan if " jobs " in step]
    assert len(steps) == 4, plan
    for step in steps:
        known = ("owner=? AND status=?", "status=? AND owner=?", "status=?)", "jobs_by_turn (owner=?)")
        assert step.startswith("SEARCH") and any(part in step for part in known), plan


async def test_a_full_queue_says_when_to_come_back(bench: Bench) -> None:
    limit = bench.service.settings.queue_owner_limit
    await bench.ask()
    async with bench.service.database.session() as session:
        session.add_all(job("local") for _ in range(limit - 1))
    answer = await bench.client.post("/generate", json={"prompt": "one more"})
    assert (answer.status_code, answer.json()["code"]) == (429, "too_much")
    assert 1 <= int(answer.headers["retry-after"]) <= 300
    await bench.service.queue.put(job("somebody else"))


async def test_a_task_is_claimed_once(bench: Bench) -> None:
    for _ in range(5):
        await bench.service.queue.put(job("a"))
    found = await asyncio.gather(*(claims.claim(bench.service.database) for _ in range(20)))
    assert Counter(claimed.id for claimed in found if claimed).most_common(1)[0][1] == 1
    assert sum(claimed is not None for claimed in found) == 5


async def test_who_lost_a_task_can_write_nothing_any_more(bench: Bench) -> None:
    database = bench.service.database
    await bench.service.queue.put(job("a"))
    slow = await claims.claim(database)
    assert slow and await claims.take_over(database, slow.id, slow.beats)
    quick = await claims.claim(database)
    assert quick and quick.id == slow.id and quick.claim != slow.claim
    assert not (await claims.beat(database, slow, "render", 0.5)).held
    assert not await claims.end(database, slow, {"status": "failed"})
    assert await claims.end(database, quick, {"status": "completed"})
    assert (await bench.client.get(f"/status/{slow.id}")).status_code == 404  # of another owner


async def test_the_task_of_a_dead_worker_is_made_by_another_one(bench: Bench) -> None:
    clock, lease = [0.0], bench.service.settings.job_lease
    sweeper = Sweeper(bench.service.queue, bench.service.redis, lambda: clock[0])
    task = await bench.ask()
    dead = await claims.claim(bench.service.database)
    assert dead and dead.id == task
    await sweeper.sweep()
    clock[0] += lease - 0.1
    await sweeper.sweep()
    assert (await bench.status(task))["status"] == "running"
    await claims.beat(bench.service.database, dead, "render", 0.5)
    clock[0] += 1.0
    await sweeper.sweep()
    assert (await bench.status(task))["status"] == "running"  # it was alive a moment ago
    clock[0] += lease + 0.1
    await sweeper.sweep()
    assert (await bench.status(task))["status"] == "pending"
    await bench.worker.take()
    assert (await bench.status(task))["status"] == "completed"


async def test_a_task_that_kills_its_workers_is_given_up(bench: Bench) -> None:
    task = await bench.ask()
    for _ in range(claims.MOST_TAKEOVERS + 1):
        dead = await claims.claim(bench.service.database)
        assert dead
        await claims.take_over(bench.service.database, task, dead.beats)
    status = await bench.status(task)
    assert (status["status"], status["error"]["code"]) == ("failed", "worker_died")


async def test_a_call_that_was_lost_is_made_again(bench: Bench) -> None:
    await bench.ask()
    bench.broker.count = 0
    await Sweeper(bench.service.queue, bench.service.redis).sweep()
    assert bench.broker.count == 1
    await bench.worker.take()
    await Sweeper(bench.service.queue, bench.service.redis).sweep()
    assert bench.broker.count == 1


async def test_a_worker_that_stops_puts_its_task_back(bench: Bench) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def stuck() -> None:
        loop.call_soon_threadsafe(begun.set)
        asyncio.run_coroutine_threadsafe(go_on.wait(), loop).result(10)

    bench.farm.on_render = stuck
    task = await bench.ask()
    working = asyncio.create_task(bench.worker.take())
    await begun.wait()
    bench.worker.stop()
    for running in bench.worker.running:
        running.cancel()
    await working
    go_on.set()
    assert (await bench.status(task))["status"] == "pending"
    bench.farm.on_render = lambda: None
    await Worker(bench.service, bench.service.queue, bench.workshop).take()
    assert (await bench.status(task))["status"] == "completed"


async def test_a_worker_has_time_only_while_it_has_no_task(bench: Bench) -> None:
    seen: list[tuple[bool, float]] = []
    bench.farm.on_render = lambda: seen.append((bench.worker.busy(), bench.worker.quiet()))
    assert not bench.worker.busy() and bench.worker.served == 0
    await bench.made()
    assert seen == [(True, 0.0)] and bench.worker.served == 1
    assert not bench.worker.busy() and 0.0 <= bench.worker.quiet() < 60.0
    bench.worker.stop()
    assert bench.worker.busy() and bench.worker.quiet() == 0.0


async def test_a_task_taken_over_goes_on_from_its_checkpoint(bench: Bench) -> None:
    """The second worker does not ask the model again for what the first one has."""
    models: list[ScriptedModel] = []

    def model() -> ScriptedModel:
        models.append(ScriptedModel(GOOD))
        return models[-1]

    bench.workshop.model = model
    begun, never = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def stuck() -> None:
        loop.call_soon_threadsafe(begun.set)
        asyncio.run_coroutine_threadsafe(never.wait(), loop).result(10)

    bench.farm.on_render = stuck
    task = await bench.ask()
    working = asyncio.create_task(bench.worker.take())
    await begun.wait()
    for running in bench.worker.running:
        running.cancel()
    bench.worker.stop()
    await working
    never.set()
    bench.farm.on_render = lambda: None
    await Worker(bench.service, bench.service.queue, bench.workshop).take()
    assert (await bench.status(task))["status"] == "completed"
    assert [m.asked for m in models] == [["plan", "write"], []]


async def test_a_task_that_takes_too_long_is_ended(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    over = asyncio.Event()
    loop = asyncio.get_running_loop()
    bench.farm.on_render = lambda: asyncio.run_coroutine_threadsafe(over.wait(), loop).result(10)
    monkeypatch.setenv("TULKU_JOB_TIMEOUT", "0.2")
    settings.cache_clear()
    object.__setattr__(bench.service, "settings", settings())
    task = await bench.ask()
    await bench.worker.take()
    over.set()
    status = await bench.status(task)
    assert (status["status"], status["error"]["code"]) == ("failed", "timeout")


async def test_a_defect_ends_the_task_and_not_the_worker(bench: Bench) -> None:
    def defect() -> ScriptedModel:
        raise ZeroDivisionError(str(bench.service.settings.home))

    bench.workshop.model = defect
    first = await bench.made()
    assert (first["status"], first["error"]["code"]) == ("failed", "defect")
    assert str(bench.service.settings.home) not in str(first)
    bench.workshop.model = ScriptedModel
    assert (await bench.made())["status"] == "completed"


async def test_without_redis_wishes_are_kept_and_events_are_refused(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def gone(*arguments: object, **options: object) -> None:
        raise RedisGone("connection refused")

    monkeypatch.setattr(bench.service.redis, "execute_command", gone)
    monkeypatch.setattr(bench.broker, "kick", gone)
    monkeypatch.setattr(bench.service.events, "tell", gone)
    made = await bench.made()
    assert made["status"] == "completed"
    refused = await bench.client.get(f"/events/{made['task_id']}")
    assert (refused.status_code, refused.json()["code"]) == (503, "unreachable")
    ready = await bench.client.get("/readyz")
    assert ready.status_code == 503 and ready.json()["parts"]["database"] == "ok"


async def test_without_the_database_the_service_says_so_and_comes_back(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:

        def gone() -> None:
            raise OperationalError("SELECT", {}, Exception("database is locked"))

        broken.setattr(bench.service.database, "session", gone)
        answer = await bench.client.post("/generate", json={"prompt": "w"})
        assert (answer.status_code, answer.json()["code"]) == (503, "unreachable")
        assert answer.headers["retry-after"] == "5" and "locked" not in answer.text
    assert (await bench.made())["status"] == "completed"


async def test_the_end_of_a_task_waits_for_a_storage_that_is_gone(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []
    put = bench.service.storage._put

    def sometimes(path: object, key: str) -> object:
        tries.append(key)
        if len(tries) < 3:
            raise OSError(28, "No space left on device")
        return put(path, key)  # type: ignore[arg-type]

    monkeypatch.setattr(bench.service.storage, "_put", sometimes)
    monkeypatch.setattr("api.jobs.worker.FIRST_PAUSE", 0.01)
    made = await bench.made()
    assert made["status"] == "completed" and len(tries) > 3
    assert (await bench.client.get(made["video_url"])).content == GOOD.encode()


async def test_numbers_are_told(bench: Bench) -> None:
    await bench.made()
    told = (await bench.client.get("/metrics")).text
    for name in ("tulku_jobs{", "tulku_jobs_ended_total{", "tulku_stage_seconds_bucket{", "tulku_storage_bytes "):
        assert name in told


async def test_a_video_that_is_kept_waits_for_no_render(bench: Bench) -> None:
    """The lane for kept videos takes only those, and other workers take them too."""
    await _keep(bench)
    first, hit = await bench.ask(prompt="a square becomes a star"), await bench.ask()
    assert bench.service.queue.kept.is_set()
    async with bench.service.database.reading() as session:
        assert [(await session.get_one(Job, task)).kept for task in (first, hit)] == [False, True]
    await bench.worker.take(kept=True)
    assert (await bench.status(first))["status"] == "pending"
    assert (await bench.status(hit))["status"] == "completed"
    other = await bench.ask()
    await bench.worker.take()
    assert [(await bench.status(task))["status"] for task in (first, other)] == ["completed"] * 2


async def _keep(bench: Bench) -> None:
    """The bench's wish, made and kept in the cache."""
    made = await bench.made()
    wish = wish_of({"prompt": made["prompt"], "options": WISHED})
    video = bench.service.settings.home / "video.mp4"
    video.write_bytes(b"video")
    await bench.service.cache.keep(wish, {"animation.mp4": video}, {"components": []}, {}, 1.0)
