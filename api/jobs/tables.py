"""Records of the service: tasks, their failed attempts, what people thought of them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import uuid4

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base
from core.times import Utc, now

Kind = Literal["generate", "render", "chat", "retry"]
Status = Literal["pending", "running", "completed", "partial", "failed", "unsupported", "cancelled"]
ENDED: tuple[Status, ...] = ("completed", "partial", "failed", "unsupported", "cancelled")

Record = dict[str, Any]


def new_id() -> str:
    return uuid4().hex


class Job(Base):
    """A task. `request` is what was asked, `files` maps names to keys in the storage.

    `prompt` is what was said, `wish` the whole wish that the video stands for: they differ when a video is refined.

    `claim` is the token of the worker that has it, `beats` counts that worker's heartbeats, `takeovers` how often it
    was taken from a dead one. `remake` marks a finished task whose expired video is made again, `kept` one whose video
    lay in the cache when it was asked for.
    """

    __tablename__ = "jobs"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    kind: Mapped[str] = mapped_column(String(16), default="generate")
    owner: Mapped[str] = mapped_column(String(64))
    project: Mapped[str] = mapped_column(String(80), default="")
    conversation: Mapped[str] = mapped_column(String(32), default=new_id, index=True)
    parent: Mapped[str | None] = mapped_column(String(32))
    prompt: Mapped[str] = mapped_column(Text, default="")
    wish: Mapped[str] = mapped_column(Text, default="")
    request: Mapped[Record] = mapped_column(JSON, default=dict)

    status: Mapped[str] = mapped_column(String(16), default="pending")
    stage: Mapped[str] = mapped_column(String(32), default="queued")
    progress: Mapped[float] = mapped_column(default=0.0)
    cancel: Mapped[bool] = mapped_column(default=False)
    remake: Mapped[bool] = mapped_column(default=False)
    kept: Mapped[bool] = mapped_column(default=False, server_default=false())
    claim: Mapped[str | None] = mapped_column(String(32))
    beats: Mapped[int] = mapped_column(default=0)
    takeovers: Mapped[int] = mapped_column(default=0)

    title: Mapped[str] = mapped_column(Text, default="")
    code: Mapped[str | None] = mapped_column(Text)
    scenes: Mapped[list[Record]] = mapped_column(JSON, default=list)
    error: Mapped[Record | None] = mapped_column(JSON)
    findings: Mapped[list[Record]] = mapped_column(JSON, default=list)
    notes: Mapped[list[str] | None] = mapped_column(JSON, default=list)
    components: Mapped[list[str]] = mapped_column(JSON, default=list)
    attempts: Mapped[int] = mapped_column(default=0)
    confidence: Mapped[float] = mapped_column(default=0.0)
    cache: Mapped[str] = mapped_column(String(16), default="none")
    usage: Mapped[Record] = mapped_column(JSON, default=dict)
    timings: Mapped[Record] = mapped_column(JSON, default=dict)
    duration: Mapped[float] = mapped_column(default=0.0)
    files: Mapped[Record] = mapped_column(JSON, default=dict)
    size: Mapped[int] = mapped_column(BigInteger, default=0)

    created: Mapped[datetime] = mapped_column(Utc, default=now)
    started: Mapped[datetime | None] = mapped_column(Utc)
    finished: Mapped[datetime | None] = mapped_column(Utc)
    expires: Mapped[datetime | None] = mapped_column(Utc)

    __table_args__ = (
        Index("jobs_by_state", "status", "owner", "created"),
        Index("jobs_by_end", "expires"),
        Index("jobs_by_owner", "owner", "created"),
        Index("jobs_by_turn", "owner", "started"),
    )


class Attempt(Base):
    """A failed attempt at a scene: kept for ever, with its code and why it failed."""

    __tablename__ = "attempts"

    job: Mapped[str] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    scene: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(Text)
    failure: Mapped[Record] = mapped_column(JSON)
    created: Mapped[datetime] = mapped_column(Utc, default=now)


class Feedback(Base):
    """A thumb and words about a task, one a person."""

    __tablename__ = "feedback"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    job: Mapped[str] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"))
    owner: Mapped[str] = mapped_column(String(64))
    thumb: Mapped[str] = mapped_column(String(4))
    text: Mapped[str] = mapped_column(Text, default="")
    created: Mapped[datetime] = mapped_column(Utc, default=now)

    __table_args__ = (UniqueConstraint("job", "owner"),)
