"""Near hits: a wish that differs from a finished one in values only is made from that one's storyboard.

The composer's acts keep their place and get the new values; a language model is shown the storyboard and the code, and
told to change what differs. What comes out is checked and rendered like everything else.
"""

from __future__ import annotations

import json
from dataclasses import replace

from agent.models.composer.slots import fill
from agent.models.composer.strange import strange
from agent.models.protocol import Answer, CodeModel, Failure, Passage
from components_cache.catalogue import catalogue
from core.scene import SceneCode
from core.storyboard import ActCall, ScenePlan, Storyboard
from core.wish import Wish

TITLE = "A video made before for a wish of the same kind: keep everything, change only the values that differ"


class Reusing:
    """A `CodeModel` that starts from the storyboard `board` and the scenes' `codes` of the wish `earlier`.

    `reused` says whether it did: a wish whose values do not all fit is planned by `model` alone.
    """

    def __init__(self, model: CodeModel, earlier: str, board: Storyboard, codes: tuple[str, ...]) -> None:
        self.model, self.earlier, self.board, self.codes = model, earlier, board, codes
        self.reused = False

    @property
    def name(self) -> str:
        return self.model.name

    async def plan(self, wish: Wish, passages: tuple[Passage, ...]) -> Answer[Storyboard]:
        """The old storyboard with new values, or what the model plans with the old one before its eyes."""
        refilled = _refilled(self.board, wish.text)
        if refilled:
            self.reused = True
            return Answer(refilled)
        if self._speaks():
            self.reused = True
            passages = (*passages, Passage(TITLE, f"Wish: {self.earlier}\n{_outline(self.board)}", "cache"))
        return await self.model.plan(wish, passages)

    async def write(self, wish: Wish, scene: ScenePlan, passages: tuple[Passage, ...]) -> Answer[SceneCode]:
        """The scene's code; a language model sees that of the earlier scene."""
        code = self._code(scene) if self._speaks() else ""
        return await self.model.write(wish, scene, (*passages, Passage(TITLE, code, "cache")) if code else passages)

    async def repair(
        self, wish: Wish, scene: ScenePlan, code: SceneCode, failure: Failure, passages: tuple[Passage, ...]
    ) -> Answer[SceneCode]:
        return await self.model.repair(wish, scene, code, failure, passages)

    def _speaks(self) -> bool:
        """Whether the model is a language model: the composer reads no passages."""
        return self.model.name != "composer"

    def _code(self, scene: ScenePlan) -> str:
        """The earlier code of this scene: of the same title, else the first one."""
        titles = [plan.title for plan in self.board.scenes]
        place = titles.index(scene.title) if scene.title in titles else 0
        return self.codes[place] if place < len(self.codes) else ""


def _refilled(board: Storyboard, text: str) -> Storyboard | None:
    """The storyboard of one library act with the values of another wish; None where it could not show them all."""
    if len(board.scenes) != 1 or len(board.scenes[0].calls) != 1:
        return None
    scene = board.scenes[0]
    component = catalogue().get(scene.calls[0].component)
    if component is None:
        return None
    filled = fill(component, text)
    if any(strange(component, filled, text)) or not filled.arguments:
        return None
    brief = " ".join([component.summary, *filled.notes])
    return replace(board, scenes=(replace(scene, brief=brief, calls=(ActCall(component.name, filled.arguments),)),))


def _outline(board: Storyboard) -> str:
    scenes = [{"title": scene.title, "brief": scene.brief} for scene in board.scenes]
    return json.dumps({"title": board.title, "scenes": scenes}, indent=1, ensure_ascii=False)
