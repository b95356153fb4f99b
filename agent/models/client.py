"""One question to a chain of models over litellm: retries, fallbacks, streaming, tokens and cost.

Public entry: `Client.ask`.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from agent.models.endpoint import Endpoint
from agent.models.faults import Fault, fault
from agent.models.protocol import Usage
from agent.prompts import Message
from core.environment import quiet_litellm, secret_values
from core.errors import ModelUnavailable

log = logging.getLogger("tulku.models")

Token = Callable[[str], None]
"""Called with each piece of an answer as it comes; an empty piece says that the answer starts anew."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it came. `finish` is the provider's reason: `stop`, `length`, `content_filter` …

    `refusal` holds the provider's words where it declined.
    """

    text: str
    finish: str
    model: str
    usage: Usage
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Sampling:
    """How to answer. `shape` is a JSON schema that the answer should follow, or None for free text."""

    temperature: float = 0.2
    seed: int = 0
    max_tokens: int = 8000
    shape: dict[str, Any] | None = None


@dataclass(frozen=True)
class Client:
    """Asks `endpoints` in order until one answers.

    `timeout` is the most seconds for one answer, stream included; `retries` further tries after a passing fault,
    with pauses that double from `first_wait` seconds, never longer than `longest_wait`.
    """

    endpoints: tuple[Endpoint, ...]
    timeout: float = 120.0
    retries: int = 2
    first_wait: float = 0.5
    longest_wait: float = 30.0
    on_token: Token | None = None
    _refused: dict[str, list[str]] = field(default_factory=dict[str, list[str]], repr=False)

    async def ask(self, messages: list[Message], sampling: Sampling) -> Reply:
        """The first proper answer. Raises `ModelUnavailable` when no endpoint gave one."""
        faults: list[Fault] = []
        spent = Usage()
        for endpoint in self.endpoints:
            found, used = await self._try(endpoint, messages, sampling)
            spent += used
            if isinstance(found, Reply):
                return Reply(found.text, found.finish, found.model, spent + found.usage, found.refusal)
            faults.append(found)
        raise _unavailable(faults)

    async def _try(
        self, endpoint: Endpoint, messages: list[Message], sampling: Sampling
    ) -> tuple[Reply | Fault, Usage]:
        """An answer of one endpoint, or its last fault; and what the failed requests cost."""
        failed, tries = 0, 0
        while True:
            try:
                return await self._request(endpoint, messages, sampling), Usage(requests=failed)
            except Exception as error:  # litellm raises what its providers raise; everything becomes a fault
                last = fault(error, endpoint, secret_values())
            failed += 1
            log.warning("request %d failed: %s", failed, last.message)
            if self._yields(endpoint, last, sampling):
                continue
            pause = self._pause(last, tries)
            if pause is None:
                return last, Usage(requests=failed)
            tries += 1
            await asyncio.sleep(pause)

    def _pause(self, last: Fault, tries: int) -> float | None:
        """Seconds until the next try; None when there is to be none."""
        if not last.passing or tries >= self.retries:
            return None
        if last.retry_after is not None:
            return last.retry_after if last.retry_after <= self.longest_wait else None
        return min(self.longest_wait, self.first_wait * 2**tries * random.uniform(0.8, 1.2))

    def _yields(self, endpoint: Endpoint, last: Fault, sampling: Sampling) -> bool:
        """Whether a refused parameter was given up, so that the question is worth asking again.

        A shape goes in two steps: from `json_schema` to `json_object` to nothing.
        """
        if last.kind not in ("parameter", "request"):
            return False
        name = last.parameter or ("response_format" if sampling.shape else "")
        refused = self._refused.setdefault(endpoint.model, [])
        most = 2 if name == "response_format" and sampling.shape else 1
        if not name or refused.count(name) >= most:
            return False
        refused.append(name)
        return True

    async def _request(self, endpoint: Endpoint, messages: list[Message], sampling: Sampling) -> Reply:
        litellm = await asyncio.to_thread(load_litellm)  # its import takes seconds, which are not the model's
        options = dict(self._options(litellm, endpoint, sampling))
        async with asyncio.timeout(self.timeout):
            answer = await litellm.acompletion(messages=messages, **options)
            if self.on_token is None:
                return _reply(litellm, answer, endpoint)
            return await self._streamed(litellm, answer, endpoint, messages)

    def _options(self, litellm: Any, endpoint: Endpoint, sampling: Sampling) -> Iterator[tuple[str, Any]]:
        refused = self._refused.get(endpoint.model, [])
        yield "model", _full_name(litellm, endpoint)
        yield from {"timeout": self.timeout, "num_retries": 0, "max_retries": 0, "drop_params": True}.items()
        if endpoint.base_url:
            yield "api_base", endpoint.base_url
        if endpoint.api_key or endpoint.base_url:  # without this, litellm would send the key of OpenAI anywhere
            yield "api_key", endpoint.api_key or "none"
        if "max_tokens" not in refused:
            yield "max_tokens", sampling.max_tokens
        if "temperature" not in refused:
            yield "temperature", sampling.temperature
        if "seed" not in refused:
            yield "seed", sampling.seed
        if sampling.shape and refused.count("response_format") < 2:
            yield "response_format", _format(sampling.shape, strict=not refused.count("response_format"))
        if self.on_token is not None:
            yield "stream", True
            if "stream_options" not in refused:
                yield "stream_options", {"include_usage": True}

    async def _streamed(self, litellm: Any, stream: Any, endpoint: Endpoint, messages: list[Message]) -> Reply:
        assert self.on_token is not None
        self.on_token("")
        chunks: list[Any] = []
        async for chunk in stream:
            chunks.append(chunk)
            delta = chunk.choices[0].delta if chunk.choices else None
            if delta is not None and delta.content:
                self.on_token(delta.content)
        if getattr(stream, "received_finish_reason", "stop") is None:  # litellm makes up a "stop" for a broken stream
            raise ConnectionResetError("the stream broke off")
        whole = litellm.stream_chunk_builder(chunks, messages=messages)
        return _reply(litellm, whole, endpoint)


def load_litellm() -> Any:
    """litellm, quiet and off the network. Takes seconds at first."""
    quiet_litellm()
    import litellm

    litellm.suppress_debug_info = True
    return litellm


def _full_name(litellm: Any, endpoint: Endpoint) -> str:
    """The name litellm needs: a model on a server of one's own is an OpenAI-compatible one unless it says otherwise."""
    provider, slash, _ = endpoint.model.partition("/")
    known = {str(getattr(entry, "value", entry)) for entry in litellm.provider_list}
    return endpoint.model if not endpoint.local or (slash and provider in known) else f"openai/{endpoint.model}"


def _format(shape: dict[str, Any], *, strict: bool) -> dict[str, Any]:
    if not strict:
        return {"type": "json_object"}
    return {"type": "json_schema", "json_schema": {"name": "answer", "schema": shape, "strict": True}}


def _reply(litellm: Any, answer: Any, endpoint: Endpoint) -> Reply:
    choice = answer.choices[0]
    extra = getattr(choice.message, "provider_specific_fields", None) or {}
    refusal = getattr(choice.message, "refusal", None) or extra.get("refusal") or ""
    return Reply(
        text=choice.message.content or "",
        finish=str(choice.finish_reason or "stop"),
        model=endpoint.model,
        usage=_usage(litellm, answer, endpoint),
        refusal=str(refusal),
    )


def _usage(litellm: Any, answer: Any, endpoint: Endpoint) -> Usage:
    usage = getattr(answer, "usage", None)
    sent = int(getattr(usage, "prompt_tokens", 0) or 0)
    made = int(getattr(usage, "completion_tokens", 0) or 0)
    return Usage(sent, made, 0.0 if endpoint.local else _cost(litellm, answer, endpoint), requests=1)


def _cost(litellm: Any, answer: Any, endpoint: Endpoint) -> float:
    """US dollars, 0 where litellm knows no price."""
    try:
        return float(litellm.completion_cost(completion_response=answer, model=endpoint.model) or 0.0)
    except Exception:  # litellm raises a bare Exception for models without a price
        return 0.0


def _unavailable(faults: list[Fault]) -> ModelUnavailable:
    if len(faults) == 1:
        return ModelUnavailable(faults[0].message, advice=faults[0].advice)
    message = "no model answered: " + "; ".join(found.message for found in faults)
    return ModelUnavailable(message, advice=faults[0].advice)
