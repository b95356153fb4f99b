"""Convert: manimgl and old names become today's ManimCE, and the code is formatted."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

from langgraph.runtime import Runtime

from agent.state import SceneState, Tools
from convert.convert import convert as to_ce


async def convert(state: SceneState, runtime: Runtime[Tools]) -> dict[str, Any]:
    """Run the passes. Code that a component wrote is already CE and is left alone."""
    code = state["code"]
    if state["plan"].kind != "model":
        return {}
    runtime.context.emit({"stage": "convert", "scene": state["index"], "attempt": state["attempt"]})
    result = await asyncio.to_thread(to_ce, code.code)
    return {"code": replace(code, code=result.code, notes=(*code.notes, *result.notes))}
