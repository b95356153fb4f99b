"""POST /feedback: what people think of a video, joined to its task, code and components."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from fastapi import APIRouter, Response

from agent.make import run_id
from api.jobs import records
from api.jobs.former import wish_of
from api.jobs.tables import Job
from api.models.asked import Opinion
from api.problems import documented
from api.routes.parts import Maker, Parts
from core.errors import TulkuError

router = APIRouter(tags=["tasks"])
VOTES = {"up": 1, "down": -1}


@router.post("/feedback", status_code=204, responses=documented(404))
async def feedback(body: Opinion, parts: Parts, who: Maker) -> Response:
    """A thumb, and words if you like. The last one counts."""
    job = await records.find(parts.database, body.task_id, who.owner)
    await records.think(parts.database, job.id, who.owner, body.thumb, body.text)
    await asyncio.to_thread(_tell_corpus, parts.settings.home / "runs", job, who.owner, body)
    return Response(status_code=204)


def _tell_corpus(runs: Path, job: Job, owner: str, body: Opinion) -> None:
    """Beside the run, where the corpus reads it (`corpus.sources.runs`); runs of other machines are left alone."""
    try:
        folder = runs / run_id(wish_of(job.request))
    except TulkuError:
        return  # code of one's own has no run
    if not folder.is_dir():
        return
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
