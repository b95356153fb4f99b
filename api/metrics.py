"""What the service counts, for Prometheus. Numbers of all machines come from the database, when somebody asks."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from redis.exceptions import RedisError
from sqlalchemy import func, select

from api.jobs.broker import undelivered
from api.jobs.outcome import Outcome
from api.jobs.tables import Feedback, Job
from api.service import Service

REGISTRY = CollectorRegistry()
SECONDS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900)

REQUESTS = Counter("tulku_http_requests", "requests answered", ["method", "path", "status"], registry=REGISTRY)
ENDED = Counter("tulku_jobs_ended", "tasks that ended here", ["kind", "status"], registry=REGISTRY)
CACHE = Counter("tulku_cache_served", "videos by where they came from", ["tier"], registry=REGISTRY)
STAGES = Histogram("tulku_stage_seconds", "time of a stage", ["stage"], registry=REGISTRY, buckets=SECONDS)
SCENES = Counter("tulku_scenes", "scenes that were made, or not", ["made"], registry=REGISTRY)
ATTEMPTS = Counter("tulku_attempts", "attempts at scenes", registry=REGISTRY)
TOKENS = Counter("tulku_tokens", "tokens of language models", ["direction"], registry=REGISTRY)
COST = Counter("tulku_cost_dollars", "price of language models", registry=REGISTRY)

JOBS = Gauge("tulku_jobs", "tasks in the records", ["status"], registry=REGISTRY)
QUEUE = Gauge("tulku_queue_undelivered", "calls that no worker has read", registry=REGISTRY)
THUMBS = Gauge("tulku_feedback", "what people thought", ["thumb"], registry=REGISTRY)
STORED = Gauge("tulku_storage_bytes", "size of all kept files", registry=REGISTRY)


def note(kind: str, outcome: Outcome) -> None:
    """Count a task that ended."""
    ENDED.labels(kind, outcome.status).inc()
    CACHE.labels(outcome.cache).inc()
    for stage, seconds in outcome.timings.items():
        STAGES.labels(stage).observe(seconds)
    for scene in outcome.scenes:
        SCENES.labels(str(scene["status"] == "completed").lower()).inc()
    ATTEMPTS.inc(outcome.attempts)
    TOKENS.labels("in").inc(outcome.usage.get("prompt_tokens", 0))
    TOKENS.labels("out").inc(outcome.usage.get("completion_tokens", 0))
    COST.inc(outcome.usage.get("cost", 0.0))


async def exposed(service: Service) -> bytes:
    """All numbers, in Prometheus' text format."""
    async with service.database.reading() as session:
        jobs = (await session.execute(select(Job.status, func.count()).group_by(Job.status))).all()
        thumbs = (await session.execute(select(Feedback.thumb, func.count()).group_by(Feedback.thumb))).all()
        size = await session.scalar(select(func.sum(Job.size)))
    for status, count in jobs:
        JOBS.labels(status).set(count)
    for thumb, count in thumbs:
        THUMBS.labels(thumb).set(count)
    STORED.set(int(size or 0))
    try:
        QUEUE.set(await undelivered(service.redis))
    except (RedisError, OSError):
        QUEUE.set(float("nan"))
    return generate_latest(REGISTRY)
