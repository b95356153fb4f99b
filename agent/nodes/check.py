"""Check: the policy, then a probe, then the layout; what can be mended safely is mended here."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

from langgraph.runtime import Runtime

from agent.models.protocol import Failure
from agent.state import SceneState, Tools
from core.finding import Finding
from core.run import RunResult, SceneError
from core.scene import SceneCode
from render.policy import check as forbidden


async def check(state: SceneState, runtime: Runtime[Tools]) -> dict[str, Any]:
    """Probe a model's code and look at its layout. Sets `failure` when it must be repaired before a render.

    What the composer writes comes from components that were proven: it goes straight to the render, whose report is
    looked at in the same way afterwards.
    """
    tools = runtime.context
    tools.emit({"stage": "check", "scene": state["index"], "attempt": state["attempt"]})
    code = state["code"]
    if error := forbidden(code.code):
        return _failed(state, error)
    if state["plan"].kind != "model":
        return {"failure": None}
    run = await asyncio.to_thread(_probe, tools, state, code)
    if run.error:
        return _failed(state, run.error)
    code, findings = await asyncio.to_thread(mended, tools, state, code, run)
    failure = Failure(state["attempt"], None, findings) if findings else None
    return {"code": code, "findings": findings, "failure": failure}


def _failed(state: SceneState, error: SceneError) -> dict[str, Any]:
    return {"failure": Failure(state["attempt"], error), "findings": ()}


def _probe(tools: Tools, state: SceneState, code: SceneCode) -> RunResult:
    return tools.farm.probe(code.code, code.name, quality=state["wish"].options.quality, timeout=tools.timeout)


def mended(tools: Tools, state: SceneState, code: SceneCode, run: RunResult) -> tuple[SceneCode, tuple[Finding, ...]]:
    """The code with its layout mended as far as that goes without a model, and the findings that remain."""
    from agent.repair.layout import PROBES, lay_out
    from agent.repair.lessons import kept

    def probe(text: str) -> RunResult:
        return _probe(tools, state, replace(code, code=text))

    probes = 0 if "repair" in tools.without else PROBES
    done = lay_out(code.code, run, probe, probes=probes, lessons=kept())
    if not done.mends:
        return code, done.findings
    return replace(code, code=done.code, notes=(*code.notes, *(mend.why for mend in done.mends))), done.findings
