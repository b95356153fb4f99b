"""Repair: diagnose, mend, probe, keep what gets further, until the script runs or nothing helps any more."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from agent.repair.case import Case
from agent.repair.families import candidates
from agent.repair.lessons import Lessons, NoLessons, signature
from agent.repair.mend import Mend, Mended
from agent.repair.reach import further
from core.finding import Finding
from core.run import RunResult, SceneError
from render.policy import check as refused

Probe = Callable[[str, str | None], RunResult]
"""Runs a scene without drawing: code and the scene's name, or None for the only one."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long to try: probes of one script, seconds, and mends that are kept."""

    probes: int = 60
    seconds: float = 120.0
    mends: int = 30


@dataclass(frozen=True, slots=True)
class Repaired:
    """What came of it. `status`: it worked as it was, it was fixed, or it is stuck at `error`.

    `code` is the furthest version, `mends` what was done in order, `tried` ids of mends that did not help with `error`.
    `attempts` are mends that were tried at all, `scenes` the scenes that were run where the file has several,
    `findings` what is left to object to where the layout was looked at (`agent.repair.layout`).
    """

    status: Literal["works", "fixed", "stuck"]
    code: str
    mends: tuple[Mended, ...] = ()
    error: SceneError | None = None
    tried: tuple[str, ...] = ()
    attempts: int = 0
    seconds: float = 0.0
    run: RunResult | None = None
    scenes: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def repair(
    code: str,
    probe: Probe,
    *,
    scene: str | None = None,
    bounds: Bounds = Bounds(),  # frozen
    lessons: Lessons | None = None,
    first: RunResult | None = None,
) -> Repaired:
    """Mend a script until it runs; every scene of it if it has several and none is named.

    `first` is the run that failed, if there was one already. Nothing is changed in a script that works.
    """
    work = _Work(code, probe, bounds, lessons or NoLessons(), sole=_sole_scene(code))
    done = work.run(scene, first)
    done = replace(done, scenes=(work.named,)) if work.named else done
    if scene is None and done.error and done.error.kind == "no_scene" and done.run and len(done.run.scenes) > 1:
        names = done.run.scenes
        done = replace(work.each(names), scenes=names)
    status = "stuck" if done.error else "fixed" if work.mends else "works"
    spent = time.perf_counter() - work.began
    return replace(done, status=status, mends=tuple(work.mends), attempts=work.attempts, seconds=spent)


@dataclass
class _Work:
    """One script on the bench."""

    code: str
    probe: Probe
    bounds: Bounds
    lessons: Lessons
    mends: list[Mended] = field(default_factory=list)
    seen: set[tuple[str, str | None]] = field(default_factory=set)
    probes: int = 0
    attempts: int = 0
    sole: str = ""
    """The only scene that the script had: what is added to it may be scenes too."""
    named: str = ""
    circled: set[str] = field(default_factory=set)
    """Errors that were stepped aside from since the script last got further: back at one of them is no step at all."""
    began: float = field(default_factory=time.perf_counter)

    def each(self, names: tuple[str, ...]) -> Repaired:
        """Repair scene after scene; the first that is stuck ends it, and what was mended before stays."""
        done = Repaired("works", self.code)
        for name in names:
            done = self.run(name, None)
            if done.error:
                break
        return done

    def run(self, scene: str | None, first: RunResult | None) -> Repaired:
        """Repair one scene."""
        run = first or self._try(self.code, scene)
        self.seen.add((self.code, scene))
        tried: list[str] = []
        while run.error and self._goes_on() and not _several(run):
            step = self._step(run, scene, tried)
            if step is None:
                break
            run, tried = step, []
        return Repaired("stuck", self.code, error=run.error, tried=tuple(dict.fromkeys(tried)), run=run)

    def _step(self, run: RunResult, scene: str | None, tried: list[str]) -> RunResult | None:
        """The run of the first mend that gets further, else of the first that changes the error at the failing line.

        Its code becomes the code; None if there is none. What loses something is tried last of all.
        """
        assert run.error is not None
        aside: tuple[Mend, RunResult] | None = None
        for mend in self._ordered(Case(self.code, run.error, scene)):
            if (mend.code, scene) in self.seen:
                continue
            if not self._goes_on() or (mend.resort and aside):
                break
            self.attempts += 1
            new = self._try(mend.code, scene)
            step = further(self.code, run, mend.code, new)
            if step == "on":
                self.circled.clear()
                self._keep(mend, run.error)
                return new
            if step == "aside" and not self._circles(new):
                aside = aside or (mend, new)
            tried.append(mend.id)
        if aside is None:
            return None
        self.circled.add(signature(run.error))
        self._keep(aside[0], run.error)
        return aside[1]

    def _circles(self, run: RunResult) -> bool:
        return run.error is not None and signature(run.error) in self.circled

    def _ordered(self, case: Case) -> Iterator[Mend]:
        """Mends as the families give them; those that have helped before come first."""
        known = self.lessons.known(case.error)
        if not known:
            yield from candidates(case)
            return
        rank = {mend: place for place, mend in enumerate(known)}
        yield from sorted(candidates(case), key=lambda mend: rank.get(mend.id, len(rank)))

    def _keep(self, mend: Mend, error: SceneError) -> None:
        mended = Mended(mend.id, mend.why, error, self.code, mend.code)
        self.lessons.learn(mended)
        self.mends.append(mended)
        self.code = mend.code

    def _goes_on(self) -> bool:
        spent = time.perf_counter() - self.began
        return self.probes < self.bounds.probes and spent < self.bounds.seconds and len(self.mends) < self.bounds.mends

    def _try(self, code: str, scene: str | None) -> RunResult:
        """A probe, or its answer where no probe is needed: code that does not parse never starts."""
        self.seen.add((code, scene))
        error = refused(code)
        if error and error.kind == "syntax":
            return RunResult("error", error=error)
        self.probes += 1
        run = self.probe(code, scene)
        if scene is None and self.sole in run.scenes and _several(run):
            self.probes += 1
            self.named = self.sole
            return self.probe(code, self.sole)
        return run


def _sole_scene(code: str) -> str:
    """The name of the only class with a `construct`; empty if there are more, or none."""
    found = re.findall(r"^[ \t]*class[ \t]+(\w+)(?:(?!^[ \t]*class[ \t]).)*?def construct\b", code, re.M | re.S)
    return found[0] if len(found) == 1 else ""


def _several(run: RunResult) -> bool:
    return bool(run.error and run.error.kind == "no_scene" and len(run.scenes) > 1)
