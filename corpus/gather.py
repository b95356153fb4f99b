"""First half of a build: each source, cleaned, into a parquet file of its own."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from core.errors import SourceError
from core.snippet import Snippet
from corpus import store
from corpus.clean.pipeline import Result, clean
from corpus.clean.step import Drop
from corpus.ledger import Ledger, code_of, key
from corpus.report import BuildReport, SourceRow
from corpus.sources.installed import manim_version
from corpus.sources.source import Document, Source
from corpus.workers import Crew, batched

MOST_DOCUMENTS = 16
MOST_CHARACTERS = 60_000
"""Size of a batch: enough to share the start of ruff, little enough to lose when a build is killed."""
OnEvent = Callable[[dict[str, Any]], None]
Row = dict[str, Any]


def gather(
    source: Source, path: Path, *, ledger: Ledger, crew: Crew, report: BuildReport, drops: list[Drop], on_event: OnEvent
) -> None:
    """Clean what is new of a source and write all of it to `path`. A source that cannot be read is noted, no more."""
    row = SourceRow(source.name)
    report.sources.append(row)
    since = time.perf_counter()
    try:
        keys = _cleaned(source, row, ledger, crew, on_event)
    except SourceError as error:
        row.problem = f"{error.message}{f' ({error.advice})' if error.advice else ''}"
        if path.exists():
            row.problem += "; what an earlier build took from it stays"
        on_event({"stage": "problem", "source": source.name, "message": row.problem})
        return
    row.snippets = store.write(path, _all(keys, row, ledger, report, drops))
    row.seconds = time.perf_counter() - since
    on_event({"stage": "source", **asdict(row)})


def _cleaned(source: Source, row: SourceRow, ledger: Ledger, crew: Crew, on_event: OnEvent) -> list[str]:
    """Clean every document that the ledger does not know; returns the keys of all, in order."""
    keys: list[str] = []

    def new() -> Iterator[tuple[str, Document]]:
        for document in source.documents():
            keys.append(_key(document))
            row.documents += 1
            if ledger.get(keys[-1]) is None:
                row.new += 1
                yield keys[-1], document
            elif row.documents % 20 == 0:
                on_event({"stage": "clean", "source": source.name, "done": row.documents})

    batches = batched(new(), lambda item: len(item[1].snippet.code), most=MOST_DOCUMENTS, weight=MOST_CHARACTERS)
    for results in crew.map(_clean, batches):
        ledger.put((item[0], result or _crashed(item[1])) for item, result in results)
        on_event({"stage": "clean", "source": source.name, "done": row.documents})
    return keys


def _key(document: Document) -> str:
    ours = code_of("corpus/clean", "corpus/sources/docstring.py", "convert")
    snippet = json.dumps(store.to_row(document.snippet), sort_keys=True)
    return key("clean", ours, manim_version(), document.form, document.file, document.context, snippet)


def _clean(batch: list[tuple[str, Document]]) -> list[Row]:
    """In a worker: results as plain data."""
    return [asdict(result) for result in clean([document for _, document in batch])]


def _crashed(document: Document) -> Row:
    found = document.snippet
    return asdict(Result(drops=[Drop("clean", found.source, found.path, "its cleaning killed the process")]))


def _all(keys: list[str], row: SourceRow, ledger: Ledger, report: BuildReport, drops: list[Drop]) -> Iterator[Snippet]:
    """All snippets of a source from the ledger, counting on the way."""
    for known in keys:
        result = ledger.get(known)
        dropped = [Drop(**drop) for drop in result["drops"]]
        drops += dropped
        row.dropped += len(dropped)
        report.add(result["changed"], result["seconds"], dropped)
        yield from (store.from_row(snippet) for snippet in result["snippets"])
