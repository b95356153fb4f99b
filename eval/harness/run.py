"""A run: every case against every contestant, several at once; what is known already is not made again.

A part that had nothing to do in a trial cannot change it when it is switched off: such a trial is not made a second
time, and is marked as the same. Where that holds for all trials the part makes no difference, and the report says so.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, replace

from agent.state import Part
from core.settings import settings
from eval.harness.evidence import RECORDED, Contestant, Evidence, key_of
from eval.harness.judging import judged
from eval.harness.making import Terms, Trial, made
from eval.harness.recorded import ran
from eval.scores.families import measured
from eval.scores.metric import Scores
from eval.suites.suite import Case, Suite

LOOK = 0.2
"""Seconds between two looks at whether to stop."""


@dataclass(frozen=True)
class Outcome:
    """A trial with its scores. `is_same`: not made, since the part that is off had nothing to do."""

    contestant: Contestant
    case: Case
    trial: int
    evidence: Evidence
    scores: Scores
    is_same: bool = False
    is_known: bool = False


@dataclass(frozen=True)
class Plan:
    """What is to be run. `parts` are switched off one at a time; `judge` is a vision model, or empty."""

    suite: Suite
    models: tuple[str, ...]
    parts: tuple[Part, ...] = ()
    trials: int = 1
    judge: str = ""
    fresh: bool = False

    @property
    def contestants(self) -> tuple[Contestant, ...]:
        return tuple(
            contestant
            for model in self.models
            for contestant in (Contestant(model), *(Contestant(model, (part,)) for part in self.parts))
        )

    @property
    def bouts(self) -> list[tuple[Case, str, int]]:
        """Case, model, number of the trial; the models meet on a case before the next one comes."""
        return [
            (case, model, number)
            for number in range(self.trials)
            for case in self.suite.cases
            for model in self.models
            if model != RECORDED or case.code
        ]


class Run:
    """A plan on its way."""

    def __init__(self, plan: Plan, terms: Terms) -> None:
        self.plan, self.terms = plan, terms
        self.stopped = threading.Event()
        self._running: dict[int, str] = {}

    @property
    def total(self) -> int:
        return len(self.plan.bouts)

    @property
    def now(self) -> list[str]:
        """What is being made."""
        return list(self._running.values())

    def stop(self) -> None:
        """Start nothing further."""
        self.stopped.set()

    def run(self, jobs: int) -> Iterator[list[Outcome]]:
        """Outcomes of one bout after another, as they end; after `stop` only running ones are finished."""
        loop = asyncio.new_event_loop()
        thread = threading.Thread(target=_served, args=(loop,), name="evaluation", daemon=True)
        thread.start()
        try:
            yield from self._ended(jobs, loop)
        finally:
            loop.call_soon_threadsafe(loop.stop)
            thread.join()

    def _ended(self, jobs: int, loop: asyncio.AbstractEventLoop) -> Iterator[list[Outcome]]:
        waiting = iter(enumerate(self.plan.bouts))
        work: set[Future[list[Outcome]]] = set()
        while True:
            while len(work) < jobs and not self.stopped.is_set() and (bout := next(waiting, None)):
                work.add(asyncio.run_coroutine_threadsafe(self._bout(bout[0], *bout[1]), loop))
            if not work:
                return
            ended, work = wait(work, timeout=LOOK, return_when=FIRST_COMPLETED)
            for future in ended:
                yield future.result()

    async def _bout(self, place: int, case: Case, model: str, number: int) -> list[Outcome]:
        self._running[place] = case.label
        try:
            whole = await self._outcome(Trial(case, Contestant(model), number, ""))
            rest = [await self._without(whole, part) for part in self.plan.parts]
            return [whole, *rest]
        finally:
            self._running.pop(place, None)

    async def _without(self, whole: Outcome, part: Part) -> Outcome:
        contestant = Contestant(whole.contestant.model, (part,))
        if part not in whole.evidence.used or whole.evidence.status == "excluded":
            return replace(whole, contestant=contestant, is_same=True)
        return await self._outcome(Trial(whole.case, contestant, whole.trial, ""))

    async def _outcome(self, trial: Trial) -> Outcome:
        key = key_of(trial.case, trial.contestant, trial.number, self.terms.quality, settings())
        trial = replace(trial, key=key)
        known = None if self.plan.fresh else self.terms.shelf.known(key)
        evidence = known or await self._tried(trial)
        if known is None:
            await asyncio.to_thread(self.terms.shelf.keep, evidence)
        if self.plan.judge and evidence.is_shown:
            await judged(trial.case, evidence, self.plan.judge)
        scores = await asyncio.to_thread(measured, trial.case, evidence)
        return Outcome(trial.contestant, trial.case, trial.number, evidence, scores, is_known=known is not None)

    async def _tried(self, trial: Trial) -> Evidence:
        if trial.contestant.model == RECORDED:
            return await asyncio.to_thread(ran, trial, self.terms)
        return await made(trial, self.terms)


def _served(loop: asyncio.AbstractEventLoop) -> None:
    """Run a loop until it is stopped, and end what is left on it; threads of renders are not waited for."""
    loop.run_forever()
    loop.run_until_complete(_rest_cancelled())
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()


async def _rest_cancelled() -> None:
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
