"""GET /healthz and /readyz: for those who watch the service."""

from __future__ import annotations

from fastapi import APIRouter, Response
from pydantic import BaseModel
from redis.exceptions import RedisError
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from api import metrics
from api.problems import documented
from api.routes.parts import Admin, Parts
from api.service import Service
from core.errors import TulkuError

router = APIRouter(tags=["service"])


class Health(BaseModel):
    """Whether the service works, part by part."""

    status: str
    parts: dict[str, str] = {}


@router.get("/healthz", response_model=Health)
async def healthz() -> Health:
    """The process lives."""
    return Health(status="ok")


@router.get("/readyz", response_model=Health, responses=documented())
async def readyz(parts: Parts, response: Response) -> Health:
    """The service can take tasks: database, Redis and storage answer. 503 while one does not."""
    found = {
        "database": await _database(parts),
        "redis": await _redis(parts),
        "storage": await _storage(parts),
    }
    ready = all(state == "ok" for state in found.values())
    response.status_code = 200 if ready else 503
    return Health(status="ok" if ready else "unready", parts=found)


@router.get("/metrics", responses={200: {"content": {"text/plain": {}}}, **documented()})
async def numbers(parts: Parts, who: Admin) -> Response:
    """Numbers for Prometheus: tasks by status, stages, success, caches, queue, attempts, tokens, thumbs, storage."""
    return Response(await metrics.exposed(parts), media_type="text/plain; version=1.0.0; charset=utf-8")


async def _database(parts: Service) -> str:
    try:
        async with parts.database.reading() as session:
            await session.execute(text("SELECT 1"))
    except (SQLAlchemyError, OSError) as error:
        return type(error).__name__
    return "ok"


async def _redis(parts: Service) -> str:
    try:
        await parts.redis.ping()
    except (RedisError, OSError) as error:
        return type(error).__name__
    return "ok"


async def _storage(parts: Service) -> str:
    try:
        await parts.storage.check()
    except TulkuError as error:
        return error.message
    return "ok"
