"""Keep: the scene and how it went are written to the run's folder."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict
from typing import Any

from langgraph.runtime import Runtime

from agent.building_blocks import count
from agent.gleaning import glean
from agent.repair.mend import Mended
from agent.state import SceneOutcome, SceneState, Tools
from core.scene import SceneCode


async def keep(state: SceneState, runtime: Runtime[Tools]) -> dict[str, Any]:
    """Store code and outcome, and hand the outcome to the run. What worked is noted for the harvest."""
    tools, result, failure = runtime.context, state.get("result"), state.get("failure")
    made = bool(result and result.ok)
    outcome = SceneOutcome(
        index=state["index"],
        plan=state["plan"],
        made=made,
        code=state.get("code"),
        result=result,
        findings=state.get("findings", ()),
        attempts=state["attempt"],
        problem="" if made or failure is None or failure.error is None else failure.error.message,
    )
    _store(tools, outcome)
    if made and outcome.code:
        await asyncio.to_thread(_learn, state, outcome.code)
        await count(outcome.code.components, well=True)
        if "harvest" not in tools.without:
            glean(outcome.code, state["plan"], state["wish"], tools.folder.name, tools.model.name)
    tools.emit({"stage": "kept", "scene": state["index"], "made": made, "attempt": state["attempt"]})
    return {"done": [outcome]}


def _learn(state: SceneState, code: SceneCode) -> None:
    """How a model repaired what no mend could is remembered, for the next failure like it."""
    from agent.repair.lessons import kept

    if "broken" not in state:
        return
    before, failure = state["broken"]
    if failure.fault:
        kept().learn(Mended("model", "repaired by a model", failure.fault, before, code.code))


def _store(tools: Tools, outcome: SceneOutcome) -> None:
    folder = tools.folder / f"scene-{outcome.index + 1}"
    folder.mkdir(parents=True, exist_ok=True)
    if outcome.code:
        (folder / "scene.py").write_text(outcome.code.code, encoding="utf-8")
    (folder / "outcome.json").write_text(json.dumps(asdict(outcome), indent=1, default=str), encoding="utf-8")
