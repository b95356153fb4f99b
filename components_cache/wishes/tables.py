"""The records of the cache of wishes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base
from core.times import Utc


class ResultRow(Base):
    """A finished wish. `files` maps names in the results folder to the digests of their content.

    `details` is what else the door says about it, `plan` the storyboard. `said` and `kind` are digests of what the wish
    says, and of that without its values; both are empty where nothing may be found by them. `setting` is equal for
    equal options and versions: only such wishes may stand for one another. `seconds` is what it took to make, `until`
    the end of a result that is only kept for a while.
    """

    __tablename__ = "wish_results"

    id: Mapped[str] = mapped_column(primary_key=True)
    family: Mapped[str] = mapped_column(index=True)
    text: Mapped[str]
    options: Mapped[dict[str, Any]] = mapped_column(JSON)
    setting: Mapped[str] = mapped_column(index=True)
    version: Mapped[str]
    drawing: Mapped[str]
    files: Mapped[dict[str, str]] = mapped_column(JSON)
    details: Mapped[dict[str, Any]] = mapped_column(JSON)
    plan: Mapped[dict[str, Any]] = mapped_column(JSON)
    said: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(index=True)
    size: Mapped[int]
    seconds: Mapped[float]
    uses: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime] = mapped_column(Utc)
    used_at: Mapped[datetime] = mapped_column(Utc, index=True)
    until: Mapped[datetime | None] = mapped_column(Utc)


class AliasRow(Base):
    """A wish in other words that was found to mean the wish of a result; found by its key from then on."""

    __tablename__ = "wish_aliases"

    key: Mapped[str] = mapped_column(primary_key=True)
    result: Mapped[str] = mapped_column(index=True)
    text: Mapped[str]
    at: Mapped[datetime] = mapped_column(Utc)


class MeaningRow(Base):
    """The embedding of a result's wish, as `meaning.packed` gives it, by the result's id."""

    __tablename__ = "wish_meanings"

    id: Mapped[str] = mapped_column(primary_key=True)
    vector: Mapped[bytes] = mapped_column(LargeBinary)


class FailureRow(Base):
    """A wish that could not be made, why, and until when it is not tried again."""

    __tablename__ = "wish_failures"

    key: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    message: Mapped[str]
    advice: Mapped[str]
    more: Mapped[dict[str, Any]] = mapped_column(JSON)
    at: Mapped[datetime] = mapped_column(Utc)
    until: Mapped[datetime] = mapped_column(Utc)
