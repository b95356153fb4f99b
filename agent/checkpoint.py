"""Checkpoints: every finished node of a run is on disk, so a killed run goes on where it stopped."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

NOUNS = (
    ("agent.models.protocol", "Usage"),
    ("agent.models.protocol", "Passage"),
    ("agent.models.protocol", "Failure"),
    ("agent.state", "SceneOutcome"),
    ("core.finding", "Finding"),
    ("core.report", "SceneReport"),
    ("core.run", "AnimationTiming"),
    ("core.run", "RunResult"),
    ("core.run", "SceneError"),
    ("core.scene", "SceneCode"),
    ("core.storyboard", "ActCall"),
    ("core.storyboard", "ScenePlan"),
    ("core.storyboard", "Storyboard"),
    ("core.wish", "Wish"),
    ("core.wish", "WishOptions"),
)
"""What a checkpoint may hold besides plain data; anything else is refused when it is read back."""


@asynccontextmanager
async def checkpoints(path: Path) -> AsyncGenerator[Any]:
    """An SQLite checkpointer at `path`, which is made if it is not there.

    It outlives a killed process, not a power cut: without waiting for the disk a small wish is twice as quick.
    """
    import aiosqlite
    from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
    from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

    path.parent.mkdir(parents=True, exist_ok=True)
    async with aiosqlite.connect(path) as connection:
        await connection.execute("PRAGMA synchronous=OFF")
        yield AsyncSqliteSaver(connection, serde=JsonPlusSerializer(allowed_msgpack_modules=NOUNS))
