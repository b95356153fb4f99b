"""POST /feedback: what people think of a video, joined to its task, code and components."""

from __future__ import annotations

import asyncio
import hashlib
import json
from pathlib import Path

import structlog
from fastapi import APIRouter, Response

from agent.make import run_id
from api.jobs import records
from api.jobs.former import wish_of
from api.jobs.tables import Job
from api.models.asked import Opinion
from api.problems import documented
from api.routes.parts import Maker, Parts
from api.service import Service
from components_cache.store import opinions
from components_cache.store.meaning import bring_in_line
from components_cache.store.store import Store
from core.errors import TulkuError
from core.wish import Wish

router = APIRouter(tags=["tasks"])
VOTES = {"up": 1, "down": -1}
log = structlog.get_logger("tulku.feedback")


@router.post("/feedback", status_code=204, responses=documented(404))
async def feedback(body: Opinion, parts: Parts, who: Maker) -> Response:
    """A thumb, and words if you like; it counts for the components of the video, too. The last one counts."""
    job = await records.find(parts.database, body.task_id, who.owner)
    await records.think(parts.database, job.id, who.owner, body.thumb, body.text)
    await _judge_components(parts, job, body)
    folder = await _run(parts, job)
    if folder:
        await asyncio.to_thread(_tell_corpus, folder, job, body)
    return Response(status_code=204)


async def _judge_components(parts: Service, job: Job, body: Opinion) -> None:
    """A person has one vote on a component, however many videos; without logins nobody is known, so each task has."""
    if not job.components:
        return
    voter = job.owner if parts.settings.auth else job.id
    ballot = hashlib.sha256(voter.encode()).hexdigest()[:20]
    store = Store(parts.database)
    fallen = await opinions.think(store, job.components, ballot, VOTES[body.thumb])
    if not fallen:
        return
    log.info("components demoted", components=fallen)
    try:
        await bring_in_line(store)
    except (TulkuError, OSError) as problem:  # rows are the truth; the next harvest does it
        log.warning("the search still has demoted components", error=str(problem))


async def _run(parts: Service, job: Job) -> Path | None:
    """The folder of the run that made the video, perhaps for somebody else; None where it is not on this machine."""
    runs = parts.settings.home / "runs"
    try:
        wish = wish_of(job.request)
    except TulkuError:
        return None  # code of one's own has no run
    if job.cache in ("exact", "semantic"):
        kept = await parts.cache.exact(wish)
        wish = Wish(kept.text, wish.options) if kept else wish
    folder = runs / run_id(wish)
    return folder if await asyncio.to_thread(folder.is_dir) else None


def _tell_corpus(folder: Path, job: Job, body: Opinion) -> None:
    """Beside the run, where the corpus reads it (`corpus.sources.runs`)."""
    path = folder / "feedback.json"
    try:
        votes = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        votes = []
    votes = [vote for vote in votes if vote.get("task") != job.id]
    votes.append({"vote": VOTES[body.thumb], "text": body.text, "task": job.id, "components": job.components})
    draft = path.with_suffix(".part")
    draft.write_text(json.dumps(votes, indent=1), encoding="utf-8")
    draft.replace(path)
