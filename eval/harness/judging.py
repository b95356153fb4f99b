"""A vision model's note on a video: it sees the contact sheet and the wish. The note is kept beside the evidence.

A judge that does not answer leaves no note: the score is then missing, not zero.
"""

from __future__ import annotations

import base64
import json
import logging
from pathlib import Path
from typing import Any, cast

from agent.models.answers import read_json
from agent.models.client import Client, Sampling
from agent.models.endpoint import endpoints
from agent.prompts import Message
from core.errors import ModelError
from core.settings import settings
from eval.harness.evidence import Evidence
from eval.scores.relevance import JUDGEMENT
from eval.suites.suite import Case

PROMPT = Path(__file__).with_name("judge.md")


async def judged(case: Case, evidence: Evidence, model: str) -> None:
    """Ask for a note, unless this judge has given one already."""
    note = Path(evidence.folder) / JUDGEMENT
    if evidence.sheet is None or _judge_of(note) == model:
        return
    config = settings()
    client = Client(endpoints(model, config), timeout=config.model_timeout, retries=config.model_retries)
    try:
        reply = await client.ask(_messages(case, evidence.sheet), Sampling(0.0, 0, 300))
        answer: Any = read_json(reply.text)
        score = min(10.0, max(0.0, float(answer["score"]))) / 10
        why = str(answer.get("why", ""))
    except (ModelError, ValueError, TypeError, KeyError, AttributeError) as problem:
        logging.getLogger(__name__).warning("the judge gave no note on %s: %s", case.id, problem)
        note.unlink(missing_ok=True)
        return
    note.write_text(json.dumps({"model": model, "score": score, "why": why}), encoding="utf-8")


def _judge_of(note: Path) -> str:
    try:
        return str(json.loads(note.read_text(encoding="utf-8"))["model"])
    except (OSError, ValueError, KeyError):
        return ""


def _messages(case: Case, sheet: Path) -> list[Message]:
    picture = base64.b64encode(sheet.read_bytes()).decode()
    content = [
        {"type": "text", "text": f"{PROMPT.read_text(encoding='utf-8')}\n<wish>\n{case.wish}\n</wish>"},
        {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{picture}"}},
    ]
    return cast("list[Message]", [{"role": "user", "content": content}])
