"""Judges of descriptions for the corpus: the embedder that is always there, or the language model that is set up."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass

from agent.models.client import Client, Sampling
from agent.models.endpoint import endpoints
from agent.prompts import Message
from core.errors import ModelAnswerUnusable, ModelError
from core.settings import Settings
from core.snippet import Snippet
from corpus.clean.describe import derived, facts_of, words
from corpus.judge import Judge
from retrieval.embedder import MODEL, embed

ASK = (
    "Below is a scene for Manim Community Edition and what somebody says it shows. Answer with JSON only: "
    '{"fits": true or false, "description": "one or two sentences that say what a viewer sees, as a person would ask '
    'for it, without words of programming"}.'
)
LONGEST = 12_000
"""Characters of code that a model is shown."""


def judge(settings: Settings) -> Judge:
    """The configured model, or the embedder when the composer is all there is."""
    return EmbeddingJudge() if settings.model == "composer" else ModelJudge(settings)


class EmbeddingJudge:
    """Cosine of a description and what the code says of itself in words: names, texts, comments."""

    name = f"embedding {MODEL} 1"

    def describe(self, snippets: list[Snippet]) -> list[str]:
        """An embedder writes nothing: the descriptions as they are."""
        return [snippet.description for snippet in snippets]

    def fits(self, snippets: list[Snippet]) -> list[float]:
        said = embed([snippet.description for snippet in snippets])
        shown = embed([_in_words(snippet) for snippet in snippets])
        return [round(max(0.0, float(cosine)), 3) for cosine in (said * shown).sum(axis=1)]


@dataclass(frozen=True)
class _Verdict:
    fits: float
    description: str


class ModelJudge:
    """Asks the model once for both. Where it gives no usable answer, the embedder's score and the old words stand."""

    def __init__(self, settings: Settings) -> None:
        self.name = f"model {settings.model} 1"
        self._fallback = EmbeddingJudge()
        self._verdicts: dict[str, _Verdict] = {}
        self._client = Client(
            endpoints(settings.model, settings),
            timeout=settings.model_timeout,
            retries=settings.model_retries,
            longest_wait=settings.model_wait,
        )

    def describe(self, snippets: list[Snippet]) -> list[str]:
        self._verdicts = asyncio.run(self._asked(snippets))
        return [
            verdict.description
            if (verdict := self._verdicts.get(snippet.id)) and verdict.description
            else snippet.description
            for snippet in snippets
        ]

    def fits(self, snippets: list[Snippet]) -> list[float]:
        """The verdicts on the descriptions that the snippets had before they were described last."""
        scores = self._fallback.fits(snippets)
        return [
            verdict.fits if (verdict := self._verdicts.get(snippet.id)) else score
            for snippet, score in zip(snippets, scores, strict=True)
        ]

    async def _asked(self, snippets: list[Snippet]) -> dict[str, _Verdict]:
        gate = asyncio.Semaphore(4)

        async def one(snippet: Snippet) -> tuple[str, _Verdict | None]:
            async with gate:
                return snippet.id, await self._verdict(snippet)

        answers = await asyncio.gather(*(one(snippet) for snippet in snippets))
        return {key: verdict for key, verdict in answers if verdict}

    async def _verdict(self, snippet: Snippet) -> _Verdict | None:
        text = f"{ASK}\n\nSaid: {snippet.description}\n\n```python\n{snippet.code[:LONGEST]}\n```"
        messages: list[Message] = [{"role": "user", "content": text}]
        try:
            return _read((await self._client.ask(messages, Sampling(temperature=0.0, max_tokens=400))).text)
        except ModelError:
            return None


def _read(answer: str) -> _Verdict:
    """The verdict in an answer. Raises `ModelAnswerUnusable`."""
    start, end = answer.find("{"), answer.rfind("}")
    try:
        found = json.loads(answer[start : end + 1])
        description = str(found["description"]).strip()
        return _Verdict(float(bool(found["fits"])), description)
    except (ValueError, KeyError, TypeError):
        raise ModelAnswerUnusable("no verdict in the answer") from None


def _in_words(snippet: Snippet) -> str:
    facts = facts_of(snippet.code, snippet.name)
    return f"{words(snippet.name)}. {' '.join(words(name) for name in facts.uses[:12])}. {derived(snippet, facts)}"
