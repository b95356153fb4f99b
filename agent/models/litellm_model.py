"""A model behind litellm: any provider, or any OpenAI-compatible server, by setting.

Plans by structured output, writes and repairs code. What it answers is read, never run.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeVar

from agent.models import briefing
from agent.models.answers import CodeAnswer, joined, read_code, scene_name, without_thoughts
from agent.models.client import Client, Reply, Sampling, Token
from agent.models.endpoint import endpoints
from agent.models.plans import MOST_SCENES, read_plan, schema
from agent.models.protocol import Answer, Failure, Passage, Usage
from agent.prompts import Message, prompt
from agent.signature_table import installed_version
from core.errors import ModelAnswerUnusable
from core.scene import SceneCode
from core.settings import Settings, settings
from core.storyboard import ScenePlan, Storyboard
from core.wish import Complexity, Wish

T = TypeVar("T")

GO_ON = (
    "Your answer broke off. Go on exactly where it stopped, in the middle of the line if it stopped there. "
    "Say nothing again, no introduction, no fence."
)
DEPTHS: dict[Complexity, str] = {
    "low": "Depth: low. One scene with the core idea alone: no side notes, no special cases, no proof.",
    "medium": "Depth: medium.",
    "high": "Depth: high. An explanation gets three scenes or more, among them a worked example with numbers, and why "
    "it is true.",
}
"""What a plan is told of the option `complexity`."""


class LitellmModel:
    """The `CodeModel` called `name`, a litellm name; fallbacks, server and limits come from the settings.

    `temperature` from 0 to 2; `seed` goes to providers that know one. `on_token` gets each piece of an answer as it
    comes, and an empty piece when an answer starts (anew). Raises `BadInput` for an empty name.
    """

    def __init__(
        self,
        name: str,
        *,
        temperature: float = 0.2,
        seed: int = 0,
        on_token: Token | None = None,
        config: Settings | None = None,
        first_wait: float = 0.5,
    ) -> None:
        chosen = config or settings()
        self._name = name
        self._sampling = Sampling(temperature, seed, chosen.model_max_tokens)
        self._client = Client(
            endpoints(name, chosen),
            timeout=chosen.model_timeout,
            retries=chosen.model_retries,
            first_wait=first_wait,
            longest_wait=chosen.model_wait,
            on_token=on_token,
        )

    @property
    def name(self) -> str:
        return self._name

    async def plan(self, wish: Wish, passages: tuple[Passage, ...]) -> Answer[Storyboard]:
        """A storyboard. Raises `ModelUnavailable`, or `ModelAnswerUnusable` after one more try."""
        messages = prompt("plan").render(
            manim_version=installed_version(),
            most_scenes=str(MOST_SCENES),
            schema=json.dumps(schema(), indent=1),
            wish=briefing.tagged(wish.text, "wish"),
            style=wish.options.style,
            depth=DEPTHS[wish.options.complexity],
            references=briefing.references(passages),
        )
        return await self._asked(messages, _plan_of, shape=True)

    async def write(self, wish: Wish, scene: ScenePlan, passages: tuple[Passage, ...]) -> Answer[SceneCode]:
        """The code of one scene. Raises `ModelUnavailable`, or `ModelAnswerUnusable` after one more try."""
        wanted = scene_name(scene.title)
        messages = prompt("write").render(
            manim_version=installed_version(),
            scene_name=wanted,
            title=_line(scene.title),
            brief=briefing.tagged(scene.brief, "brief"),
            wish=briefing.tagged(wish.text, "wish"),
            style=wish.options.style,
            components=briefing.building_blocks(passages),
            references=briefing.references(passages),
        )
        return await self._coded(messages, wanted)

    async def repair(
        self, wish: Wish, scene: ScenePlan, code: SceneCode, failure: Failure, passages: tuple[Passage, ...]
    ) -> Answer[SceneCode]:
        """A better version of `code`. Raises `ModelUnavailable`, or `ModelAnswerUnusable` after one more try."""
        messages = prompt("repair").render(
            manim_version=installed_version(),
            scene_name=code.name,
            title=_line(scene.title),
            brief=briefing.tagged(scene.brief, "brief"),
            wish=briefing.tagged(wish.text, "wish"),
            attempt=str(failure.attempt),
            insist=briefing.insistence(failure.attempt),
            code=briefing.code_block(code.code),
            problem=briefing.problem(failure, code.code),
            signatures=briefing.known_signatures(failure.signatures),
            similar=briefing.similar_case(failure.similar),
            components=briefing.building_blocks(passages),
            references=briefing.references(passages),
        )
        return await self._coded(messages, code.name)

    async def _coded(self, messages: list[Message], wanted: str) -> Answer[SceneCode]:
        reply = await self._client.ask(messages, self._sampling)
        _refuse(reply)
        found = read_code(reply.text, wanted)
        if _broken(reply, found) and found.code:
            return await self._continued(messages, reply, wanted)
        return await self._asked(messages, lambda text: _scene_of(text, wanted), first=reply)

    async def _continued(self, messages: list[Message], reply: Reply, wanted: str) -> Answer[SceneCode]:
        """A broken off answer gets one chance to be finished."""
        start = without_thoughts(reply.text)
        turns = [*messages, {"role": "assistant", "content": start}, {"role": "user", "content": GO_ON}]
        rest = await self._client.ask(turns, self._sampling)
        _refuse(rest)
        whole = read_code(joined(start, rest.text), wanted)
        if rest.finish == "length" or whole.cut or not whole.scene:
            raise ModelAnswerUnusable(
                f"{rest.model}: the code was cut off, and was not finished when asked to go on",
                advice="raise TULKU_MODEL_MAX_TOKENS, or ask for less in one scene",
            )
        return Answer(SceneCode(whole.code, whole.scene), reply.usage + rest.usage)

    async def _asked(
        self, messages: list[Message], read: Callable[[str], T], *, shape: bool = False, first: Reply | None = None
    ) -> Answer[T]:
        """An answer that `read` can use; one further question that says what was wrong with the first."""
        sampling = Sampling(
            self._sampling.temperature, self._sampling.seed, self._sampling.max_tokens, schema() if shape else None
        )
        usage, problem = Usage(), ""
        for attempt in (1, 2):
            reply = first if first and attempt == 1 else await self._client.ask(messages, sampling)
            usage += reply.usage
            _refuse(reply)
            try:
                return Answer(read(reply.text), usage)
            except ValueError as error:
                problem = "it was cut off" if reply.finish == "length" else str(error)
            messages = [*messages, *_again(reply, problem)]
        raise ModelAnswerUnusable(f"{reply.model}: unusable answer, twice: {problem}", advice=_advice(reply))  # pyright: ignore[reportPossiblyUnboundVariable]  # two rounds ran


def _plan_of(text: str) -> Storyboard:
    if not text.strip():
        raise ValueError("the answer was empty")
    return read_plan(text)


def _scene_of(text: str, wanted: str) -> SceneCode:
    found = read_code(text, wanted)
    if not found.code:
        raise ValueError("the answer held no Python code" if text.strip() else "the answer was empty")
    if found.cut:
        raise ValueError("the code was cut off")
    if not found.scene:
        raise ValueError("the code has no Scene class")
    return SceneCode(found.code, found.scene)


def _broken(reply: Reply, found: CodeAnswer) -> bool:
    return found.cut or reply.finish == "length"


def _refuse(reply: Reply) -> None:
    if reply.refusal or reply.finish == "content_filter":
        why = f": {reply.refusal[:200]}" if reply.refusal else ""
        raise ModelAnswerUnusable(
            f"{reply.model}: the provider declined to answer{why}", advice="word the wish differently"
        )


def _again(reply: Reply, problem: str) -> list[Message]:
    """The bad answer and what was wrong with it, as further turns."""
    said: list[Message] = [{"role": "assistant", "content": reply.text}] if reply.text.strip() else []
    return [*said, {"role": "user", "content": f"That cannot be used: {problem}. Answer again, in the form asked for."}]


def _advice(reply: Reply) -> str:
    if reply.finish == "length":
        return "raise TULKU_MODEL_MAX_TOKENS"
    return "take a stronger model, or set TULKU_MODEL_FALLBACKS"


def _line(text: str) -> str:
    return " ".join(text.split())
