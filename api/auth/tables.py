"""Records of who may use the service."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from core.database import Base
from core.times import Utc, now


class ApiKey(Base):
    """A key: only its SHA-256 is kept. `owner` is whose objects it opens, `quota` the tasks a month (0: no limit)."""

    __tablename__ = "api_keys"

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    hash: Mapped[str] = mapped_column(String(64), unique=True)
    owner: Mapped[str] = mapped_column(String(64), index=True)
    name: Mapped[str] = mapped_column(String(80), default="")
    scopes: Mapped[str] = mapped_column(String(80))
    quota: Mapped[int] = mapped_column(default=0)
    created: Mapped[datetime] = mapped_column(Utc, default=now)
    used: Mapped[datetime | None] = mapped_column(Utc)
    revoked: Mapped[datetime | None] = mapped_column(Utc)
