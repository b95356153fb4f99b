"""Small data files of the repository that the code names: their text comes along, so that what is read is true.

A long list of words or lines is thinned: the ones that the code names stay, and of the others an even share, chosen
by their checksum, so that two files of the same words keep the same words.
"""

from __future__ import annotations

import ast
import json
import zlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from convert.inline.modules import Statement
from convert.result import Note

_ENDINGS = frozenset({".txt", ".json", ".csv", ".tsv"})
_MOST_BYTES = 400_000
_MOST_ENTRIES = 600
_SHARE = 400
_PIECE = 2000


def carried(statements: Iterable[Statement], root: Path, notes: list[Note]) -> dict[str, str]:
    """File name → text, for the files that string constants of the statements name."""
    words = {word for statement in statements for word in _strings(statement.tree)}
    named = {word.rsplit("/", 1)[-1] for word in words}
    texts = {path.name: path.read_text("utf-8", "replace") for path in data_files(root) if path.name in named}
    tables = {name: _entries(text, name) for name, text in texts.items()}
    share = _SHARE / max([_SHARE, *map(len, tables.values())])
    for name, entries in tables.items():
        if len(entries) > _MOST_ENTRIES:
            texts[name], kept = _thinned(entries, words, share)
            notes.append(Note("lost", "missing_data", f"{name}: {kept} of {len(entries)} entries are kept"))
    return texts


@lru_cache(maxsize=8)
def data_files(root: Path) -> tuple[Path, ...]:
    """The text files of the repository that are small enough, in a fixed order."""
    return tuple(
        path
        for path in sorted(root.rglob("*"))
        if path.suffix in _ENDINGS and not _is_hidden(path, root) and path.is_file() and _fits(path)
    )


def _is_hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def _fits(path: Path) -> bool:
    return 0 < path.stat().st_size <= _MOST_BYTES


def _strings(tree: ast.stmt) -> set[str]:
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def _thinned(entries: dict[str, Any] | list[str], words: set[str], share: float) -> tuple[str, int]:
    """The text of some of the entries, and how many they are."""
    kept = [entry for entry in entries if entry.strip() in words or zlib.crc32(entry.strip().encode()) < share * 2**32]
    if isinstance(entries, dict):
        return json.dumps({key: entries[key] for key in kept}), len(kept)
    return "\n".join(kept) + "\n", len(kept)


def in_pieces(text: str) -> str:
    """An expression that gives the text, in lines that an editor, and a converter, can bear."""
    pieces = [text[start : start + _PIECE] for start in range(0, len(text), _PIECE)]
    lines = "".join(f"        {piece!r},\n" for piece in pieces)
    return f'"".join([\n{lines}    ])'


def _entries(text: str, name: str) -> dict[str, Any] | list[str]:
    """Keys of a JSON object, lines of a plain text; other kinds are one entry, which stays whole."""
    if name.endswith(".txt"):
        return text.splitlines()
    if name.endswith(".json"):
        try:
            value = json.loads(text)
        except ValueError:
            return []
        return value if isinstance(value, dict) else []
    return []
