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
from layout.findings import check as objections
from layout.mend import mend
from render.policy import check as forbidden

ROUNDS = 3
"""Most rounds of deterministic mending of one version."""


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
    """The code after as many rounds of mending as each leave fewer findings, and the findings that remain."""
    findings = _objections(run)
    for _ in range(0 if "repair" in tools.without else ROUNDS):
        if not findings or run.report is None:
            break
        better = mend(code.code, findings, run.report)
        if better is None:
            break
        candidate = replace(code, code=better[0], notes=(*code.notes, *better[1]))
        again = _probe(tools, state, candidate)
        if again.error or len(_objections(again)) >= len(findings):
            break
        code, run, findings = candidate, again, _objections(again)
    return code, findings


def _objections(run: RunResult) -> tuple[Finding, ...]:
    return objections(run.report) if run.report else ()
