"""The embedded composer: three readers look at a wish (drawing, symbolic mathematics, topics); the surest one plans.

It is honest: without a good match it raises `Unsupported` and names the nearest topics.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace

from agent.models.composer.depth import deepened
from agent.models.composer.judge import judge
from agent.models.protocol import Answer, Failure, Passage
from components_cache.compose import compose, scene_name
from components_cache.styles import restyle
from core.errors import ModelAnswerUnusable
from core.scene import SceneCode
from core.storyboard import ScenePlan, Storyboard
from core.wish import Wish


class Composer:
    """A `CodeModel` without a language model: no key, no network, the same answer every time."""

    name = "composer"

    async def plan(self, wish: Wish, passages: tuple[Passage, ...]) -> Answer[Storyboard]:
        """The storyboard of the surest reading, as deep as asked for. Raises `Unsupported` when none is sure enough."""
        return Answer(await asyncio.to_thread(_planned, wish))

    async def write(self, wish: Wish, scene: ScenePlan, passages: tuple[Passage, ...]) -> Answer[SceneCode]:
        """The scene's code: library acts inlined, or the drawing that the grammar read."""
        code = await asyncio.to_thread(_write, wish, scene)
        return Answer(replace(code, code=restyle(code.code, wish.options.style)))

    async def repair(
        self, wish: Wish, scene: ScenePlan, code: SceneCode, failure: Failure, passages: tuple[Passage, ...]
    ) -> Answer[SceneCode]:
        """The composer has one way to write a scene; a failure here is a defect of the library."""
        raise ModelAnswerUnusable("the composer has no other way to write this scene")


def _planned(wish: Wish) -> Storyboard:
    return deepened(judge(wish.text), wish.text, wish.options.complexity)


def _write(wish: Wish, scene: ScenePlan) -> SceneCode:
    if scene.kind == "act":
        return compose(scene.title, scene.calls, scene_name(scene.title), seed=wish.options.seed)
    from agent.models.composer.direct.reader import read
    from agent.models.composer.direct.writer import write

    reading = read(scene.brief)
    if reading is None:
        raise ModelAnswerUnusable("the drawing could not be read again")
    return write(reading, seed=wish.options.seed)
