"""The order of the cleaning, from a document to finished snippets. Runs in worker processes, many documents at a time.

A step that would break code that parsed is left out and says so: cleaning never makes code worse.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from core.snippet import Snippet, snippet_id
from corpus.clean import comments, formatted
from corpus.clean.assets import replace_assets
from corpus.clean.convert_step import has_own_imports, to_manimce
from corpus.clean.encoding import tidy
from corpus.clean.fences import unfence
from corpus.clean.loose import wrap
from corpus.clean.mend import mend
from corpus.clean.missing import add_imports
from corpus.clean.private import remove_private
from corpus.clean.split import Piece, split
from corpus.clean.step import Cleaned, Drop, Step
from corpus.clean.syntax import tree
from corpus.sources.docstring import first_sentence, prose
from corpus.sources.source import Document

MOST_NOTES = 30
DOCUMENT_STEPS: tuple[tuple[str, Step], ...] = (
    ("fences", unfence),
    ("encoding", tidy),
    ("mend", mend),
    ("wrap", wrap),
)
PIECE_STEPS: tuple[tuple[str, Step], ...] = (
    ("assets", replace_assets),
    ("private", remove_private),
    ("comments", comments.drop_dead),
    ("missing imports", add_imports),
)
BATCH_STEPS: tuple[tuple[str, Callable[[list[str]], list[Cleaned]]], ...] = (
    ("imports", formatted.without_dead_imports),
    ("format", formatted.formatted),
)
STEPS = (
    *(name for name, _ in DOCUMENT_STEPS),
    "convert",
    "split",
    *(name for name, _ in PIECE_STEPS),
    "imports",
    "format",
)


@dataclass
class Result:
    """What became of one document. `changed` counts by step what it changed, `seconds` what it took."""

    snippets: list[Snippet] = field(default_factory=list[Snippet])
    drops: list[Drop] = field(default_factory=list[Drop])
    changed: dict[str, int] = field(default_factory=dict[str, int])
    seconds: dict[str, float] = field(default_factory=dict[str, float])

    def took(self, step: str, seconds: float) -> None:
        self.seconds[step] = self.seconds.get(step, 0.0) + seconds

    def did(self, step: str) -> None:
        self.changed[step] = self.changed.get(step, 0) + 1

    @contextmanager
    def timed(self, step: str) -> Generator[None]:
        since = time.process_time()
        yield
        self.took(step, time.process_time() - since)


def clean(documents: list[Document]) -> list[Result]:
    """One result for each document. Nothing raises for what a document holds."""
    results = [_guarded(document) for document in documents]
    _batch_steps([result for result in results if result.snippets and not _finished(result)])
    return results


def _guarded(document: Document) -> Result:
    """A document cleaned up to the batch steps; a step that fails on it is the reason why it is dropped."""
    try:
        return _cleaned(document)
    except Exception as error:  # whatever strangers' code does to a parser: this document is dropped, others go on
        return _dropped(document.snippet, "clean", f"a step failed on it: {type(error).__name__}: {error}"[:300])


def _finished(result: Result) -> bool:
    return all(snippet.kind == "api" for snippet in result.snippets)


def _dropped(snippet: Snippet, step: str, reason: str, result: Result | None = None) -> Result:
    result = result or Result()
    result.drops.append(Drop(step, snippet.source, snippet.path, reason))
    return result


def _cleaned(document: Document) -> Result:
    raw = document.snippet
    if document.form == "entry":
        return Result([raw])
    result = Result()
    code, notes = raw.code, list(raw.notes)
    for name, step in DOCUMENT_STEPS:
        with result.timed(name):
            done = step(code)
        if done.problem:
            return _dropped(raw, name, done.problem, result)
        code = _take(result, name, code, done, notes)
    own, before, common = _definitions(code), code, tuple(notes)
    with result.timed("convert"):
        code, raw = _convert(document, before, notes, result)
    with result.timed("split"):
        found = split(code, only=raw.name, own=own)
        pieces = _wanted(document, found.pieces)
    with result.timed("convert"):
        apart = _apart(document, before, pieces, own) if code != before else {}
    result.drops += [Drop("split", raw.source, raw.path, reason) for reason in found.left_out]
    if len(pieces) > 1:
        result.did("split")
    if not pieces and not found.left_out:
        return _dropped(raw, "split", "no scene, class or function in it", result)
    alone = sum(piece.kind == "scene" for piece in pieces) == 1
    for piece in pieces:
        done = apart.get(piece.name, Cleaned(piece.code, tuple(notes[len(common) :])))
        whole = replace(piece, code=done.code)
        result.snippets.append(_snippet(document, raw, whole, [*common, *done.notes], result, alone=alone))
    return result


def _definitions(code: str) -> frozenset[str]:
    return frozenset(re.findall(r"^(?:class|def)\s+(\w+)", code, re.MULTILINE))


def _convert(document: Document, code: str, notes: list[str], result: Result) -> tuple[str, Snippet]:
    """Converted code, and the snippet with the dialect that it was written in."""
    raw = document.snippet
    try:
        done = to_manimce(code, root=document.root, file=document.file, known=raw.dialect)
    except Exception as error:  # a defect of the converter costs the conversion, not the snippet
        notes.append(f"not converted: {type(error).__name__}: {error}"[:200])
        return code, raw
    return _take(result, "convert", code, Cleaned(done.code, done.notes), notes), replace(raw, dialect=done.dialect)


def _apart(document: Document, code: str, pieces: list[Piece], own: frozenset[str]) -> dict[str, Cleaned]:
    """Of a file with several scenes, each converted by itself: only with the shims, inlined code and notes it needs."""
    scenes = [piece.name for piece in pieces if piece.kind == "scene"]
    found: dict[str, Cleaned] = {}
    for name in scenes if len(scenes) > 1 and has_own_imports(document.root) else ():
        try:
            done = to_manimce(code, root=document.root, file=document.file, scenes=(name,))
            parts = split(done.code, only=name, own=own).pieces
        except Exception:  # noqa: S112  # the scene as it is in the converted file is as good as nearly always
            continue
        if len(parts) == 1:
            found[name] = Cleaned(parts[0].code, done.notes)
    return found


def _take(result: Result, name: str, before: str, done: Cleaned, notes: list[str]) -> str:
    """The code after a step, unless it no longer parses where it did before."""
    if done.code != before and tree(done.code) is None and tree(before) is not None:
        notes.append(f"step {name} left out: it would have broken the code")
        return before
    if done.code != before:
        result.did(name)
    notes += done.notes
    return done.code


def _wanted(document: Document, pieces: tuple[Piece, ...]) -> list[Piece]:
    """Of files in a folder all pieces, of answers and examples the scenes, if there are any."""
    scenes = [piece for piece in pieces if piece.kind == "scene"]
    return list(pieces) if document.root or not scenes else scenes


def _snippet(
    document: Document, raw: Snippet, piece: Piece, notes: list[str], result: Result, *, alone: bool
) -> Snippet:
    own = list(notes)
    code = piece.code
    for name, step in PIECE_STEPS:
        with result.timed(name):
            done = step(code)
        code = _take(result, name, code, done, own)
    if code != piece.code:
        code = _still_needed(code, piece.name)
    is_scene = piece.kind == "scene"
    given = raw.description if is_scene and (alone or not document.root) else ""
    text = prose(piece.docstring)
    return replace(
        raw,
        code=code,
        kind="example" if raw.kind == "example" and is_scene else piece.kind,
        name=piece.name,
        scenes=(piece.name,) if is_scene else (),
        title=(raw.title if given else "") or first_sentence(text),
        description=given or text,
        line=raw.line if raw.name and raw.line else _line(document.snippet.code, piece.name),
        notes=tuple(dict.fromkeys(note[:200] for note in own))[:MOST_NOTES],
    )


def _still_needed(code: str, name: str) -> str:
    """A piece without what only the removed lines needed, such as a shim for sounds."""
    pieces = split(code, only=name, own=_definitions(code)).pieces
    return pieces[0].code if len(pieces) == 1 else code


def _line(raw: str, name: str) -> int:
    """Where a definition stands in the file as it was found; 0 if it is not there by that name."""
    found = re.search(rf"^[ \t]*(?:class|def)\s+{re.escape(name)}\b", raw, re.MULTILINE)
    return raw.count("\n", 0, found.start()) + 1 if found else 0


def _batch_steps(results: list[Result]) -> None:
    """The steps that an outside program does, for all snippets of all documents at once; then the ids."""
    codes = [snippet.code for result in results for snippet in result.snippets]
    after: dict[str, list[Cleaned]] = {}
    for name, step in BATCH_STEPS:
        since = time.monotonic()
        after[name] = step(codes)
        codes = [done.code for done in after[name]]
        for result in results:
            result.took(name, (time.monotonic() - since) * len(result.snippets) / len(codes))
    at = 0
    for result in results:
        for index, snippet in enumerate(result.snippets):
            done = {name: cleaned[at] for name, cleaned in after.items()}
            result.snippets[index] = _complete(snippet, done, result)
            at += 1


def _complete(snippet: Snippet, done: dict[str, Cleaned], result: Result) -> Snippet:
    code = snippet.code
    for name, cleaned in done.items():
        if cleaned.code != code:
            result.did(name)
        code = cleaned.code
    return replace(
        snippet,
        id=snippet_id(snippet.source, snippet.path, snippet.name, code),
        code=code,
        comments=comments.prose(code)[:50],
        notes=(*snippet.notes, *(note for cleaned in done.values() for note in cleaned.notes if note != "formatted")),
    )
