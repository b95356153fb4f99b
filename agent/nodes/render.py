"""Render: checked code becomes a video in this run's folder."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict, replace
from typing import Any

from langgraph.runtime import Runtime

from agent.models.protocol import Failure
from agent.nodes.check import mended
from agent.state import SceneState, Tools
from core.report import SceneReport
from core.run import RunResult
from core.scene import SceneCode
from layout.captions import cues


async def render(state: SceneState, runtime: Runtime[Tools]) -> dict[str, Any]:
    """Render one scene, and mend what its report shows if nobody has looked before.

    The report stays out of the state: checkpoints would grow by megabytes.
    """
    tools, code = runtime.context, state["code"]
    tools.emit({"stage": "render", "scene": state["index"], "attempt": state["attempt"]})
    run = await asyncio.to_thread(_render, tools, state, code)
    findings = state.get("findings", ())
    if run.ok and run.report and state["plan"].kind != "model":
        better, findings = await asyncio.to_thread(mended, tools, state, code, run)
        if better is not code:
            code, run = better, await asyncio.to_thread(_render, tools, state, better)
    if run.ok and run.report:
        await asyncio.to_thread(_caption, tools, state, run.report)
    failure = Failure(state["attempt"], run.error) if run.error else None
    return {"code": code, "findings": findings, "result": replace(run, report=None), "failure": failure}


def _caption(tools: Tools, state: SceneState, report: SceneReport) -> None:
    """What can be read in the scene, beside its video; the report itself is not kept."""
    path = tools.folder / f"scene-{state['index'] + 1}" / "captions.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([asdict(cue) for cue in cues(report)]), encoding="utf-8")


def _render(tools: Tools, state: SceneState, code: SceneCode) -> RunResult:
    options, index = state["wish"].options, state["index"]

    def progress(event: dict[str, Any]) -> None:
        tools.emit({**event, "stage": "render", "scene": index, "attempt": state["attempt"]})

    return tools.farm.render(
        code.code,
        code.name,
        quality=options.quality,
        resolution=options.resolution,
        out=tools.folder / f"scene-{index + 1}",
        final=options.quality != "low",
        on_event=progress,
        timeout=tools.timeout,
        seed=options.seed,
    )
