"""Repair of the layout: mends are probed and kept if they leave fewer findings. Public entries: `lay_out`, `laid_out`.

All findings are mended at once first. If that breaks something or helps nothing, one kind is, then one finding alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from agent.repair.lessons import Lessons, NoLessons
from agent.repair.mend import Mended
from agent.repair.repair import Probe, Repaired
from core.finding import Finding
from core.run import RunResult
from layout.findings import check
from layout.mend import ORDER, mend

PROBES = 8
"""Most candidates of one version that are probed."""

Run = Callable[[str], RunResult]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The code with the fewest findings, what was mended in it, and the findings that remain."""

    code: str
    mends: tuple[Mended, ...]
    findings: tuple[Finding, ...]


def lay_out(code: str, run: RunResult, probe: Run, *, probes: int = PROBES, lessons: Lessons | None = None) -> LaidOut:
    """Mend the layout of code that runs; `run` is its probe. Without a report nothing is known and nothing is done."""
    memory = lessons or NoLessons()
    done = LaidOut(code, (), _objections(run))
    tries, seen = iter(range(probes)), {code}
    while done.findings and run.report:
        step = _step(done, run, probe, tries, seen)
        if step is None:
            break
        mended, run = step
        memory.learn(mended)
        done = LaidOut(mended.after, (*done.mends, mended), _objections(run))
    return done


def laid_out(done: Repaired, probe: Probe, scene: str | None, lessons: Lessons | None = None) -> Repaired:
    """A repaired script with the layout of its scenes mended too; `findings` are those that remain."""
    if done.error:
        return done
    code, mends, left = done.code, list(done.mends), list[Finding]()
    for name in done.scenes or (scene,):
        run = probe(code, name)
        if run.error:
            continue
        best = lay_out(code, run, lambda text, name=name: probe(text, name), lessons=lessons)
        code = best.code
        mends.extend(best.mends)
        left.extend(best.findings)
    return replace(done, status="fixed" if mends else done.status, code=code, mends=tuple(mends), findings=tuple(left))


def _step(
    done: LaidOut, run: RunResult, probe: Run, tries: Iterator[int], seen: set[str]
) -> tuple[Mended, RunResult] | None:
    """The first candidate that leaves fewer findings, and its run."""
    for some in _choices(done.findings):
        better = mend(done.code, some, run.report) if run.report else None
        if better is None or better[0] in seen:
            continue
        if next(tries, None) is None:
            return None
        seen.add(better[0])
        again = probe(better[0])
        if not again.error and again.report and len(_objections(again)) < len(done.findings):
            fault = _gone(some, _objections(again))
            return Mended(f"layout.{fault.kind}", "; ".join(better[1]), fault, done.code, better[0]), again
    return None


def _choices(findings: tuple[Finding, ...]) -> Iterator[tuple[Finding, ...]]:
    """What is mended together: all, those of one kind, one."""
    yield findings
    kinds = [tuple(finding for finding in findings if finding.kind == kind) for kind in ORDER]
    yield from filter(None, kinds)
    yield from ((finding,) for kind in kinds for finding in kind)


def _gone(before: tuple[Finding, ...], after: tuple[Finding, ...]) -> Finding:
    """The first finding that is not there any more."""
    left = {(finding.kind, finding.message) for finding in after}
    return next((finding for finding in before if (finding.kind, finding.message) not in left), before[0])


def _objections(run: RunResult) -> tuple[Finding, ...]:
    return check(run.report) if run.report else ()
