"""Convert: manimgl and old names become today's ManimCE, and the code is formatted."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

from langgraph.runtime import Runtime

from agent.state import SceneState, Tools
from convert.convert import convert as to_ce
from convert.result import ConversionResult
from core.errors import BadInput
from core.run import SceneError


async def convert(state: SceneState, runtime: Runtime[Tools]) -> dict[str, Any]:
    """Run the passes. Code that a component wrote is already CE and is left alone."""
    code = state["code"]
    if state["plan"].kind != "model" or "convert" in runtime.context.without:
        return {}
    runtime.context.emit({"stage": "convert", "scene": state["index"], "attempt": state["attempt"]})
    try:
        result = await asyncio.to_thread(_converted, code.code)
    except BadInput:
        return {}  # it does not parse: the check that follows says where
    notes = tuple(str(note) for note in result.notes if note.severity != "info" or note.code == "renamed")
    return {"code": replace(code, code=result.code, notes=(*code.notes, *notes))}


def _converted(code: str) -> ConversionResult:
    """Keywords that manim refuses are said as it takes them, before the converter leaves out those that it lacks."""
    import libcst as cst

    from agent.repair.case import Case
    from agent.repair.families.keywords import refused

    if "from manim import" in code:
        code = Case(code, SceneError("runtime", "")).edited((cst.Call, refused))
    return to_ce(code)
