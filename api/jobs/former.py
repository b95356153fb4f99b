"""Tasks that start from a finished one: what is said about its video, scenes once more, the whole video once more."""

from __future__ import annotations

from typing import Any

from agent.make import check_wish
from agent.models.choose import choose_model
from agent.refine import Former, Refining
from agent.serving import storyboard
from api.jobs.tables import Job, Record
from core.errors import BadInput, Conflict
from core.storyboard import Storyboard
from core.wish import MAX_WISH_LENGTH, Wish, WishOptions


def request_of(job: Job) -> Record:
    """The finished task, as the request of another one keeps it. Raises `Conflict` where there is no code yet."""
    if not any(scene.get("code") for scene in job.scenes):
        raise Conflict("this task has no code yet", advice="wait until it has ended")
    scenes = [{"plan": scene["plan"], "code": scene["code"] or ""} for scene in job.scenes]
    return {"wish": job.wish or job.prompt, "title": job.title, "scenes": scenes}


def wish_of(request: Record) -> Wish:
    """The wish of a task's record: what was asked for, then what was said about it. Raises `BadInput`."""
    try:
        former = request.get("former")
        parts = (former["wish"], request["message"]) if former else (request["prompt"],)
        text = "\n".join(filter(None, (str(part).strip() for part in parts)))
        text = text[-MAX_WISH_LENGTH:].strip() or ("code of one's own" if former else "")
        wish = Wish(text, WishOptions(**request["options"]))
    except (KeyError, TypeError) as error:
        raise BadInput(f"this task was written by another version: {error}", advice="send the wish again") from error
    check_wish(wish)
    return wish


def refining(request: Record, wish: Wish) -> Refining | None:
    """The model that starts from the finished video; None for a wish of its own."""
    former = request.get("former")
    if not former:
        return None
    options = wish.options
    model = choose_model(options.model, temperature=options.temperature, seed=options.seed)
    codes = tuple(str(scene["code"]) for scene in former["scenes"])
    board = _board(former)
    return Refining(model, Former(former["wish"], board, codes), request["message"], tuple(request.get("again", ())))


def _board(former: Record) -> Storyboard:
    plan: dict[str, Any] = {
        "title": former["title"],
        "confidence": 1.0,
        "scenes": [scene["plan"] for scene in former["scenes"]],
    }
    found = storyboard(plan)
    assert found is not None
    return found
