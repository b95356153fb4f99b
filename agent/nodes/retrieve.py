"""Retrieve: what the writer should see: examples and reference from the search, then components to build with."""

from __future__ import annotations

import asyncio
from typing import Any

from langgraph.runtime import Runtime

from agent.building_blocks import offered
from agent.models.protocol import Passage
from agent.state import SceneState, Tools


async def retrieve(state: SceneState, runtime: Runtime[Tools]) -> dict[str, Any]:
    """Passages for the writer; nothing where the plan already names its acts, so the composer never opens the index."""
    if state["plan"].kind != "model":
        return {"passages": ()}
    runtime.context.emit({"stage": "retrieve", "scene": state["index"]})
    text = f"{state['plan'].title} {state['plan'].brief}"
    without = runtime.context.without
    found = () if "retrieval" in without else await asyncio.to_thread(_passages, text)
    blocks = () if "components" in without else await offered(text, runtime.context.farm)
    return {"passages": (*found, *blocks)}


def _passages(text: str) -> tuple[Passage, ...]:
    from agent.knowledge import passages

    return passages(text)
