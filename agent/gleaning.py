"""A scene that was made is noted for the harvest, after its user has it: in a thread that the process waits for."""

from __future__ import annotations

import asyncio
import logging
import threading

from agent.building_blocks import MARK
from components_cache.origin import Origin
from core.errors import TulkuError
from core.scene import SceneCode
from core.settings import settings
from core.storyboard import ScenePlan
from core.wish import Wish

_threads: list[threading.Thread] = []


def glean(scene: SceneCode, plan: ScenePlan, wish: Wish, run: str, model: str) -> None:
    """Note a scene of a run. What the composer writes anew at no cost gives its builders, never whole acts."""
    if not settings().harvest:
        return
    origin = Origin(
        source="wish",
        place=run,
        scene=scene.name,
        title=plan.title,
        description=plan.brief,
        wish=wish.text,
        model=model,
        parents=tuple(label for label in scene.components if label.startswith(MARK)),
        acts=plan.kind == "model",
    )
    settle(wait=False)
    thread = threading.Thread(target=_note, args=(scene, origin), name="glean")  # no daemon: a row is never lost
    _threads.append(thread)
    thread.start()


def settle(*, wait: bool = True) -> None:
    """Forget threads that have ended; with `wait`, wait for the others."""
    for thread in _threads[:]:
        if wait:
            thread.join()
        if not thread.is_alive():
            _threads.remove(thread)


def _note(scene: SceneCode, origin: Origin) -> None:
    from sqlalchemy.exc import SQLAlchemyError

    from components_cache.harvest import note
    from core.database import opened

    async def write() -> None:
        async with opened() as database:
            await note(scene, origin, database)

    try:
        asyncio.run(write())
    except (TulkuError, SQLAlchemyError, OSError) as problem:
        logging.getLogger(__name__).warning("a scene was not noted for the harvest: %s", problem)
