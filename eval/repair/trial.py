"""One script of the set: run as it is, repaired, rendered, and judged."""

from __future__ import annotations

import hashlib
import re
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agent.repair.families.brackets import closing_for
from agent.repair.repair import Bounds, Repaired, repair
from core.run import RunResult
from corpus.ledger import code_of
from eval.broken.cases import Case
from render.farm import Farm
from render.policy import check as refused

KEPT = 0.9
"""Share of the `play` calls that must still be there."""
TIMEOUT = 20.0
ROOMS = ("agent/repair", "convert")
"""The code that repairs."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a script.

    `raw` says whether it ran as it was, `rendered` whether it did in the end, `kept` the share of its `play` calls that
    are still there, `changed` whether anything in it was. Times in seconds; `attempts` are mends that were tried.
    """

    name: str
    fault: str
    half: str
    origin: str
    raw: bool
    rendered: bool
    kept: float
    changed: bool
    attempts: int
    repair_seconds: float
    probe_seconds: float
    render_seconds: float
    mends: tuple[str, ...] = ()
    error: str = ""
    line: int = 0

    @property
    def fixed(self) -> bool:
        return self.rendered and self.kept >= KEPT


def key(case: Case) -> str:
    """Of the script and of all code that repairs it: what was measured with other code is measured again."""
    return hashlib.sha256(f"{case.name}\0{case.code}\0{code_of(*ROOMS)}".encode()).hexdigest()[:24]


def attempt(case: Case, farm: Farm, *, render: bool = True) -> dict[str, Any]:
    """The facts about a script, as a ledger keeps them; without `render`, the last probe speaks for the render."""
    probes: list[float] = []

    def probe(code: str, scene: str | None) -> RunResult:
        began = time.perf_counter()
        run = farm.probe(code, scene, timeout=TIMEOUT)
        probes.append(time.perf_counter() - began)
        return run

    began = time.perf_counter()
    done = repair(case.code, probe, bounds=Bounds(seconds=90))
    spent = time.perf_counter() - began
    raw = probes[0] if probes and not _unparsed(case.code) else 0.0
    run, seconds = _rendered(done, farm) if render else (done.run, 0.0)
    error = done.error or (run.error if run else None)
    return {
        "kind": "",
        "raw": done.status == "works",
        "rendered": bool(run and run.ok),
        "kept": kept(case.code, done.code),
        "changed": done.code != case.code,
        "attempts": max(0, done.attempts),
        "repair_seconds": spent - raw,
        "probe_seconds": raw,
        "render_seconds": seconds,
        "mends": [mend.id for mend in done.mends],
        "error": f"{error.kind}: {error.message[:300]}" if error else "",
        "line": error.line if error else 0,
        "code": done.code if done.error else "",
    }


def _unparsed(code: str) -> bool:
    """Whether the script never started as it was."""
    error = refused(code)
    return error is not None and error.kind == "syntax"


def _rendered(done: Repaired, farm: Farm) -> tuple[RunResult | None, float]:
    if done.error:
        return None, 0.0
    began = time.perf_counter()
    scene = done.scenes[0] if done.scenes else None
    with tempfile.TemporaryDirectory() as folder:
        run = farm.render(done.code, scene, out=Path(folder), timeout=6 * TIMEOUT, scope="")
    return run, time.perf_counter() - began


def kept(before: str, after: str) -> float:
    """Share of the whole `play` calls of a script that its mended form still has."""
    count = _plays(before)
    return min(1.0, _plays(after) / count) if count else 1.0


def _plays(code: str) -> int:
    """`play` calls, without one that breaks off at the end."""
    starts = [match.start() for match in re.finditer(r"\bself\.play\(|^\s*play\(", code, re.MULTILINE)]
    broken = bool(starts) and ")" in closing_for(code[starts[-1] :].partition("\n\n")[0])
    return len(starts) - (broken and code[starts[-1] :].count("\n") < 3)


def trial(case: Case, facts: dict[str, Any]) -> Trial:
    """The trial that facts tell of."""
    told = {name: facts[name] for name in Trial.__slots__ if name in facts and name != "mends"}
    return Trial(case.name, case.fault, case.half, case.origin, mends=tuple(facts["mends"]), **told)
