"""The records of the store: components, where they are from, what they are made of, and scenes that wait."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base
from core.times import Utc, now


class ComponentRow(Base):
    """A component, or a candidate that was not admitted.

    `facts` is the `Component` as JSON, `schema` its signature as JSON schema. `shape` is a hash of the code with locals
    renamed, `look` a perceptual hash of the thumbnail. `vectors` are float32 rows, one a text it is known by. `box` is
    left, bottom, right, top in units. `cost` is the seconds its proof took. `indexed` says whether the search has it.
    """

    __tablename__ = "components"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(index=True)
    state: Mapped[str] = mapped_column(index=True)
    reason: Mapped[str] = mapped_column(default="")
    code: Mapped[str] = mapped_column(Text)
    shape: Mapped[str] = mapped_column(index=True)
    facts: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    schema: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    licence: Mapped[str] = mapped_column(index=True)
    manim: Mapped[str]
    model: Mapped[str] = mapped_column(default="")
    vectors: Mapped[bytes | None] = mapped_column(LargeBinary)
    look: Mapped[str] = mapped_column(default="")
    thumbnail: Mapped[str] = mapped_column(default="")
    box: Mapped[list[float]] = mapped_column(JSON, default=list)
    proof: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    cost: Mapped[float] = mapped_column(default=0.0)
    size: Mapped[int] = mapped_column(default=0)
    uses: Mapped[int] = mapped_column(default=0)
    successes: Mapped[int] = mapped_column(default=0)
    failures: Mapped[int] = mapped_column(default=0)
    indexed: Mapped[bool] = mapped_column(default=False)
    due: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[datetime] = mapped_column(Utc, default=now)
    used_at: Mapped[datetime] = mapped_column(Utc, default=now)


class SourceRow(Base):
    """One scene that a component was found in. A component has one for each scene that showed it."""

    __tablename__ = "component_sources"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    component: Mapped[str] = mapped_column(ForeignKey("components.id", ondelete="CASCADE"), index=True)
    source: Mapped[str] = mapped_column(index=True)
    place: Mapped[str] = mapped_column(index=True)
    scene: Mapped[str]
    wish: Mapped[str] = mapped_column(index=True)
    model: Mapped[str]
    licence: Mapped[str]
    commit: Mapped[str]
    found_at: Mapped[datetime] = mapped_column(Utc, default=now)


class ParentRow(Base):
    """A component that was taken from a scene into which another one, the parent, had been inlined."""

    __tablename__ = "component_parents"

    component: Mapped[str] = mapped_column(ForeignKey("components.id", ondelete="CASCADE"), primary_key=True)
    parent: Mapped[str] = mapped_column(primary_key=True, index=True)


class OpinionRow(Base):
    """What a person thinks of videos with a component: `vote` is 1 or -1, the last one a `ballot` counts.

    `component` is an id of the store, or the name of a curated one, which has no row.
    """

    __tablename__ = "component_opinions"

    component: Mapped[str] = mapped_column(primary_key=True)
    ballot: Mapped[str] = mapped_column(primary_key=True)
    vote: Mapped[int]
    at: Mapped[datetime] = mapped_column(Utc, default=now)


class HarvestRow(Base):
    """A scene that was made and has yet to be looked through. `tries` counts how often somebody has begun."""

    __tablename__ = "component_harvests"

    id: Mapped[str] = mapped_column(primary_key=True)
    scene: Mapped[str]
    code: Mapped[str] = mapped_column(Text)
    origin: Mapped[dict[str, Any]] = mapped_column(JSON)
    tries: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime] = mapped_column(Utc, default=now)
