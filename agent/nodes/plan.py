"""Plan: a wish becomes a storyboard."""

from __future__ import annotations

from typing import Any

from langgraph.runtime import Runtime

from agent.state import MakeState, Tools
from core.errors import Unsupported


async def plan(state: MakeState, runtime: Runtime[Tools]) -> dict[str, Any]:
    """Ask the model for a storyboard. Raises `Unsupported` or `ModelError`."""
    tools = runtime.context
    tools.emit({"stage": "plan", "scene": -1})
    answer = await tools.model.plan(state["wish"], ())
    if "components" in tools.without and any(scene.kind == "act" for scene in answer.value.scenes):
        raise Unsupported("only components can show this, and they are switched off")
    titles = [scene.title for scene in answer.value.scenes]
    tools.emit({"stage": "planned", "scene": -1, "title": answer.value.title, "scenes": titles})
    return {"storyboard": answer.value, "usage": answer.usage}
