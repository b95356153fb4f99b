"""The snippets of all sources as one stream without doubles."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from core.snippet import Snippet
from corpus import store
from corpus.clean.step import Drop
from corpus.dedupe.deduper import Deduper, Same
from corpus.dedupe.fingerprint import Fingerprint, fingerprint
from corpus.gather import OnEvent
from corpus.ledger import Ledger, code_of, key
from corpus.report import BuildReport
from corpus.workers import Crew, batched

TRUST = ("library", "manim-docs", "manim-api", "manim-sdist", "manimgl")
"""Of two that are the same, the one from the source that comes first here stays; then by the name of the source."""
BATCH = 64


def in_order(paths: list[Path]) -> list[Path]:
    """The sources' files, most trusted first."""
    return sorted(paths, key=lambda path: (TRUST.index(path.stem) if path.stem in TRUST else len(TRUST), path.stem))


@dataclass
class Merge:
    """The files of the sources, read twice: once to see what is the same, once to hand on what is kept."""

    paths: list[Path]
    ledger: Ledger
    crew: Crew
    report: BuildReport
    drops: list[Drop]
    on_event: OnEvent

    def snippets(self) -> Iterator[Snippet]:
        """What is kept, in order, with the words of what it stands for as further wishes."""
        self._fingerprint()
        deduper = Deduper()
        same = self._compared(deduper)
        for number, snippet in enumerate(self._all()):
            found = same.get(number)
            if found:
                self._drop(snippet, found)
                continue
            wishes = deduper.wishes.get(snippet.id, [])
            yield replace(snippet, wishes=tuple(dict.fromkeys((*snippet.wishes, *wishes)))) if wishes else snippet

    def _all(self) -> Iterator[Snippet]:
        return chain.from_iterable(store.read(path) for path in self.paths)

    def _fingerprint(self) -> None:
        """Make the fingerprints that are not known yet, in the workers."""
        new = (pair for pair in map(_compared, self._all()) if pair[0] and self.ledger.get(_key(*pair)) is None)
        done = 0
        for results in self.crew.map(
            _fingerprints, batched(new, lambda pair: len(pair[0]), most=BATCH, weight=400_000)
        ):
            self.ledger.put((_key(*pair), prints or _plain(pair[0])) for pair, prints in results)
            done += len(results)
            self.on_event({"stage": "dedupe", "done": done})

    def _compared(self, deduper: Deduper) -> dict[int, Same]:
        """By its number in the stream, what a snippet is the same as."""
        found: dict[int, Same] = {}
        for number, snippet in enumerate(self._all()):
            code, name = _compared(snippet)
            if not code:
                continue
            same = deduper.offer(snippet, _unpacked(self.ledger.get(_key(code, name))))
            if same is not None:
                found[number] = same
        return found

    def _drop(self, snippet: Snippet, same: Same) -> None:
        self.report.duplicates[same.how] = self.report.duplicates.get(same.how, 0) + 1
        reason = f"same code ({same.how}) as {same.kept}: {snippet.name}"
        self.drops.append(Drop("dedupe", snippet.source, snippet.path, reason))
        self.report.step("dedupe").dropped += 1


def _compared(snippet: Snippet) -> tuple[str, str]:
    """The code to compare and the definition that it is about; no code for entries of the reference."""
    return ("" if snippet.kind == "api" else snippet.code), snippet.name


def _key(code: str, name: str) -> str:
    digest = hashlib.sha256(code.encode("utf-8", "replace")).hexdigest()
    return key("fingerprint", code_of("corpus/dedupe"), digest, name)


def _fingerprints(pairs: list[tuple[str, str]]) -> list[list[str]]:
    return [_packed(fingerprint(code, name)) for code, name in pairs]


def _packed(prints: Fingerprint) -> list[str]:
    parts = (prints.exact, prints.normalised, prints.signature, prints.own)
    return [base64.b85encode(part).decode() for part in parts]


def _unpacked(packed: list[str]) -> Fingerprint:
    return Fingerprint(*(base64.b85decode(part) for part in packed))


def _plain(code: str) -> list[str]:
    """For code whose syntax tree kills the process: a fingerprint of its text alone."""
    digest = hashlib.sha512(code.encode("utf-8", "replace")).digest()
    return _packed(Fingerprint(digest, digest, digest * 8, digest * 8))
