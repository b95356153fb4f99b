"""Write: a scene plan becomes code."""

from __future__ import annotations

from typing import Any

from langgraph.runtime import Runtime

from agent.building_blocks import put_in
from agent.models.protocol import Failure
from agent.state import SceneState, Tools
from core.errors import ModelError
from core.run import SceneError


async def write(state: SceneState, runtime: Runtime[Tools]) -> dict[str, Any]:
    """Ask the model for the scene's code, and put in what it calls. A model that fails fails this scene only."""
    tools = runtime.context
    tools.emit({"stage": "write", "scene": state["index"], "attempt": 1})
    try:
        answer = await tools.model.write(state["wish"], state["plan"], state.get("passages", ()))
    except ModelError as error:
        return {"failure": Failure(1, SceneError("farm", f"the model gave no code: {error.message}"))}
    return {"code": await put_in(answer.value, state.get("passages", ())), "usage": answer.usage}
