"""A build goes on where it was, does only what is new, survives broken sources, and ends the same after a kill."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field, replace
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest

from core import settings as configuration
from core.run import RunResult
from core.snippet import Snippet
from corpus import store
from corpus.build import Options, build
from corpus.ledger import Ledger, key
from corpus.report import load
from corpus.sources.folder import Folder
from corpus.sources.source import Document
from corpus.workers import Crew, batched
from tests.corpus.fakes import FakeProber, Given, MadeUp, scene, snippet

ROOT = Path(__file__).resolve().parents[2]
ONE = Options(workers=1)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A data folder of the test's own."""
    monkeypatch.setenv("TULKU_HOME", str(tmp_path / "home"))
    configuration.settings.cache_clear()
    yield tmp_path / "home"
    configuration.settings.cache_clear()


def combined() -> list[Snippet]:
    return list(store.read(store.combined()))


def test_a_build_says_what_it_did(tmp_path: Path) -> None:
    log = tmp_path / "log"
    broken = Document(snippet(scene(50).replace("wait()", "wait()  # broken"), source="given", path="b.py"))
    unreadable = Document(snippet("this is (no code\nat all", source="given", path="c.py"))
    double = Document(snippet(scene(0).replace("shape", "thing"), source="given", path="d.py"))
    sources = [MadeUp(6), Given([broken, unreadable, double]), Folder("gone", tmp_path / "gone")]
    report = build(sources, replace(ONE, prober=FakeProber(log)))
    assert [(row.name, row.documents, row.snippets) for row in report.sources] == [
        ("made-up", 6, 6),
        ("given", 3, 2),
        ("gone", 0, 0),
    ]
    assert report.sources[2].problem == f"there is no folder {tmp_path / 'gone'}"
    assert report.duplicates == {"normalised": 1}
    assert report.probe == {"ok": 6, "runtime": 1}
    assert report.verified == {"probed": 6, "failed": 1}
    found = combined()
    assert report.snippets == len(found) == 7
    assert [one.problem for one in found if one.verified == "failed"] == ["runtime: it broke at … (line 7)"]
    assert load()["probe"] == {"ok": 6, "runtime": 1}
    reasons = (store.home() / "dropped.jsonl").read_text()
    assert "does not parse, line 1" in reasons and "same code (normalised)" in reasons
    kept = next(one for one in found if one.name == "Scene0")
    assert kept.source == "given", "sources of the same trust go by name"


def test_words_of_doubles_are_kept() -> None:
    double = Document(snippet(scene(0), source="second", path="d.py", description="The other words for it"))
    build([MadeUp(1, "first"), Given([double], "second")], ONE)
    assert [one.wishes for one in combined()] == [("The other words for it",)]


def test_a_second_build_does_only_what_is_new(tmp_path: Path) -> None:
    log = tmp_path / "log"
    options = replace(ONE, prober=FakeProber(log))
    build([MadeUp(4)], options)
    before = store.combined().read_bytes()
    report = build([MadeUp(4)], options)
    assert report.sources[0].new == 0
    assert store.combined().read_bytes() == before
    report = build([MadeUp(6)], options)
    assert report.sources[0].new == 2
    assert len(log.read_text().split()) == len(set(log.read_text().split())) == 6


def test_sources_of_earlier_builds_stay_unless_told_otherwise() -> None:
    build([MadeUp(2, "one")], ONE)
    build([Given([Document(snippet(scene(7), source="two"))], "two")], ONE)
    assert {found.source for found in combined()} == {"one", "two"}
    build([MadeUp(2, "one")], replace(ONE, only=True))
    assert {found.source for found in combined()} == {"one"}


def test_a_source_that_breaks_keeps_what_it_had(tmp_path: Path) -> None:
    place = tmp_path / "mine"
    place.mkdir()
    (place / "a.py").write_text(scene(1))
    build([Folder("mine", place)], ONE)
    (place / "a.py").unlink()
    report = build([Folder("mine", place)], ONE)
    assert report.sources[0].problem.endswith("what an earlier build took from it stays")
    assert [found.name for found in combined()] == ["Scene1"]


def test_the_budget_of_the_probe_is_kept(tmp_path: Path) -> None:
    @dataclass
    class Slow(FakeProber):
        def probe(self, code: str, scene: str | None, *, timeout: float | None = None) -> Any:
            time.sleep(0.05)
            return super().probe(code, scene, timeout=timeout)

    report = build([MadeUp(12)], replace(ONE, prober=Slow(), probe_seconds=0.1))
    assert 0 < report.left < 12
    assert report.left + sum(report.probe.values()) == 12
    assert build([MadeUp(12)], replace(ONE, prober=FakeProber())).left == 0


@pytest.mark.parametrize(("waiting", "seconds"), [(0.1, 20.0), (8.0, 80.0)])
def test_a_busy_machine_gives_scenes_more_time(
    waiting: float, seconds: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.getloadavg", lambda: (waiting, 0.0, 0.0))
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    given: list[float | None] = []

    class Patient(FakeProber):
        def probe(self, code: str, scene: str | None, *, timeout: float | None = None) -> RunResult:
            given.append(timeout)
            return super().probe(code, scene, timeout=timeout)

    build([MadeUp(2)], replace(ONE, prober=Patient(tmp_path / "log")))
    assert given == [seconds, seconds]


def test_a_judge_scores_and_refines_once() -> None:
    @dataclass
    class Counting:
        name: str = "counting"
        asked: list[str] = field(default_factory=list[str])

        def describe(self, snippets: list[Snippet]) -> list[str]:
            self.asked += [one.name for one in snippets]
            return [f"Better: {one.description}" for one in snippets]

        def fits(self, snippets: list[Snippet]) -> list[float]:
            return [0.5 for _ in snippets]

    judge = Counting()
    for _ in range(2):
        build([MadeUp(3)], replace(ONE, judge=judge))
    assert len(judge.asked) == 3
    assert {one.score for one in combined()} == {0.5}
    assert all(one.description.startswith("Better: Number") for one in combined())


def test_two_workers_make_the_same_as_one() -> None:
    build([MadeUp(40)], ONE)
    alone = store.combined().read_bytes()
    (store.home() / "steps.sqlite").unlink()
    build([MadeUp(40)], Options(workers=2))
    assert store.combined().read_bytes() == alone


BUILDER = """
import sys, time
from tests.corpus.fakes import FakeProber, MadeUp
from corpus.build import Options, build

class Slow(FakeProber):
    def probe(self, *given, **known):
        time.sleep(0.02)
        return super().probe(*given, **known)

if __name__ == "__main__":
    def tell(event):
        print(event["stage"], flush=True)
        time.sleep(0.02)
    build([MadeUp(60)], Options(workers=2, prober=Slow()), tell)
"""


@pytest.mark.parametrize("stage", ["clean", "describe and check", "probe"])
def test_a_killed_build_ends_the_same(home: Path, tmp_path: Path, stage: str) -> None:
    script = tmp_path / "builder.py"
    script.write_text(BUILDER)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    build([MadeUp(60)], replace(ONE, prober=FakeProber()))
    whole = store.combined().read_bytes()
    for path in (store.combined(), store.home() / "steps.sqlite"):
        path.unlink()
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env=environment) as killed:
        assert killed.stdout
        for line in killed.stdout:
            if line.strip() == stage:
                break
        killed.send_signal(signal.SIGKILL)
    assert killed.returncode == -signal.SIGKILL
    assert not store.combined().exists()
    subprocess.run([sys.executable, str(script)], check=True, env=environment, capture_output=True, timeout=120)
    assert store.combined().read_bytes() == whole


def test_the_ledger_outlives_damage(tmp_path: Path) -> None:
    path = tmp_path / "steps.sqlite"
    path.write_bytes(b"no database at all, but long enough to be looked at" * 100)
    with Ledger(path) as ledger:
        ledger.put([(key("a", 1), {"x": ["é"]})])
        assert ledger.get(key("a", 1)) == {"x": ["é"]}
        assert ledger.get(key("a", 2)) is None


def _leave_at_three(numbers: list[int]) -> list[int]:
    if 3 in numbers:
        os._exit(7)
    return [number * 2 for number in numbers]


def test_an_item_that_kills_its_worker_harms_no_other() -> None:
    with Crew(2) as crew:
        batches = batched(range(8), lambda number: 1, most=2, weight=100)
        found = [pair for batch in crew.map(_leave_at_three, batches) for pair in batch]
    assert found == [(number, None if number == 3 else number * 2) for number in range(8)]


def _sleep(seconds: list[int]) -> list[int]:
    time.sleep(max(seconds))
    return seconds


def test_an_error_does_not_wait_for_work_under_way() -> None:
    before = set(active_children())
    since = time.monotonic()
    with pytest.raises(KeyboardInterrupt), Crew(2) as crew:
        for _ in crew.map(_sleep, [[0], [600], [600]]):
            raise KeyboardInterrupt
    deadline = time.monotonic() + 60
    while set(active_children()) - before and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not set(active_children()) - before
    assert time.monotonic() - since < 600


def test_batches() -> None:
    assert list(batched([5, 5, 1, 9, 1], int, most=3, weight=10)) == [[5, 5], [1, 9], [1]]
    assert list(batched([1] * 5, int, most=2, weight=10)) == [[1, 1], [1, 1], [1]]


def test_parquet_keeps_everything(tmp_path: Path) -> None:
    one = snippet(scene(1), tags=("a", "b"), notes=("c",), year=2019, score=0.25, wishes=("é",))
    path = tmp_path / "x.parquet"
    assert store.write(path, [one]) == 1
    assert list(store.read(path)) == [one]
