"""What clients get back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field

from api.jobs.tables import Feedback, Job, Status

CACHES = ("made", "shared", "exact", "semantic", "near", "none")


class Accepted(BaseModel):
    """A task that was taken in."""

    task_id: str = Field(examples=["5f0c6f4e1c6f4c0f9b0e6a3f3b0d9a11"])
    status: Status = "pending"
    status_url: str = Field(examples=["/status/5f0c6f4e1c6f4c0f9b0e6a3f3b0d9a11"])
    events_url: str = Field(examples=["/events/5f0c6f4e1c6f4c0f9b0e6a3f3b0d9a11"])
    conversation_id: str
    parent_id: str | None = None


class Trouble(BaseModel):
    """Why a task came to nothing, or to less than asked."""

    code: str = Field(examples=["unsupported"])
    message: str
    advice: str = ""
    nearest: list[str] = Field(default=[], description="topics that can be shown and come near")
    line: int = Field(0, description="line of the code, where it has one")


class Scene(BaseModel):
    """One scene of a video."""

    index: int
    title: str
    status: str
    code: str | None
    attempts: int
    findings: list[dict[str, Any]]
    error: dict[str, Any] | None


class Layout(BaseModel):
    """What a viewer might object to."""

    findings: list[dict[str, Any]]


class TokensSpent(BaseModel):
    """What language models were asked, and what that cost in US dollars."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float = 0.0


class Thumb(BaseModel):
    """What the owner thinks of it."""

    thumb: str
    text: str


class TaskStatus(BaseModel):
    """All about a task."""

    task_id: str
    kind: str
    status: Status
    prompt: str
    title: str
    code: str | None
    scenes: list[Scene]
    video_url: str | None = Field(examples=["/videos/5f0c6f4e1c6f4c0f9b0e6a3f3b0d9a11/animation.mp4"])
    poster_url: str | None
    captions_url: str | None
    contact_sheet_url: str | None
    error: Trouble | None
    stage: str
    progress: float = Field(ge=0, le=1)
    attempts: int
    layout: Layout
    confidence: float
    components: list[str]
    cache: str = Field(description=f"where it came from: {', '.join(CACHES)}")
    usage: TokensSpent
    timings: dict[str, float] = Field(description="seconds a stage")
    options: dict[str, Any]
    notes: list[str] = Field(description="what of the options could not be done, and why")
    queue_position: int = Field(description="1 is next; 0 when it does not wait")
    created: datetime
    started: datetime | None
    finished: datetime | None
    expires: datetime | None = Field(description="when the video is deleted; the code stays")
    duration: float = Field(description="seconds of video")
    project: str
    parent_id: str | None
    conversation_id: str
    wish: str = Field(description="the whole wish that the video stands for, after all that was said")
    feedback: Thumb | None


class TaskLine(BaseModel):
    """A task in a list."""

    task_id: str
    kind: str
    status: Status
    prompt: str
    title: str
    project: str
    video_url: str | None
    poster_url: str | None
    progress: float
    created: datetime
    finished: datetime | None
    conversation_id: str
    parent_id: str | None
    duration: float


class TaskList(BaseModel):
    """A page of tasks, newest first."""

    tasks: list[TaskLine]
    cursor: str | None = Field(description="send it as `cursor` for the next page; null on the last")


class Conversation(BaseModel):
    """A conversation in a list."""

    conversation_id: str
    title: str
    project: str
    updated: datetime
    count: int
    last_task_id: str
    poster_url: str | None


class ConversationList(BaseModel):
    """A page of conversations, the last one used first."""

    conversations: list[Conversation]
    cursor: str | None


class ConversationTasks(BaseModel):
    """A conversation with all that was said and made, oldest first."""

    conversation_id: str
    title: str
    project: str
    tasks: list[TaskLine]


class Converted(BaseModel):
    """Code for today's ManimCE, and what was done to it."""

    code: str
    scenes: list[str]
    dialect: str
    notes: list[str]
    inlined: list[str]
    approximated: list[str]
    impossible: dict[str, str] = Field(description="scenes that cannot be converted, and why")


def accepted(job: Job) -> dict[str, Any]:
    place = {"conversation_id": job.conversation, "parent_id": job.parent}
    return {"task_id": job.id, "status": job.status, **_places(job), **place}


def status_of(job: Job, position: int, opinion: Feedback | None = None) -> TaskStatus:
    """A record as its owner sees it."""
    return TaskStatus(
        **_line(job),
        code=job.code,
        scenes=[Scene(**scene) for scene in job.scenes],
        captions_url=_url(job, "captions.vtt"),
        contact_sheet_url=_url(job, "contact_sheet.png"),
        error=Trouble.model_validate(job.error) if job.error else None,
        stage=job.stage,
        attempts=job.attempts,
        layout=Layout(findings=job.findings),
        confidence=job.confidence,
        components=job.components,
        cache=job.cache,
        usage=TokensSpent(**job.usage),
        timings=job.timings,
        options=job.request.get("options", {}),
        notes=job.notes or [],
        queue_position=position,
        started=job.started,
        expires=job.expires,
        wish=job.wish or job.prompt,
        feedback=Thumb(thumb=opinion.thumb, text=opinion.text) if opinion else None,
    )


def line_of(job: Job) -> TaskLine:
    return TaskLine(**_line(job))


def _line(job: Job) -> dict[str, Any]:
    return {
        "task_id": job.id,
        "kind": job.kind,
        "status": job.status,
        "prompt": job.prompt,
        "title": job.title,
        "project": job.project,
        "video_url": _url(job, "animation.mp4"),
        "poster_url": _url(job, "poster.png"),
        "progress": job.progress,
        "created": job.created,
        "finished": job.finished,
        "conversation_id": job.conversation,
        "parent_id": job.parent,
        "duration": job.duration,
    }


def _places(job: Job) -> dict[str, str]:
    return {"status_url": f"/status/{job.id}", "events_url": f"/events/{job.id}"}


def _url(job: Job, name: str) -> str | None:
    return f"/videos/{job.id}/{name}" if name in job.files else None
