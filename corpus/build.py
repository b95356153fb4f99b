"""A build: gather and clean each source, then dedupe, describe, check and probe all of them together.

Every stage asks the ledger first. What a killed build had done is not done again, and the end is the same.
"""

from __future__ import annotations

import json
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from core.snippet import Snippet
from corpus import store
from corpus.clean.describe import describe
from corpus.clean.static_check import problem
from corpus.clean.step import Drop
from corpus.dedupe.deduper import Deduper
from corpus.gather import OnEvent, gather
from corpus.judge import Judge
from corpus.ledger import Ledger, code_of, key
from corpus.merge import Merge, in_order
from corpus.probe import Prober, probe_all, probe_key, wants_probe, with_outcome
from corpus.report import BuildReport, save
from corpus.sources.installed import manim_version
from corpus.sources.source import Source
from corpus.workers import Crew, batched

BATCH = 64


@dataclass(frozen=True)
class Options:
    """How to build. Without a `prober` nothing is probed, without a `judge` no description is scored.

    `probe_seconds` bounds the probing. `only` leaves out sources of earlier builds.
    """

    workers: int = 2
    prober: Prober | None = None
    probe_seconds: float = 600.0
    judge: Judge | None = None
    only: bool = False


def build(
    sources: Sequence[Source], options: Options | None = None, on_event: OnEvent = lambda event: None
) -> BuildReport:
    """Build the corpus under `corpus.store.home()` and say what was done. Sources that cannot be read are noted."""
    return _Build(options or Options(), on_event).run(sources)


@dataclass
class _Build:
    """One build under way."""

    options: Options
    on_event: OnEvent
    report: BuildReport = field(default_factory=BuildReport)
    drops: list[Drop] = field(default_factory=list[Drop])

    def run(self, sources: Sequence[Source]) -> BuildReport:
        folder = store.home() / "sources"
        with Ledger(store.home() / "steps.sqlite") as ledger, Crew(self.options.workers) as crew:
            with self._timed("gather and clean"):
                for source in sources:
                    self._gather(source, folder, ledger, crew)
            checked = store.home() / "checked.parquet"
            with self._timed("dedupe, describe, check"):
                store.write(checked, self._checked(self._paths(folder, sources), ledger, crew))
            with self._timed("probe"):
                self._probe(checked, ledger)
            self.report.snippets = store.write(store.combined(), self._outcomes(checked, ledger))
        self.report.path = str(store.combined())
        save(self.report, self.drops)
        return self.report

    def _gather(self, source: Source, folder: Path, ledger: Ledger, crew: Crew) -> None:
        path = folder / f"{source.name}.parquet"
        gather(source, path, ledger=ledger, crew=crew, report=self.report, drops=self.drops, on_event=self.on_event)

    def _paths(self, folder: Path, sources: Sequence[Source]) -> list[Path]:
        names = {source.name for source in sources}
        return in_order([path for path in folder.glob("*.parquet") if not self.options.only or path.stem in names])

    def _checked(self, paths: list[Path], ledger: Ledger, crew: Crew) -> Iterator[Snippet]:
        merged = Merge(paths, ledger, crew, self.report, self.drops, self.on_event).snippets()
        described = self._not_too_many(self._finished(merged, ledger, crew))
        return self._judged(described, ledger) if self.options.judge else described

    def _finished(self, snippets: Iterable[Snippet], ledger: Ledger, crew: Crew) -> Iterator[Snippet]:
        """Described and statically checked, by the workers where it is new."""
        ours = code_of("corpus/clean", "corpus/sources/docstring.py", "render/policy.py")
        done = 0
        for batch in batched(snippets, lambda snippet: 1, most=BATCH * self.options.workers, weight=1 << 30):
            keys = {
                snippet.id: key("finish", ours, manim_version(), json.dumps(store.to_row(snippet))) for snippet in batch
            }
            new = [snippet for snippet in batch if ledger.get(keys[snippet.id]) is None]
            for results in crew.map(finish, batched(new, lambda snippet: 1, most=BATCH, weight=1 << 30)):
                ledger.put((keys[snippet.id], store.to_row(result or snippet)) for snippet, result in results)
            done += len(batch)
            self.on_event({"stage": "describe and check", "done": done})
            yield from (store.from_row(ledger.get(keys[snippet.id])) for snippet in batch)

    def _not_too_many(self, snippets: Iterable[Snippet]) -> Iterator[Snippet]:
        """Without more versions of one description than anybody learns from."""
        deduper = Deduper()
        for snippet in snippets:
            if snippet.kind != "api" and deduper.too_many(snippet):
                self.report.duplicates["description"] = self.report.duplicates.get("description", 0) + 1
                reason = f"enough other codes with this description: {snippet.name}"
                self.drops.append(Drop("dedupe", snippet.source, snippet.path, reason))
                self.report.step("dedupe").dropped += 1
                continue
            if snippet.verified == "failed":
                self.report.step("static check").changed += 1
            yield snippet

    def _judged(self, snippets: Iterable[Snippet], ledger: Ledger) -> Iterator[Snippet]:
        judge = self.options.judge
        assert judge is not None
        for batch in batched(snippets, lambda snippet: 1, most=BATCH, weight=1 << 30):
            keys = {snippet.id: key("judge", judge.name, snippet.id, snippet.description) for snippet in batch}
            new = [snippet for snippet in batch if snippet.kind != "api" and ledger.get(keys[snippet.id]) is None]
            ledger.put((keys[found.id], [found.description, found.score]) for found in _judge(new, judge))
            for snippet in batch:
                description, score = ledger.get(keys[snippet.id]) or (snippet.description, snippet.score)
                yield replace(snippet, description=description, score=score)

    def _probe(self, checked: Path, ledger: Ledger) -> None:
        prober = self.options.prober
        if prober is None or self.options.probe_seconds <= 0:
            return
        new = sum(1 for _ in _unprobed(checked, ledger))
        until = time.monotonic() + self.options.probe_seconds
        outcomes = probe_all(_unprobed(checked, ledger), prober, threads=max(1, self.options.workers), until=until)
        for done, (snippet, outcome) in enumerate(outcomes, 1):
            if outcome is not None:
                ledger.put([(probe_key(snippet), outcome)])
            self.on_event({"stage": "probe", "done": done, "of": new})

    def _outcomes(self, checked: Path, ledger: Ledger) -> Iterator[Snippet]:
        """The checked snippets with what the probe said, counted."""
        for snippet in store.read(checked):
            found = snippet
            if wants_probe(snippet):
                outcome = ledger.get(probe_key(snippet))
                found = with_outcome(snippet, outcome)
                self._count(outcome)
            self.report.verified[found.verified] = self.report.verified.get(found.verified, 0) + 1
            yield found

    def _count(self, outcome: dict[str, Any] | None) -> None:
        if outcome is None:
            self.report.left += 1
            return
        kind = outcome["problem"].split(":")[0] or "ok"
        self.report.probe[kind] = self.report.probe.get(kind, 0) + 1

    @contextmanager
    def _timed(self, stage: str) -> Generator[None]:
        since = time.perf_counter()
        yield
        self.report.stages[stage] = time.perf_counter() - since


def finish(snippets: list[Snippet]) -> list[Snippet]:
    """In a worker: describe, then look for what can be seen without running."""
    return [_checked_one(describe(snippet)) for snippet in snippets]


def _checked_one(snippet: Snippet) -> Snippet:
    if snippet.kind == "api":
        return snippet
    wrong = problem(snippet.code)
    return replace(snippet, verified="failed" if wrong else "static", problem=wrong)


def _judge(snippets: list[Snippet], judge: Judge) -> list[Snippet]:
    if not snippets:
        return []
    better = judge.describe(snippets)
    described = [replace(one, description=text) for one, text in zip(snippets, better, strict=True)]
    return [replace(one, score=score) for one, score in zip(described, judge.fits(described), strict=True)]


def _unprobed(checked: Path, ledger: Ledger) -> Iterator[Snippet]:
    """What the probe has not seen yet; of the same code only the first."""
    seen: set[str] = set()
    for snippet in store.read(checked):
        if wants_probe(snippet) and (known := probe_key(snippet)) not in seen and ledger.get(known) is None:
            seen.add(known)
            yield snippet
