"""The service on a bench: fake Redis, temporary SQLite, a scripted model and a farm without manim."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from fakeredis import FakeAsyncRedis
from redis.asyncio import Redis
from taskiq import AsyncBroker, InMemoryBroker
from taskiq.message import BrokerMessage

from agent.make import Made, make
from agent.models.protocol import CodeModel
from agent.state import Event
from api.app import create_app
from api.jobs.work import Workshop
from api.jobs.worker import Worker
from api.service import Service, assembled
from core.database import opened
from core.settings import Settings
from core.wish import Wish
from tests.agent.fakes import FakeFarm, ScriptedModel

WISH = {"prompt": "a circle becomes a square"}


class Calls(InMemoryBroker):
    """A broker that counts calls and delivers none: tests say when work is done."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    async def kick(self, message: BrokerMessage) -> None:
        self.count += 1


@dataclass
class Scripted(Workshop):
    """A workshop whose model follows a script."""

    model: Callable[[], CodeModel] = ScriptedModel

    async def make_one(
        self, wish: Wish, out: Path, note: Callable[[Event], None], model: CodeModel | None = None
    ) -> Made:
        return await make(wish, out, farm=self.farm(), model=model or self.model(), on_event=note)


@dataclass
class Bench:
    """What a test uses."""

    service: Service
    client: httpx.AsyncClient
    workshop: Scripted
    worker: Worker
    broker: Any
    farm: FakeFarm = field(default_factory=FakeFarm)

    async def ask(self, **body: Any) -> str:
        """Send a wish; its task's id."""
        answer = await self.client.post("/generate", json=WISH | body)
        assert answer.status_code == 202, answer.text
        return answer.json()["task_id"]

    async def status(self, task: str) -> dict[str, Any]:
        answer = await self.client.get(f"/status/{task}")
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def made(self, **body: Any) -> dict[str, Any]:
        """Send a wish and work until nothing waits; its status then."""
        task = await self.ask(**body)
        await self.worker.take()
        return await self.status(task)


@asynccontextmanager
async def benched(
    settings: Settings, redis: Redis | None = None, broker: AsyncBroker | None = None
) -> AsyncIterator[Bench]:
    """A bench on these parts, or on ones that only pretend."""
    farm, broker, redis = FakeFarm(), broker or Calls(), redis or FakeAsyncRedis()
    async with opened() as database, assembled(settings, database, redis, broker) as service:
        transport = httpx.ASGITransport(create_app(service), raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://tulku") as client:
            workshop = Scripted(settings, lambda: farm)
            yield Bench(service, client, workshop, Worker(service, service.queue, workshop), broker, farm)
    await redis.aclose()
