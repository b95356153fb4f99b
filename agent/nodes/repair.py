"""Repair: what can be mended without a model is; else the failure goes back to it, bounded, while something changes."""

from __future__ import annotations

import asyncio
import hashlib
import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from langgraph.runtime import Runtime

from agent.building_blocks import blamed, count, put_in, sources
from agent.models.protocol import Failure, Passage
from agent.state import SceneState, Tools
from core.errors import ModelError
from core.run import RunResult
from core.scene import SceneCode

if TYPE_CHECKING:
    from agent.repair.repair import Repaired

MENDING = (30, 60.0)
"""How many probes and seconds the mends without a model may take for one version."""


async def repair(state: SceneState, runtime: Runtime[Tools]) -> dict[str, Any]:
    """Ask for a better version. Sets `stuck` when attempts are used up or nothing changes any more."""
    tools, attempt = runtime.context, state["attempt"]
    failure = state.get("failure")
    if failure is None:  # the graph never comes here without one
        return {"stuck": True}
    _note(tools, state, failure)
    guilty = await blamed(state["code"], failure)
    await count([record.label for record in guilty], well=False)
    trail = [_digest(state["code"], failure)]
    if "repair" in tools.without:
        return {"stuck": True, "trail": trail}
    event = {"stage": "repair", "scene": state["index"], "attempt": attempt + 1, "problem": _problem(failure)}
    done = await asyncio.to_thread(_mended, tools, state, failure)
    if done and done.status == "fixed":
        tools.emit(event)
        return {"code": _with_notes(state["code"], done), "attempt": attempt + 1, "trail": trail, "failure": None}
    if done and done.error and done.mends:  # the model goes on from the furthest version
        state = SceneState({**state, "code": _with_notes(state["code"], done)})
        failure = Failure(failure.attempt, done.error)
    if attempt >= tools.attempts or trail[0] in state.get("trail", []):
        return {"stuck": True, "trail": trail}
    tools.emit(event)
    known = await asyncio.to_thread(_informed, state["code"], failure)
    passages = (*sources(guilty), *await asyncio.to_thread(_entries, tools, state), *state.get("passages", ()))
    try:
        answer = await tools.model.repair(state["wish"], state["plan"], state["code"], known, passages)
    except ModelError:
        return {"stuck": True, "trail": trail}
    if answer.value.code == state["code"].code:
        return {"stuck": True, "trail": trail, "usage": answer.usage}
    code = await put_in(replace(answer.value, components=_still(state["code"], answer.value)), passages)
    asked = {"broken": (state["code"].code, failure)}
    return {"code": code, "attempt": attempt + 1, "trail": trail, "usage": answer.usage, "failure": None, **asked}


def _mended(tools: Tools, state: SceneState, failure: Failure) -> Repaired | None:
    """What the mends without a model make of a version that does not run; None if that is not what is wrong with it.

    A version that fails only when it is drawn runs in the probe: then there is nothing to mend.
    """
    if failure.error is None or state["plan"].kind != "model" or state["attempt"] > tools.attempts + 1:
        return None
    if failure.error.kind in ("farm", "memory"):
        return None
    from agent.repair.lessons import kept
    from agent.repair.repair import Bounds
    from agent.repair.repair import repair as repaired

    code, options = state["code"], state["wish"].options

    def probe(code: str, scene: str | None) -> RunResult:
        return tools.farm.probe(code, scene, quality=options.quality, timeout=tools.timeout)

    return repaired(code.code, probe, scene=code.name, bounds=Bounds(*MENDING), lessons=kept())


def _with_notes(code: SceneCode, done: Repaired) -> SceneCode:
    return replace(code, code=done.code, notes=(*code.notes, *(mend.why for mend in done.mends)))


def _still(old: SceneCode, new: SceneCode) -> tuple[str, ...]:
    """Components of the old code, which the new one was made of."""
    return tuple(dict.fromkeys((*old.components, *new.components)))


def _informed(code: SceneCode, failure: Failure) -> Failure:
    """The failure with the signatures of what failed, and a case like it that was mended before."""
    from agent.repair.lessons import kept
    from agent.repair.likeness import similar
    from core.settings import settings

    fault = failure.fault
    lines = ["", *code.code.splitlines()]
    line = lines[fault.line] if fault and 0 < fault.line < len(lines) else ""
    seen = () if settings().auth else kept().cases()  # where there are accounts, nobody's lines go to anybody else
    case = similar(fault, line, seen) if fault else None
    return replace(failure, signatures=_signatures(code, failure), similar=case)


def _signatures(code: SceneCode, failure: Failure) -> tuple[str, ...]:
    from agent.signatures import signatures

    return signatures(code.code, failure.error.line, failure.error.message) if failure.error else ()


def _entries(tools: Tools, state: SceneState) -> tuple[Passage, ...]:
    """What the search knows of the error and of the names in the failing lines."""
    from agent.knowledge import entries

    failure = state.get("failure")
    if failure is None or failure.error is None or state["plan"].kind != "model" or "retrieval" in tools.without:
        return ()
    lines = state["code"].code.splitlines()
    at = failure.error.line - 1
    return entries(failure.error.message, "\n".join(lines[max(0, at - 1) : at + 2]) if at >= 0 else "")


def _digest(code: SceneCode, failure: Failure) -> str:
    """Equal for the same code failing in the same way."""
    why = failure.error.message if failure.error else "|".join(f.message for f in failure.findings)
    return hashlib.sha256(f"{code.code}\0{why}".encode()).hexdigest()[:16]


def _problem(failure: Failure) -> str:
    return failure.error.message if failure.error else f"{len(failure.findings)} layout findings"


def _note(tools: Tools, state: SceneState, failure: Failure) -> None:
    """Every failed attempt is kept: its code and why it failed."""
    folder = tools.folder / f"scene-{state['index'] + 1}" / "attempts"
    folder.mkdir(parents=True, exist_ok=True)
    name = f"attempt-{state['attempt']}"
    (folder / f"{name}.py").write_text(state["code"].code, encoding="utf-8")
    (folder / f"{name}.json").write_text(json.dumps(asdict(failure), indent=1), encoding="utf-8")
