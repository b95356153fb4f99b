"""Hugging Face style data sets: Parquet, JSON lines or JSON with columns of a question and an answer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from core.errors import SourceError
from core.snippet import Snippet, snippet_id
from corpus.sources.repository import visit
from corpus.sources.source import Document

ENDINGS = (".parquet", ".jsonl", ".ndjson", ".json")
COLUMNS: tuple[tuple[str, str], ...] = (
    ("instruction", "output"),
    ("prompt", "code"),
    ("description", "code"),
    ("prompt", "completion"),
    ("prompt", "response"),
    ("question", "answer"),
    ("query", "answer"),
    ("instruction", "response"),
    ("input", "output"),
    ("text", "code"),
    ("title", "code"),
)
"""Question and answer, as data sets call them; the first pair that a row has is taken."""
CHATS = ("messages", "conversations", "conversation")
ALONE = ("code", "content", "output", "answer")
"""Columns of code without a question."""
_ASKED, _ANSWERED = ("user", "human", "prompter"), ("assistant", "gpt", "model")


class Dataset:
    """Source: one file, or a folder of them. The licence is that of the data set's card."""

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self._path = path

    def documents(self) -> Iterator[Document]:
        files = _files(self._path)
        if not files:
            raise SourceError(f"{self.name}: no {', '.join(ENDINGS)} in {self._path}")
        folder = self._path if self._path.is_dir() else self._path.parent
        commit, licence = visit(folder).commit if self._path.is_dir() else "", card_licence(folder)
        found = False
        for file in files:
            for number, row in enumerate(_rows(file)):
                pair = recognise(row)
                if pair:
                    found = True
                    path = f"{file.relative_to(folder).as_posix()}#{number}"
                    yield Document(_snippet(self.name, path, pair, commit, str(row.get("license") or licence)))
        if not found:
            raise SourceError(f"{self.name}: no known columns", advice="instruction/output, messages or prompt/code")


def recognise(row: dict[str, Any]) -> tuple[str, str] | None:
    """Question and answer of a row; the question may be empty. None if there is no answer."""
    for column in CHATS:
        if isinstance(row.get(column), list):
            return _chat(row[column])
    for question, answer in COLUMNS:
        if isinstance(row.get(question), str) and isinstance(row.get(answer), str) and row[answer].strip():
            more = row.get("input") if question == "instruction" else ""
            return "\n".join(filter(None, (row[question].strip(), str(more or "").strip()))), row[answer]
    alone = next((row[name] for name in ALONE if isinstance(row.get(name), str) and row[name].strip()), None)
    return ("", alone) if alone else None


def card_licence(folder: Path) -> str:
    """The licence that the data set's card names in its head, else what its licence file says."""
    card = folder / "README.md"
    if card.is_file():
        named = re.search(r"^license:\s*['\"]?([\w.+-]+)", card.read_text(encoding="utf-8", errors="replace"), re.M)
        if named:
            return _spdx(named[1])
    return visit(folder).licence if (folder / "LICENSE").is_file() else "NOASSERTION"


def _spdx(name: str) -> str:
    """Hugging Face's names are SPDX ids in small letters."""
    known = {"mit": "MIT", "apache-2.0": "Apache-2.0", "unknown": "NOASSERTION", "other": "NOASSERTION"}
    return known.get(name.lower(), name.upper() if name.lower().startswith("cc") else name)


def _chat(messages: list[Any]) -> tuple[str, str] | None:
    """The last answer with code, and the question right before it."""
    question, found = "", None
    for message in messages:
        if not isinstance(message, dict):
            continue
        role = str(message.get("role", message.get("from", "")))
        text = message.get("content", message.get("value", ""))
        if role in _ASKED and isinstance(text, str):
            question = text.strip()
        elif role in _ANSWERED and isinstance(text, str) and ("import" in text or "class " in text):
            found = (question, text)
    return found


def _snippet(source: str, path: str, pair: tuple[str, str], commit: str, licence: str) -> Snippet:
    question, answer = pair
    return Snippet(
        id=snippet_id(source, path, "", answer),
        code=answer,
        title=question.splitlines()[0][:200] if question else "",
        description=question,
        source=source,
        path=path,
        commit=commit,
        licence=licence,
        dialect="unknown",
    )


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(file for file in path.rglob("*") if file.suffix in ENDINGS and not file.name.startswith("."))


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    """Rows of a file; a broken line is passed over, a broken file is a `SourceError`."""
    try:
        yield from (row for row in _READERS[file.suffix](file) if isinstance(row, dict))
    except (OSError, ValueError) as problem:  # pyarrow's own errors are ValueErrors and OSErrors too
        raise SourceError(f"{file} cannot be read: {problem}") from None


def _parquet(file: Path) -> Iterator[Any]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(file) as table:
        for batch in table.iter_batches(batch_size=500):
            yield from batch.to_pylist()


def _lines(file: Path) -> Iterator[Any]:
    with file.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            try:
                yield json.loads(line)
            except ValueError:
                continue


def _json(file: Path) -> Iterable[Any]:
    data = json.loads(file.read_text(encoding="utf-8", errors="replace"))
    if isinstance(data, dict):
        data = next((value for value in data.values() if isinstance(value, list)), [data])
    return data if isinstance(data, list) else []


_READERS = {".parquet": _parquet, ".jsonl": _lines, ".ndjson": _lines, ".json": _json}
