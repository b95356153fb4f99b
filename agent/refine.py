"""Changing a finished video by talking: the former video and what is said about it become a new storyboard.

A language model sees the code and the wish to change it. The composer understands a faster or slower pace, other
values and colours, replacements, and scenes that are added; what it does not understand it says. A scene that does
not change keeps its code to the letter, so that its segments are not rendered again.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, replace
from functools import cached_property

from agent.models.protocol import Answer, CodeModel, Failure, Passage
from agent.pace import factor, paced, scaled, scene_of
from agent.rewording import about, is_beside, rewordings
from core.errors import Unsupported
from core.scene import SceneCode
from core.storyboard import ScenePlan, Storyboard
from core.wish import Wish

ADDING = re.compile(r"\b(?:add|append|also|then|at the end|afterwards|after that|finally)\b", re.IGNORECASE)
ADDED = re.compile(
    r"^(?:please\s+)?(?:(?:and|then|also|now|finally|afterwards|add|append|include|a scene (?:with|about|that shows)|"
    r"show|at the end|after that)[\s,]+)+|[\s,]*\b(?:at the end|as well|too|afterwards|please)\b[.!]*$",
    re.IGNORECASE,
)
LENGTH = re.compile(r"\b(?:longer|shorter)\b", re.IGNORECASE)
"""What may mean the video, or a line in it."""
DEEPER = re.compile(
    r"^(?:please\s+)?(?:(?:with|in|add|show|give|explain)\s+)?(?:me\s+)?(?:it\s+)?(?:in\s+)?(?:some\s+)?"
    r"(?:more (?:details?|depth)|(?:go )?deeper|further)(?:[\s,]+please)?[.!]*$",
    re.IGNORECASE,
)
TITLE = "The scene as it is now: change only what is asked for, keep everything else to the letter"


@dataclass(frozen=True, slots=True)
class Former:
    """A finished video: its wish, its plan, and the code of each scene, empty where there is none."""

    wish: str
    board: Storyboard
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Revision:
    """The new storyboard, the code that is known already, by scene, and the wish that now stands for the video."""

    board: Storyboard
    codes: dict[ScenePlan, str]
    wish: str
    pace: float = 1.0


class Refining:
    """A `CodeModel` that starts from a finished video. `model` does what has to be written anew.

    Without a `message` the scenes in `again` are written again, and nothing else.
    """

    def __init__(self, model: CodeModel, former: Former, message: str, again: tuple[int, ...] = ()) -> None:
        self.model, self.former, self.message, self.again = model, former, message, again

    @property
    def name(self) -> str:
        return self.model.name

    async def plan(self, wish: Wish, passages: tuple[Passage, ...]) -> Answer[Storyboard]:
        """The changed storyboard. Raises `Unsupported` for a change that the composer does not understand."""
        return Answer((await asyncio.to_thread(lambda: self.revision)).board)

    async def write(self, wish: Wish, scene: ScenePlan, passages: tuple[Passage, ...]) -> Answer[SceneCode]:
        """The scene as it was, at another pace, or written anew."""
        revision = await asyncio.to_thread(lambda: self.revision)
        known = revision.codes.get(scene, "")
        if known and scene.kind != "model":
            return Answer(SceneCode(known, scene_of(known)))
        if known:
            brief = f"{scene.brief}\n\nChange asked for: {self.message}\nIf it does not concern this scene, answer with"
            scene = replace(scene, brief=f"{brief} the code as it is.")
            passages = (Passage(TITLE, known, "former"), *passages)
        answer = await self.model.write(wish, scene, passages)
        if revision.pace == 1.0:
            return answer
        return replace(answer, value=replace(answer.value, code=paced(answer.value.code, revision.pace)))

    async def repair(
        self, wish: Wish, scene: ScenePlan, code: SceneCode, failure: Failure, passages: tuple[Passage, ...]
    ) -> Answer[SceneCode]:
        return await self.model.repair(wish, scene, code, failure, passages)

    @cached_property
    def revision(self) -> Revision:
        """What is to be made. The same each time, so that a run that was broken off can go on."""
        former = self.former
        if not self.message:
            kept = [(i, plan, code) for i, (plan, code) in enumerate(self._scenes()) if i not in self.again]
            plans = tuple(plan if i in self.again else _settled(plan) for i, plan in enumerate(former.board.scenes))
            codes = {_settled(plan): code for _, plan, code in kept if code}
            return Revision(replace(former.board, scenes=plans), codes, former.wish)
        pace = factor(self.message)
        if pace and not (LENGTH.search(self.message) and self._reworded[1]):
            plans = [_settled(plan) for plan, _ in self._scenes()]
            codes = {plan: paced(code, pace) for plan, (_, code) in zip(plans, self._scenes(), strict=True) if code}
            return Revision(replace(former.board, scenes=tuple(plans)), codes, former.wish)
        if self.model.name != "composer":
            plans = [replace(plan, kind="model", calls=()) for plan, _ in self._scenes()]
            codes = {plan: code for plan, (_, code) in zip(plans, self._scenes(), strict=True)}
            wish = f"{former.wish}\n{self.message}"
            return Revision(replace(former.board, scenes=tuple(plans)), codes, wish)
        return self._composed()

    def _scenes(self) -> list[tuple[ScenePlan, str]]:
        return list(zip(self.former.board.scenes, self.former.codes, strict=True))

    def _composed(self) -> Revision:
        """What the composer can make of the message: other values, a scene more, or another video."""
        pace = max((scaled(code) for code in self.former.codes), default=1.0)
        if DEEPER.match(self.message.strip()):
            return self._deeper(pace)
        said = ADDED.sub("", self.message)
        asked = about(self.former.wish, said)
        added = _judged(asked)
        adding = bool(ADDING.search(self.message)) or asked != said
        # a topic that is added is a scene of its own; a drawing goes on in the same one
        apart = adding and added and _shape(added)[0][0] == "act" and not is_beside(self.message)
        text, reworded = ("", None) if apart else self._reworded
        if reworded:
            return Revision(reworded, self._same(reworded), text, pace)
        if added is None:
            raise Unsupported(
                "the embedded composer does not understand this change",
                advice="it can change values, colours and pace, and add scenes: say, for instance, “slower”, "
                "“make the circle red” or “then show …”; a language model (TULKU_MODEL) can change more",
            )
        if not adding:
            return Revision(added, {}, self.message)
        scenes = (*self.former.board.scenes, *added.scenes)
        board = replace(self.former.board, scenes=scenes, confidence=added.confidence)
        return Revision(board, self._same(board), f"{self.former.wish}, then {asked}", pace)

    def _deeper(self, pace: float) -> Revision:
        """The next act on the topic, where there is one."""
        from agent.models.composer.depth import deepened

        board = deepened(self.former.board, self.former.wish, "high")
        if board.scenes == self.former.board.scenes:
            raise Unsupported("there is nothing deeper to show here", advice="say what to add: “then show …”")
        return Revision(board, self._same(board), self.former.wish, pace)

    @cached_property
    def _reworded(self) -> tuple[str, Storyboard | None]:
        """The former wish in other words with its storyboard, where that shows the same with something changed."""
        before = self.former.board
        for text in rewordings(self.former.wish, self.message):
            board = _judged(text)
            if board and _shape(board) == _shape(before) and board.scenes != before.scenes:
                return text, board
        return "", None

    def _same(self, board: Storyboard) -> dict[ScenePlan, str]:
        """Codes of the scenes that are in both."""
        return {plan: code for plan, code in self._scenes() if code and plan in board.scenes}


def _settled(plan: ScenePlan) -> ScenePlan:
    """A scene whose code is known: nobody has to look for examples."""
    return replace(plan, kind="act") if plan.kind == "model" else plan


def _shape(board: Storyboard) -> list[tuple[str, tuple[str, ...]]]:
    """Who makes each scene, whatever the values."""
    return [(plan.kind, tuple(call.component for call in plan.calls)) for plan in board.scenes]


def _judged(text: str) -> Storyboard | None:
    from agent.models.composer.judge import judge

    try:
        return judge(text) if text.strip() else None
    except Unsupported:
        return None
