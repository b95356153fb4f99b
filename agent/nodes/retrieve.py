"""Retrieve: what the writer should see: examples and reference from the search, then the nearest components."""

from __future__ import annotations

import asyncio
from typing import Any

from langgraph.runtime import Runtime

from agent.models.protocol import Passage
from agent.state import SceneState, Tools

MOST = 4


async def retrieve(state: SceneState, runtime: Runtime[Tools]) -> dict[str, Any]:
    """Passages for the writer; nothing where the plan already names its acts, so the composer never opens the index."""
    if state["plan"].kind != "model":
        return {"passages": ()}
    runtime.context.emit({"stage": "retrieve", "scene": state["index"]})
    text = f"{state['plan'].title} {state['plan'].brief}"
    return {"passages": await asyncio.to_thread(_passages, text)}


def _passages(text: str) -> tuple[Passage, ...]:
    from agent.knowledge import passages

    return (*passages(text), *_nearest(text))


def _nearest(text: str) -> tuple[Passage, ...]:
    from agent.models.composer.topics import topics
    from components_cache.closure import read_module

    found = topics().match(text, most=MOST)
    return tuple(
        Passage(
            title=match.component.signature,
            text=read_module(match.component.module).definitions[match.component.name].source,
            source=f"library:{match.component.name}",
        )
        for match in found
    )
