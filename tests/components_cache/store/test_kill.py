"""A process is killed in the middle of admissions, at many moments: the store is whole each time it is opened again."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from components_cache.harvest import drain, note, waiting
from components_cache.origin import Origin
from components_cache.store import files
from components_cache.store.keeping import sweep
from components_cache.store.meaning import bring_in_line, near
from components_cache.store.store import Store
from components_cache.store.tables import ComponentRow, SourceRow
from core.database import Database, opened
from core.scene import SceneCode
from tests.components_cache.fakes import FakeFarm

ROOT = Path(__file__).parents[3]
SCENE = """from manim import *


class Shown{n}(Scene):
    def construct(self):
        # {word} in a row
        count = {n} + 2
        dots = VGroup(*[Dot(radius=0.1) for _ in range(count)])
        dots.arrange({n} * RIGHT)
        {word} = VGroup(dots, Circle(radius={n}))  # look {n}
        self.play(Create({word}))
"""
WORDS = ["rings", "waves", "planets", "ladders", "bridges", "windows"]
CHILD = """
import asyncio, sys
import components_cache.store.meaning, retrieval.index, retrieval.search
from tests.retrieval.conftest import embedding
for module in (components_cache.store.meaning, retrieval.index, retrieval.search):
    module.embed = embedding
from components_cache.harvest import drain
from core.database import opened
from tests.components_cache.fakes import FakeFarm

async def main():
    async with opened() as database:
        print("ready", flush=True)
        await drain(FakeFarm(), database)

asyncio.run(main())
"""


async def _fill(database: Database) -> None:
    for n, word in enumerate(WORDS, 1):
        scene = SceneCode(SCENE.format(n=n, word=word), f"Shown{n}")
        await note(scene, Origin("test", f"place {n}", scene.name, title=f"Some {word}", licence="MIT"), database)


async def _check(database: Database) -> None:
    """Every record is whole: it has an origin, and what is admitted has its picture and its vectors."""
    async with database.reading() as session:
        rows = list(await session.scalars(select(ComponentRow)))
        origins = set(await session.scalars(select(SourceRow.component)))
    for row in rows:
        assert row.id in origins
        if row.state == "admitted":
            assert files.thumbnail_path(row.thumbnail).stat().st_size > 0
            assert row.vectors and row.look and row.facts["name"] == row.name


@pytest.mark.service
async def test_kill_9_during_admission_leaves_the_store_whole(own_home: Path) -> None:
    environment = {**os.environ, "TULKU_HOME": str(own_home), "PYTHONPATH": str(ROOT)}
    async with opened() as database:
        await _fill(database)
        for moment in (0.05, 0.3, 0.8):
            child = subprocess.Popen(
                [sys.executable, "-W", "ignore", "-c", CHILD],
                cwd=ROOT,
                env=environment,
                stdout=subprocess.PIPE,
                text=True,
            )
            assert child.stdout is not None
            assert await asyncio.to_thread(child.stdout.readline) == "ready\n"
            time.sleep(moment)
            os.kill(child.pid, signal.SIGKILL)
            await asyncio.to_thread(child.wait)
            child.stdout.close()
            await _check(database)
        left = await waiting(database)
        await drain(FakeFarm(), database)  # what is left is done by whoever comes next
        store = Store(database)
        assert await waiting(database) == 0
        await _check(database)
        await bring_in_line(store)
        names = {record.name for record in await store.listed() if record.component.kind == "mobject"}
        assert len(names) >= len(WORDS) - 3, f"{left} scenes were left, {names}"  # three tries a scene may be used up
        assert await near(store, "planets", 3)
        await sweep(store, young=0)
        pictures = {path.name for path in (files.folder() / "thumbnails").rglob("*") if path.is_file()}
        assert pictures == {Path(record.thumbnail).name for record in await store.listed(state="")} - {""}
